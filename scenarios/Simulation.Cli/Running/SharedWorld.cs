using System.Globalization;
using Simulation.Experiments;
using Simulation.Experiments.Running;
using Simulation.Scenarios;
using Simulation.Scenarios.Sweeps;

namespace Simulation.Cli.Running;

/// <summary>What a baseline shares with the scenarios that it is compared with.</summary>
internal static class SharedWorld
{
    /// <summary>
    /// A baseline that does nothing has no days of its own to defend: it is run over the days, and with the numbers of the
    /// model, of what it is compared with.
    /// </summary>
    /// <param name="scenarios">Scenarios to run, the baseline first; null where a run file stands. The baseline is replaced.</param>
    /// <param name="reporter">Told when the baseline is another than the file says.</param>
    public static void Settle(LoadedScenario?[] scenarios, IReporter reporter)
    {
        if (scenarios[0] is not { Scenario: { Interventions.Count: 0, ParameterOverrides.Count: 0 } } baseline
            || scenarios.Skip(1).FirstOrDefault(s => s is { Scenario.Interventions.Count: > 0 }) is not { } other)
        {
            return;
        }

        Scenario own = baseline.Scenario;
        Scenario theirs = other.Scenario;
        bool numbers = theirs.ParameterOverrides.Count > 0;
        if (!numbers && own.Start == theirs.Start && own.Days == theirs.Days)
        {
            return;
        }

        scenarios[0] = baseline with { Scenario = SweepExpander.BaselineOf(theirs) with { Name = own.Name } };
        reporter.Say(string.Create(
            CultureInfo.InvariantCulture,
            $"{baseline.Path}: does nothing by itself, so it runs over the days of {other.Path}, {theirs.Days:N0} from {theirs.Start:yyyy-MM-dd}{(numbers ? ", with its numbers of the model" : string.Empty)}"));
    }
}
