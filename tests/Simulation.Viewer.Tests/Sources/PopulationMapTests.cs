using Simulation.Engine.Populations;
using Simulation.Viewer.Protocol;
using Simulation.Viewer.Sources;
using Simulation.Viewer.Tests.Fixtures;

namespace Simulation.Viewer.Tests.Sources;

public sealed class PopulationMapTests
{
    [Fact]
    public void Create_EveryResident_StandsWithinTenMetresOfHome()
    {
        using Population population = SmallWorld.Population(3000);
        ViewMap map = PopulationMap.Create(population);
        map.Residents.ShouldBe(3000);
        double metre = map.Box.Size / ushort.MaxValue;
        for (int i = 0; i < map.Residents; i++)
        {
            int household = population.Residents.Household[map.ResidentRows[i]];
            double east = map.Box.X + (map.Positions[2 * i] * metre) - population.Households.X[household];
            double north = map.Box.Y + (map.Positions[(2 * i) + 1] * metre) - population.Households.Y[household];
            Math.Sqrt((east * east) + (north * north)).ShouldBeLessThan(12);
        }
    }

    [Fact]
    public void Create_Facts_CountPupilsAndWorkersOfThePopulation()
    {
        using Population population = SmallWorld.Population(3000);
        ViewMap map = PopulationMap.Create(population);
        map.Facts.Count(f => (f & (int)FixedFacts.Pupil) != 0).ShouldBe(population.Pupils.Layout.Used);
        map.Facts.Count(f => (f & (int)FixedFacts.Worker) != 0).ShouldBe(population.Workers.Layout.Used);
        map.PlaceOutlines.Length.ShouldBe(9);
        map.PlaceOutlines.ShouldAllBe(rings => rings.Length > 0 && rings.Length < 60);
    }
}
