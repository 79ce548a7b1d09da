using Simulation.Engine.Embedded;
using Simulation.Engine.Synthesis;

namespace Simulation.Engine.Tests.Embedded;

/// <summary>Seed 1's inputs, made once for all tests that only look.</summary>
internal static class SharedInputs
{
    private static readonly Lazy<SynthesisInputs> One = new(() => EmbeddedInputs.Create(1));

    public static SynthesisInputs Inputs => One.Value;

    public static IEnumerable<NeighbourhoodInput> Of(int place) => Inputs.Neighbourhoods.Where(n => n.Place == place);

    public static double Adults(NeighbourhoodInput n) => n.AgeBands.Skip(1).Sum();

    public static double Workers(NeighbourhoodInput n) => Adults(n) * n.Employed;

    public static double Metres(double x, double y, double x2, double y2) => Math.Sqrt(((x - x2) * (x - x2)) + ((y - y2) * (y - y2)));
}
