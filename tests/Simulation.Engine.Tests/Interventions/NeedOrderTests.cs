using FsCheck;
using FsCheck.Fluent;
using Simulation.Engine.Interventions;
using Simulation.Engine.Interventions.Kinds;
using Simulation.Engine.Populations;

namespace Simulation.Engine.Tests.Interventions;

public sealed class NeedOrderTests
{
    [Fact]
    public void Choose_AnyUnitsAndAnyTotal_ReachesExactlyAsManyAndContainsASmallerTotal() =>
        Prop.ForAll(
            ArbMap.Default.ArbFor<byte[]>().Filter(b => b.Length > 0), ArbMap.Default.ArbFor<byte>(), ArbMap.Default.ArbFor<byte>(),
            (units, first, second) =>
            {
                (double Rank, int Decile, double Size)[] entries =
                    [.. units.Select((unit, i) => (Rank: ((i * 97) % 1009) / 1009.0, Decile: (unit % 10) + 1, Size: 1.0))];
                int low = Math.Min(first, second) % (units.Length + 1);
                int high = Math.Min(units.Length, low + (Math.Max(first, second) % 7));
                bool[] fewer = NeedOrder.Choose(entries, low).Reached;
                (bool[] more, double[] shares) = NeedOrder.Choose(entries, high);

                fewer.Count(r => r).ShouldBe(low);
                more.Count(r => r).ShouldBe(high);
                fewer.Zip(more).ShouldAllBe(pair => !pair.First || pair.Second);
                shares.ShouldAllBe(s => s >= 0 && s <= 1);
                shares.Zip(shares.Skip(1)).ShouldAllBe(pair => pair.First >= pair.Second);
            }).Check(LongForm.Cases());

    [Fact]
    public void Deliver_ProportionateToNeed_ReachesExactlyAsManyOfEveryKind()
    {
        using Population population = TinyPopulation.Build();
        foreach (InterventionKind kind in InterventionCatalogue.Kinds)
        {
            foreach (Uptake uptake in (Uptake[])[Uptake.Everyone, new Uptake(0.2, 0.9), new Uptake(0.9, 0.2)])
            {
                foreach (Reach reach in (Reach[])[new Reach(0.2), new Reach(0.4), new Reach(0.85), new Reach(1, 23), new Reach(1)])
                {
                    InterventionRequest request = new()
                    {
                        Source = "test",
                        Owner = "test",
                        Reach = reach,
                        Uptake = uptake,
                        PhaseIn = new PhaseIn(1000, 90),
                    };
                    Delivery need = kind.Deliver(request with { ProportionateToNeed = true }, population);

                    need.Rows.Length.ShouldBe(kind.Deliver(request, population).Rows.Length, $"{kind.Key} {reach} {uptake}");
                    need.Starts.ShouldAllBe(day => day >= 1000 && day < 1090);
                }
            }
        }
    }

    [Fact]
    public void Deliver_AShareOfEmployers_IsTheNearestNumberThatThereCanBe()
    {
        using Population population = TinyPopulation.Build();
        InterventionKind kind = InterventionCatalogue.Find("anchor_employers")!;
        foreach (double share in (double[])[0.05, 0.3, 0.33, 0.6, 0.9, 1])
        {
            Delivery delivery = kind.Deliver(
                new InterventionRequest { Source = "test", Owner = "test", Reach = new Reach(share), Uptake = Uptake.Everyone }, population);

            delivery.Rows.Length.ShouldBe((int)Math.Round(share * delivery.Eligible, MidpointRounding.AwayFromZero));
        }
    }
}
