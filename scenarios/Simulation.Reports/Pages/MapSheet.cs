using System.Globalization;
using Simulation.Engine.Observation;
using Simulation.Reports.Charts;
using Simulation.Reports.Tables;
using Simulation.Results.Studies;

namespace Simulation.Reports.Pages;

/// <summary>Where a plan acts: the places with their ranges, and every neighbourhood of the runs with central values, what chance may have made left grey.</summary>
internal static class MapSheet
{
    private const double Width = 660;
    private const double Gap = 24;
    private const int Told = 10;

    /// <summary>The maps of a scenario; null where the study has none.</summary>
    /// <param name="arm">The scenario.</param>
    /// <param name="study">The study.</param>
    /// <param name="lead">What is shown.</param>
    public static Exhibit? Of(StudyArm arm, StudyFindings study, Indicator lead)
    {
        if (study.Map is not { } map)
        {
            return null;
        }

        int good = lead.Better == Better.Lower ? -1 : 1;
        Dictionary<MapArea, AreaChange> changes = AreaChange.Of(arm, map, lead.Key).ToDictionary(c => c.Area);
        AreaChange[] neighbourhoods = [.. changes.Values.Where(c => c.Area.By == Stratification.Neighbourhood)];
        AreaChange[] told = [.. neighbourhoods.Where(c => c.Told).OrderByDescending(c => good * c.Change)];
        if (changes.Count == 0)
        {
            return null;
        }

        AreaMap drawing = new(map.Areas, (Width - Gap) / 2);
        Svg svg = new(Width, drawing.Height + 44);
        double end = 0;
        foreach ((string by, double x, string title) in (ReadOnlySpan<(string, double, string)>)
            [(Stratification.Place, 0, "Places"), (Stratification.Neighbourhood, (Width + Gap) / 2, "Neighbourhoods, central values")])
        {
            double most = AreaMap.RoundEnd(changes.Values.Where(c => c.Area.By == by && c.Told).Select(c => Math.Abs(c.Change)).DefaultIfEmpty(0.01).Max());
            svg.Text(x, 11, title, bold: true);
            drawing.Draw(
                svg, by, x, 18, area => PrintPalette.Change(AreaMap.Step(changes.GetValueOrDefault(area) is { Told: true } c ? good * c.Change : null, most)),
                by == Stratification.Place ? PrintPalette.Ink : PrintPalette.Border, by == Stratification.Place ? 0.8 : 0.15);
            end = 18 + drawing.Height;
            Scale(svg, x, end + 10, good, most, changes.Values.Where(c => c.Area.By == by && c.Told).Select(c => AreaMap.Step(good * c.Change, most)));
        }

        foreach (MapArea place in map.Areas.Where(a => a.By == Stratification.Place))
        {
            (double x, double y) = drawing.Middle(place, 0, 18);
            svg.Label(x, y + 3, place.Name, 9);
        }

        drawing.Draw(svg, Stratification.Place, (Width + Gap) / 2, 18, _ => "none", PrintPalette.Ink, 0.6);
        string heading = told.Length == 0 ? $"{arm.Name}: no neighbourhood changes by more than chance may do"
            : $"{arm.Name}: {told.Length:N0} of {neighbourhoods.Length:N0} neighbourhoods {(told.Length == 1 ? "changes" : "change")} by more than chance may do, {told[0].Area.Name} most";
        string[][] rows = [.. told.Take(Told).Select(c => new[] { c.Area.Name, c.Area.Place, Points(c.Change), $"{Points(c.Lower)} to {Points(c.Upper)}" })];
        return new Exhibit(
            heading, $"{lead.Title}: change of every 100 over the last year. Grey cannot be told from chance.{(rows.Length > 0 ? $" The table names {(rows.Length == 1 ? "it" : $"the {rows.Length} that change most")}; the .geojson holds all." : " The .geojson holds every neighbourhood.")}",
            svg.Render(Exhibit.Alternative(heading, rows)), ["Neighbourhood", "Place", "Change", "But for chance"], rows);
    }

    private static void Scale(Svg svg, double x, double y, int good, double most, IEnumerable<int> steps)
    {
        const double Swatch = 20;
        bool against = steps.Any(s => s < 0);
        double at = x;
        svg.Text(at, y + 9, Points(against ? -good * most : 0), PrintPalette.Grey, size: 10.5);
        at += 34;
        for (int step = against ? -4 : 0; step <= 4; step++)
        {
            svg.Rectangle(at, y, Swatch, 10, PrintPalette.Change(step));
            at += Swatch;
        }

        svg.Text(at + 6, y + 9, $"{Points(good * most)} of every 100", PrintPalette.Grey, size: 10.5);
    }

    private static string Points(double share)
    {
        double value = 100 * share;
        return value == 0 ? "0" : (value < 0 ? "−" : "+") + Math.Abs(value).ToString(Math.Abs(value) >= 9.95 ? "0" : "0.0#", CultureInfo.InvariantCulture);
    }
}
