using System.Globalization;
using NetTopologySuite.Geometries;
using Simulation.Engine.Geography;

namespace Simulation.Engine.OpenData;

/// <summary>Positions beside outlines: the centre of a neighbourhood and the schools in it lie in or near its outline, and the outline has its area.</summary>
internal static class PositionsCheck
{
    // Centres are those of the residents and may lie outside an odd shape: in 49 of 1,601 neighbourhoods, by at most 154 m.
    private const double WarnMetres = 500;
    private const double RefuseMetres = 3_000;
    private const double RefuseShare = 0.1;

    public static void Check(FolderFacts facts, Agreement agreement)
    {
        Centres(facts, agreement);
        Places(facts, agreement);
        Areas(facts, agreement);
        Schools(facts, agreement);
    }

    private static void Centres(FolderFacts facts, Agreement agreement)
    {
        (ProfileRow Row, double Metres)[] outside =
        [
            .. facts.Rows.Select(row => (Row: row, Metres: Distance(facts.Outlines.ByCode[row.Code].Shape, row.X, row.Y)))
                .Where(pair => pair.Metres > WarnMetres).OrderByDescending(pair => pair.Metres),
        ];
        if (outside.Length > 0)
        {
            var far = outside[0].Metres > RefuseMetres || (outside.Length >= 3 && outside.Length > facts.Rows.Count * RefuseShare);
            agreement.Note(
                far, true, new FileFigure(facts.Outlines.Path, "LSOA21CD", outside.Length, facts.Outlines.ByCode[outside[0].Row.Code].Line),
                $"the centre of {outside.Length} of {facts.Rows.Count} neighbourhoods (lon, lat of {OpenDataFormat.Profile.Name}) lies outside their outline here: {Agreement.Examples(outside, pair => $"'{pair.Row.Code}' (line {facts.Profile.Line(pair.Row.Row)}) by {Text(pair.Metres)} m")}",
                "outlines stand under other codes, or positions under other rows; copy both files again from their sources");
        }
    }

    private static void Places(FolderFacts facts, Agreement agreement)
    {
        ProfileRow[] other = [.. facts.Rows.Where(row => facts.Outlines.ByCode[row.Code].Place != row.Place)];
        agreement.Note(
            other.Length > 0, false, new FileFigure(facts.Outlines.Path, "LADCD", other.Length, other.Length > 0 ? facts.Outlines.ByCode[other[0].Code].Line : 0),
            $"{other.Length} neighbourhoods lie in another place here than in {OpenDataFormat.Profile.Name}: {Agreement.Examples(other, row => $"'{row.Code}' in {facts.Outlines.ByCode[row.Code].Place} and {row.Place}")}");
    }

    private static void Areas(FolderFacts facts, Agreement agreement)
    {
        // Outlines simplified for maps are within 1 % of the area; a coast drawn at low water instead of high is not.
        (ProfileRow Row, double Drawn)[] odd =
        [
            .. facts.Rows.Select(row => (Row: row, Drawn: facts.Outlines.ByCode[row.Code].Shape.Area / 1e6))
                .Where(pair => pair.Drawn > pair.Row.SquareKilometres * 1.5 || pair.Drawn < pair.Row.SquareKilometres / 1.5),
        ];
        if (odd.Length > 0)
        {
            agreement.Note(
                odd.Length > facts.Rows.Count / 2 || odd.Any(pair => pair.Drawn > pair.Row.SquareKilometres * 20 || pair.Drawn < pair.Row.SquareKilometres / 20), true,
                new FileFigure(facts.Profile.File.Path, "area_km2", odd.Length, facts.Profile.Line(odd[0].Row.Row)),
                $"the area of {odd.Length} neighbourhoods differs from that of their outline: {Agreement.Examples(odd, pair => string.Create(CultureInfo.InvariantCulture, $"'{pair.Row.Code}' {pair.Row.SquareKilometres:0.###} km² here, {pair.Drawn:0.###} km² in {OpenDataFormat.Outlines.Name}"))}",
                "the column may hold hectares or square metres, or the outlines be those of another year");
        }
    }

    private static void Schools(FolderFacts facts, Agreement agreement)
    {
        foreach (var school in facts.SchoolRows.Kept)
        {
            if (!facts.Outlines.ByCode.TryGetValue(school.Neighbourhood, out var outline))
            {
                continue;
            }

            var metres = Distance(outline.Shape, school.X, school.Y);
            if (metres > WarnMetres)
            {
                var centre = outline.Shape.InteriorPoint;
                agreement.Note(
                    metres > RefuseMetres, true, new FileFigure(facts.Schools.File.Path, "lon", metres, facts.Schools.Line(school.Row)),
                    $"'{school.Name}' stands at {Position(school.X, school.Y)}, {Text(metres / 1000)} km from its neighbourhood '{school.Neighbourhood}', which lies at {Position(centre.X, centre.Y)} in {OpenDataFormat.Outlines.Name}",
                    "correct lon and lat, or LSOA21CD");
            }
        }
    }

    private static double Distance(Geometry shape, double x, double y) => shape.Distance(shape.Factory.CreatePoint(new Coordinate(x, y)));

    private static string Position(double x, double y)
    {
        var (longitude, latitude) = LocalProjection.ToDegrees(x, y);
        return string.Create(CultureInfo.InvariantCulture, $"lon {longitude:0.000}, lat {latitude:0.000}");
    }

    private static string Text(double value) => value.ToString(value < 10 ? "0.#" : "N0", CultureInfo.InvariantCulture);
}
