using Simulation.Engine.Embedded.Figures;
using Simulation.Engine.Embedded.Making;
using Simulation.Engine.Synthesis;

namespace Simulation.Engine.Tests.Embedded;

public class EmbeddedCommutingTests
{
    public static TheoryData<int> PlaceIndices => [.. Enumerable.Range(0, 9)];

    [Fact]
    public void Create_Zones_GatherAFewNeighboursEach()
    {
        SynthesisInputs inputs = SharedInputs.Inputs;
        int homes = inputs.WorkZones.Count - CommuteFigures.Outside.Length;

        homes.ShouldBe(325);
        inputs.WorkZones.Skip(homes).ShouldAllBe(z => z.Place == -1);
        foreach (IGrouping<int, NeighbourhoodInput> members in inputs.Neighbourhoods.GroupBy(n => n.WorkZone))
        {
            members.Count().ShouldBeInRange(3, 7);
            members.ShouldAllBe(n => n.Place == inputs.WorkZones[members.Key].Place);
        }

        inputs.Neighbourhoods.Select(n => n.WorkZone).Distinct().Count().ShouldBe(homes);
        inputs.WorkZones.ShouldAllBe(z => z.RadiusMetres > 0);
    }

    [Fact]
    public void Create_Flows_AddUpToTheWorkersOfEachZone()
    {
        SynthesisInputs inputs = SharedInputs.Inputs;
        double[] flows = new double[inputs.WorkZones.Count];
        double[] staying = new double[inputs.WorkZones.Count];
        foreach (CommuteFlow flow in inputs.Flows)
        {
            flow.Workers.ShouldBeGreaterThan(0);
            flows[flow.From] += flow.Workers;
            staying[flow.From] += flow.To < 0 ? flow.Workers : 0;
        }

        foreach (IGrouping<int, NeighbourhoodInput> members in inputs.Neighbourhoods.GroupBy(n => n.WorkZone))
        {
            double workers = members.Sum(SharedInputs.Workers);
            flows[members.Key].ShouldBe(workers, workers * 1e-9);
            staying[members.Key].ShouldBe(members.Sum(n => SharedInputs.Workers(n) * (n.WorkTravel[2] + n.WorkTravel[3])), workers * 1e-9);
        }

        inputs.Flows.ShouldBe(inputs.Flows.OrderBy(f => f.From).ThenBy(f => f.To));
    }

    [Theory]
    [MemberData(nameof(PlaceIndices))]
    public void Create_CommutesOfEachPlace_HaveThePublishedDistances(int place)
    {
        SynthesisInputs inputs = SharedInputs.Inputs;
        double[] bands = new double[6];
        foreach (CommuteFlow flow in inputs.Flows.Where(f => f.To >= 0 && inputs.WorkZones[f.From].Place == place))
        {
            bands[Commuting.Band(Commuting.Distance(inputs.WorkZones, flow.From, flow.To))] += flow.Workers;
        }

        for (int b = 0; b < bands.Length; b++)
        {
            (100 * bands[b] / bands.Sum()).ShouldBe(CommuteFigures.Bands[place][b], 1.0);
        }
    }

    [Theory]
    [MemberData(nameof(PlaceIndices))]
    public void Create_CommutesOfEachPlace_StayInItAsPublished(int place)
    {
        SynthesisInputs inputs = SharedInputs.Inputs;
        CommuteFlow[] mine = [.. inputs.Flows.Where(f => f.To >= 0 && inputs.WorkZones[f.From].Place == place)];
        double own = mine.Where(f => inputs.WorkZones[f.To].Place == place).Sum(f => f.Workers) / mine.Sum(f => f.Workers);

        own.ShouldBe(CommuteFigures.Workers[place][place] / CommuteFigures.Workers[place].Sum(), 0.01);
    }
}
