using Simulation.Cli.Running;
using Simulation.Scenarios.Diagnostics;
using Simulation.Scenarios.Sweeps;

namespace Simulation.Cli.Studies;

/// <summary>All runs that a scenario's sweep, replicates and draws make, with the baselines to compare them with.</summary>
internal static class Study
{
    /// <summary>The members in the order in which they run: each baseline before the first run that needs it.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="folder">Folder of the run files.</param>
    /// <param name="only">Numbers of the runs wanted; all when empty.</param>
    /// <param name="seed">Seed of the first replicate when the command line gives one.</param>
    /// <exception cref="CommandException">A combination of values cannot be read, or a number is not in the plan.</exception>
    public static IReadOnlyList<Member> Of(LoadedScenario scenario, string folder, IReadOnlyList<int> only, ulong? seed)
    {
        (IReadOnlyList<PlannedRun> runs, IReadOnlyList<Diagnostic> diagnostics) = SweepExpander.Expand(scenario.Scenario);
        if (diagnostics.Count > 0)
        {
            throw new CommandException(scenario.Path + " cannot be run" + Environment.NewLine + DiagnosticPrinter.Print(diagnostics).TrimEnd());
        }

        if (only.FirstOrDefault(n => n < 1 || n > runs.Count) is var wrong and not 0)
        {
            throw new CommandException($"{scenario.Path} makes {runs.Count:N0} {(runs.Count == 1 ? "run" : "runs")}; there is no run {wrong:N0}. 'simulate plan' lists them.");
        }

        MemberName names = new(runs);
        Dictionary<(string World, int Seed), string> baselines = MemberName.OfBaselines(runs);
        List<Member> members = [];
        HashSet<string> made = [];
        foreach (PlannedRun run in runs.Where(r => only.Count == 0 || only.Contains(r.Index)))
        {
            // A seed of the command line moves all replicates alike.
            ulong luck = seed is { } first ? first + (ulong)run.Replicate : (ulong)run.Seed;
            string baseline = Path.Combine(folder, baselines[(run.Baseline.Hash, run.Seed)]);
            if (made.Add(baseline))
            {
                members.Add(new Member(baseline, null, run, luck));
            }

            members.Add(new Member(Path.Combine(folder, names.Of(run)), baseline, run, luck));
        }

        return members;
    }
}
