using System.Globalization;
using Simulation.Results.Sentences;

namespace Simulation.Results.Comparisons;

/// <summary>How far a plan comes towards the residents more active that it is held against.</summary>
public static class TargetAnswer
{
    /// <summary>The answer; null where the plan names no target, or inactivity was not recorded.</summary>
    public static string? Of(ScenarioChange scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        if (scenario.Manifest.Target is not { } target || scenario.FewerInactive is not { } fewer)
        {
            return null;
        }

        string asked = string.Create(CultureInfo.InvariantCulture, $"Asked for: {target:#,0} residents more active.");
        string change = fewer == 0
            ? $"As many are inactive as without the plan: 0 of {Count(target)}."
            : $"{SpokenNumber.Count(fewer)} {(fewer > 0 ? "fewer" : "more")} are inactive in the last year, as a survey counts adults and children: {Percent(fewer / target)} of what was asked for.";
        return scenario.Gains is not { } gains ? $"{asked} {change}" : $"{asked} {change} {Reached((gains.Adults + gains.Children).InactiveGained, target)}";
    }

    private static string Reached(Steps gained, double target) =>
        $"Of those inactive without it, {SpokenNumber.Count(gained.Ten)} gain 10 minutes a week or more over the year ({Percent(gained.Ten / target)}), "
        + $"{SpokenNumber.Count(gained.Thirty)} 30 or more ({Percent(gained.Thirty / target)}), {SpokenNumber.Count(gained.Sixty)} an hour or more ({Percent(gained.Sixty / target)}).";

    private static string Count(double number) => number.ToString("#,0", CultureInfo.InvariantCulture);

    private static string Percent(double share) =>
        (100 * share).ToString(Math.Abs(share) < 0.0995 ? "0.0" : "0", CultureInfo.InvariantCulture) + SpokenNumber.NoBreak + "%";
}
