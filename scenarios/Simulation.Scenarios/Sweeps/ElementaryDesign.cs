using Simulation.Engine.Randomness;

namespace Simulation.Scenarios.Sweeps;

/// <summary>
/// Walks through the ranges of some numbers, one number after another: each trajectory begins at a point of a grid of four levels, and
/// every draw after its first moves one number by two thirds of its range (Morris 1991, Technometrics 33:161). What a step does to
/// the answer is that number's doing alone, so that all draws of a trajectory share their luck.
/// </summary>
/// <remarks>Addressed by the number's name and the trajectory: more trajectories leave those before them as they were.</remarks>
public sealed class ElementaryDesign : IDrawDesign
{
    /// <summary>How far a number moves, as a share of its range.</summary>
    public const double Step = 2.0 / 3;

    private const double Level = 1.0 / 3;

    private readonly Dictionary<string, int> numbers;

    /// <summary>A design.</summary>
    /// <param name="names">The numbers that it moves, each once.</param>
    /// <param name="trajectories">Trajectories, one or more.</param>
    public ElementaryDesign(IReadOnlyList<string> names, int trajectories)
    {
        ArgumentNullException.ThrowIfNull(names);
        ArgumentOutOfRangeException.ThrowIfLessThan(trajectories, 1);
        Names = names;
        Trajectories = trajectories;
        numbers = names.Select((name, i) => (name, i)).ToDictionary(n => n.name, n => n.i, StringComparer.Ordinal);
    }

    /// <summary>The numbers that it moves.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Trajectories.</summary>
    public int Trajectories { get; }

    /// <summary>Draws of one trajectory: its first point, and one after each step.</summary>
    public int Length => Names.Count + 1;

    /// <summary>Draws in all.</summary>
    public int Draws => Trajectories * Length;

    /// <inheritdoc/>
    public double? Unit(string name, int draw)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(draw, 1);
        if (!numbers.ContainsKey(name))
        {
            return null;
        }

        int trajectory = (draw - 1) / Length;
        ulong key = Key(name, trajectory);
        double low = Level * (key & 1);
        bool rises = (key & 2) != 0;
        bool moved = (draw - 1) % Length > Turn(name, trajectory);
        return rises == moved ? low + Step : low;
    }

    /// <inheritdoc/>
    public int LuckOf(int draw) => draw == 0 ? 0 : 1 + ((draw - 1) / Length);

    // When a number moves: the order of the keys of all.
    private int Turn(string name, int trajectory)
    {
        ulong own = Key(name, trajectory);
        int mine = numbers[name];
        int before = 0;
        for (int other = 0; other < Names.Count; other++)
        {
            ulong key = Key(Names[other], trajectory);
            before += key < own || (key == own && other < mine) ? 1 : 0;
        }

        return before;
    }

    private static ulong Key(string name, int trajectory) => SplitMix64.Mix(SplitMix64.OfName(name) + ((ulong)(trajectory + 1) * SplitMix64.Golden));
}
