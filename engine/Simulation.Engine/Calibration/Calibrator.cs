using MathNet.Numerics.Distributions;
using Simulation.Engine.Baselines;
using Simulation.Engine.Parameters;
using Simulation.Engine.Populations;
using Simulation.Engine.Running;
using Simulation.Engine.Validation;

namespace Simulation.Engine.Calibration;

/// <summary>
/// Solves the baseline: simulates a year, compares every stratum with its target shares, moves propensities and constants,
/// and repeats. Its result ships as <c>solved.moving.csv</c> and its like, one a structure; running it again on the same population gives the same file.
/// </summary>
public static class Calibrator
{
    private static readonly (string Name, int Phase, int Mode, double Target)[] SchoolTargets =
    [
        // NTS 2024: ages 5–10 walk 51, bus 2; ages 11–16 walk 37, bus 18 and other public transport; cycling 2017.
        ("school.walk.primary", 0, 0, 0.51),
        ("school.cycle.primary", 0, 1, 0.02),
        ("school.bus.primary", 0, 2, 0.03),
        ("school.walk.secondary", 1, 0, 0.38),
        ("school.cycle.secondary", 1, 1, 0.03),
        ("school.bus.secondary", 1, 2, 0.27),
    ];

    private static readonly (string Name, int Mode, double Target)[] CommuteTargets =
    [
        // Census 2011, North West, of those who travel: foot 10.9, bicycle 2.19, bus and train 11.68 of 95.54.
        ("commute.walk", 0, 0.114),
        ("commute.cycle", 1, 0.023),
        ("commute.transit", 2, 0.122),
    ];

    /// <summary>A first guess, from which rounds start.</summary>
    public static Baseline Guess()
    {
        Baseline baseline = new();
        Array.Fill(baseline.LeisureMean, 0f);
        Array.Fill(baseline.Threshold, -0.7f);
        Array.Fill(baseline.NonIntenders, 0.22f);
        Array.Fill(baseline.ErrandMean, -2.2f);
        for (int decile = 0; decile < Demographics.Deciles; decile++)
        {
            for (int key = 0; key < Demographics.FirstAdultKey; key++)
            {
                baseline.LeisureMean[(decile * Demographics.AllKeys) + key] = 0.5f;
                baseline.Threshold[(decile * Demographics.AllKeys) + key] = -0.4f;
            }
        }

        (string Name, float Value)[] constants =
        [
            ("errand.spread", 1.6f), ("mean.leisure", 0.25f), ("mean.school_walk", 0.45f), ("mean.commute_active", 0.13f),
            ("school.walk.primary", 2.2f), ("school.walk.secondary", 2.8f), ("school.cycle.primary", -4f), ("school.cycle.secondary", -3f),
            ("school.bus.primary", -4f), ("school.bus.secondary", -2f),
            ("commute.walk", 1.5f), ("commute.cycle", -1.5f), ("commute.transit", -1.5f),
        ];
        foreach ((string name, float value) in constants)
        {
            baseline.Constants[name] = value;
        }

        return baseline;
    }

    /// <summary>Runs <paramref name="rounds"/> rounds from <paramref name="start"/>.</summary>
    /// <param name="population">Population to solve on; the full 2.7 million for the shipped file.</param>
    /// <param name="structure">What is taken to become of propensities.</param>
    /// <param name="start">Where to begin; changed in place and returned.</param>
    /// <param name="rounds">Simulated years.</param>
    /// <param name="workers">Worker threads.</param>
    /// <param name="log">Told of each round's largest misses.</param>
    public static Baseline Solve(
        Population population, PropensityStructure structure, Baseline start, int rounds, int workers, Action<string> log)
    {
        for (int round = 0; round < rounds; round++)
        {
            (YearOfCounts year, double meanLeisure) = Simulate(population, structure, start, workers);
            double[] counts = [.. year.Low.Select((low, i) => low + year.Middle[i] + year.High[i])];
            double[] weights = StratumShares.EnglandWeights([.. counts.Select(c => Math.Max(c, 1))]);
            double worst = Math.Max(
                MoveLeisure(structure, start, year, meanLeisure, counts, weights, children: false, BaselineTargets.AdultsActive, BaselineTargets.AdultsInactive),
                MoveLeisure(structure, start, year, meanLeisure, counts, weights, children: true, BaselineTargets.ChildrenActive, BaselineTargets.ChildrenLess));
            double worstErrand = MoveErrands(start, year, counts, weights);
            double worstTrip = MoveTrips(start, year);
            log($"round {round + 1}: largest miss of a stratum {100 * worst:0.00} points (leisure), {100 * worstErrand:0.00} (errands), {100 * worstTrip:0.00} (trips)");
        }

        return start;
    }

    /// <summary>A baseline year, or its first days: its counts, and the mean share of days with a leisure session.</summary>
    internal static (YearOfCounts Year, double MeanLeisure) Simulate(
        Population population,
        PropensityStructure structure,
        Baseline baseline,
        int workers,
        ulong seed = 1,
        int days = 364,
        IReadOnlyDictionary<string, double>? parameters = null,
        CancellationToken cancellation = default)
    {
        RunOptions options = new() { Workers = workers, Days = days, Seed = seed, Propensity = structure, Parameters = parameters ?? new Dictionary<string, double>() };
        using ModelRun run = new(population, [], options, baseline);
        run.WarmUp(null, cancellation);
        double leisure = 0;
        for (int day = 0; day < days; day++)
        {
            cancellation.ThrowIfCancellationRequested();
            run.Step();
            if (run.Today.DayOfWeek == DayOfWeek.Monday)
            {
                long active = 0;
                foreach (byte bits in run.State.Residents.LeisureDays.Values)
                {
                    active += System.Numerics.BitOperations.PopCount((uint)bits & 0x7F);
                }

                leisure += active / (7.0 * population.Count);
            }
        }

        return (run.Year, leisure / run.Year.Weeks);
    }

    private static double MoveLeisure(
        PropensityStructure structure,
        Baseline baseline,
        YearOfCounts year,
        double meanLeisure,
        double[] counts,
        double[] weights,
        bool children,
        BaselineTargets.Margin[] active,
        BaselineTargets.Margin[] inactive)
    {
        double spread = (children ? EverydayParameters.SpreadChild : EverydayParameters.SpreadAdult).Value;
        double gap = EverydayParameters.NonIntenderGap.Value;
        double[] high = StratumShares.Fit(weights, active);
        double[] low = StratumShares.Fit(weights, inactive);
        double worst = 0;
        StratumShares.ForEach(children ? Demographics.Child : Demographics.Adult, (_, _, i) =>
        {
            if (counts[i] < 1000)
            {
                return;
            }

            double nowLow = Math.Clamp(year.Low[i] / counts[i], 0.002, 0.98);
            double nowHigh = Math.Clamp(year.High[i] / counts[i], 0.01, 0.995);
            worst = Math.Max(worst, Math.Max(Math.Abs(nowLow - low[i]), Math.Abs(nowHigh - high[i])));
            if (structure != PropensityStructure.Fixed)
            {
                MoveRanks(baseline, i, children, nowLow, nowHigh, low[i], high[i]);
                return;
            }

            Propensity now = new(baseline.LeisureMean[i], baseline.NonIntenders[i], spread, gap);
            (double mean, double abstainers) = now.Move(nowLow, nowHigh, low[i], high[i]);
            baseline.LeisureMean[i] += (float)(0.8 * (mean - baseline.LeisureMean[i]));
            baseline.NonIntenders[i] += (float)(0.8 * (abstainers - baseline.NonIntenders[i]));
        });
        if (children)
        {
            LikeTheYoungest(baseline);
        }

        baseline.Constants["mean.leisure"] = (float)meanLeisure;
        return worst;
    }

    // Nobody publishes a share for those under five. They play as children of five to seven do: who turns five is counted from
    // that day on, with the four weeks behind them.
    private static void LikeTheYoungest(Baseline baseline)
    {
        foreach (float[] values in (float[][])[baseline.LeisureMean, baseline.Threshold, baseline.NonIntenders])
        {
            for (int decile = 0; decile < Demographics.Deciles; decile++)
            {
                Span<float> strata = values.AsSpan(decile * Demographics.AllKeys, Demographics.AllKeys);
                strata[Demographics.FirstCountedKey..(2 * Demographics.FirstCountedKey)].CopyTo(strata);
            }
        }
    }

    // The threshold carries the less active, the mean the active. Gains were found by trial; the fixed point needs none of them.
    private static void MoveRanks(Baseline baseline, int stratum, bool children, double nowLow, double nowHigh, double low, double high)
    {
        double share = Math.Clamp(Normal.CDF(0, 1, baseline.Threshold[stratum]) + (0.9 * (low - nowLow)), 0.002, 0.985);
        double rise = (children ? PropensityParameters.SlopeChild : PropensityParameters.Slope).Value * 0.86;
        double wanted = Normal.InvCDF(0, 1, Math.Clamp(high / (1 - share), 0.01, 0.99));
        double now = Normal.InvCDF(0, 1, Math.Clamp(nowHigh / (1 - share), 0.01, 0.99));
        baseline.Threshold[stratum] = (float)Math.Clamp(Normal.InvCDF(0, 1, share), -3, 3);
        baseline.LeisureMean[stratum] = (float)Math.Clamp(baseline.LeisureMean[stratum] + (0.8 * rise * (wanted - now)), -8, 8);
    }

    private static double MoveErrands(Baseline baseline, YearOfCounts year, double[] counts, double[] weights)
    {
        double[] weekly = StratumShares.Fit(weights, BaselineTargets.WalkWeekly);
        double worst = 0;
        double thrice = 0;
        double all = 0;
        float spread = baseline["errand.spread"];
        StratumShares.ForEach(Demographics.Adult, (_, _, i) =>
        {
            if (counts[i] < 1000)
            {
                return;
            }

            thrice += weights[i] * year.Thrice[i] / counts[i];
            all += weights[i];
            double now = Math.Clamp(year.Weekly[i] / counts[i], 0.005, 0.995);
            worst = Math.Max(worst, Math.Abs(now - weekly[i]));
            double shift = Normal.InvCDF(0, 1, weekly[i]) - Normal.InvCDF(0, 1, now);
            baseline.ErrandMean[i] = (float)Math.Clamp(baseline.ErrandMean[i] + (0.8 * spread * shift), -8, 4);
        });
        double miss = StratumShares.Logit(BaselineTargets.WalkThrice) - StratumShares.Logit(thrice / all);
        baseline.Constants["errand.spread"] = (float)Math.Clamp(spread * Math.Exp(0.5 * miss), 0.5, 5);

        // Settlements are solved against each other; the strata hold the level.
        double here = Enumerable.Range(0, 3).Sum(s => year.SettlementAdults[s] * BaselineTargets.WalkSettlement[s]) / year.SettlementAdults.Sum();
        double now = year.SettlementWeekly.Sum() / year.SettlementAdults.Sum();
        for (int s = 0; s < 3; s++)
        {
            double model = StratumShares.Logit(year.SettlementWeekly[s] / year.SettlementAdults[s]) - StratumShares.Logit(now);
            double target = StratumShares.Logit(BaselineTargets.WalkSettlement[s]) - StratumShares.Logit(here);
            baseline.ErrandSettlement[s] += (float)(0.8 * (target - model));
        }

        return worst;
    }

    private static double MoveTrips(Baseline baseline, YearOfCounts year)
    {
        double worst = 0;
        double walked = 0;
        double schoolDays = 0;
        foreach ((string name, int phase, int mode, double target) in SchoolTargets)
        {
            double now = year.TripShare(phase, mode);
            worst = Math.Max(worst, Math.Abs(now - target));
            baseline.Constants[name] += (float)(StratumShares.Logit(target) - StratumShares.Logit(now));
        }

        for (int band = 0; band < 8; band++)
        {
            walked += year.Trips[band, 0];
            schoolDays += Enumerable.Range(0, 4).Sum(mode => year.Trips[band, mode]);
        }

        baseline.Constants["mean.school_walk"] = (float)(walked / schoolDays);
        double away = year.Commute.Take(4).Sum();
        foreach ((string name, int mode, double target) in CommuteTargets)
        {
            double now = Math.Max(1e-4, year.Commute[mode] / away);
            worst = Math.Max(worst, Math.Abs(now - target));
            baseline.Constants[name] += (float)(StratumShares.Logit(target) - StratumShares.Logit(now));
        }

        baseline.Constants["mean.commute_active"] = (float)((year.Commute[0] + year.Commute[1]) / away);
        return worst;
    }
}
