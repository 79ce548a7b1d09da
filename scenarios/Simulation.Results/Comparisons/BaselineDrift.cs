using System.Globalization;
using Simulation.Engine.Observation;
using Simulation.Results.Indicators;

namespace Simulation.Results.Comparisons;

/// <summary>
/// What becomes of the gap in inactivity with nobody acting: a slope over tenths of deprivation in a run's first year and in its last. It moves
/// because neighbourhoods grow older unlike each other; what a plan does is read against a baseline of the same years.
/// </summary>
/// <param name="First">Slope of inactive adults in the first 52 weeks, share.</param>
/// <param name="Last">The same in the last 52.</param>
/// <param name="Years">Length of the run, years.</param>
public sealed record BaselineDrift(double First, double Last, double Years)
{
    private const string Inactive = "adults_inactive";
    private const int YearOfDays = 364;

    // Shorter runs hardly move, and a slope is printed to a tenth of a point.
    private const double LeastYears = 3;
    private const double LeastShift = 0.0005;

    /// <summary>In words.</summary>
    public string Sentence => string.Create(
        CultureInfo.InvariantCulture,
        $"With nobody acting the slope of inactive adults from the least to the most deprived end goes from {100 * First:0.0} to {100 * Last:0.0} percentage points between the first and the last of {Years:0.#} years, because neighbourhoods grow older unlike each other: read changes against the baseline's own last year.");

    /// <summary>The drift of a baseline; null where the run is short, is no baseline, or hardly drifts.</summary>
    public static BaselineDrift? Of(IRunFigures run)
    {
        ArgumentNullException.ThrowIfNull(run);
        double years = run.Manifest.Days / 365.25;
        if (years < LeastYears || run.Effects.Count > 0)
        {
            return null;
        }

        IndicatorRow[] rows = [.. run.Read(Stratification.Deprivation, Inactive).Where(row => row.Count > 0)];
        if (rows.Length == 0)
        {
            return null;
        }

        DateOnly first = rows.Min(row => row.Date);
        DateOnly last = rows.Max(row => row.Date);
        BaselineDrift drift = new(
            Slope(rows.Where(row => row.Date.DayNumber - first.DayNumber < YearOfDays)), Slope(rows.Where(row => last.DayNumber - row.Date.DayNumber < YearOfDays)), years);
        return Math.Abs(drift.Last - drift.First) >= LeastShift ? drift : null;
    }

    // Tenths from the least to the most deprived, weeks added up.
    private static double Slope(IEnumerable<IndicatorRow> rows) => Figures.Slope(
        [.. rows.GroupBy(row => int.Parse(row.Stratum, CultureInfo.InvariantCulture)).OrderByDescending(tenth => tenth.Key)
            .Select(tenth => new GroupFigure(tenth.Sum(row => row.Count), tenth.Sum(row => row.Value * row.Count) / Math.Max(1, tenth.Sum(row => row.Count))))]);
}
