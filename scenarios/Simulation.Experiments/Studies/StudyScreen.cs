using Simulation.Results.Statistics;
using Simulation.Results.Studies;
using Simulation.Scenarios.Sweeps;

namespace Simulation.Experiments.Studies;

/// <summary>What one number does to the answer of a plan.</summary>
/// <param name="Name">The number.</param>
/// <param name="Effect">What moving it from its low to its high end does, in the answer's unit.</param>
public sealed record ScreenedNumber(string Name, ElementaryEffect Effect);

/// <summary>Which numbers of the model decide what a plan does: elementary effects on the difference between plan and baseline, never on either.</summary>
public static class StudyScreen
{
    /// <summary>What counts when no indicator is named: fewer residents inactive.</summary>
    public const string FewerInactive = "fewer residents inactive";

    /// <summary>The numbers that a screen moves.</summary>
    /// <param name="drawn">All that draws of the plan vary.</param>
    /// <param name="asked">Names, or beginnings of names; empty for all.</param>
    /// <exception cref="ExperimentException">Nothing is called so.</exception>
    public static IReadOnlyList<string> Numbers(IReadOnlyList<string> drawn, IReadOnlyList<string> asked)
    {
        ArgumentNullException.ThrowIfNull(drawn);
        ArgumentNullException.ThrowIfNull(asked);
        foreach (string name in asked.Where(a => !drawn.Any(d => d.StartsWith(a, StringComparison.Ordinal))))
        {
            throw new ExperimentException($"no number that draws of this plan vary is called '{name}' or begins so; among them are {string.Join(", ", drawn.Take(3))}, and {drawn[^1]}.");
        }

        return asked.Count == 0 ? drawn : [.. drawn.Where(d => asked.Any(a => d.StartsWith(a, StringComparison.Ordinal)))];
    }

    /// <summary>The numbers by how much they matter.</summary>
    /// <param name="arm">The plan.</param>
    /// <param name="design">How its draws were laid.</param>
    /// <param name="indicator">The indicator whose change is the answer; null for <see cref="FewerInactive"/>, in people of the region.</param>
    /// <exception cref="ExperimentException">A run is missing, or the indicator was not recorded.</exception>
    public static IReadOnlyList<ScreenedNumber> Of(StudyArm arm, ElementaryDesign design, string? indicator)
    {
        ArgumentNullException.ThrowIfNull(arm);
        ArgumentNullException.ThrowIfNull(design);
        double[] answers = [.. Enumerable.Range(1, design.Draws).Select(draw => AnswerOf(arm, draw, indicator))];
        double[][] points = [.. Enumerable.Range(1, design.Draws).Select(draw => design.Names.Select(name => design.Unit(name, draw)!.Value).ToArray())];
        IReadOnlyList<ElementaryEffect> effects = ElementaryEffects.Of(points, answers, design.Length);
        return [.. design.Names.Select((name, i) => new ScreenedNumber(name, effects[i])).OrderByDescending(n => n.Effect.Size).ThenBy(n => n.Name, StringComparer.Ordinal)];
    }

    private static double AnswerOf(StudyArm arm, int draw, string? indicator)
    {
        RunPair[] pairs = [.. arm.Pairs.Where(p => p.Draw == draw)];
        if (pairs.Length == 0)
        {
            throw new ExperimentException($"draw {draw} of the screen is missing; the same command makes it.");
        }

        StudyArm alone = arm with { Pairs = pairs };
        PairedEstimate? change = indicator is null ? alone.Inactive() : alone.Change(indicator);
        return change is null ? throw new ExperimentException($"the runs keep no {indicator ?? "residents inactive"}; its `outputs` leave it out, or nobody was there to measure.")
            : indicator is null ? -change.Mean : change.Mean;
    }
}
