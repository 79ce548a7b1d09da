using System.Globalization;
using Simulation.Results.Sentences;
using Simulation.Scene.Composing;
using Simulation.Scene.Look;
using Simulation.Scene.Maps;
using Simulation.Viewer.Protocol;

namespace Simulation.Viewer.Wall;

/// <summary>Makes pages of a street: children near a school and how they went.</summary>
/// <param name="source">Where days come from.</param>
/// <param name="scene">Its map.</param>
internal sealed class StreetPages(IWallSource source, SceneMap scene)
{
    private const int MostWays = 60;

    /// <summary>A street: children near a school and how they went.</summary>
    public LightsPage Of(int day, DayCount shown, int school, string eyebrow)
    {
        ViewSchool at = source.Map.Schools[school];
        (double x, double y) = scene.Metres(at.X, at.Y);
        return Of(day, shown, Camera.Street(x + 50, y - 40), eyebrow);
    }

    /// <summary>The street that a camera looks at.</summary>
    public LightsPage Of(int day, DayCount shown, Camera camera, string eyebrow)
    {
        var view = new View(camera, 1920, 1080, Theme.Dark);
        int[] inView = [.. shown.Lit.For.Where(row => InView(view, row))];
        SchoolMark[] schools = [.. Enumerable.Range(0, source.Map.Schools.Count)
            .Where(s => InView(view, source.Map.Schools[s].X, source.Map.Schools[s].Y, 60))
            .Select(s => new SchoolMark(s, Closed(s, day)))];
        int driven = inView.Count(row => (source.Without[row] & StateByte.ModeMask) >> StateByte.ModeShift == (int)DayMode.Car);
        (int Row, int School)[] ways = [.. inView.Select(row => (row, source.SchoolOf(row))).Where(w => schools.Any(s => s.School == w.Item2)).Take(MostWays)];
        string lines = ways.Length > 0 ? "Lines lead to the schools in view; pale dots walk either way." : "Pale dots walk either way.";
        return new LightsPage
        {
            Camera = camera,
            Eyebrow = eyebrow,
            Sentence = [new($"{SpokenNumber.Count(inView.Length)}\u00a0{(inView.Length == 1 ? "child" : "children")}", Tint.For), new("walked who would not have.")],
            Second = [new(driven == 0 ? lines : $"{SpokenNumber.Count(driven)}\u00a0of them would have gone by car. {lines}")],
            Lit = shown.Lit,
            Schools = schools,
            Ways = ways,
        };
    }

    private bool InView(View view, int row) => InView(view, scene.Positions[2 * row], scene.Positions[(2 * row) + 1], 0);

    private bool InView(View view, ushort x, ushort y, double margin)
    {
        (double mx, double my) = scene.Metres(x, y);
        (double px, double py) = view.Pixel(mx, my);
        return px >= margin && px < view.Width - margin && py >= margin && py < view.Height - margin;
    }

    private string Closed(int school, int day)
    {
        ClosedStreet? street = source.Streets.FirstOrDefault(s => s.School == school && s.From <= day && (s.To is null || day < s.To));
        return street is null ? string.Empty
            : $"school street since {source.About.Start.AddDays(street.From - 1).ToString("d MMM", CultureInfo.InvariantCulture)}";
    }
}
