using Simulation.Engine.Observation;

namespace Simulation.Engine.Health;

/// <summary>
/// Expected events under two distributions of activity. The hazard of a stratum is the published one times the ratio of mean
/// relative risks, plan over baseline: the baseline has the published rates whatever its activity, and equal runs differ by nothing.
/// </summary>
/// <remarks>
/// The change of each stratum's mean risk passes through the condition's lag (an exponential filter of the effect, not of the
/// dose: a little slower in the first year). Time before the horizon counts for nothing: both runs were one until then.
/// </remarks>
public sealed class HealthContrast
{
    private const int WorkingTo = 64;
    private const int HeatTo = 74;

    // £ of an NHS or councils' year are counted for as long as a case lasts, and no longer than the life left.
    private readonly DoseYears baseline;
    private readonly DoseYears plan;
    private readonly HealthInputs inputs;
    private readonly List<DoseStratum> strata;
    private readonly int years;
    private readonly DiscountedSums[] sums = [.. Discounting.All.Select(_ => new DiscountedSums())];
    private readonly DiscountedSums[] byYear;
    private readonly double[] fifthYears = new double[5];
    private readonly double[] fifthDeaths = new double[5];
    private readonly double[] fifthQalys = new double[5];
    private readonly double[] placeYears;
    private readonly double[] placeDeaths;
    private readonly double[] placeQalys;

    private HealthContrast(DoseYears baseline, DoseYears plan, HealthInputs inputs)
    {
        this.baseline = baseline;
        this.plan = plan;
        this.inputs = inputs;
        years = baseline.Lengths.Count;
        byYear = [.. Enumerable.Range(0, years).Select(_ => new DiscountedSums())];
        strata = [.. baseline.Strata.Where(plan.Strata.Contains)];
        placeYears = new double[baseline.Places.Count];
        placeDeaths = new double[baseline.Places.Count];
        placeQalys = new double[baseline.Places.Count];
    }

    /// <summary>What changes.</summary>
    /// <param name="baseline">Adults without the plan.</param>
    /// <param name="plan">The same with it.</param>
    /// <param name="inputs">The uncertain inputs.</param>
    public static HealthEffect Of(DoseYears baseline, DoseYears plan, HealthInputs inputs)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(inputs);
        return new HealthContrast(baseline, plan, inputs).Evaluate();
    }

    /// <summary>Share of events that a change of the distribution of doses prevents in the end.</summary>
    /// <param name="before">Residents by <see cref="DoseBands"/>.</param>
    /// <param name="after">The same afterwards.</param>
    /// <param name="risks">Relative risk of each band.</param>
    public static double FractionPrevented(ReadOnlySpan<double> before, ReadOnlySpan<double> after, ReadOnlySpan<double> risks)
    {
        double was = Mean(before, risks);
        double is_ = Mean(after, risks);
        return was > 0 && is_ > 0 ? 1 - (is_ / was) : 0;
    }

    /// <summary>Yearly deaths of a person of a stratum.</summary>
    public static double Mortality(DoseStratum stratum, string place) => PlaceMortality.Factor(place, stratum.Female) * BandMeans.OfDeaths(stratum);

    private static double Mean(ReadOnlySpan<double> residents, ReadOnlySpan<double> risks)
    {
        double sum = 0, all = 0;
        for (int band = 0; band < risks.Length; band++)
        {
            sum += residents[band] * risks[band];
            all += residents[band];
        }

        return all > 0 ? sum / all : 0;
    }

    private HealthEffect Evaluate()
    {
        List<CasesPrevented> cases = [];
        foreach (Condition condition in ConditionCatalogue.All.Where(c => c.Incidence is not null))
        {
            cases.Add(Cases(condition));
        }

        double[] expected = new double[years];
        double[] averted = new double[years];
        double yearsOfLife = 0;
        var expectancies = new LifeExpectancies(baseline.Places);
        Deaths("all_causes", ConditionCatalogue.AllCauses, ConditionCatalogue.AllCausesLag, false, s => Mortality(s, baseline.Places[s.Place]), (s, year, was, less) =>
        {
            expected[year] += was;
            averted[year] += less;
            if (year == years - 1 && was > 0)
            {
                expectancies.Add(s, was / Mortality(s, baseline.Places[s.Place]), less / was);
            }

            yearsOfLife += less * LifeSaved.YearsLeft(s.Decile, s.Female, s.Age);
            for (int i = 0; i < sums.Length; i++)
            {
                Discounting rate = Discounting.All[i];
                sums[i].QalysFromDeaths += less * LifeSaved.QalysLeft(s.Decile, s.Female, s.Age, rate.Health) * Discounting.Factor(rate.Health, Middle(year));
            }

            byYear[year].QalysFromDeaths += less * LifeSaved.QalysLeft(s.Decile, s.Female, s.Age, 0);
            fifthDeaths[s.Decile / 2] += less;
            placeDeaths[s.Place] += less;
            Gain(s, less * LifeSaved.QalysLeft(s.Decile, s.Female, s.Age, 0));
        });
        List<(CauseOfDeath Cause, double Averted)> causes = [];
        foreach (CauseOfDeath cause in ConditionCatalogue.Causes)
        {
            double sum = 0;
            Deaths(cause.Key, cause.Curve, cause.LagYears, cause.Fades, s => OfCause(cause, s, baseline.Places[s.Place]), (_, _, _, less) => sum += less);
            causes.Add((cause, sum));
        }

        (double active, double inactive, double heat) = Activity();
        return new HealthEffect
        {
            Lengths = baseline.Lengths,
            Cases = cases,
            Deaths = expected,
            DeathsAverted = averted,
            ByCause = causes,
            YearsOfLife = yearsOfLife,
            Expectancies = expectancies.All(),
            Heat = heat,
            MoreActive = active,
            FewerInactive = inactive,
            Sums = sums,
            ByYear = byYear,
            Fifths = [.. Enumerable.Range(0, 5).Select(f => new HealthGain($"deciles {(2 * f) + 1}-{(2 * f) + 2}", fifthYears[f], fifthDeaths[f], fifthQalys[f]))],
            Places = [.. baseline.Places.Select((p, i) => new HealthGain(p, placeYears[i], placeDeaths[i], placeQalys[i]))],
        };
    }

    /// <summary>Yearly deaths of a cause of a person of a stratum.</summary>
    public static double OfCause(CauseOfDeath cause, DoseStratum stratum, string place)
    {
        ArgumentNullException.ThrowIfNull(cause);
        return cause.Rate is { } rate
            ? BandMeans.Of(rate, stratum) * YearlyRate.Tilt(stratum.Decile, cause.Gradient)
            : Mortality(stratum, place) * cause.ShareOfDeaths;
    }

    private double Middle(int year) => year + (baseline.Lengths[year] / 2);

    private void Gain(DoseStratum stratum, double qalys)
    {
        fifthQalys[stratum.Decile / 2] += qalys;
        placeQalys[stratum.Place] += qalys;
    }

    // Residents and the change of their hazard, for each stratum and year.
    private void Each(string key, DoseResponse curve, double lagYears, bool fades, int actsFrom, Action<DoseStratum, int, double, double> take)
    {
        double share = inputs.CausalShare * Math.Max(0, 1 + (inputs.CurveDraw(key) * curve.Spread));
        double[][] risks = new double[DoseBands.AgeBands][];
        for (int age = 0; age < DoseBands.AgeBands; age++)
        {
            double held = share * (fades && inputs.FadeWithAge ? DoseResponse.AtAge(DoseBands.LowestAgeOf(age) + 2) : 1);
            risks[age] = [.. Enumerable.Range(0, DoseBands.Count).Select(b =>
                DoseBands.LowestAgeOf(age) < actsFrom ? 1 : curve.Risk(DoseBands.Minutes(b) * DoseResponse.PerMinute, held))];
        }

        Lag lag = new(lagYears * inputs.LagFactor);
        foreach (DoseStratum stratum in strata)
        {
            double reached = 0;
            for (int year = 0; year < years; year++)
            {
                ReadOnlySpan<double> was = baseline.Of(stratum, year);
                double length = baseline.Lengths[year];
                double target = FractionPrevented(was, plan.Of(stratum, year), risks[stratum.Age]);
                double residents = 0;
                foreach (double band in was)
                {
                    residents += band;
                }

                take(stratum, year, residents * length, lag.Mean(reached, target, length));
                reached = lag.After(reached, target, length);
            }
        }
    }

    private void Deaths(
        string key, DoseResponse curve, double lagYears, bool fades, Func<DoseStratum, double> hazard, Action<DoseStratum, int, double, double> take)
    {
        DoseStratum? last = null;
        double rate = 0;
        Each(key, curve, lagYears, fades, 0, (stratum, year, personYears, share) =>
        {
            if (last != stratum)
            {
                (last, rate) = (stratum, hazard(stratum));
            }

            take(stratum, year, personYears * rate, personYears * rate * share);
        });
    }

    private CasesPrevented Cases(Condition condition)
    {
        double[] expected = new double[years];
        double[] prevented = new double[years];
        var worth = new DiscountedSums();
        YearlyRate incidence = condition.Incidence!;
        double level = inputs.IncidenceFactor(condition);
        DoseStratum? last = null;
        double rate = 0;
        Each(condition.Key, condition.Curve!, condition.LagYears, condition.Fades, condition.ActsFrom, (stratum, year, personYears, share) =>
        {
            if (last != stratum)
            {
                last = stratum;
                rate = level * BandMeans.Of(incidence, stratum) * YearlyRate.Tilt(stratum.Decile, condition.Gradient);
            }

            double less = personYears * rate * share;
            expected[year] += personYears * rate;
            prevented[year] += less;
            if (condition.Valued)
            {
                Value(condition, stratum, year, less * condition.Registered, worth);
            }
        });
        return new CasesPrevented(condition, expected, prevented, worth);
    }

    private void Value(Condition condition, DoseStratum stratum, int year, double diagnosed, DiscountedSums worth)
    {
        double lasts = Math.Min(condition.Years, LifeSaved.YearsLeft(stratum.Decile, stratum.Female, stratum.Age));
        double atWork = stratum.LowestAge <= WorkingTo ? Math.Min(lasts, WorkingTo + 1 - stratum.LowestAge) : 0;
        double lost = condition.Decrement * inputs.DecrementFactor;
        Gain(stratum, diagnosed * lost * lasts);
        for (int i = 0; i < sums.Length; i++)
        {
            Add(sums[i], condition, diagnosed, lost, lasts, atWork, Discounting.All[i], Middle(year));
        }

        Add(byYear[year], condition, diagnosed, lost, lasts, atWork, Discounting.None, 0);
        Add(worth, condition, diagnosed, lost, lasts, atWork, Discounting.None, 0);
    }

    private void Add(
        DiscountedSums to, Condition condition, double diagnosed, double lost, double lasts, double atWork, Discounting rate, double when)
    {
        double qalys = diagnosed * lost * Discounting.Stream(rate.Health, lasts) * Discounting.Factor(rate.Health, when);
        double money = diagnosed * Discounting.Stream(rate.Money, lasts) * Discounting.Factor(rate.Money, when);
        double care = money * condition.HealthCare * inputs.HealthCareFactor;
        if (condition.Mental)
        {
            to.QalysFromMind += qalys;
            to.HealthCareOfMind += care;
        }
        else
        {
            to.QalysFromIllness += qalys;
            to.HealthCare += care;
        }

        to.SocialCare += money * condition.SocialCare * inputs.SocialCareFactor;
        to.InformalCare += money * condition.InformalCare * inputs.SocietyFactor;
        to.Production += diagnosed * Discounting.Stream(rate.Money, atWork) * Discounting.Factor(rate.Money, when)
            * Values.AbsenceDays * Values.Workday * Values.Employed * inputs.SocietyFactor;
    }

    private (double Active, double Inactive, double Heat) Activity()
    {
        double active = 0, inactive = 0, heat = 0;
        foreach (DoseStratum stratum in strata)
        {
            double mortality = Mortality(stratum, baseline.Places[stratum.Place]);
            for (int year = 0; year < years; year++)
            {
                ReadOnlySpan<double> was = baseline.Of(stratum, year);
                ReadOnlySpan<double> now = plan.Of(stratum, year);
                double residents = 0, minutes = 0, moreActive = 0, fewerInactive = 0;
                for (int band = 0; band < DoseBands.Count; band++)
                {
                    double more = now[band] - was[band];
                    residents += was[band];
                    minutes += more * DoseBands.Minutes(band);
                    moreActive += DoseBands.Minutes(band) >= 150 ? more : 0;
                    fewerInactive -= DoseBands.Minutes(band) < 30 ? more : 0;
                }

                double length = baseline.Lengths[year];
                fifthYears[stratum.Decile / 2] += residents * length;
                placeYears[stratum.Place] += residents * length;
                if (stratum.LowestAge <= HeatTo && residents > 0)
                {
                    heat += Health.Heat.DeathsAverted(residents, minutes / residents, mortality) * length;
                }

                double value = ((moreActive * Values.ActiveYear) + ((fewerInactive - moreActive) * Values.FairlyActiveYear)) * length;
                byYear[year].SocialValue += value;
                for (int i = 0; i < sums.Length; i++)
                {
                    sums[i].SocialValue += value * Discounting.Factor(Discounting.All[i].Money, Middle(year));
                }

                if (year == years - 1)
                {
                    active += moreActive;
                    inactive += fewerInactive;
                }
            }
        }

        return (active, inactive, heat);
    }
}
