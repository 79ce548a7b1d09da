using System.Globalization;
using Simulation.Scenarios.Diagnostics;
using Simulation.Scenarios.Values;

namespace Simulation.Scenarios.Checks;

/// <summary>Dates that are sound and still may not mean what was meant.</summary>
internal static class TimingChecks
{
    /// <summary>Adds warnings of <paramref name="scenario"/> to <paramref name="bag"/>.</summary>
    public static void Check(Scenario scenario, DiagnosticBag bag)
    {
        foreach (ScenarioIntervention one in scenario.Interventions)
        {
            RollOut(scenario, one, bag);
            Length(one, bag);
        }
    }

    private static void RollOut(Scenario scenario, ScenarioIntervention one, DiagnosticBag bag)
    {
        (int start, int days) = (one.Request.PhaseIn.Start, one.Request.PhaseIn.Days);
        int run = scenario.End.DayNumber;
        int end = Math.Min(run, one.Request.End);
        if (start < end && start + days > end)
        {
            DateOnly last = LastDay.Before(DateOnly.FromDayNumber(end)).Date;
            bag.Warn(
                Codes.RollOutCut, one.SpanOf("phase_in.over"),
                $"'{one.Name}' is rolled out to {DateParser.Format(DateOnly.FromDayNumber(start + days))}, and {(end < run ? "it ends" : "the run ends")} on {DateParser.Format(last)}: who would join later never does.",
                $"Roll it out faster, {(end < run ? "end it later" : "lengthen the horizon")}, or leave it if that is what you mean.");
        }
    }

    private static void Length(ScenarioIntervention one, DiagnosticBag bag)
    {
        if (one.Kind.TimingOf(one.Request).For is { } days && double.IsFinite(days) && !one.Request.Values.ContainsKey("for") && one.Request.Costs.Any(c => c.PerYear))
        {
            bag.Warn(
                Codes.UsualLength, one.SpanOf(one.Spans.Keys.FirstOrDefault(key => key.StartsWith("cost.", StringComparison.Ordinal)) ?? "cost"),
                string.Create(CultureInfo.InvariantCulture, $"'{one.Name}' serves each for {days:0.#} days, as is usual for its kind, and its running costs are paid for that long."),
                string.Create(CultureInfo.InvariantCulture, $"Write `for: {days:0.#} days`, or how long it is to last."));
        }
    }
}
