namespace Simulation.Viewer.Wall;

/// <summary>Changes of one measure by neighbourhood.</summary>
/// <param name="All">With the plan less without; NaN where nobody is counted.</param>
/// <param name="Wanted">Above 0 the way the plan wants, below 0 the other way, 0 where chance could explain it or it is too small to name.</param>
/// <param name="LessIsBetter">Whether the plan wants less of it.</param>
/// <param name="HasRanges">Whether several runs give ranges.</param>
/// <param name="Near">Neighbourhoods in which the change itself is too small to name.</param>
internal sealed record Changes(double[] All, double[] Wanted, bool LessIsBetter, bool HasRanges, int Near)
{
    /// <summary>Neighbourhoods in which it rose, as far as can be told.</summary>
    public int Up => Wanted.Count(w => LessIsBetter ? w < 0 : w > 0);

    /// <summary>Neighbourhoods in which it fell.</summary>
    public int Down => Wanted.Count(w => LessIsBetter ? w > 0 : w < 0);

    /// <summary>Above 0 where most of the changes that can be told are wanted.</summary>
    public int Mostly => Wanted.Sum(Math.Sign);

    /// <summary>What it did in most of them.</summary>
    public string Verb => Up >= Down ? "rose" : "fell";
}
