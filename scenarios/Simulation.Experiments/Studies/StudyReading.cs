using System.Collections.Concurrent;
using Simulation.Engine.Observation;
using Simulation.Results.RunFiles;
using Simulation.Results.Studies;

namespace Simulation.Experiments.Studies;

/// <summary>Reads what a study's runs found.</summary>
public static class StudyReading
{
    private static readonly string[] Stratifications = ["place", "deprivation", "age", "sex", "disability"];

    /// <summary>The findings of a study, from all pairs of runs that are whole.</summary>
    /// <param name="study">The study.</param>
    /// <param name="reporter">Says what is left out.</param>
    /// <param name="maps">Whether maps are to be drawn: with the central runs' neighbourhoods.</param>
    /// <param name="screen">Whether a screen is wanted: its draws are read as they were laid, not as a sample.</param>
    /// <exception cref="ExperimentException">No pair is whole yet, or the folder holds a screen and none is wanted.</exception>
    public static StudyFindings Read(StudyFolder study, IReporter reporter, bool maps = false, bool screen = false)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(reporter);
        if (study.Plan.Trajectories > 0 && !screen)
        {
            throw new ExperimentException($"{study.Path}: holds a screen, whose draws are no sample of what may be so; the same 'simulate study screen' command says what it found.");
        }

        StudyMap? map = maps ? study.Map : null;
        ConcurrentDictionary<string, RunSummary?> read = new(StringComparer.Ordinal);
        SideBySide.ForEach(study.Plan.Members, Environment.ProcessorCount, member =>
        {
            using RunFileReader? whole = study.Open(member);
            read[member.File] = whole is null ? null
                : RunSummary.Of(whole, map is not null && member is { Draw: 0, IsOwn: true } ? [.. Stratifications, Stratification.Neighbourhood] : Stratifications);
        });
        List<StudyArm> arms = [];
        int wanted = 0;
        foreach (IGrouping<string, Member> arm in study.Plan.Members.Where(m => m.Baseline is not null && m.IsOwn).GroupBy(m => m.Arm))
        {
            RunPair[] pairs = Pairs(arm, read);
            wanted += arm.Count();
            if (pairs.Length > 0)
            {
                arms.Add(new StudyArm(arm.Key, pairs));
            }
        }

        int whole = arms.Sum(a => a.Pairs.Count);
        if (whole == 0)
        {
            throw new ExperimentException($"{study.Path}: no pair of runs is finished yet; 'simulate study status {study.Path}' says how far it has come.");
        }

        if (whole < wanted)
        {
            reporter.Say($"{whole:N0} of {wanted:N0} pairs of runs are finished; the rest is left out.");
        }

        Coalition[] Coalitions(Func<Member, IReadOnlyList<string>> kept) => [.. study.Plan.Members.Where(m => kept(m).Count > 0).GroupBy(m => (m.Arm, string.Join('\n', kept(m))))
            .Select(g => new Coalition(g.Key.Arm, kept(g.First()), Pairs(g, read)))];
        StructureArm[] structures = [.. study.Plan.Members.Where(m => m.Structure.Length > 0 && m.Baseline is not null).GroupBy(m => (m.Arm, m.Structure))
            .Select(g => new StructureArm(g.Key.Arm, g.Key.Structure, Pairs(g, read))).Where(s => s.Pairs.Count > 0)];
        FrozenPlan plan = study.Plan;
        return new StudyFindings(
            plan.Name, plan.Description, plan.Residents, plan.Start, plan.Days, plan.Draws, plan.Seeds, plan.Target, plan.Budget, plan.Id, plan.Model, plan.PopulationHash, arms, plan.Drawn, plan.Costs, Coalitions(m => m.Owners))
        {
            Unranged = plan.Unranged ?? [],
            Structures = structures,
            Mechanisms = Coalitions(m => m.Mechanisms),
            DrawsBefore = plan.DrawsBefore,
            Map = map,
        };
    }

    /// <summary>The pairs of members that are whole, and whose baselines are.</summary>
    private static RunPair[] Pairs(IEnumerable<Member> members, ConcurrentDictionary<string, RunSummary?> read) =>
        [.. members.Where(m => read[m.File] is not null && read[m.Baseline!] is not null).Select(m => new RunPair(m.Draw, m.Seed, read[m.Baseline!]!, read[m.File]!))];
}
