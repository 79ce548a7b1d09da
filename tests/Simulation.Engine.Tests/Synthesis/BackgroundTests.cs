using Simulation.Engine.Embedded;
using Simulation.Engine.Populations;
using Simulation.Engine.Synthesis;

namespace Simulation.Engine.Tests.Synthesis;

/// <summary>Qualifications and ethnic groups: the census's shares by place, in households that hold together.</summary>
public sealed class BackgroundTests
{
    private static readonly SynthesisInputs Inputs = EmbeddedInputs.Create(1);

    private static readonly Lazy<Population> Made = new(() => PopulationSynthesiser.Build(Inputs, new SynthesisOptions(200_000), null, CancellationToken.None));

    [Fact]
    public void Qualifications_OfAPlacesAdults_AreTheCensusShares()
    {
        // Halton and Cheshire East: Census 2021.
        Share(0, row => Adult(row) && Background.QualificationOf(Made.Value.Residents.Background[row]) == Qualification.None, Adult).ShouldBe(0.210, 0.015);
        Share(2, row => Adult(row) && Background.QualificationOf(Made.Value.Residents.Background[row]) == Qualification.Degree, Adult).ShouldBe(0.376, 0.015);
    }

    [Fact]
    public void EthnicGroups_OfAPlacesResidents_AreTheCensusShares()
    {
        Share(5, row => Background.GroupOf(Made.Value.Residents.Background[row]) == EthnicGroup.White, _ => true).ShouldBe(0.840, 0.015);
        Share(5, row => Background.GroupOf(Made.Value.Residents.Background[row]) == EthnicGroup.Asian, _ => true).ShouldBe(0.057, 0.01);
        Share(6, row => Background.GroupOf(Made.Value.Residents.Background[row]) == EthnicGroup.White, _ => true).ShouldBe(0.965, 0.01);
    }

    [Fact]
    public void Household_OfAnySize_IsOfOneEthnicGroupAndItsChildrenTakeAfterAnAdult()
    {
        Population population = Made.Value;
        foreach (IGrouping<int, int> home in Rows().GroupBy(row => population.Residents.Household[row]))
        {
            home.Select(row => Background.GroupOf(population.Residents.Background[row])).Distinct().Count().ShouldBe(1);
            HashSet<Qualification> adults = [.. home.Where(Adult).Select(row => Background.QualificationOf(population.Residents.Background[row]))];
            home.Where(row => !Adult(row)).All(row => adults.Contains(Background.QualificationOf(population.Residents.Background[row]))).ShouldBeTrue();
        }
    }

    [Fact]
    public void Degrees_WhereFewAreDeprived_AreMoreCommon()
    {
        Population population = Made.Value;
        double Degrees(int decile)
        {
            int[] adults = [.. Rows().Where(row => Adult(row) && population.Neighbourhoods.Decile[population.Residents.Layout.Of(row)] == decile)];
            return adults.Count(row => Background.QualificationOf(population.Residents.Background[row]) == Qualification.Degree) / (double)adults.Length;
        }

        Degrees(10).ShouldBeGreaterThan(Degrees(1) + 0.15);
    }

    [Theory]
    [InlineData(Qualification.None, EthnicGroup.White)]
    [InlineData(Qualification.Degree, EthnicGroup.Other)]
    [InlineData(Qualification.Some, EthnicGroup.Mixed)]
    public void Byte_OfABackground_GivesItBack(Qualification qualification, EthnicGroup group)
    {
        byte code = Background.Of(qualification, group);
        (Background.QualificationOf(code), Background.GroupOf(code)).ShouldBe((qualification, group));
        ((int)code).ShouldBeLessThan(Background.Count);
    }

    private static double Share(int place, Func<int, bool> who, Func<int, bool> of)
    {
        Population population = Made.Value;
        int[] rows = [.. Rows().Where(row => population.Neighbourhoods.Place[population.Residents.Layout.Of(row)] == place && of(row))];
        return rows.Count(who) / (double)rows.Length;
    }

    private static bool Adult(int row) => Made.Value.Residents.Age[row] >= 16;

    private static IEnumerable<int> Rows() =>
        Enumerable.Range(0, Made.Value.Residents.Layout.Rows).Where(row => Made.Value.Residents.Age[row] != Population.VacantAge);
}
