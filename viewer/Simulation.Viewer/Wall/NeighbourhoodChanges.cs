using System.Text.Json;
using Simulation.Engine.Observation;
using Simulation.Results.Sentences;
using Simulation.Scene.Look;
using Simulation.Viewer.Protocol;

namespace Simulation.Viewer.Wall;

/// <summary>Changes by neighbourhood over the last four weeks, and what of them can be told.</summary>
/// <param name="source">Where figures come from.</param>
internal sealed class NeighbourhoodChanges(IWallSource source)
{
    /// <summary>Weeks that a change is the mean of: one week of one neighbourhood is mostly chance.</summary>
    public const int Weeks = 4;

    /// <summary>Stratification, and its only stratum, of everybody.</summary>
    public const string Everybody = "all";

    private const double DaysOfAWeek = 5;
    private readonly JsonElement layers = JsonDocument.Parse(LookFiles.Text("layers.json")).RootElement;

    /// <summary>Changes of one measure up to a day.</summary>
    public Changes Of(int day, string indicator)
    {
        bool less = Indicator.Find(indicator).Better == Better.Lower;
        double delta = QuantityOf(indicator).GetProperty("delta").GetDouble();
        var all = new double[source.Map.Codes.Length];
        var wanted = new double[all.Length];
        bool ranges = false;
        int near = 0;
        for (int n = 0; n < all.Length; n++)
        {
            (all[n], bool told, bool range) = Of(day, indicator, FigureBook.Neighbourhood, source.Map.Codes[n]);
            ranges |= range;
            near += double.IsNaN(all[n]) || Math.Abs(all[n]) <= delta ? 1 : 0;
            wanted[n] = told && Math.Abs(all[n]) > delta ? (less ? -all[n] : all[n]) : 0;
        }

        return new Changes(all, wanted, less, ranges, near);
    }

    /// <summary>The change of one stratum. With several runs it counts from the end of its range; one run of each has none.</summary>
    public (double Change, bool Told, bool HasRange) Of(int day, string indicator, string by, string stratum)
    {
        double change = source.Figures.Mean(Arm.Scenario, indicator, by, stratum, day, Weeks) - source.Figures.Mean(Arm.Baseline, indicator, by, stratum, day, Weeks);
        if (double.IsNaN(change))
        {
            return (change, false, false);
        }

        if (source.Figures.Of(Arm.Interval, indicator, by, stratum, day) is { Count: > 0 } ranges)
        {
            return (change, Math.Abs(change) > ranges[^1].Value, true);
        }

        double residents = source.Figures.Of(Arm.Scenario, indicator, by, stratum, day)[^1].Count / DaysOf(indicator);
        return (change, OneRun.Tells(change, residents), false);
    }

    /// <summary>Breaks between the classes of a measure, in hundredths.</summary>
    /// <param name="indicator">Key of the indicator.</param>
    /// <param name="kind"><c>breaks</c> of changes, <c>levelBreaks</c>, <c>packageBreaks</c>.</param>
    public IReadOnlyList<double> Breaks(string indicator, string kind) => [.. QuantityOf(indicator).GetProperty(kind).EnumerateArray().Select(e => e.GetDouble())];

    /// <summary>The family of colours of a measure.</summary>
    public string FamilyOf(string indicator) => QuantityOf(indicator).GetProperty("family").GetString()!;

    /// <summary>The class of a value: 0 below the first break.</summary>
    public static int Class(double value, IReadOnlyList<double> breaks)
    {
        int c = 0;
        while (c < breaks.Count && value >= breaks[c])
        {
            c++;
        }

        return c;
    }

    /// <summary>Days of a week that a resident is counted on: an indicator of days counts each of them five times.</summary>
    public static double DaysOf(string indicator) => Indicator.Find(indicator).Of.EndsWith(" days", StringComparison.Ordinal) ? DaysOfAWeek : 1;

    /// <summary>What a value is multiplied with before it is classed: shares count in hundredths, quantities in their own unit.</summary>
    public static double Times(string indicator) => Words.All.Of(indicator)?.Unit.Length > 0 ? 1 : 100;

    // Indicators that the look does not name are drawn as the first, as the page does.
    private JsonElement QuantityOf(string indicator)
    {
        JsonElement quantities = layers.GetProperty("quantities");
        return quantities.TryGetProperty(indicator, out JsonElement found) ? found : quantities.GetProperty(layers.GetProperty("first").GetString()!);
    }
}
