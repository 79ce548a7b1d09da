using Simulation.Results.Sentences;
using Simulation.Scene.Composing;
using Simulation.Scene.Look;
using Simulation.Scene.Maps;

namespace Simulation.Viewer.Wall;

/// <summary>Makes the page of two packages: two maps on one scale, one number each, one sentence for the difference.</summary>
internal static class PackagePages
{
    /// <summary>The page.</summary>
    /// <param name="left">The package on the left, on the day to be shown.</param>
    /// <param name="leftLevers">Its levers.</param>
    /// <param name="right">The package on the right, on the same day.</param>
    /// <param name="rightLevers">Its levers.</param>
    public static PackagesPage Of(StoryPages left, IReadOnlyList<string> leftLevers, StoryPages right, IReadOnlyList<string> rightLevers)
    {
        (PackageHalf a, double fewer) = left.Package();
        (PackageHalf b, double more) = right.Package();
        IndicatorWords words = Words.All.Of(right.Indicator)!;
        return new PackagesPage
        {
            Theme = right.Theme,
            Camera = Camera.Named("sideBySide"),
            Sentence = [new(Difference(more - fewer, leftLevers, rightLevers, words, b.Title))],
            Left = a,
            Right = b,
            Scale = Palette.Of(right.Theme).Ramp("packages"),
            Breaks = right.PackageBreaks,
            ScaleTitle = words.Unit.Length > 0 ? $"more {words.Unit}" : "more of every 100",
        };
    }

    // Where one package is a part of the other, the rest of it made the difference.
    private static string Difference(double difference, IReadOnlyList<string> left, IReadOnlyList<string> right, IndicatorWords words, string title)
    {
        int others = right.Count - left.Count;
        bool part = left.Count > 0 && others > 0 && left.All(right.Contains);
        string who = words.Unit.Length > 0 ? words.Unit : words.People;
        string number = words.Unit.Length > 0 ? SpokenNumber.Quantity(difference) : SpokenNumber.Count(difference);
        string said = $"{number}\u00a0{who}{(words.When.Contains("day", StringComparison.Ordinal) && words.Unit.Length == 0 ? " a day" : string.Empty)}";
        return part
            ? $"The other {(others == 1 ? "lever" : $"{Spelled(others)} levers")} {(others == 1 ? "adds" : "add")} {said}."
            : difference < 0 ? $"{title}: {said} fewer." : $"{title}: {said} more.";
    }

    private static string Spelled(int number) => number switch { 2 => "two", 3 => "three", 4 => "four", 5 => "five", 6 => "six", _ => number.ToString(System.Globalization.CultureInfo.InvariantCulture) };
}
