namespace Simulation.Scenarios.Sources;

/// <summary>Caps that keep a hostile or mistaken file from taking the machine with it; a real scenario comes nowhere near them.</summary>
internal static class SyntaxLimits
{
    /// <summary>Bytes of one file.</summary>
    public const int FileBytes = 1_000_000;

    /// <summary>Characters of one line.</summary>
    public const int LineLength = 10_000;

    /// <summary>Levels of nesting.</summary>
    public const int Depth = 32;

    /// <summary>Nodes of one file, with every alias written out.</summary>
    public const int Nodes = 50_000;

    /// <summary>Interventions of one scenario.</summary>
    public const int Interventions = 1000;

    /// <summary>Values of a sweep × interventions that are checked when a scenario is read; the rest is checked when it is expanded.</summary>
    public const int SweepChecks = 100_000;

    /// <summary>Files in a chain of <c>extends</c> and <c>include</c>.</summary>
    public const int Files = 32;

    /// <summary>Errors kept; the rest of a file that is wrong throughout teaches nothing new.</summary>
    public const int Diagnostics = 100;
}
