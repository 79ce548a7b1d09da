using System.Globalization;
using Simulation.Experiments;
using Simulation.Experiments.Running;
using Simulation.Results.Runs;
using Simulation.Scenarios;
using Simulation.Scenarios.Sweeps;

namespace Simulation.Cli.Running;

/// <summary>What a baseline shares with the scenarios that it is compared with.</summary>
internal static class SharedWorld
{
    /// <summary>
    /// A baseline that does nothing has no days of its own to defend: it is run over the days, and with the numbers and the structure of
    /// the model, of what it is compared with.
    /// </summary>
    /// <param name="scenarios">Scenarios to run, the baseline first; null where a run file stands. The baseline is replaced.</param>
    /// <param name="request">How they are run: days that it names hold for all of them.</param>
    /// <param name="like">The first run file among them, whose days are taken where the request names none.</param>
    /// <param name="reporter">Told when a scenario is run otherwise than its file says.</param>
    public static void Settle(LoadedScenario?[] scenarios, RunRequest request, RunManifest? like, IReporter reporter)
    {
        if (like is not null && request is { Days: null, Until: null })
        {
            foreach (LoadedScenario scenario in scenarios.OfType<LoadedScenario>().Where(s => s.Scenario.Days != like.Days && s.Scenario.Interventions.Count > 0))
            {
                reporter.Say(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{scenario.Path}: runs over {like.Days:N0} days, as the run file beside it did, not over its own {scenario.Scenario.Days:N0}"));
            }
        }

        if (scenarios[0] is not { Scenario: { Interventions.Count: 0, ParameterOverrides.Count: 0 } } baseline
            || scenarios.Skip(1).FirstOrDefault(s => s is { Scenario.Interventions.Count: > 0 }) is not { } other)
        {
            return;
        }

        Scenario own = baseline.Scenario;
        Scenario theirs = other.Scenario;
        RunHorizon days = RunHorizon.Of(other, request, like);
        string[] shared =
        [
            .. RunHorizon.Of(baseline, request, like) == days ? Array.Empty<string>()
                : [string.Create(CultureInfo.InvariantCulture, $"over the days of {other.Path}, {days.Days:N0} from {days.Start:yyyy-MM-dd}")],
            .. theirs.ParameterOverrides.Count == 0 ? Array.Empty<string>() : ["with its numbers of the model"],
            .. own.Structure == theirs.Structure ? Array.Empty<string>() : [$"with its structure of the model ({theirs.Structure})"],
        ];
        if (shared.Length > 0)
        {
            scenarios[0] = baseline with { Scenario = SweepExpander.BaselineOf(theirs) with { Name = own.Name } };
            reporter.Say($"{baseline.Path}: does nothing by itself, so it runs {string.Join(", ", shared)}{(shared[0].Contains(other.Path, StringComparison.Ordinal) ? string.Empty : $", as {other.Path} does")}");
        }
    }
}
