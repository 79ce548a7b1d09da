using Simulation.Results.Indicators;
using Simulation.Viewer.Protocol;
using Simulation.Viewer.Sources;

namespace Simulation.Viewer.Tests.Fixtures;

/// <summary>
/// A made-up city of square neighbourhoods whose residents follow a rule that a test can work out by hand: in the
/// baseline a fixed share is inactive; in the scenario so many fewer for every day the lever is up.
/// </summary>
internal sealed class FixtureCity : ILiveSource
{
    private const int Side = 6;
    private readonly List<ArmFigure> fresh = [];
    private readonly List<Pull> pulls = [];
    private double reach;
    private int leverDays;
    private int leverFrom;

    public FixtureCity(int residents = 18_000, int days = 70, double boxMetres = 6_000)
    {
        Days = days;
        Map = MakeMap(residents, boxMetres);
    }

    public bool Live => true;

    public ViewMap Map { get; }

    public Provenance Provenance { get; } = new("test", "scenario hash", "population hash", "made up", 1, 1);

    public ViewAbout About { get; } = new("Test city", "Baseline", "made up for tests", 1, new DateOnly(2026, 9, 1));

    public DateOnly Day => About.Start.AddDays(DaysDone - 1);

    public int DaysDone { get; private set; }

    public int Days { get; }

    public DayWords Context => new(Day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? "weekend" : "school day", "dry");

    public int Advanced { get; private set; }

    public int? FailOnDay { get; init; }

    public bool FailOnLever { get; init; }

    public IReadOnlyList<LeverView> Levers => [new("school_street[1]", "School streets", reach > 0, [new("reach", "Reach", "%", 0, 100, reach)])];

    public IReadOnlyList<ClosedStreet> SchoolStreets => reach > 0 ? [new ClosedStreet(0, leverFrom, null)] : [];

    public IReadOnlyList<LeverKind> Kinds => [new("school_street", "School street", "Closed at the gate.")];

    public void WarmUp(IProgress<double> progress, CancellationToken cancellation) => progress.Report(1);

    public void Advance()
    {
        DaysDone++;
        Advanced++;
        if (DaysDone == FailOnDay)
        {
            throw new InvalidOperationException("The made-up city was told to fail.");
        }

        leverDays += reach > 0 ? 1 : 0;
        if (DaysDone % 7 == 0)
        {
            Publish();
        }
    }

    public void WriteStates(Arm arm, Span<byte> states)
    {
        int fewer = arm == Arm.Scenario ? (int)(leverDays * reach / 100) : 0;
        for (int i = 0; i < states.Length; i++)
        {
            states[i] = StateOf(i, fewer);
        }
    }

    public IReadOnlyList<ArmFigure> TakeFigures()
    {
        ArmFigure[] taken = [.. fresh];
        fresh.Clear();
        return taken;
    }

    public ResidentCard Describe(int row) => new(
        row, $"Resident {row}", [new("Age", "40")], [new("Activity", "Active")], [new("Activity", row % 2 == 0 ? "Active" : "Inactive")],
        [.. Enumerable.Range(0, Math.Min(7, DaysDone)).Select(i => new CardDay(
            Day.AddDays(i + 1 - Math.Min(7, DaysDone)), "school day", new(30 + i, "on foot", i == 2, false, "an adult had time to walk along"),
            new(10 + i, "by car", i == 2, true, "no adult had time: 18 minutes’ walk, 11 before work")))]);

    public string? Change(LeverChange change)
    {
        if (FailOnLever)
        {
            throw new InvalidOperationException("The made-up city was told to fail on a lever");
        }

        if (change.Id != "school_street[1]")
        {
            return $"There is no lever '{change.Id}'.";
        }

        pulls.Add(new Pull(DaysDone + 1, "School streets"));
        leverFrom = reach > 0 ? leverFrom : DaysDone + 1;
        reach = change.On ? change.Values.GetValueOrDefault("reach", reach > 0 ? reach : 50) : 0;
        return null;
    }

    public IReadOnlyList<string> Warnings => reach > 90 ? ["Few schools have room for so many school streets at once."] : [];

    public IReadOnlyList<Pull> Pulls => pulls;

    public string? BeforeLastPull => pulls.Count > 0 ? "before" : null;

    public string? Restart(string? text, IProgress<double> progress, CancellationToken cancellation)
    {
        if (text == "refused")
        {
            return "The made-up city does not take this.";
        }

        DaysDone = 0;
        leverDays = 0;
        reach = 0;
        pulls.Clear();
        fresh.Clear();
        WarmUp(progress, cancellation);
        return null;
    }

    public string ScenarioText() => "scenario: Test city\nversion: 1\n";

    public void Dispose()
    {
    }

    /// <summary>The state that the rule gives resident <paramref name="i"/>.</summary>
    public static byte StateOf(int i, int fewer)
    {
        if (i % 5 == 4)
        {
            return StateByte.Pack(ActivityCategory.NotCounted, i % 2 == 0 ? DayMode.Walk : DayMode.Car, false);
        }

        int luck = (int)((uint)i * 2654435761u >> 22) % 100;
        ActivityCategory category = luck < Math.Max(0, 30 - fewer) ? ActivityCategory.Inactive : luck < 45 ? ActivityCategory.FairlyActive : ActivityCategory.Active;
        return StateByte.Pack(category, luck % 4 == 0 ? DayMode.Walk : DayMode.Car, luck > 90);
    }

    private void Publish()
    {
        foreach (Arm arm in new[] { Arm.Scenario, Arm.Baseline })
        {
            var states = new byte[Map.Residents];
            WriteStates(arm, states);
            Add(arm, "all", "all", states, _ => true);
            for (int place = 0; place < Map.Places.Length; place++)
            {
                int p = place;
                Add(arm, "place", Map.Places[place], states, n => Map.PlaceOf[n] == p);
            }

            for (int hood = 0; hood < Map.NeighbourhoodCount; hood++)
            {
                int h = hood;
                Add(arm, "neighbourhood", Map.Codes[hood], states, n => n == h);
            }

            for (int decile = 1; decile <= 10; decile++)
            {
                int d = decile;
                Add(arm, "deprivation", decile.ToString(), states, n => Map.Decile[n] == d);
            }
        }
    }

    private void Add(Arm arm, string by, string stratum, byte[] states, Func<int, bool> within)
    {
        long adults = 0;
        long inactive = 0;
        for (int n = 0; n < Map.NeighbourhoodCount; n++)
        {
            for (int i = Map.First[n]; within(n) && i < Map.First[n + 1]; i++)
            {
                adults += (states[i] & 3) != 3 ? 1 : 0;
                inactive += (states[i] & 3) == 0 ? 1 : 0;
            }
        }

        fresh.Add(new ArmFigure(arm, new IndicatorRow(Day, "adults_inactive", by, stratum, inactive / (double)adults, adults)));
    }

    private static ViewMap MakeMap(int residents, double boxMetres)
    {
        const int Hoods = Side * Side;
        string[] places = ["Northtown", "Easttown", "Southtown", "Westtown"];
        var first = new int[Hoods + 1];
        var positions = new ushort[residents * 2];
        var facts = new byte[residents];
        var outlines = new ushort[Hoods][][];
        var placeOf = new byte[Hoods];
        var decile = new byte[Hoods];
        int i = 0;
        for (int n = 0; n < Hoods; n++)
        {
            // Places are the quarters of the square; within a place neighbourhoods run row by row.
            int quarter = n / (Hoods / 4);
            int within = n % (Hoods / 4);
            int column = ((quarter % 2) * (Side / 2)) + (within % (Side / 2));
            int row = ((quarter / 2) * (Side / 2)) + (within / (Side / 2));
            int left = 2000 + (column * 10_000);
            int bottom = 2000 + (row * 10_000);
            placeOf[n] = (byte)quarter;
            decile[n] = (byte)(1 + (n % 10));
            outlines[n] = [Square(left, bottom, 10_000)];
            int end = (n + 1) * residents / Hoods;
            for (; i < end; i++)
            {
                uint hash = (uint)i * 2246822519u;
                hash ^= hash >> 13;

                // Nobody lives in a neighbourhood's outer tenth: tests look there for bare ground.
                positions[2 * i] = (ushort)(left + 1000 + (hash % 8000));
                positions[(2 * i) + 1] = (ushort)(bottom + 1000 + ((hash >> 13) % 8000));
                facts[i] = (byte)(i % 5 == 4 ? 1 | (int)FixedFacts.Pupil : 3 | (i % 2 == 0 ? (int)FixedFacts.Female : 0));
            }

            first[n + 1] = i;
        }

        return new ViewMap
        {
            Places = places,
            Codes = [.. Enumerable.Range(0, Hoods).Select(n => $"N{n:00}")],
            Names = [.. Enumerable.Range(0, Hoods).Select(n => $"Neighbourhood {n}")],
            PlaceOf = placeOf,
            Decile = decile,
            First = first,
            Positions = positions,
            Facts = facts,
            Outlines = outlines,
            PlaceOutlines = [.. Enumerable.Range(0, 4).Select(q => (ushort[][])[Square(2000 + (q % 2 * 30_000), 2000 + (q / 2 * 30_000), 30_000)])],
            // Both stand on a boundary, where nobody lives.
            Schools = [new ViewSchool("Test Primary", "primary", 12_000, 7000, 210), new ViewSchool("Test Academy", "secondary", 22_000, 7000, 900)],
            Box = new ViewBox(0, 0, boxMetres),
            ResidentRows = [.. Enumerable.Range(0, residents)],
        };
    }

    private static ushort[] Square(int left, int bottom, int size) =>
    [
        (ushort)left, (ushort)bottom, (ushort)(left + size), (ushort)bottom,
        (ushort)(left + size), (ushort)(bottom + size), (ushort)left, (ushort)(bottom + size),
    ];
}
