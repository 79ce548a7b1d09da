using System.Collections.Immutable;

namespace Simulation.Engine.Embedded.Land.Gazetteers;

/// <summary>The localities of the nine places.</summary>
internal static class Gazetteer
{
    /// <summary>Localities by place, places in the order of <see cref="Figures.PlaceFigures.All"/>.</summary>
    public static ImmutableArray<ImmutableArray<Locality>> ByPlace { get; } =
    [
        HaltonGazetteer.Localities,
        WarringtonGazetteer.Localities,
        CheshireEastGazetteer.Localities,
        CheshireWestGazetteer.Localities,
        KnowsleyGazetteer.Localities,
        LiverpoolGazetteer.Localities,
        SaintHelensGazetteer.Localities,
        SeftonGazetteer.Localities,
        WirralGazetteer.Localities,
    ];
}
