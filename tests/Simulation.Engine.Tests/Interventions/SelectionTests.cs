using FsCheck;
using FsCheck.Fluent;
using Simulation.Engine.Interventions;
using Simulation.Engine.Interventions.Kinds;
using Simulation.Engine.Populations;

namespace Simulation.Engine.Tests.Interventions;

public sealed class SelectionTests
{
    private static InterventionRequest Request(double share, int days = 0) => new()
    {
        Source = "test",
        Owner = "test",
        Reach = new Reach(share),
        PhaseIn = new PhaseIn(1000, days),
    };

    [Fact]
    public void Deliver_MoreReach_ContainsLessReach()
    {
        using Population population = TinyPopulation.Build();
        Prop.ForAll(
            ArbMap.Default.ArbFor<byte>().Filter(b => b < 100), ArbMap.Default.ArbFor<byte>().Filter(b => b <= 100),
            (low, high) =>
            {
                double a = Math.Min(low, high) / 100.0;
                double b = Math.Max(low, high) / 100.0;
                foreach (InterventionKind kind in InterventionCatalogue.Kinds)
                {
                    foreach (bool need in new[] { false, true })
                    {
                        int[] fewer = kind.Deliver(Request(a) with { ProportionateToNeed = need }, population).Rows;
                        int[] more = kind.Deliver(Request(b) with { ProportionateToNeed = need }, population).Rows;
                        fewer.Except(more).ShouldBeEmpty($"{kind.Key} from {a} to {b}");
                    }
                }
            }).Check(LongForm.Cases(25));
    }

    [Fact]
    public void Deliver_AnyWhere_KeepsTheSameRowsReached()
    {
        using Population population = TinyPopulation.Build();
        foreach (InterventionKind kind in InterventionCatalogue.Kinds)
        {
            InterventionRequest all = Request(0.4);
            int[] everywhere = kind.Deliver(all, population).Rows;
            var parts = new List<int>();
            foreach (string code in TinyPopulation.Codes)
            {
                parts.AddRange(kind.Deliver(all with { Where = new Target { Places = [code] } }, population).Rows);
            }

            if (kind.Reaches != ReachUnit.Employers)
            {
                parts.Sort();
                parts.ToArray().ShouldBe(everywhere, kind.Key);
            }
        }
    }

    [Theory]
    [InlineData(0.0, 0)]
    [InlineData(0.5, 45)]
    [InlineData(1.0, 90)]
    public void Deliver_AShareOfSchools_IsThatShareInEveryPlace(double share, int expected)
    {
        using Population population = TinyPopulation.Build();
        Delivery delivery = InterventionCatalogue.Find("school_street")!.Deliver(Request(share) with { Where = new Target { Phase = SchoolPhase.Primary } }, population);
        delivery.Eligible.ShouldBe(90);
        delivery.Rows.Length.ShouldBe(expected);
        delivery.Rows.GroupBy(s => population.Neighbourhoods.Place[population.Schools.Neighbourhood[s]])
            .ShouldAllBe(g => g.Count() == expected / 9);
    }

    [Fact]
    public void Deliver_ANumberOfUnits_ReachesExactlyThatMany()
    {
        using Population population = TinyPopulation.Build();
        foreach (InterventionKind kind in InterventionCatalogue.Kinds.Where(k => k.DefaultUptake == Uptake.Everyone))
        {
            InterventionRequest request = Request(1) with { Reach = new Reach(1, 17) };
            kind.Deliver(request, population).Rows.Length.ShouldBe(17, kind.Key);
        }
    }

    [Fact]
    public void Deliver_ProportionateToNeed_ReachesAsManyButMoreWhereNeedIsGreatest()
    {
        using Population population = TinyPopulation.Build();
        InterventionKind kind = InterventionCatalogue.Find("flexible_working")!;
        int uniform = kind.Deliver(Request(0.4), population).Rows.Length;
        Delivery need = kind.Deliver(Request(0.4) with { ProportionateToNeed = true }, population);
        Math.Abs(need.Rows.Length - uniform).ShouldBeLessThan(uniform / 20);
        int InDecile(int d) => need.Rows.Count(r => population.Neighbourhoods.Decile[population.Workers.Layout.Of(r)] == d);
        InDecile(1).ShouldBeGreaterThan(2 * InDecile(10));
    }

    [Fact]
    public void Deliver_OverTime_JoinsInOrderOfRankAndWithinTheRollOut()
    {
        using Population population = TinyPopulation.Build();
        InterventionKind kind = InterventionCatalogue.Find("flexible_working")!;
        Delivery delivery = kind.Deliver(Request(0.5, 100), population);
        delivery.Starts.ShouldAllBe(s => s >= 1000 && s < 1100);
        delivery.Starts.Average().ShouldBeInRange(1045, 1055);

        // Whoever has joined by half-time of a 50 % roll-out is whom a 25 % reach would have reached.
        int[] half = [.. delivery.Rows.Where((_, i) => delivery.Starts[i] < 1050)];
        half.ShouldBe(kind.Deliver(Request(0.25), population).Rows);
    }

    [Fact]
    public void Deliver_Who_RestrictsToThoseMeant()
    {
        using Population population = TinyPopulation.Build();
        InterventionKind kind = InterventionCatalogue.Find("flexible_working")!;
        kind.Deliver(Request(1) with { Who = new Who { Female = true } }, population).Rows.Length.ShouldBe(90 * TinyPopulation.Households);
        kind.Deliver(Request(1) with { Who = new Who { HasCar = false } }, population).Rows.Length.ShouldBe(90 * 2 * TinyPopulation.Households / 5);
        kind.Deliver(Request(1) with { Who = new Who { MinimumAge = 60 } }, population).Rows.ShouldBeEmpty();
        int[] large = kind.Deliver(Request(1) with { Where = new Target { EmployerSizes = [3] } }, population).Rows;
        large.Select(r => (int)population.Employers.SizeBand[population.Workers.Employer[r]]).Distinct().ShouldBe([3]);
    }
}
