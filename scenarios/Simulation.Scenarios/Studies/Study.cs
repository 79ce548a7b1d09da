using Simulation.Scenarios.Sweeps;

namespace Simulation.Scenarios.Studies;

/// <summary>A question that many runs answer: scenarios beside what happens without them, under draws of the evidence and seeds of luck.</summary>
public sealed record Study
{
    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>What it is for; empty when not given.</summary>
    public string Description { get; init; } = string.Empty;

    /// <summary>The scenarios, one or more, each with its own sweep.</summary>
    public required IReadOnlyList<Scenario> Scenarios { get; init; }

    /// <summary>Draws of what the studies leave open; 0 = central values alone.</summary>
    public int Draws { get; init; }

    /// <summary>Draws that were run before, elsewhere: the first of this study is the next. With any, the central values are not run again.</summary>
    public int DrawsBefore { get; init; }

    /// <summary>Where the draws lie on the numbers that they vary.</summary>
    public IDrawDesign Design { get; init; } = DrawDesign.Latin;

    /// <summary>Runs of each draw with other luck.</summary>
    public int Seeds { get; init; } = 1;

    /// <summary>What is to be reached, or null.</summary>
    public StudyTarget? Target { get; init; }

    /// <summary>What may be spent, £, or null.</summary>
    public double? Budget { get; init; }

    /// <summary>The file as written.</summary>
    public required string Text { get; init; }

    /// <summary>The study that a scenario makes by itself: its sweep, draws and replicates.</summary>
    public static Study Of(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        return new Study
        {
            Name = scenario.Name,
            Description = scenario.Description,
            Scenarios = [scenario],
            Draws = scenario.Draws,
            Seeds = scenario.Replicates,
            Target = scenario.Target,
            Text = scenario.Text,
        };
    }
}
