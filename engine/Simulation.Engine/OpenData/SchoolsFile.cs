using Simulation.Engine.Geography;
using Simulation.Engine.Populations;

namespace Simulation.Engine.OpenData;

/// <summary>A school that the model keeps, before it is joined with its neighbourhood.</summary>
/// <param name="Row">Row of the table.</param>
/// <param name="Id">URN.</param>
/// <param name="Name">Name.</param>
/// <param name="Place">Place code.</param>
/// <param name="Phase">Phase.</param>
/// <param name="Pupils">Pupils on roll; NaN when not published.</param>
/// <param name="FreeMeals">Share eligible for free meals; NaN when not published.</param>
/// <param name="X">Metres east.</param>
/// <param name="Y">Metres north.</param>
/// <param name="Neighbourhood">Neighbourhood code.</param>
internal sealed record SchoolRow(
    int Row, string Id, string Name, string Place, SchoolPhase Phase, double Pupils, double FreeMeals, double X, double Y, string Neighbourhood)
{
    /// <summary>True when the roll is not published, and that of a typical school stands for it.</summary>
    public bool RollFilled { get; init; }
}

/// <summary>What the register says about the places of the area.</summary>
internal sealed class SchoolRows
{
    /// <summary>Schools kept, in the order of the file, with pupils filled in where the register has none.</summary>
    public IReadOnlyList<SchoolRow> Kept { get; set; } = [];

    /// <summary>Line and place of those that would be kept but for a roll of zero.</summary>
    public List<(int Line, string Place)> Empty { get; } = [];

    /// <summary>Rows of each place, of any kind.</summary>
    public Dictionary<string, int> OfPlace { get; } = new(StringComparer.Ordinal);
}

/// <summary>Reads the GIAS register: which establishments are schools that children of 4–16 walk to.</summary>
internal static class SchoolsFile
{
    private const int MostPupils = 20_000;

    /// <summary>Reads the register.</summary>
    public static SchoolRows Read(CsvTable table, IReadOnlySet<string> places)
    {
        var found = new SchoolRows();
        var schools = new List<SchoolRow>();
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var row = 0; row < table.Rows; row++)
        {
            var id = table["URN"].Required(row);
            if (id.Length > 0 && !lines.TryAdd(id, table.Line(row)))
            {
                table.Error(row, "URN", $"'{id}' is on line {lines[id]} already; each school has one row: remove one.");
                continue;
            }

            var pupils = table["pupils"].NumberOrNone(row, 0, MostPupils);
            var phase = PhaseOf(table, row, known: !double.IsNaN(pupils));
            var place = table["LADCD"].Required(row);

            // A register of a wider area is welcome: what lies outside is left out.
            if (!places.Contains(place))
            {
                continue;
            }

            found.OfPlace[place] = found.OfPlace.GetValueOrDefault(place) + 1;
            if (phase is null)
            {
                continue;
            }

            // No pupils (zero, as opposed to not published): closed or not yet open.
            if (pupils == 0)
            {
                found.Empty.Add((table.Line(row), place));
                continue;
            }

            var (x, y) = LocalProjection.ToMetres(
                Bounds.Longitude(table["lon"], row), Bounds.Latitude(table["lat"], row));
            schools.Add(new SchoolRow(
                row, id, table["name"].Required(row), place, phase.Value, pupils,
                table["pct_fsm"].PercentOrNone(row) / 100, x, y, table["LSOA21CD"].Required(row)));
        }

        found.Kept = FillPupils(schools);
        return found;
    }

    /// <summary>
    /// Phase, or null for what is not a school that the model sends children to: nurseries, colleges, universities, pupil
    /// referral and alternative provision (children there stay on the roll of another school), secure units.
    /// </summary>
    /// <remarks>
    /// Special and independent schools have the phase "Not applicable" and no ages in the register's extract. Most take
    /// both younger and older children, so they count as all-through; those without a published roll are left out, because
    /// their sizes run from a handful to a thousand and no typical one exists.
    /// </remarks>
    private static SchoolPhase? PhaseOf(CsvTable table, int row, bool known)
    {
        var phase = table["phase"].Text(row);
        switch (phase)
        {
            case "Primary" or "Middle deemed primary":
                return SchoolPhase.Primary;
            case "Secondary" or "Middle deemed secondary":
                return SchoolPhase.Secondary;
            case "All-through":
                return SchoolPhase.AllThrough;
            case "Nursery" or "16 plus":
                return null;
            case "Not applicable":
                var group = table["type_group"].Text(row);
                var type = table["type"].Text(row);
                var special = type.Contains("special", StringComparison.OrdinalIgnoreCase) && !type.Contains("post 16", StringComparison.OrdinalIgnoreCase);
                return known && (special || group is "Independent schools") ? SchoolPhase.AllThrough : null;
            default:
                table.Error(row, "phase", $"a GIAS phase was expected (Nursery, Primary, Middle deemed primary, Middle deemed secondary, Secondary, All-through, 16 plus, Not applicable), found '{phase}'.");
                return null;
        }
    }

    /// <summary>
    /// A school without a published roll (as a rule a new academy, whose pupils stand under the number that it had before)
    /// gets the median roll of its phase in its place, or in the whole area where the place has no other.
    /// </summary>
    private static List<SchoolRow> FillPupils(List<SchoolRow> schools)
    {
        var known = schools.Where(school => !double.IsNaN(school.Pupils)).ToList();
        return [.. schools.Select(school => double.IsNaN(school.Pupils) ? school with { Pupils = Typical(school, known), RollFilled = true } : school)];
    }

    private static double Typical(SchoolRow school, List<SchoolRow> known)
    {
        // 210 = one form of entry, seven years of 30; 900 = six forms of entry, five years: only where nothing is published at all.
        var alike = known.Where(other => other.Phase == school.Phase).ToList();
        var near = alike.Where(other => other.Place == school.Place).ToList();
        var rolls = (near.Count > 0 ? near : alike).Select(other => other.Pupils).Order().ToList();
        return rolls.Count == 0 ? (school.Phase == SchoolPhase.Primary ? 210 : 900) : rolls[rolls.Count / 2];
    }
}
