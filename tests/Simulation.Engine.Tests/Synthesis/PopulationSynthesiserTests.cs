using FsCheck;
using FsCheck.Fluent;
using Simulation.Engine.Populations;
using Simulation.Engine.Synthesis;

namespace Simulation.Engine.Tests.Synthesis;

public class PopulationSynthesiserTests
{
    private static readonly SynthesisInputs Inputs = SmallInputs.Make();

    [Fact]
    public void Build_AnyResidentsAndSeed_KeepsEveryInvariant()
    {
        var cases = ArbMap.Default.GeneratorFor<int>().Where(i => i > 0).Two()
            .Select(pair => (Residents: 1 + (Math.Abs(pair.Item1) * 37 % 9_000), Seed: (ulong)pair.Item2));
        Prop.ForAll(cases.ToArbitrary(), c =>
        {
            using Population population = Build(c.Residents, c.Seed);
            population.Count.ShouldBe(c.Residents);
            PopulationInvariants.Check(population, Inputs);
        }).Check(LongForm.Cases(40));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(13)]
    [InlineData(20_000)]
    public void Build_ExtremeSizes_KeepsEveryInvariant(int residents)
    {
        using Population population = Build(residents, 7);
        population.Count.ShouldBe(residents);
        PopulationInvariants.Check(population, Inputs);
    }

    [Fact]
    public void Build_AnyWorkerCount_GivesTheSameBytes()
    {
        string[] hashes = [.. new[] { 1, 2, 3, 1 }.Select(workers =>
        {
            using Population population = Build(6_000, 3, workers);
            return population.Description.Hash;
        })];
        hashes.Distinct().Count().ShouldBe(1);
        hashes[0].Length.ShouldBe(64);
    }

    [Fact]
    public void Build_AnotherSeed_GivesAnotherPopulation()
    {
        using Population one = Build(6_000, 1);
        using Population two = Build(6_000, 2);
        two.Description.Hash.ShouldNotBe(one.Description.Hash);
    }

    [Fact]
    public void Build_ManyPlaces_AdmitsWithinPlaces()
    {
        // 2,400 primary places for about 1,800 children and 1,800 secondary places for about 1,450.
        using Population population = Build(19_000, 5);
        for (int phase = 0; phase < 2; phase++)
        {
            int[] pupils = PupilsOfPhase(population, phase);
            SchoolPlaces places = SchoolPlaces.Of(Inputs.Schools, phase, pupils.Sum(), 19_000.0 / Inputs.Neighbourhoods.Sum(n => n.Residents));
            for (int s = 0; s < places.Schools.Length; s++)
            {
                pupils[places.Schools[s]].ShouldBeLessThanOrEqualTo(places.Places[s]);
            }
        }
    }

    [Fact]
    public void Build_Siblings_GoToOnePrimarySchool()
    {
        using Population population = Build(19_000, 5);
        int together = 0;
        int apart = 0;
        foreach (var siblings in PopulationInvariants.Rows(population.Pupils.Layout)
            .Where(p => population.Residents.Age[population.Pupils.Resident[p]] < 11)
            .GroupBy(p => population.Residents.Household[population.Pupils.Resident[p]]).Where(g => g.Count() > 1))
        {
            bool same = siblings.Select(p => population.Pupils.School[p]).Distinct().Count() == 1;
            together += same ? 1 : 0;
            apart += same ? 0 : 1;
        }

        together.ShouldBeGreaterThan(100);
        apart.ShouldBeLessThanOrEqualTo(together / 50);
    }

    [Fact]
    public void Build_Neighbourhoods_MeetTheirMarginals()
    {
        using Population population = Build(19_560, 1);
        foreach (MarginalFit fit in PopulationDescriber.Describe(population).Marginals)
        {
            fit.MedianError.ShouldBeLessThan(0.5, fit.Name);
            fit.WorstError.ShouldBeLessThan(1.5, fit.Name);
        }
    }

    [Fact]
    public void Build_Homes_LieInsideTheirOutline()
    {
        using Population population = Build(3_000, 4);
        for (int n = 0; n < population.Neighbourhoods.Count; n++)
        {
            var box = population.Neighbourhoods.Outline[n].EnvelopeInternal;
            box.ExpandBy(0.01);
            for (int h = population.Households.Layout.First(n); h < population.Households.Layout.End(n); h++)
            {
                box.Contains(population.Households.X[h], population.Households.Y[h]).ShouldBeTrue();
            }
        }
    }

    [Fact]
    public void Build_Parents_AreMostlyOfAParentsAge()
    {
        using Population population = Build(19_560, 2);
        int[] gaps = [.. PopulationInvariants.Rows(population.Pupils.Layout).Select(p =>
            population.Residents.Age[population.Pupils.FirstAdult[p]] - population.Residents.Age[population.Pupils.Resident[p]])];
        (gaps.Count(g => g is >= 17 and <= 47) / (double)gaps.Length).ShouldBeGreaterThan(0.97);
    }

    [Fact]
    public void Build_MorePupilsThanPlaces_EnlargesSchoolsAlike()
    {
        SynthesisInputs small = Inputs with { Schools = [.. Inputs.Schools.Select(s => s with { Pupils = s.Pupils / 5 })] };
        using Population population = PopulationSynthesiser.Build(small, new SynthesisOptions(19_560), null, TestContext.Current.CancellationToken);
        PopulationInvariants.Check(population, small);
    }

    [Fact]
    public void Build_ContradictoryInputs_ListsEveryFault()
    {
        SynthesisInputs broken = Inputs with
        {
            Neighbourhoods = [.. Inputs.Neighbourhoods.Select((n, i) => i == 2 ? n with { Decile = 11, Cars = [0.5, 0.5] } : n)],
            Flows = [new CommuteFlow(0, 99, 5)],
        };
        InputDataException failure = Should.Throw<InputDataException>(() =>
            PopulationSynthesiser.Build(broken, new SynthesisOptions(1_000), null, CancellationToken.None));
        failure.Errors.Count.ShouldBe(3);
        failure.Message.ShouldContain("N02: decile 11");
        failure.Message.ShouldContain("zone 99");
    }

    [Fact]
    public void Build_NoSecondarySchool_SaysSo()
    {
        SynthesisInputs broken = Inputs with { Schools = [.. Inputs.Schools.Where(s => s.Phase == SchoolPhase.Primary)] };
        Should.Throw<InputDataException>(() => PopulationSynthesiser.Build(broken, new SynthesisOptions(5_000), null, CancellationToken.None))
            .Message.ShouldContain("no secondary school");
    }

    [Fact]
    public void Build_Cancelled_Stops()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Should.Throw<OperationCanceledException>(() => PopulationSynthesiser.Build(Inputs, new SynthesisOptions(5_000), null, source.Token));
    }

    private static Population Build(int residents, ulong seed, int workers = 2) =>
        PopulationSynthesiser.Build(Inputs, new SynthesisOptions(residents, seed) { Workers = workers }, null, CancellationToken.None);

    private static int[] PupilsOfPhase(Population population, int phase)
    {
        var pupils = new int[population.Schools.Count];
        foreach (int p in PopulationInvariants.Rows(population.Pupils.Layout))
        {
            pupils[population.Pupils.School[p]] += SchoolPlaces.PhaseOf(population.Residents.Age[population.Pupils.Resident[p]]) == phase ? 1 : 0;
        }

        return pupils;
    }
}
