
namespace Simulation.Viewer.Protocol;

/// <summary>What is known of the scenario; what is null is left out of the message and stays as it was.</summary>
public sealed record ScenarioMessage
{
    /// <summary>Controls as they stand.</summary>
    public IReadOnlyList<LeverView>? Levers { get; init; }

    /// <summary>Kinds of intervention that can be added.</summary>
    public IReadOnlyList<LeverKind>? Kinds { get; init; }

    /// <summary>Streets closed at school gates.</summary>
    public IReadOnlyList<ClosedStreet>? SchoolStreets { get; init; }

    /// <summary>Scenarios of the library that can be opened instead; left out where none can.</summary>
    public IReadOnlyList<string>? Library { get; init; }

    /// <summary>Pulls so far, oldest first: each is a flag on the curve.</summary>
    public IReadOnlyList<Pull>? Pulls { get; init; }

    /// <summary>What a check warns of in the scenario as it stands, in words.</summary>
    public IReadOnlyList<string>? Warnings { get; init; }

    /// <summary>Plans that can be looked at beside one another; left out where there are no more than two.</summary>
    public PlansView? Plans { get; init; }

    /// <summary>Key of the indicator that most of its interventions move first: what a page opens on.</summary>
    public string? Headline { get; init; }

    /// <summary>The scenario as a file.</summary>
    public string? Text { get; init; }
}
