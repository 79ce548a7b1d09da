using System.Globalization;
using Simulation.Engine.Calibration;
using Simulation.Engine.Parameters;
using Simulation.Engine.Populations;
using Simulation.Engine.Running;
using Simulation.Populations;
using Simulation.Results.Runs;
using Simulation.Scenarios;
using Simulation.Scenarios.Sweeps;

namespace Simulation.Experiments.Studies;

/// <summary>What brings the baseline of a draw back to the totals of the central values.</summary>
/// <param name="Shifts">Shifts of the solved baseline, by name (<see cref="BaselineParameters"/>).</param>
/// <param name="Miss">The largest miss of a total that is left, in points.</param>
public sealed record SolvedDraw(IReadOnlyDictionary<string, double> Shifts, double Miss);

/// <summary>Solves the baselines of a study's draws, each once, on a sample of the residents.</summary>
/// <param name="population">The study's residents.</param>
/// <param name="request">How they were asked for: a sample of theirs is asked for alike.</param>
/// <param name="workers">Worker threads.</param>
/// <param name="reporter">Shows how far the solving has come.</param>
/// <param name="known">What was solved before, by address.</param>
public sealed class DrawnBaselines(
    Population population, PopulationRequest request, int workers, IReporter reporter, IReadOnlyDictionary<string, SolvedDraw> known) : IDisposable
{
    /// <summary>A miss of more than so many points is worth a word.</summary>
    private const double Noted = 0.5;

    /// <summary>Of so many residents no sample is taken.</summary>
    private const int Small = 2 * DrawSolver.SampleResidents;

    private readonly SortedDictionary<string, SolvedDraw> solved = new(StringComparer.Ordinal);
    private readonly Dictionary<(string World, int Draw), string> addresses = [];
    private OpenPopulation? opened;

    /// <summary>What has been solved, by the address of the draw's numbers.</summary>
    public IReadOnlyDictionary<string, SolvedDraw> Known => solved;

    /// <summary>Solves what is not known yet.</summary>
    /// <param name="runs">Runs with their draws.</param>
    /// <param name="cancellation">Stops between two days.</param>
    public void Solve(IReadOnlyList<PlannedRun> runs, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(runs);
        Dictionary<string, (Scenario Central, Scenario Drawn, int Draw)> open = new(StringComparer.Ordinal);
        foreach (PlannedRun run in runs)
        {
            // Points of one world share it, and its draws.
            if (addresses.ContainsKey((run.Baseline.Hash, run.Draw)))
            {
                continue;
            }

            Scenario drawn = SweepExpander.DrawnBaseline(run);
            string address = AddressOf(drawn);
            addresses.Add((run.Baseline.Hash, run.Draw), address);
            if (known.TryGetValue(address, out SolvedDraw? done))
            {
                solved[address] = done;
            }
            else
            {
                open.TryAdd(address, (run.Baseline, drawn, run.Draw));
            }
        }

        if (open.Count == 0)
        {
            return;
        }

        Population sample = Sample(cancellation);
        KeptDraws kept = new(sample);
        Dictionary<string, int> draws = open.ToDictionary(o => o.Key, o => o.Value.Draw, StringComparer.Ordinal);
        foreach ((string address, (Scenario central, _, _)) in open.ToArray())
        {
            if (kept.Find(AddressOf(central), address) is { } found)
            {
                solved.Add(address, found);
                open.Remove(address);
            }
        }

        if (open.Count > 0)
        {
            Solve(open, sample, kept, cancellation);
        }

        foreach ((string address, int draw) in draws.Where(one => solved[one.Key].Miss > Noted))
        {
            reporter.Say(string.Create(CultureInfo.InvariantCulture, $"warning: the baseline of draw {draw} misses the central one's totals by {solved[address].Miss:0.0} points; its differences carry that miss."));
        }
    }

    private void Solve(Dictionary<string, (Scenario Central, Scenario Drawn, int Draw)> open, Population sample, KeptDraws kept, CancellationToken cancellation)
    {
        int before = solved.Count;
        int step = sample.Count * (ModelRun.WarmUpDays + DrawSolver.Days) * DrawSolver.UsualRounds;
        // A draw to each worker: so small a sample would leave workers waiting for each other within one.
        Dictionary<string, DrawSolver> solvers = open.Values.Select(o => o.Central).DistinctBy(AddressOf)
            .ToDictionary(AddressOf, central => new DrawSolver(sample, central.Propensity, central.ParameterOverrides, workers: 1), StringComparer.Ordinal);
        reporter.Show("Solving baselines", open.Count, "draws", step, report => SideBySide.ForEach(
            open,
            workers,
            one =>
            {
                (IReadOnlyDictionary<string, double> shifts, double miss) = solvers[AddressOf(one.Value.Central)].Solve(one.Value.Drawn.ParameterOverrides, cancellation);
                SolvedDraw now = new(shifts, Math.Round(miss, 3));
                kept.Keep(AddressOf(one.Value.Central), one.Key, now);
                lock (solved)
                {
                    solved.Add(one.Key, now);
                    report(solved.Count - before);
                }
            },
            cancellation));
    }

    /// <summary>The shifts of a run's draw; it has been solved.</summary>
    public IReadOnlyDictionary<string, double> ShiftsOf(PlannedRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return solved[addresses[(run.Baseline.Hash, run.Draw)]].Shifts;
    }

    /// <inheritdoc/>
    public void Dispose() => opened?.Dispose();

    private static string AddressOf(Scenario baseline) => $"{baseline.Propensity} {ParametersHash.Of(baseline.ParameterOverrides)}";

    private Population Sample(CancellationToken cancellation)
    {
        // Of a finished file no sample can be made.
        if (population.Count <= Small || request.File is not null)
        {
            return population;
        }

        opened = PopulationProvider.Open(request with { Residents = DrawSolver.SampleResidents }, workers, reporter.Say, cancellation);
        return opened.Population;
    }
}
