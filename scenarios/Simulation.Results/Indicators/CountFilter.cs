using Simulation.Engine.Observation;

namespace Simulation.Results.Indicators;

/// <summary>Lets only those counts pass that a scenario asks for.</summary>
/// <remarks>The deciles stay where a slope is kept, because it is formed from them.</remarks>
public sealed class CountFilter : ICountSink
{
    private readonly IReadOnlyList<string>? keys;
    private readonly IReadOnlyList<string>? kinds;
    private readonly ICountSink sink;
    private readonly List<int> rows = [];
    private Indicator[] indicators = [];
    private CountKey[] needed = [];
    private Stratum[] strata = [];
    private Tally[] kept = [];

    private CountFilter(IReadOnlyList<string>? keys, IReadOnlyList<string>? kinds, ICountSink sink)
    {
        this.keys = keys;
        this.kinds = kinds;
        this.sink = sink;
    }

    /// <summary><paramref name="sink"/> itself when everything is kept, else a filter before it.</summary>
    /// <param name="sink">Where the counts go.</param>
    /// <param name="indicators">Keys of the indicators kept; null for all.</param>
    /// <param name="strata">Stratifications kept beside <c>all</c>; null for all.</param>
    public static ICountSink Before(ICountSink sink, IReadOnlyList<string>? indicators, IReadOnlyList<string>? strata) =>
        indicators is null && strata is null ? sink : new CountFilter(indicators, strata, sink);

    /// <inheritdoc/>
    public void Record(WeekCounts week)
    {
        if (strata.Length == 0)
        {
            Choose(week.Strata, week.Indicators);
        }

        for (int i = 0; i < rows.Count; i++)
        {
            ref readonly Tally all = ref week.Tallies[rows[i]];
            Tally some = default;
            foreach (CountKey key in needed)
            {
                some[key] = all[key];
            }

            kept[i] = some;
        }

        sink.Record(new WeekCounts { Date = week.Date, Strata = strata, Indicators = indicators, Tallies = kept, Doses = week.Doses });
    }

    private void Choose(IReadOnlyList<Stratum> all, IReadOnlyList<Indicator> known)
    {
        indicators = [.. known.Where(i => keys is null || keys.Contains(i.Key))];
        needed = [.. indicators.SelectMany(i => i.Numerator.Concat(i.Denominator).Concat(i.RestsOn)).Distinct()];
        bool slopes = indicators.Any(i => i.Form == IndicatorForm.Slope);
        for (int i = 0; i < all.Count; i++)
        {
            string by = all[i].By;
            if (kinds is null || by == Stratification.Everybody || kinds.Contains(by)
                || (slopes && by is Stratification.Deprivation or Stratification.PlaceDeprivation))
            {
                rows.Add(i);
            }
        }

        strata = [.. rows.Select(i => all[i])];
        kept = new Tally[rows.Count];
    }
}
