namespace Simulation.Engine.Synthesis;

/// <summary>What the synthesiser is asked for.</summary>
/// <param name="Residents">Residents wanted over the whole area, at least 1.</param>
/// <param name="Seed">Seed of the synthesis: the same inputs, residents and seed give the same bytes.</param>
public sealed record SynthesisOptions(int Residents = 2_700_000, ulong Seed = 1)
{
    /// <summary>Most residents: row numbers must fit 31 bits with room for vacant rows.</summary>
    public const int MostResidents = 100_000_000;

    /// <summary>Worker threads; any number gives the same bytes.</summary>
    public int Workers { get; init; } = Environment.ProcessorCount;
}
