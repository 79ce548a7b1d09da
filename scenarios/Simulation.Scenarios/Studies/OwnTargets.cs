using Simulation.Engine.Parameters;

namespace Simulation.Scenarios.Studies;

/// <summary>A figure that was measured.</summary>
/// <param name="Indicator">The measure.</param>
/// <param name="By">What it is broken down by, <c>all</c> for everybody.</param>
/// <param name="Stratum">Which of these, <c>all</c> for everybody.</param>
/// <param name="Value">What it was found to be; shares 0 to 1.</param>
/// <param name="Error">Standard error of that.</param>
/// <param name="Discrepancy">By how much the model may miss it even with the right numbers, a standard deviation.</param>
public sealed record OwnFigure(string Indicator, string By, string Stratum, double Value, double Error, double Discrepancy);

/// <summary>Figures of one's own, and the numbers of the model that may move to meet them.</summary>
public sealed record OwnTargets
{
    /// <summary>Most numbers that may move.</summary>
    public const int MostNumbers = 12;

    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>Where the figures come from; empty when not given.</summary>
    public string Description { get; init; } = string.Empty;

    /// <summary>Settings of the baseline that was looked at, as <c>--set</c> takes them.</summary>
    public IReadOnlyList<string> Settings { get; init; } = [];

    /// <summary>The numbers.</summary>
    public required IReadOnlyList<Parameter> Numbers { get; init; }

    /// <summary>The figures.</summary>
    public required IReadOnlyList<OwnFigure> Figures { get; init; }
}
