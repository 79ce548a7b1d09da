using System.Globalization;
using Simulation.Results.Statistics;
using Simulation.Results.Studies;
using Simulation.Scenarios.Sweeps;

namespace Simulation.Experiments.Studies;

/// <summary>Runs a study a block of draws at a time, and stops when its answers are known.</summary>
public static class SureStudy
{
    /// <summary>Smallest difference that matters, as a share of all residents: 1 in 10,000.</summary>
    private const double Matters = 0.0001;

    /// <summary>Makes runs until the number of residents no longer inactive is known for every scenario.</summary>
    /// <param name="folder">The study.</param>
    /// <param name="ensemble">Makes its runs.</param>
    /// <param name="jobs">Runs at a time; null for what suits their size.</param>
    /// <param name="reporter">Told why it stops.</param>
    /// <param name="cancellation">Stops the runs between two days.</param>
    public static EnsembleOutcome Run(StudyFolder folder, Ensemble ensemble, int? jobs, IReporter reporter, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(ensemble);
        ArgumentNullException.ThrowIfNull(reporter);
        for (int draws = DrawDesign.Block; ; draws += DrawDesign.Block)
        {
            int most = draws;
            EnsembleOutcome outcome = ensemble.Run(shard: null, jobs, member => member.Draw <= most, cancellation);
            if (outcome.Failed.Count > 0 || draws >= folder.Plan.Draws)
            {
                return outcome;
            }

            StudyFindings found = StudyReading.Read(folder, SilentReporter.Instance);
            StoppingRule rule = new(Matters * found.Residents * found.Arms[0].Scale, folder.Plan.Draws, found.Arms.Count);
            (StudyArm Arm, StopReason Reason, Interval Interval)[] known = [.. found.Arms.Select(a => (a, rule.Next(Values(a)))).Select(a => (a.a, a.Item2.Reason, a.Item2.Interval))];
            foreach ((StudyArm arm, StopReason reason, Interval interval) in known)
            {
                reporter.Say(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{arm.Name}, {draws} draws: {interval.Low:+#,0;-#,0} to {interval.High:+#,0;-#,0} residents no longer inactive, on average over the draws; {Words(reason)}"));
            }

            if (known.All(k => k.Reason != StopReason.None))
            {
                return outcome;
            }
        }
    }

    private static double[] Values(StudyArm arm) =>
        [.. arm.Pairs.Where(p => p.Draw > 0).GroupBy(p => p.Draw).OrderBy(g => g.Key).Select(g => -((arm with { Pairs = [.. g] }).Inactive()?.Mean ?? double.NaN))];

    private static string Words(StopReason reason) => reason switch
    {
        StopReason.SizeKnown => "its size is known to a tenth",
        StopReason.NothingThatMatters => "less than matters",
        StopReason.MostPairs => "the most draws asked for",
        _ => "not known well enough yet",
    };
}
