using Simulation.Engine.Health;
using Simulation.Engine.Observation;
using Simulation.Engine.Parameters;

namespace Simulation.Model.Tests.Health;

/// <summary>Answers known from the published tables and from arithmetic.</summary>
public sealed class KnownAnswersTests
{
    private static readonly DateOnly Start = new(2026, 9, 1);

    // Dose classes of an illustrative region: none, 0.9, 4.8, 11 and 22 mMET-h for 9, 17, 11, 20 and 43 in 100.
    private static readonly (double Dose, double Share)[] Classes = [(0, 0.09), (0.9, 0.17), (4.8, 0.11), (11, 0.20), (22, 0.43)];

    [Theory]
    [InlineData("coronary_heart_disease", 0.861, 0.787, 0.745)]
    [InlineData("stroke", 0.862, 0.798, 0.766)]
    [InlineData("heart_failure", 0.920, 0.857, 0.780)]
    [InlineData("type_2_diabetes", 0.845, 0.743, 0.639)]
    [InlineData("dementia", 0.783, 0.707, 0.702)]
    [InlineData("depression", 0.823, 0.746, 0.717)]
    [InlineData("breast_cancer", 0.972, 0.949, 0.920)]
    [InlineData("colon_cancer", 0.955, 0.925, 0.901)]
    [InlineData("endometrial_cancer", 0.943, 0.903, 0.869)]
    [InlineData("head_and_neck_cancer", 0.745, 0.650, 0.626)]
    [InlineData("gastric_cardia_cancer", 0.862, 0.778, 0.728)]
    [InlineData("liver_cancer", 0.903, 0.839, 0.784)]
    [InlineData("myeloma", 0.840, 0.747, 0.721)]
    [InlineData("myeloid_leukaemia", 0.799, 0.753, 0.747)]
    public void Curve_AtPublishedDoses_IsThePublishedTable(string key, double half, double guideline, double twice)
    {
        DoseResponse curve = ConditionCatalogue.All.Single(c => c.Key == key).Curve!;

        curve.Risk(0).ShouldBe(1, 1e-12);
        curve.Risk(4.375).ShouldBe(half, 0.011);
        curve.Risk(8.75).ShouldBe(guideline, 0.011);
        curve.Risk(17.5).ShouldBe(twice, 0.011);
        curve.Risk(40).ShouldBe(curve.Risk(17.5));
    }

    [Fact]
    public void AllCauses_AtPublishedDoses_IsThePublishedTable()
    {
        DoseResponse curve = ConditionCatalogue.AllCauses;

        curve.Risk(4.375).ShouldBe(0.771, 0.007);
        curve.Risk(8.75).ShouldBe(0.693, 0.007);
        curve.Risk(17.5).ShouldBe(0.663, 0.007);
    }

    [Fact]
    public void EveryCurve_WithMoreDose_NeverHarms()
    {
        foreach (Condition condition in ConditionCatalogue.All.Where(c => c.Curve is not null))
        {
            for (double dose = 0.5; dose <= 20; dose += 0.5)
            {
                condition.Curve!.Risk(dose).ShouldBeLessThanOrEqualTo(condition.Curve.Risk(dose - 0.5), condition.Key);
            }
        }
    }

    [Fact]
    public void Everybody_ToTheGuideline_PreventsATenthOfDeaths()
    {
        double before = Classes.Sum(c => c.Share * ConditionCatalogue.AllCauses.Risk(c.Dose));
        double after = Classes.Sum(c => c.Share * ConditionCatalogue.AllCauses.Risk(Math.Max(c.Dose, 8.75)));

        (1 - (after / before)).ShouldBe(0.1011, 0.0005);
    }

    [Fact]
    public void HalfTheLogarithm_AvertsAboutHalf()
    {
        double Fraction(double share) => 1 - (Classes.Sum(c => c.Share * ConditionCatalogue.AllCauses.Risk(Math.Max(c.Dose, 8.75), share))
            / Classes.Sum(c => c.Share * ConditionCatalogue.AllCauses.Risk(c.Dose, share)));

        (Fraction(0.5) / Fraction(1)).ShouldBeInRange(0.48, 0.54);
    }

    [Theory]
    [InlineData(1, 0.2835)]
    [InlineData(3, 0.6321)]
    [InlineData(10, 0.9643)]
    public void Lag_OfAConstantStep_IsAnExponential(double years, double reached) => new Lag(3).After(0, 1, years).ShouldBe(reached, 0.0001);

    [Fact]
    public void Lag_MeanOverYears_IsThatOfTheirParts()
    {
        Lag lag = new(3);

        double whole = lag.Mean(0, 1, 2);
        double parts = (lag.Mean(0, 1, 1) + lag.Mean(lag.After(0, 1, 1), 1, 1)) / 2;

        parts.ShouldBe(whole, 1e-12);
    }

    [Theory]
    [InlineData(40, 0.9086, 0.8874)]
    [InlineData(60, 0.8370, 0.8158)]
    [InlineData(80, 0.7389, 0.7177)]
    public void Utility_ByAge_IsAraAndBrazier(int age, double men, double women)
    {
        Utility.Norm(age, false).ShouldBe(men, 0.0001);
        Utility.Norm(age, true).ShouldBe(women, 0.0001);
    }

    [Theory]
    [InlineData(0.015, 10, 9.3605)]
    [InlineData(0.035, 10, 8.6077)]
    [InlineData(0.015, 30, 24.3761)]
    [InlineData(0.035, 30, 19.0358)]
    public void Annuity_OfOneAYear_IsKnown(double rate, int years, double worth) => Discounting.Annuity(rate, years).ShouldBe(worth, 0.0001);

    [Fact]
    public void Discounting_AtNothing_IsExact()
    {
        Discounting.Factor(0, 7.5).ShouldBe(1);
        Discounting.Stream(0, 7.5).ShouldBe(7.5);
    }

    [Theory]
    [InlineData(210, 0.55)]
    [InlineData(500, 1.2)]
    public void Heat_OfAThousandWalkers_IsTheToolsAnswer(double minutes, double deaths) => Heat.DeathsAverted(1_000, minutes, 0.004).ShouldBe(deaths, 0.005);

    [Fact]
    public void Falls_AnswerToBalanceAndNotToWalking()
    {
        Falls.RateRatio(FallsProgramme.Walking).ShouldBe(1);
        Falls.RateRatio(FallsProgramme.Mixed).ShouldBe(0.77);
        ConditionCatalogue.All.Single(c => c.Key == "falls").Curve.ShouldBeNull();
    }

    [Fact]
    public void Catalogue_HasTwentyFiveConditionsOnce_AndNoUmbrella()
    {
        ConditionCatalogue.All.Count.ShouldBe(25);
        ConditionCatalogue.All.Select(c => c.Key).Distinct().Count().ShouldBe(25);
        ConditionCatalogue.All.ShouldNotContain(c => c.Key.Contains("cardiovascular") || c.Key == "cancer");
        ConditionCatalogue.Causes.Select(c => c.Key).Distinct().Count().ShouldBe(ConditionCatalogue.Causes.Count);
        ConditionCatalogue.All.ShouldAllBe(c => c.CurveSource.Length > 0 && (c.Incidence == null || c.IncidenceSource.Length > 0));
    }

    [Fact]
    public void Judgement_CarriesNoMoney()
    {
        ConditionCatalogue.All.ShouldAllBe(c => c.IncidenceGrade != EvidenceGrade.Judgement || !c.Valued);
        ConditionCatalogue.All.Where(c => c.Role is ConditionRole.NoEffect or ConditionRole.CostOnly).ShouldAllBe(c => c.Incidence == null);
    }

    [Fact]
    public void Causes_TogetherInEveryStratum_AreFewerThanAllDeaths()
    {
        foreach (DoseStratum stratum in new DoseCounts(Start, ["Wirral"]).Strata())
        {
            ConditionCatalogue.Causes.Sum(c => HealthContrast.OfCause(c, stratum, "Wirral")).ShouldBeLessThanOrEqualTo(HealthContrast.Mortality(stratum, "Wirral"), stratum.ToString());
        }
    }

    [Fact]
    public void EqualRuns_DifferByExactlyNothing()
    {
        DoseYears years = Region(band => band);

        HealthEffect effect = HealthContrast.Of(years, years, HealthInputs.Draw(7));

        effect.DeathsAverted.ShouldAllBe(d => d == 0);
        effect.Cases.ShouldAllBe(c => c.Prevented.All(p => p == 0));
        effect.Sums.ShouldAllBe(s => s.Qalys == 0 && s.Care == 0 && s.SocialValue == 0);
        effect.Deaths[0].ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Sums_ByYearAndByCondition_AreThoseOfAll()
    {
        HealthEffect effect = HealthContrast.Of(Region(band => band), Region(band => Math.Min(band + 2, DoseBands.Count - 1)), HealthInputs.Draw(3));
        DiscountedSums all = effect.Sums[Discounting.All.ToList().IndexOf(Discounting.None)];

        foreach (Func<DiscountedSums, double> figure in new Func<DiscountedSums, double>[]
            { s => s.QalysFromIllness, s => s.QalysFromMind, s => s.Care, s => s.InformalCare, s => s.Production })
        {
            figure(all).ShouldNotBe(0);
            effect.ByYear.Sum(figure).ShouldBe(figure(all), Math.Abs(figure(all)) * 1e-9);
            effect.Cases.Sum(c => figure(c.Worth)).ShouldBe(figure(all), Math.Abs(figure(all)) * 1e-9);
        }

        effect.ByYear.Sum(s => s.QalysFromDeaths).ShouldBe(all.QalysFromDeaths, all.QalysFromDeaths * 1e-9);
        effect.ByYear.Sum(s => s.SocialValue).ShouldBe(all.SocialValue, all.SocialValue * 1e-9);
        effect.Cases.Where(c => !c.Condition.Valued).ShouldAllBe(c => c.Worth.Qalys == 0 && c.Worth.Care == 0);
    }

    [Fact]
    public void Baseline_WhateverItsActivity_HasThePublishedRates()
    {
        HealthEffect idle = HealthContrast.Of(Region(_ => 0), Region(_ => 0), HealthInputs.Central);
        HealthEffect busy = HealthContrast.Of(Region(_ => 21), Region(_ => 21), HealthInputs.Central);

        idle.Deaths[0].ShouldBe(busy.Deaths[0], idle.Deaths[0] * 1e-9);
        idle.Cases[0].Baseline[0].ShouldBe(busy.Cases[0].Baseline[0], idle.Cases[0].Baseline[0] * 1e-9);
    }

    [Fact]
    public void MoreActivity_AvertsMoreAmongTheInactive()
    {
        double Averted(int from) => HealthContrast.Of(Region(_ => from), Region(_ => from + 2), HealthInputs.Central).DeathsAverted.Sum();

        Averted(0).ShouldBeGreaterThan(3 * Averted(10));
        Averted(10).ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Fraction_OfASpreadOutChange_IsNotThatOfItsMean()
    {
        double[] risks = [.. Enumerable.Range(0, DoseBands.Count).Select(b => ConditionCatalogue.AllCauses.Risk(DoseBands.Minutes(b) * DoseResponse.PerMinute))];
        double[] halves = new double[DoseBands.Count];
        (halves[0], halves[^1]) = (1, 1);
        double[] middle = new double[DoseBands.Count];
        middle[11] = 2;

        HealthContrast.FractionPrevented(halves, middle, risks).ShouldBeGreaterThan(0.1);
    }

    [Fact]
    public void Band_OfMinutes_KeepsThePublishedThresholds()
    {
        DoseBands.Band(0).ShouldBe(0);
        DoseBands.Band(119).ShouldBe(2);
        DoseBands.Band(120).ShouldBe(3);
        DoseBands.Band(600).ShouldBe(11);
        DoseBands.Band(1_200).ShouldBe(21);
        DoseBands.Band(200_000).ShouldBe(21);
        DoseBands.Names.Count.ShouldBe(DoseBands.Count);
        (DoseBands.Minutes(21) * DoseResponse.PerMinute).ShouldBe(DoseResponse.Cap, 1e-12);
    }

    [Fact]
    public void Draws_AreTheSameForEveryArm_AndStayInTheirRanges()
    {
        for (int draw = 1; draw <= 200; draw++)
        {
            HealthInputs inputs = HealthInputs.Draw(draw);
            inputs.CausalShare.ShouldBeInRange(0.5, 1);
            inputs.CurveDraw("stroke").ShouldBe(HealthInputs.Draw(draw).CurveDraw("stroke"));
            Math.Abs(inputs.CurveDraw("stroke")).ShouldBeLessThanOrEqualTo(2.5);
        }

        Enumerable.Range(1, 200).Average(d => HealthInputs.Draw(d).HealthCareFactor).ShouldBe(1, 0.06);
        Enumerable.Range(1, 200).Average(d => HealthInputs.Draw(d).CurveDraw("stroke")).ShouldBe(0, 0.2);
    }

    [Fact]
    public void YearsLived_OfFifthsAndPlaces_AddUpToTheSame()
    {
        HealthEffect effect = HealthContrast.Of(Region(band => band), Region(band => band), HealthInputs.Central);

        effect.Fifths.Sum(f => f.PersonYears).ShouldBe(effect.Places.Sum(p => p.PersonYears), 1e-6);
        effect.Fifths.Sum(f => f.PersonYears).ShouldBe(100 * 10 * 30, 1e-6);
    }

    [Fact]
    public void LifeExpectancy_OfTenthsAndPlace_IsThatOfTheSurfaceAndRisesWithActivity()
    {
        HealthEffect same = HealthContrast.Of(Region(band => band), Region(band => band), HealthInputs.Central);
        HealthEffect more = HealthContrast.Of(Region(_ => 0), Region(_ => 10), HealthInputs.Central);

        same.Expectancies.Count.ShouldBe(2 * (10 + 1));
        same.Expectancies.ShouldAllBe(change => change.Gain == 0 && change.HealthyPlan == change.HealthyBaseline);
        more.Expectancies.ShouldAllBe(change => change.Gain > 0.1 && change.HealthyPlan > change.HealthyBaseline);
        LifeExpectancyChange.Gap(same.Expectancies, false, change => change.Baseline).ShouldBe(9.4, 0.4);
        LifeExpectancyChange.Gap(same.Expectancies, true, change => change.Baseline).ShouldBe(7.7, 0.4);

        // Wirral's men: 78.2 years on its own residents; every tenth alike is England's mixture at Wirral's factor.
        same.Expectancies.Single(change => change.Name == "Wirral" && !change.Female).Baseline.ShouldBe(79.0, 0.6);
    }

    // A hundred adults of every stratum of one place for a year, each in the band that its own number names.
    private static DoseYears Region(Func<int, int> band)
    {
        DoseCounts counts = new(Start.AddDays(100), ["Wirral"]);
        int number = 0;
        foreach (DoseStratum stratum in counts.Strata())
        {
            counts.Of(stratum)[band(number++ % DoseBands.Count)] = 100;
        }

        return DoseYears.Of([counts], Start, 365);
    }
}
