using Simulation.Engine.Observation;
using Simulation.Results.Comparisons;
using Simulation.Results.Indicators;
using Simulation.Results.RunFiles;

namespace Simulation.Results.Tests.Comparisons;

public sealed class TwinGainsTests : IDisposable
{
    private static readonly string[] Places = ["Liverpool", "Sefton"];
    private static readonly uint[] Everybody = [2, 3, 5, 8, 4_000_000_000];

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Of_ResidentsOfTwoRuns_CountsEachAgainstItself()
    {
        // Inactive and gains 40; active and loses 12; a child under half an hour a day gains 10; an adult falls; nothing.
        TwinGains gains = Gains([10, 200, 200, 31, 90], [50, 188, 210, 29, 90]);

        gains.Adults.ShouldBe(new TwinCount(4, 1, 1, 1, new Steps(1, 1, 0), new Steps(1, 0, 0), new Steps(1, 1, 0)));
        gains.Children.ShouldBe(new TwinCount(1, 1, 1, 0, new Steps(1, 0, 0), default, new Steps(1, 0, 0)));
    }

    [Fact]
    public void Of_TheSameRunTwice_NobodyGainsOrLoses()
    {
        TwinGains gains = Gains([10, 200, 200, 31, 90], [10, 200, 200, 31, 90]);

        (gains.Adults + gains.Children).ShouldBe(new TwinCount(5, 2, 0, 0, default, default, default));
    }

    [Fact]
    public void Of_ResidentsOfOneRunOnly_AreNotCounted()
    {
        TwinGains gains = TwinGains.Of(Run(Residents([10, 200, 200, 31, 90])), Run(new ResidentYears(51, Places, [3, 9], [212, 7], [Group(0, 1), Group(0, 1)])))!;

        gains.Adults.People.ShouldBe(1);
        gains.Adults.Gained.ShouldBe(new Steps(1, 0, 0));
    }

    [Fact]
    public void FifthsAndPlaces_OfAnyResidents_SumToEverybody()
    {
        TwinGains gains = Gains([10, 200, 200, 31, 90], [50, 188, 210, 29, 160]);
        TwinCount all = gains.Adults + gains.Children;

        gains.Fifths.Aggregate((a, b) => a + b).ShouldBe(all);
        gains.Places.Select(place => place.Count).Aggregate((a, b) => a + b).ShouldBe(all);
        gains.Fifths[0].Left.ShouldBe(1);
        gains.Places[1].Count.Gained.ShouldBe(new Steps(2, 1, 1));
    }

    [Fact]
    public void Residents_OfARunFile_AreWhatWasWritten()
    {
        ResidentYears written = Residents([10, 200, 65_535, 31, 0]);
        using (RunFileWriter writer = RunFileWriter.Create(folder.File("a.run"), overwrite: false))
        {
            writer.Record(Example.Weeks().First());
            writer.Complete(Example.Manifest() with { Target = 150_000 }, [], [], [], written);
        }

        using RunFileReader reader = RunFileReader.Open(folder.File("a.run"));

        reader.Manifest.Target.ShouldBe(150_000);
        ResidentYears read = reader.Residents!;
        read.Weeks.ShouldBe(51);
        read.Places.ShouldBe(Places);
        read.Identities.ShouldBe(Everybody);
        read.Minutes.ShouldBe(written.Minutes);
        read.Groups.ShouldBe(written.Groups);
    }

    [Fact]
    public void Answer_OfAPlanWithATarget_SaysHowMuchOfIt()
    {
        IRunFigures plan = Run(Residents([50, 200, 210, 29, 90]), 150_000);
        ScenarioChange change = Comparison.Of(Run(Residents([10, 200, 200, 31, 90])), [plan]).Scenarios[0];

        TargetAnswer.Of(change).ShouldBeNull("children's inactivity was not recorded");
        TargetAnswer.Of(change with { Overall = [Share("adults_inactive", -0.03), Share("children_less_active", 0.003)] })!.Replace('\u00a0', ' ').ShouldBe(
            "Asked for: 150,000 residents more active. 2,700 fewer are inactive in the last year, as a survey counts adults and children: 1.8 % of what was asked for. "
            + "Of those inactive without it, 2 gain 10 minutes a week or more over the year (0.0 %), 1 30 or more (0.0 %), 0 an hour or more (0.0 %).");
        TargetAnswer.Of(change with { Manifest = change.Manifest with { Target = null } }).ShouldBeNull();
    }

    private static Change Share(string indicator, double difference) =>
        new(Indicator.Find(indicator), "all", new Figure(0.3, 100_000), new Figure(0.3 + difference, 100_000));

    private static ushort Group(int place, int decile, bool child = false) => new ResidentGroup(place, decile, child).Pack();

    // Two in Liverpool, one of them in the poorest tenth, a child and two more in Sefton.
    private static ResidentYears Residents(ushort[] minutes) =>
        new(51, Places, Everybody, minutes, [Group(0, 1), Group(0, 7), Group(1, 10, child: true), Group(1, 5), Group(1, 3)]);

    private static TwinGains Gains(ushort[] before, ushort[] after) => TwinGains.Of(Run(Residents(before)), Run(Residents(after)))!;

    private static RunInMemory Run(ResidentYears residents, double? target = null)
    {
        RunInMemory run = new("a run");
        foreach (ExampleWeek week in Example.Weeks())
        {
            run.Record(week);
        }

        run.Complete(Example.Manifest() with { Target = target }, [], [], residents);
        return run;
    }
}
