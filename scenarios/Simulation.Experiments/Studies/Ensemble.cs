using System.Collections.Concurrent;
using System.Diagnostics;
using Simulation.Engine.Files;
using Simulation.Experiments.Running;
using Simulation.Populations;
using Simulation.Results.RunFiles;

namespace Simulation.Experiments.Studies;

/// <summary>A run that could not be made.</summary>
/// <param name="Member">Which.</param>
/// <param name="Reason">Why.</param>
public sealed record FailedMember(Member Member, string Reason);

/// <summary>What came of running a study.</summary>
/// <param name="Made">Runs that this process made.</param>
/// <param name="Kept">Runs that were finished when it began.</param>
/// <param name="Elsewhere">Runs that other processes are making, or that are another shard's.</param>
/// <param name="Failed">Runs that could not be made.</param>
public sealed record EnsembleOutcome(int Made, int Kept, int Elsewhere, IReadOnlyList<FailedMember> Failed)
{
    /// <summary>Whether nothing is left to do.</summary>
    public bool Complete => Elsewhere == 0 && Failed.Count == 0;
}

/// <summary>Makes the runs of a study that are missing: the same command after any accident goes on where it was stopped.</summary>
/// <param name="folder">The study.</param>
/// <param name="population">Its residents, shared by all runs of this process.</param>
/// <param name="workers">Threads, shared out among the runs made at a time.</param>
/// <param name="reporter">Says what is being done.</param>
public sealed class Ensemble(StudyFolder folder, OpenPopulation population, int workers, IReporter reporter)
{
    // With fewer residents a run leaves threads waiting for each other: two runs side by side are faster than one after another.
    private const int SideBySide = 500_000;

    private readonly ConcurrentQueue<double> seconds = new();
    private readonly ConcurrentBag<FailedMember> failed = [];
    private readonly HashSet<Member> done = [];
    private int begun;
    private int made;

    /// <summary>Makes what is missing.</summary>
    /// <param name="shard">The part of the study to make, or null for all of it.</param>
    /// <param name="jobs">Runs at a time; null for what suits their size.</param>
    /// <param name="only">A part of the plan, or null for all of it.</param>
    /// <param name="cancellation">Stops the runs between two days.</param>
    public EnsembleOutcome Run(Shard? shard, int? jobs, Func<Member, bool>? only, CancellationToken cancellation)
    {
        Member[][] blocks = [.. folder.Plan.Members.GroupBy(m => (m.Draw, m.Seed)).Where((_, i) => shard?.Holds(i) ?? true).Select(b => b.Where(m => only?.Invoke(m) ?? true).ToArray())];
        foreach (Member member in blocks.SelectMany(b => b))
        {
            switch (folder.StateOf(member))
            {
                case MemberState.Finished:
                    done.Add(member);
                    break;
                case MemberState.Damaged:
                    reporter.Say($"{folder.FileOf(member)}: is damaged, or another run's; it is made again");
                    break;
            }
        }

        int kept = done.Count;
        begun = kept;
        int all = blocks.Sum(b => b.Length);
        if (kept > 0)
        {
            reporter.Say($"{kept:N0} of {all:N0} runs are finished and kept");
        }

        int atATime = Math.Clamp(jobs ?? (population.Population.Count < SideBySide ? workers : 1), 1, Math.Max(1, all - kept));
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        ConcurrentQueue<Exception> faults = new();
        Thread[] team = [.. Enumerable.Range(0, atATime).Select(_ => new Thread(() =>
        {
            try
            {
                Work(blocks, Math.Max(1, workers / atATime), all, stop.Token);
            }
            catch (OperationCanceledException)
            {
            }
#pragma warning disable CA1031 // a fault of one thread ends the others, and is thrown again below
            catch (Exception error)
#pragma warning restore CA1031
            {
                faults.Enqueue(error);
                stop.Cancel();
            }
        }))];
        Array.ForEach(team, t => t.Start());
        Array.ForEach(team, t => t.Join());
        if (faults.TryDequeue(out Exception? fault))
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(fault);
        }

        cancellation.ThrowIfCancellationRequested();
        return new EnsembleOutcome(made, kept, folder.Plan.Members.Count - done.Count - failed.Count, [.. failed]);
    }

    private void Work(Member[][] blocks, int threads, int all, CancellationToken cancellation)
    {
        // First whole blocks that nobody works in, then whatever is left in any.
        foreach (bool alone in (bool[])[true, false])
        {
            bool any;
            do
            {
                any = false;
                foreach (Member[] block in blocks)
                {
                    foreach (Member member in block)
                    {
                        cancellation.ThrowIfCancellationRequested();
                        bool? made = MakeIfFree(member, threads, all, cancellation);
                        any |= made == true;
                        if (made is null && alone)
                        {
                            break;
                        }
                    }
                }
            }
            while (any);
        }
    }

    /// <summary>True when it was made now, false when there was nothing to do, null when another has it.</summary>
    private bool? MakeIfFree(Member member, int threads, int all, CancellationToken cancellation)
    {
        lock (done)
        {
            if (done.Contains(member))
            {
                return false;
            }
        }

        if (failed.Any(f => f.Member == member))
        {
            return false;
        }

        if (folder.Claim(member) is not { } claim)
        {
            return null;
        }

        using (claim)
        {
            if (folder.StateOf(member, claimed: true) == MemberState.Finished)
            {
                Note(member);
                return false;
            }

            string left = seconds.IsEmpty ? string.Empty : $", about {Left(all)} left";
            reporter.Say($"Run {Interlocked.Increment(ref begun):N0} of {all:N0}{left}: {member.Words}");
            Stopwatch watch = Stopwatch.StartNew();
            try
            {
                Make(member, threads, cancellation);
            }
            catch (Exception error) when (error is RunFileException or ExperimentException or IOException or UnauthorizedAccessException)
            {
                failed.Add(new FailedMember(member, FileFault.Sentence(error)));
                reporter.Say($"Run failed: {member.Words}: {FileFault.Sentence(error)}");
                return false;
            }

            seconds.Enqueue(watch.Elapsed.TotalSeconds);
            Interlocked.Increment(ref made);
            Note(member);
            return true;
        }
    }

    private void Make(Member member, int threads, CancellationToken cancellation)
    {
        Scenarios.Scenario scenario = member.Make();
        if (member.Draw > 0 && scenario.Strata is null)
        {
            // A range for each of 1,600 neighbourhoods in each week would be 60 MB a draw; maps are drawn from the central one.
            scenario = scenario with { Strata = KeptOfDraws };
        }

        RunPlan plan = new(
            new LoadedScenario(member.File, scenario), population, new RunHorizon(folder.Plan.Start, folder.Plan.Days), member.Seed, threads)
        {
            Settings = member.Settings,
            Draw = member.Draw,
        };
        ScenarioRunner.Run(plan, folder.FileOf(member), force: true, SilentReporter.Instance, cancellation).Dispose();
    }

    private static readonly string[] KeptOfDraws = ["place", "deprivation", "age", "sex", "disability"];

    private void Note(Member member)
    {
        lock (done)
        {
            done.Add(member);
        }
    }

    private string Left(int all)
    {
        double left = seconds.Average() * (all - done.Count) / Math.Max(1, Environment.ProcessorCount / Math.Max(1, workers));
        return left < 90 ? $"{left:0} s" : left < 5_400 ? $"{left / 60:0} min" : $"{left / 3_600:0.0} h";
    }
}
