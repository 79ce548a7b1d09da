using Simulation.Engine.Observation;

namespace Simulation.Experiments.Running;

/// <summary>Keeps only the figures that a scenario asks for.</summary>
/// <param name="indicators">Indicators kept; null for all.</param>
/// <param name="strata">Stratifications kept beside <c>all</c>; null for all.</param>
/// <param name="sink">Where the kept figures go.</param>
public sealed class FigureFilter(IReadOnlyList<string>? indicators, IReadOnlyList<string>? strata, IIndicatorSink sink) : IIndicatorSink
{
    private readonly List<IndicatorRow> kept = [];

    /// <summary><paramref name="sink"/> itself when the scenario keeps everything, else a filter before it.</summary>
    public static IIndicatorSink Before(IIndicatorSink sink, IReadOnlyList<string>? indicators, IReadOnlyList<string>? strata) =>
        indicators is null && strata is null ? sink : new FigureFilter(indicators, strata, sink);

    /// <inheritdoc/>
    public void Record(ReadOnlySpan<IndicatorRow> rows)
    {
        kept.Clear();
        foreach (ref readonly IndicatorRow row in rows)
        {
            if ((indicators is null || indicators.Contains(row.Name)) && (strata is null || row.By == "all" || strata.Contains(row.By)))
            {
                kept.Add(row);
            }
        }

        sink.Record(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(kept));
    }
}
