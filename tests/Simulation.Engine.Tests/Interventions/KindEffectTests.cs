using Simulation.Engine.Interventions;
using Simulation.Engine.Interventions.Kinds;
using Simulation.Engine.Populations;

namespace Simulation.Engine.Tests.Interventions;

/// <summary>What each kind does to the levers, counted by hand on the tiny population.</summary>
public sealed class KindEffectTests
{
    private static InterventionRequest Request(params (string Key, double Value)[] values) => new()
    {
        Source = "test",
        Owner = "test",
        PhaseIn = new PhaseIn(1000, 0),
        Values = values.ToDictionary(v => v.Key, v => v.Value),
    };

    private static IReadOnlyList<Effect> Bind(string key, InterventionRequest request, Population population) =>
        InterventionCatalogue.Find(key)!.Bind(request, population);

    [Fact]
    public void SchoolStreet_AtOneSchool_ClosesTheGateAndSpillsOverNearby()
    {
        using Population population = TinyPopulation.Build();
        InterventionRequest request = Request(("displacement", 0.3)) with { Where = new Target { Neighbourhoods = ["Liverpool 5"], Phase = SchoolPhase.Primary } };
        IReadOnlyList<Effect> effects = Bind("school_street", request, population);
        Effect gate = effects.Single(e => e.Lever == Lever.GateTraffic);
        gate.Rows.ShouldBe([54]);
        gate.Amounts[0].ShouldBe(-0.68f);
        effects.Single(e => e.Lever == Lever.CarAccessMinutes).Amounts[0].ShouldBe(3.2f);
        Effect spill = effects.Single(e => e.Lever == Lever.StreetTraffic);
        spill.Rows.ShouldBe([52, 53, 55, 56]);
        spill.Amounts.Sum(a => (double)a).ShouldBe(spill.Amounts.Length == 1 ? 0.68 * 0.3 * 0.1 / 4 : 0.68 * 0.3 * 0.1, 1e-6);
    }

    [Fact]
    public void SchoolStreet_WithoutDisplacement_TouchesNoOtherNeighbourhood()
    {
        using Population population = TinyPopulation.Build();
        Bind("school_street", Request(("displacement", 0)), population).ShouldNotContain(e => e.Lever == Lever.StreetTraffic);
    }

    [Fact]
    public void SchoolStreet_LocalEvidenceAndAdherence_ScaleTheGate()
    {
        using Population population = TinyPopulation.Build();
        InterventionRequest request = Request() with { Effect = new Dictionary<string, double> { ["gate_traffic"] = 0.5 }, Adherence = 0.8 };
        Bind("school_street", request, population).Single(e => e.Lever == Lever.GateTraffic).Amounts[0].ShouldBe(-0.4f, 1e-6);
    }

    [Fact]
    public void FlexibleWorking_HomeDays_OnlyWhereTheWorkAllowsAndAtMostFive()
    {
        using Population population = TinyPopulation.Build();
        IReadOnlyList<Effect> effects = Bind("flexible_working", Request(("shift", 45), ("home_days", 2)), population);
        effects.Single(e => e.Lever == Lever.FlexMinutes).Rows.Length.ShouldBe(population.Workers.Layout.Used);
        Effect home = effects.Single(e => e.Lever == Lever.HomeDays);
        for (int i = 0; i < home.Rows.Length; i++)
        {
            population.Workers.HomeCapable[home.Rows[i]].ShouldBe((byte)1);
            (population.Workers.HomeDays[home.Rows[i]] + home.AmountOf(i)).ShouldBeLessThanOrEqualTo(5);
        }
    }

    [Fact]
    public void SpeedLimit_SignsAlone_GiveTheirComplianceForGood()
    {
        using Population population = TinyPopulation.Build();
        Effect signs = Bind("speed_limit", Request(), population).Single();
        signs.Lever.ShouldBe(Lever.SpeedCompliance);
        signs.Amounts.ShouldBe([0.22f]);
        signs.End.ShouldBe(int.MaxValue);
    }

    [Fact]
    public void SpeedLimit_Patrols_RaiseComplianceUntilTheyStopAndThenFade()
    {
        using Population population = TinyPopulation.Build();
        IReadOnlyList<Effect> effects = Bind("speed_limit", Request(("enforcement.patrols", 2), ("enforcement.for", 182)), population);
        Effect patrols = effects.Single(e => e.End != int.MaxValue);
        patrols.End.ShouldBe(1182);
        patrols.Amounts[0].ShouldBeInRange(0.40f, 0.48f);
        patrols.FadeDays.ShouldBeGreaterThan(56);
    }

    [Fact]
    public void EquivalentFade_UnderStrongestWins_LeavesTheSameExtraComplianceAsTheHalo()
    {
        const double Signs = 0.22, Peak = 0.48, Halo = 56;
        double fade = Patrols.EquivalentFade(Signs, Peak, Halo);
        double byHalo = 0, byLever = 0;
        for (double t = 0.005; t < 2000; t += 0.01)
        {
            byHalo += (Peak - Signs) * Math.Exp(-t / Halo) * 0.01;
            byLever += Math.Max(0, (Peak * Math.Exp(-t / fade)) - Signs) * 0.01;
        }

        byLever.ShouldBe(byHalo, 0.001);
    }

    [Fact]
    public void SafeCrossings_EverywhereTreated_CutStressAndDetour()
    {
        using Population population = TinyPopulation.Build();
        IReadOnlyList<Effect> effects = Bind("safe_crossings", Request(), population);
        effects.Single(e => e.Lever == Lever.JunctionStress).Amounts.ShouldBe([-0.55f]);
        effects.Single(e => e.Lever == Lever.WalkDetour).Amounts.ShouldBe([-0.05f]);
        effects.ShouldAllBe(e => e.RampDays == 364);
    }

    [Theory]
    [InlineData("walking_bus", Lever.EscortOffer, 0.1)]
    [InlineData("walk_to_school_programme", Lever.SchoolWalkNorm, 0.364 * 0.4)]
    [InlineData("cycle_training", Lever.SchoolCycleSkill, 0.05)]
    [InlineData("daily_mile", Lever.SchoolDayMinutes, 9.1 * 0.5)]
    [InlineData("low_traffic_neighbourhood", Lever.JunctionStress, -0.15)]
    [InlineData("active_route", Lever.CycleStress, -0.1)]
    [InlineData("green_space", Lever.GreenDeficit, -0.02)]
    [InlineData("concessionary_bus", Lever.TravelSupport, 0.19 * 0.25)]
    [InlineData("ebike_loans", Lever.CommuteCycle, 0.69 * 0.4)]
    [InlineData("workplace_programme", Lever.CommuteNorm, 0.05)]
    [InlineData("anchor_employers", Lever.FlexMinutes, 30)]
    [InlineData("exercise_referral", Lever.LeisureSupport, 0.1)]
    [InlineData("social_prescribing", Lever.LeisureSupport, 0.095 * 0.4)]
    [InlineData("community_hub", Lever.LeisureNorm, 0.025)]
    [InlineData("free_leisure", Lever.PriceLifted, 1)]
    [InlineData("community_grants", Lever.LeisureNorm, 0.016)]
    [InlineData("community_event", Lever.OfferDistance, -0.1)]
    [InlineData("mass_media_campaign", Lever.WalkNorm, 0.24 * 1.42 * 0.8)]
    [InlineData("norm_change", Lever.WalkNorm, 0.05)]
    [InlineData("home_working", Lever.HomeDays, 1)]
    [InlineData("activity_incentives", Lever.LeisureSupport, 0.4)]
    [InlineData("community_game", Lever.Intention, 1.56 * 0.4)]
    [InlineData("speed_enforcement", Lever.SpeedCompliance, 0.22 + (0.22 * 0.8646647167633873))]
    public void Bind_Defaults_CarryThePublishedEffectAtItsDesignWeight(string key, Lever lever, double amount)
    {
        using Population population = TinyPopulation.Build();
        InterventionRequest request = Request() with { Who = key == "concessionary_bus" ? Who.Everyone : InterventionCatalogue.Find(key)!.DefaultWho };
        Bind(key, request, population).First(e => e.Lever == lever).Amounts[0].ShouldBe((float)amount, 1e-5f);
    }

    [Fact]
    public void BriefAdvice_HeldAgainstTheModelsDrift_HalvesInItsOwnTime()
    {
        using Population population = TinyPopulation.Build();
        Effect[] course = [.. Bind("brief_advice", Request() with { Who = Who.Adults }, population)];
        course.ShouldAllBe(e => e.Lever == Lever.Intention);
        course[0].Amounts[0].ShouldBe(0.67f);

        // Follow one resident: drift 5 % a week, impulses as given.
        double intention = 0;
        for (int day = 0; day <= 364; day += 7)
        {
            intention *= day == 0 ? 1 : 0.95;
            intention += course.Where(e => e.Starts[0] == 1000 + day).Sum(e => (double)e.Amounts[0]);
        }

        // 364 days is an impulse day (6.5 × 56): straight after it the intention stands where its half-life has it.
        (intention / course[0].Amounts[0]).ShouldBe(0.5, 0.0855);
    }

    [Fact]
    public void ActivityIncentives_WhenTheMoneyStops_TakeAQuarterBackForAsLongAgain()
    {
        using Population population = TinyPopulation.Build();
        InterventionRequest request = Request() with { PhaseIn = new PhaseIn(1000, 60), Who = Who.Adults, Uptake = Uptake.Everyone };
        IReadOnlyList<Effect> effects = Bind("activity_incentives", request, population);

        Effect[] paid = [.. effects.Where(e => e.Amounts[0] > 0)];
        Effect[] after = [.. effects.Where(e => e.Amounts[0] < 0)];
        paid.Sum(e => e.Rows.Length).ShouldBe(after.Sum(e => e.Rows.Length));
        foreach ((Effect one, Effect other) in paid.Zip(after))
        {
            one.End.ShouldBe(one.Starts[0] + 182);
            other.Rows.ShouldBe(one.Rows);
            (other.Starts[0], other.End).ShouldBe((one.End, one.End + 182));
            other.Amounts[0].ShouldBe(-0.25f * one.Amounts[0], 1e-6f);
        }
    }

    [Fact]
    public void EbikeLoans_EachLoan_EndsAfterItsOwnWeeks()
    {
        using Population population = TinyPopulation.Build();
        InterventionRequest request = Request() with { PhaseIn = new PhaseIn(1000, 60), Uptake = Uptake.Everyone };
        foreach (Effect effect in Bind("ebike_loans", request, population))
        {
            effect.End.ShouldBe(effect.Starts[0] + 56);
        }
    }

    [Fact]
    public void Uptake_FallingWithAffluence_ReachesMoreOfTheDeprived()
    {
        using Population population = TinyPopulation.Build();
        InterventionKind kind = InterventionCatalogue.Find("social_prescribing")!;
        Delivery delivery = kind.Deliver(Request() with { Who = Who.Adults, Uptake = new Uptake(0.9, 0.1) }, population);
        int InDecile(int d) => delivery.Rows.Count(r => population.Neighbourhoods.Decile[population.Residents.Layout.Of(r)] == d);
        InDecile(1).ShouldBeGreaterThan(5 * InDecile(10));
        delivery.Eligible.ShouldBe(90 * 3 * TinyPopulation.Households);
    }

    [Fact]
    public void Uptake_OfPlaces_IsADose()
    {
        using Population population = TinyPopulation.Build();
        Effect norm = Bind("community_grants", Request() with { Uptake = new Uptake(0.5, 0.5), Adherence = 0.5 }, population).Single();
        norm.Rows.Length.ShouldBe(90);
        norm.Amounts[0].ShouldBe(0.016f / 4, 1e-6f);
    }

    [Fact]
    public void PolicyGoal_ItsOwnersInterventions_ReachFurtherAndContainWhatTheyReached()
    {
        InterventionKind goal = InterventionCatalogue.Find("policy_goal")!;
        InterventionRequest own = Request(("delivery", 0.5)) with { Owner = "highways" };
        InterventionRequest other = Request() with { Owner = "highways", Reach = new Reach(0.4) };
        goal.Reshape(own, other).Reach.Share.ShouldBe(0.6, 1e-9);
        goal.Reshape(own, other with { Reach = new Reach(1, 10) }).Reach.Count.ShouldBe(15);
        goal.Reshape(own, other with { Owner = "police" }).Reach.Share.ShouldBe(0.4);
    }

    [Fact]
    public void HomeWorking_AFractionOfADay_IsAWholeDayForThatShareOfWorkers()
    {
        using Population population = TinyPopulation.Build();
        int one = Bind("home_working", Request(("home_days", 1)), population).Single().Rows.Length;
        Effect half = Bind("home_working", Request(("home_days", 1.5)), population).Single();
        half.Rows.Length.ShouldBe(one);
        half.Amounts.ShouldAllBe(a => a == 1 || a == 2);
        half.Amounts.Count(a => a == 2).ShouldBeInRange(one / 4, one * 6 / 10);
    }
}
