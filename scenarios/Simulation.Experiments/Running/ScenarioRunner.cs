using System.Diagnostics;
using Simulation.Engine.Interventions;
using Simulation.Engine.Observation;
using Simulation.Engine.Parameters;
using Simulation.Engine.Populations;
using Simulation.Engine.Running;
using Simulation.Engine.Validation;
using Simulation.Populations;
using Simulation.Results.Indicators;
using Simulation.Results.RunFiles;
using Simulation.Results.Runs;
using Simulation.Scenarios.Checks;
using Simulation.Scenarios.Costing;

namespace Simulation.Experiments.Running;

/// <summary>Runs a plan day by day and keeps its figures.</summary>
public static class ScenarioRunner
{
    /// <summary>Runs a plan.</summary>
    /// <param name="plan">What to run.</param>
    /// <param name="file">Run file to write, or null to keep the figures in memory.</param>
    /// <param name="force">Whether an existing file may be replaced.</param>
    /// <param name="reporter">Shows how far the run has come.</param>
    /// <param name="cancellation">Stops the run between two days; the unfinished file is removed.</param>
    public static FinishedRun Run(RunPlan plan, string? file, bool force, IReporter reporter, CancellationToken cancellation)
    {
        IReadOnlyList<Effect> effects = plan.Scenario.Bind(plan.Population.Population, reporter);
        RunOptions options = new()
        {
            Start = plan.Horizon.Start,
            Days = plan.Horizon.Days,
            Seed = plan.Seed,
            Workers = plan.Workers,
            Parameters = plan.Scenario.Scenario.ParameterOverrides,
            Propensity = plan.Scenario.Scenario.Propensity,
            Held = effects.Count > 0 ? plan.Scenario.Scenario.Held & HeldBack.Feedback : Mechanism.None,
            CountsYear = plan.Scenario.Scenario.Interventions.Count == 0,
            Rebind = plan.Scenario.Scenario.People == PeopleStructure.Living ? plan.Scenario.Rebind : null,
        };
        if (file is null)
        {
            RunInMemory memory = new(plan.Scenario.Path);
            using ModelRun kept = new(plan.Population.Population, effects, options) { Sink = Kept(plan, memory) };
            double spent = WarmUp(plan, kept, reporter, cancellation);
            memory.Complete(Simulate(plan, kept, null, spent, reporter, cancellation), effects, Validate(kept, effects), kept.Each());
            return new FinishedRun(memory, null, plan.Population.File, kept.Profile);
        }

        using (RunFileWriter writer = RunFileWriter.Create(file, force))
        using (ModelRun run = new(plan.Population.Population, effects, options) { Sink = Kept(plan, writer) })
        {
            double spent = 0;
            void Warm() => spent = WarmUp(plan, run, reporter, cancellation);
            using Checkpoints? checkpoints = plan.CheckpointDays > 0 ? Checkpoints.Begin(plan, file, force, run, run.Sink, Warm, reporter) : null;
            if (checkpoints is null)
            {
                Warm();
            }

            writer.Complete(Simulate(plan, run, checkpoints, spent, reporter, cancellation), effects, run.Profile, Validate(run, effects), run.Each());
            checkpoints?.Remove();
        }

        RunFileReader reader = RunFileReader.Open(file);
        return new FinishedRun(reader, file, plan.Population.File, reader.Profile);
    }

    /// <summary>Brings a run to the first day of its horizon; seconds that it took.</summary>
    private static double WarmUp(RunPlan plan, ModelRun run, IReporter reporter, CancellationToken cancellation)
    {
        Stopwatch watch = Stopwatch.StartNew();
        if (plan.From is { } from)
        {
            run.Branch(from);
        }
        else
        {
            reporter.Show("Warming up", ModelRun.WarmUpDays, "days", plan.Population.Population.Count, report => WarmStates.WarmUp(run, new Report(report), cancellation));
        }

        return watch.Elapsed.TotalSeconds;
    }

    private static RunManifest Simulate(
        RunPlan plan, ModelRun run, Checkpoints? checkpoints, double warmUp, IReporter reporter, CancellationToken cancellation)
    {
        int residents = plan.Population.Population.Count;

        // Of the file's own horizon the reader of the file has warned.
        if (plan.Horizon.Days != plan.Scenario.Scenario.Days && FrozenPeople.Warning(plan.Horizon.Start, plan.Horizon.Days, plan.Scenario.Scenario.People) is { } warning)
        {
            reporter.Say("warning: " + warning);
        }

        Stopwatch watch = Stopwatch.StartNew();
        try
        {
            reporter.Show("Simulating", plan.Horizon.Days, "days", residents, report =>
            {
                while (run.DaysDone < plan.Horizon.Days)
                {
                    cancellation.ThrowIfCancellationRequested();
                    run.Step();
                    checkpoints?.Pass(run);
                    report(run.DaysDone);
                }
            });
        }
        catch (OperationCanceledException) when (checkpoints?.Stopped is { } stopped)
        {
            reporter.Say(stopped);
            throw;
        }

        double simulated = checkpoints?.Seconds ?? watch.Elapsed.TotalSeconds;
        if (plan.State is { } state)
        {
            run.Save(state);
        }

        return new RunManifest
        {
            ScenarioName = plan.Scenario.Scenario.Name,
            ScenarioText = plan.Scenario.Scenario.Text,
            ScenarioHash = plan.Scenario.Scenario.Hash,
            Settings = string.Join('\n', plan.Settings),
            Draw = plan.Draw,
            Seed = plan.Seed,
            PopulationHash = plan.Population.Population.Description.Hash,
            PopulationSource = plan.Population.Population.Description.Source,
            PopulationSeed = plan.Population.Population.Description.Seed,
            PopulationWarnings = plan.Population.Population.Description.Warnings,
            Residents = residents,
            RegionResidents = Region.Of(plan.Population.Population) is { Sampled: true } region ? region.Residents : 0,
            Warnings = FrozenPeople.Warning(plan.Horizon.Start, plan.Horizon.Days, plan.Scenario.Scenario.People) is { } frozen ? [frozen] : [],
            Cost = Cost(plan),
            Target = plan.Scenario.Scenario.Target?.Residents,
            YearsLived = [.. run.Years.Select(year => new YearLived(
                year.To, year.Births.Sum(), year.Deaths.Sum(), year.Residents, year.Aged65, year.Employed, year.Reception, year.TurnSeconds)
            {
                Households = year.Households,
                Arrivals = year.Arrivals,
                Departures = year.Departures,
                Movers = year.Movers,
            })],
            Start = plan.Horizon.Start,
            Days = plan.Horizon.Days,
            Workers = plan.Workers,
            Lanes = run.Lanes,
            Build = BuildIdentity.Current,
            ParametersHash = ParametersHash.Of(plan.Scenario.Scenario.ParameterOverrides),
            Structure = plan.Scenario.Scenario.Structure,
            StateHash = run.StateHash(),
            WallSeconds = simulated,
            WarmUpSeconds = warmUp,
            PeakMemoryBytes = PeakMemory(),
        };
    }

    private static RunCost? Cost(RunPlan plan)
    {
        if (plan.Scenario.Scenario.Interventions.Count == 0)
        {
            return null;
        }

        CostEstimate cost = CostLedger.Of(plan.Scenario.Scenario, plan.Population.Population, plan.Horizon.Start, plan.Horizon.Days);
        return new RunCost(cost.Capital, cost.Running, cost.Low, cost.High, cost.NotCosted)
        {
            Owners = [.. cost.Lines.GroupBy(line => line.Owner).Select(lines => new OwnerCost(lines.Key, lines.Sum(line => line.Capital), lines.Sum(line => line.Running)))],
        };
    }

    /// <summary>Published figures describe the world without the interventions, so only a baseline is set beside them.</summary>
    private static IReadOnlyList<ValidationLine> Validate(ModelRun run, IReadOnlyList<Effect> effects) =>
        effects.Count == 0 ? run.Validate() : [];

    private static ICountSink Kept(RunPlan plan, ICountSink sink) =>
        CountFilter.Before(sink, plan.Scenario.Scenario.Indicators, plan.Scenario.Scenario.Strata);

    private static long PeakMemory()
    {
        using Process process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64;
    }

    /// <summary>Tells each step on the thread that takes it, so that lines come in order.</summary>
    private sealed class Report(Action<int> report) : IProgress<int>
    {
        void IProgress<int>.Report(int value) => report(value);
    }
}
