using Simulation.Engine.Interventions;
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
}
