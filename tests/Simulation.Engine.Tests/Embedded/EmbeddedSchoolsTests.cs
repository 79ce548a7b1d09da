using NetTopologySuite.Geometries;
using Simulation.Engine.Embedded.Figures;
using Simulation.Engine.Populations;
using Simulation.Engine.Synthesis;

namespace Simulation.Engine.Tests.Embedded;

public class EmbeddedSchoolsTests
{
    public static TheoryData<int> PlaceIndices => [.. Enumerable.Range(0, 9)];

    [Theory]
    [MemberData(nameof(PlaceIndices))]
    public void Create_EachPlace_HasItsRealSchoolsAndPupils(int place)
    {
        SchoolInput[] mine = [.. SharedInputs.Inputs.Schools.Where(s => SharedInputs.Inputs.Neighbourhoods[s.Neighbourhood].Place == place)];
        int Count(SchoolPhase phase) => mine.Count(s => s.Phase == phase);
        int Pupils(SchoolPhase phase) => mine.Where(s => s.Phase == phase).Sum(s => s.Pupils);

        new SchoolFigures(
            Count(SchoolPhase.Primary), Pupils(SchoolPhase.Primary),
            Count(SchoolPhase.Secondary), Pupils(SchoolPhase.Secondary),
            Count(SchoolPhase.AllThrough), Pupils(SchoolPhase.AllThrough)).ShouldBe(SchoolFigures.All[place]);
    }

    [Fact]
    public void Create_EverySchool_StandsInItsNeighbourhoodUnderItsOwnName()
    {
        IReadOnlyList<SchoolInput> schools = SharedInputs.Inputs.Schools;

        schools.ShouldAllBe(s => SharedInputs.Inputs.Neighbourhoods[s.Neighbourhood].Outline.Covers(new Point(s.X, s.Y)));
        schools.ShouldAllBe(s => s.FreeMeals > 0.05 && s.FreeMeals < 0.55);
        schools.ShouldAllBe(s => s.Pupils >= 40 && s.Pupils < 2_500);
        schools.Select(s => s.Id).Distinct().Count().ShouldBe(schools.Count);
        schools.Select(s => s.Name).Distinct().Count().ShouldBe(schools.Count);
    }

    [Fact]
    public void Create_UrbanHomes_AreAWalkFromAPrimarySchool()
    {
        SchoolInput[] primaries = [.. SharedInputs.Inputs.Schools.Where(s => s.Phase != SchoolPhase.Secondary)];
        double[] metres =
        [
            .. SharedInputs.Inputs.Neighbourhoods.Where(n => n.Settlement == Settlement.Urban)
                .Select(n => primaries.Min(s => SharedInputs.Metres(n.X, n.Y, s.X, s.Y))).Order(),
        ];

        metres[metres.Length / 2].ShouldBeInRange(200, 700);
        metres[metres.Length * 9 / 10].ShouldBeLessThan(1_500);
    }

    [Fact]
    public void Create_DeprivedSchools_HaveMoreFreeMeals()
    {
        double Mean(int low, int high) => SharedInputs.Inputs.Schools
            .Where(s => SharedInputs.Inputs.Neighbourhoods[s.Neighbourhood].Decile is int d && d >= low && d <= high).Average(s => s.FreeMeals);

        Mean(1, 2).ShouldBeGreaterThan(2 * Mean(9, 10));
    }
}
