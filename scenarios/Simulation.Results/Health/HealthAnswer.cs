using MathNet.Numerics.Statistics;
using Simulation.Engine.Health;
using Simulation.Results.Indicators;
using Simulation.Results.Runs;

namespace Simulation.Results.Health;

/// <summary>A figure and the range that the evidence allows: 95 of 100 draws of the inputs lie in it.</summary>
/// <param name="Central">At the central inputs.</param>
/// <param name="Low">2.5th percentile of the draws.</param>
/// <param name="High">97.5th percentile of the draws.</param>
public readonly record struct EvidenceRange(double Central, double Low, double High)
{
    /// <summary>The range of a figure over draws.</summary>
    /// <param name="central">The figure at the central inputs.</param>
    /// <param name="draws">The figure at each draw.</param>
    public static EvidenceRange Of(double central, IEnumerable<double> draws)
    {
        double[] sorted = [.. draws.Order()];
        return sorted.Length == 0
            ? new EvidenceRange(central, central, central)
            : new EvidenceRange(central, Quantile(0.025), Quantile(0.975));

        double Quantile(double share) => SortedArrayStatistics.QuantileCustom(sorted, share, QuantileDefinition.R7);
    }
}

/// <summary>
/// What a plan does to health and money against the baseline: one run of each, and the range of the evidence on health. How
/// sure the behaviour itself is, a study says.
/// </summary>
public sealed class HealthAnswer
{
    /// <summary>Draws of the inputs unless another number is asked for.</summary>
    public const int UsualDraws = 200;

    private readonly HealthEffect[] draws;

    private HealthAnswer(RunManifest manifest, HealthEffect central, HealthEffect[] draws)
    {
        Manifest = manifest;
        Central = central;
        this.draws = draws;
    }

    /// <summary>What the plan's run was.</summary>
    public RunManifest Manifest { get; }

    /// <summary>At the central inputs.</summary>
    public HealthEffect Central { get; }

    /// <summary>How many draws the ranges are of.</summary>
    public int Draws => draws.Length;

    /// <summary>Years of the horizon.</summary>
    public double Years => Central.Lengths.Sum();

    /// <summary>Deaths averted by the curve of all causes.</summary>
    public EvidenceRange DeathsAverted => Range(e => e.DeathsAverted.Sum());

    /// <summary>The same change by curves of single causes; never added to <see cref="DeathsAverted"/>.</summary>
    public EvidenceRange DeathsBySingleCauses => Range(e => e.ByCause.Sum(c => c.Averted));

    /// <summary>What the plan costs to deliver, discounted as money is at 3.5 %; null where nothing of it has a price.</summary>
    public double? Delivery => DeliveryAt(Discounting.Nice);

    /// <summary>The assessment of a pair.</summary>
    /// <param name="baseline">The baseline's run.</param>
    /// <param name="plan">The plan's run: same residents, same luck.</param>
    /// <param name="draws">Draws of the inputs.</param>
    /// <exception cref="HealthException">A run kept no doses.</exception>
    public static HealthAnswer Of(IRunFigures baseline, IRunFigures plan, int draws = UsualDraws)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentNullException.ThrowIfNull(plan);
        DoseYears before = DosesOf(baseline);
        DoseYears after = DosesOf(plan);
        HealthEffect central = HealthContrast.Of(before, after, HealthInputs.Central);
        DoseYears beforeAll = before.WithoutPlaces();
        DoseYears afterAll = after.WithoutPlaces();
        return new HealthAnswer(
            plan.Manifest,
            central,
            [.. ParallelEnumerable.Range(1, draws).AsOrdered().Select(d => HealthContrast.Of(beforeAll, afterAll, HealthInputs.Draw(d)))]);
    }

    /// <summary>A figure with its range.</summary>
    public EvidenceRange Range(Func<HealthEffect, double> figure) => EvidenceRange.Of(figure(Central), draws.Select(figure));

    /// <summary>Change of the gap in life expectancy between the least and the most deprived tenth, years; less than 0 where it narrows.</summary>
    public EvidenceRange GapChange(bool female) => Range(e => LifeExpectancyChange.Gap(e.Expectancies, female, c => c.Gain));

    /// <summary>Cases of a condition, prevented or postponed.</summary>
    public EvidenceRange Prevented(int condition) => Range(e => e.Cases[condition].Prevented.Sum());

    /// <summary>A sum with its range.</summary>
    /// <param name="rate">Way of discounting.</param>
    /// <param name="figure">Which sum.</param>
    public EvidenceRange Sum(Discounting rate, Func<DiscountedSums, double> figure)
    {
        int at = Discounting.All.ToList().IndexOf(rate);
        return Range(e => figure(e.Sums[at]));
    }

    /// <summary>What the plan costs to deliver, discounted; running costs fall evenly over the horizon.</summary>
    public double? DeliveryAt(Discounting rate) =>
        Manifest.Cost is { } cost && cost.Once + cost.Running != 0 ? cost.Once + (cost.Running * Evenly(rate)) : null;

    /// <summary>The same by who pays.</summary>
    public IReadOnlyList<(string Owner, double Cost)> DeliveryByOwner(Discounting rate) =>
        [.. (Manifest.Cost?.Owners ?? []).Select(owner => (owner.Owner, owner.Once + (owner.Running * Evenly(rate)))).OrderByDescending(owner => owner.Item2)];

    /// <summary>Delivery less care saved, £; null where delivery has no price.</summary>
    public double? NetAt(Discounting rate) => DeliveryAt(rate) - Sum(rate, s => s.Care).Central;

    /// <summary>Net cost for each QALY gained; null where there is no price, no gain, or nothing to pay.</summary>
    public double? PerQaly(Discounting rate) => NetAt(rate) is > 0 and var net && Sum(rate, s => s.Qalys).Central is > 0 and var qalys ? net / qalys : null;

    /// <summary>Net cost for each adult more who is active in the last year; null as for <see cref="PerQaly"/>.</summary>
    public double? PerActive(Discounting rate) => NetAt(rate) is > 0 and var net && Central.MoreActive > 0.5 ? net / Central.MoreActive : null;

    // What is left of a pound a year at a rate when it is paid evenly over the horizon, as a share.
    private double Evenly(Discounting rate)
    {
        double sum = 0;
        for (int year = 0; year < Central.Lengths.Count; year++)
        {
            sum += Central.Lengths[year] / Years * Discounting.Factor(rate.Money, year + (Central.Lengths[year] / 2));
        }

        return sum;
    }

    private static DoseYears DosesOf(IRunFigures run)
    {
        RunManifest manifest = run.Manifest;
        IReadOnlyList<Engine.Observation.DoseCounts> doses = run.Doses;
        return doses.Count > 0
            ? DoseYears.Of(doses, manifest.Start, manifest.Days, manifest.Scale)
            : throw new HealthException(
                $"{run.Label}: it is too short for health, which is counted every fourth Sunday ({manifest.Days:N0} days from {manifest.Start:yyyy-MM-dd}); run at least 28 days, better a year, or leave --health out.");
    }
}

/// <summary>Health cannot be computed from a run.</summary>
public sealed class HealthException(string message) : Exception(message);
