using System.Globalization;
using Simulation.Results.Sentences;
using Simulation.Results.Statistics;

namespace Simulation.Results.Studies;

/// <summary>A scenario held against what a study asks: so many residents more active, for so much money, and how sure that is.</summary>
/// <remarks>
/// The residents are those no longer inactive in the last year. The money is what has a price, over the horizon; what has none is
/// named and never taken for nothing. Prices are not drawn: a plan is within the budget in all draws or in none.
/// </remarks>
/// <param name="Target">Residents asked for, or null.</param>
/// <param name="Fewer">Residents no longer inactive, mean.</param>
/// <param name="Likely">The range that holds them 8 times in 10; null with one pair.</param>
/// <param name="Reaching">Draws of the evidence in which the target is reached.</param>
/// <param name="Draws">Draws of the evidence.</param>
/// <param name="Budget">What may be spent, £, or null.</param>
/// <param name="Cost">What the levers that have a price cost over the horizon, £; null when none has one.</param>
/// <param name="NotCosted">Levers without a price.</param>
/// <param name="Unranged">Levers without a range.</param>
public sealed record Verdict(
    double? Target, double Fewer, Interval? Likely, int Reaching, int Draws, double? Budget, double? Cost, IReadOnlyList<string> NotCosted, IReadOnlyList<string> Unranged)
{
    private const double DaysOfYear = 365.25;

    // With fewer, "in none of them" says little.
    private const int LeastDraws = 8;

    /// <summary>The target as a share that is met; null where there is none.</summary>
    public double? Share => Fewer / Target;

    /// <summary>Whether what has a price fits the budget; null where there is no budget or no price.</summary>
    public bool? WithinBudget => Budget is { } budget && Cost is { } cost ? cost <= budget : null;

    /// <summary>Draws of the evidence in which the target is reached within the budget.</summary>
    public int ReachingWithinBudget => WithinBudget == false ? 0 : Reaching;

    /// <summary>£ for each resident no longer inactive, a ratio of means; null where there is no price, or it can't be told whether anybody is.</summary>
    public double? CostEach => Cost is > 0 and { } cost && Fewer > 0 && Likely is { Low: > 0 } ? cost / Fewer : null;

    /// <summary>The verdict on a scenario; null where inactivity was not recorded.</summary>
    public static Verdict? Of(StudyArm arm, StudyFindings study)
    {
        ArgumentNullException.ThrowIfNull(arm);
        ArgumentNullException.ThrowIfNull(study);
        if (arm.Inactive() is not { } inactive)
        {
            return null;
        }

        double[] draws = [.. arm.Pairs.Where(p => p.Draw > 0).GroupBy(p => p.Draw).Select(g => -((arm with { Pairs = [.. g] }).Inactive()?.Mean ?? double.NaN))];
        LeverCost[] costs = [.. study.Costs.Where(c => c.Arm == arm.Name)];
        LeverCost[] priced = [.. costs.Where(c => c.Capital is not null || c.Running is not null)];
        return new Verdict(
            study.Target,
            -inactive.Mean,
            inactive.Likely?.Times(-1),
            study.Target is { } target ? draws.Count(d => d >= target) : 0,
            draws.Length,
            study.Budget,
            priced.Length == 0 ? null : priced.Sum(c => (c.Capital ?? 0) + ((c.Running ?? 0) * study.Days / DaysOfYear)),
            [.. costs.Except(priced).Select(c => c.Label)],
            [.. study.Unranged.Where(u => u.Arm == arm.Name).Select(u => u.Label)]);
    }

    /// <summary>What is met of the target, how often, for how much money, and what the ranges leave out: a sentence each, none where nothing was asked and nothing has a price.</summary>
    public IReadOnlyList<string> Sentences()
    {
        List<string> said = [];
        if (Target is { } target)
        {
            string asked = string.Create(CultureInfo.InvariantCulture, $"the {target:#,0} asked for");
            said.Add(Likely is { } range && range.Contains(0) ? $"We can't tell whether it comes any nearer to {asked}."
                : $"That is {Percent(Fewer / target)} of {asked}{(Likely is { } known ? $" (likely {Percent(known.Low / target)} to {Percent(known.High / target)})" : string.Empty)}.");
        }

        if (Cost is > 0 and { } cost)
        {
            string each = CostEach is { } one ? $", {CostSentence.Pounds(one)} for each resident no longer inactive" : string.Empty;
            string left = NotCosted.Count > 0 ? $"; not costed: {string.Join(", ", NotCosted)}" : string.Empty;
            string held = (Budget, WithinBudget) switch
            {
                ({ } budget, true) => $", within the budget of {CostSentence.Pounds(budget)}{(NotCosted.Count > 0 ? " so far as it has a price" : string.Empty)}",
                ({ } budget, false) => $", more than the budget of {CostSentence.Pounds(budget)}",
                _ => string.Empty,
            };
            said.Add($"It costs {CostSentence.Pounds(cost)}{each}{held}{left}.");
        }
        else if (NotCosted.Count > 0)
        {
            said.Add($"Not costed: {string.Join(", ", NotCosted)}.");
        }

        if (Target is not null && Draws >= LeastDraws)
        {
            said.Add($"{(WithinBudget is null ? "The target is reached" : "The target is reached within the budget")} in {HowMany(ReachingWithinBudget, Draws)} draws of the evidence.");
        }

        if (Unranged.Count > 0 && Draws > 0)
        {
            said.Add($"No range is known for {string.Join(", ", Unranged)}: the doubt given is a floor, not certainty.");
        }

        return said;
    }

    private static string HowMany(int some, int all) => some == 0 ? string.Create(CultureInfo.InvariantCulture, $"none of {all:#,0}")
        : some == all ? string.Create(CultureInfo.InvariantCulture, $"all {all:#,0}")
        : string.Create(CultureInfo.InvariantCulture, $"{some:#,0} of {all:#,0}");

    private static string Percent(double share) =>
        (100 * share).ToString(Math.Abs(share) < 0.0995 ? "0.0" : "0", CultureInfo.InvariantCulture) + SpokenNumber.NoBreak + "%";
}
