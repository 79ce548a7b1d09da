using Simulation.Engine.Randomness;

namespace Simulation.Scenarios.Sweeps;

/// <summary>
/// Where each draw lies on each number: Latin hypercubes of sixteen draws. A study that stops after any block is balanced,
/// and more draws leave those before them as they were.
/// </summary>
/// <remarks>
/// Addressed by the number's name and the draw: another intervention in a scenario moves none of them, and two scenarios that
/// share a number share its draws.
/// </remarks>
public sealed class DrawDesign : IDrawDesign
{
    /// <summary>Draws in a block.</summary>
    public const int Block = 16;

    private DrawDesign()
    {
    }

    /// <summary>The design of every study but a screen.</summary>
    public static DrawDesign Latin { get; } = new();

    /// <inheritdoc/>
    double? IDrawDesign.Unit(string name, int draw) => Unit(name, draw);

    /// <summary>Each draw has luck of its own: the same in all would make chance look like certainty.</summary>
    public int LuckOf(int draw) => draw;

    /// <summary>Where draw <paramref name="draw"/>, from 1, lies on the number called <paramref name="name"/>, in [0, 1).</summary>
    public static double Unit(string name, int draw)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(draw, 1);
        int at = (draw - 1) % Block;
        ulong address = SplitMix64.OfName(name) + ((ulong)((draw - 1) / Block) * SplitMix64.Golden);
        ulong own = Key(address, at);
        int part = 0;
        for (int other = 0; other < Block; other++)
        {
            ulong key = Key(address, other);
            part += key < own || (key == own && other < at) ? 1 : 0;
        }

        return (part + SplitMix64.Unit(SplitMix64.Mix(own + SplitMix64.Golden))) / Block;
    }

    private static ulong Key(ulong address, int draw) => SplitMix64.Mix(SplitMix64.Mix(address) ^ (ulong)(draw + 1));
}
