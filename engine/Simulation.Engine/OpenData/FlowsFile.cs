using System.Runtime.InteropServices;
using Simulation.Engine.Synthesis;

namespace Simulation.Engine.OpenData;

/// <summary>Flows from the zones of the area, and what the file says about destinations beyond it.</summary>
internal sealed class CommuteRows
{
    /// <summary>Flows that end in a zone of the area, or (<c>To</c> = −1) at home, at no fixed place, offshore or abroad.</summary>
    public List<CommuteFlow> Inside { get; } = [];

    /// <summary>Flows that end beyond the area; <c>To</c> is an index of <see cref="Destinations"/>.</summary>
    public List<CommuteFlow> Outside { get; } = [];

    /// <summary>Codes of the zones beyond the area, in the order first met.</summary>
    public List<string> Destinations { get; } = [];
}

/// <summary>Reads home to work flows.</summary>
internal static class FlowsFile
{
    // Census 2021 origin–destination codes that are no zone: 111111111 works mainly at or from home or has no fixed place,
    // 888888888 offshore, 999999999 outside the United Kingdom. None has a walk or a ride to a workplace in the area.
    private const string NoWorkplace = "111111111";
    private const string Offshore = "888888888";
    private const string Abroad = "999999999";

    /// <summary>Reads the rows whose home zone is in <paramref name="zones"/>; rows of residents from elsewhere are left out.</summary>
    public static CommuteRows Read(CsvTable table, IReadOnlyList<HomeZone> known, IReadOnlyDictionary<string, int> zones, IReadOnlySet<string> places)
    {
        var rows = new CommuteRows();
        var (from, to, fromPlace, toPlace, workers) =
            (table["from_msoa"], table["to_msoa"], table["from_lad"], table["to_lad"], table["commuters"]);
        var homes = new Dictionary<string, int>(zones, StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        var destinations = new Dictionary<string, int>(StringComparer.Ordinal);
        var outside = destinations.GetAlternateLookup<ReadOnlySpan<char>>();
        var area = new HashSet<string>(places, StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        var lines = new Dictionary<(int From, int To), int>(table.Rows);

        for (var row = 0; row < table.Rows; row++)
        {
            var home = from.Text(row);
            if (!homes.TryGetValue(home, out var homeZone))
            {
                RefuseHome(table, row, home, area.Contains(fromPlace.Text(row)));
                continue;
            }

            if (fromPlace.Text(row) is { IsEmpty: false } said && !said.SequenceEqual(known[homeZone].First.Place))
            {
                table.Error(row, fromPlace.Name, $"zone '{home}' lies in place '{said}' here and in '{known[homeZone].First.Place}' in {OpenDataFormat.Profile.Name}; correct the one that is wrong.");
                continue;
            }

            var count = workers.Whole(row, 1, 1_000_000);
            var work = to.Text(row);
            int key;
            if (homes.TryGetValue(work, out var workZone))
            {
                key = workZone;
                rows.Inside.Add(new CommuteFlow(homeZone, workZone, count));
            }
            else if (work is NoWorkplace or Offshore or Abroad)
            {
                key = -work[0];
                rows.Inside.Add(new CommuteFlow(homeZone, -1, count));
            }
            else if (!AreaCode.IsCode(work))
            {
                table.Error(row, to.Name, $"an MSOA code (a letter and eight digits) or {NoWorkplace} (at home or no fixed place) was expected, found '{work}'.");
                continue;
            }
            else if (area.Contains(toPlace.Text(row)))
            {
                table.Error(row, to.Name, $"'{work}' does not join: it lies in place {toPlace.Text(row)}, but no row of {OpenDataFormat.Profile.Name} has it as MSOA21CD.");
                continue;
            }
            else
            {
                if (!outside.TryGetValue(work, out var index))
                {
                    index = rows.Destinations.Count;
                    rows.Destinations.Add(work.ToString());
                    outside[work] = index;
                }

                key = zones.Count + index;
                rows.Outside.Add(new CommuteFlow(homeZone, index, count));
            }

            ref var line = ref CollectionsMarshal.GetValueRefOrAddDefault(lines, (homeZone, key), out var again);
            if (again)
            {
                table.Error(row, to.Name, $"the flow from '{home}' to '{work}' is on line {line} already; each pair has one row: remove one.");
            }
            else
            {
                line = table.Line(row);
            }
        }

        return rows;
    }

    private static void RefuseHome(CsvTable table, int row, ReadOnlySpan<char> home, bool inArea)
    {
        if (inArea)
        {
            table.Error(row, "from_msoa", $"'{home}' does not join: its place is in the area, but no row of {OpenDataFormat.Profile.Name} has it as MSOA21CD.");
        }
        else if (!AreaCode.IsCode(home))
        {
            table.Error(row, "from_msoa", $"an MSOA code (a letter and eight digits) was expected, found '{home}'.");
        }
    }
}
