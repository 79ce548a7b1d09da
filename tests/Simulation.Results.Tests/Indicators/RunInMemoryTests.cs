using Simulation.Engine.Observation;
using Simulation.Results.Indicators;
using Simulation.Results.RunFiles;

namespace Simulation.Results.Tests.Indicators;

public sealed class RunInMemoryTests
{
    [Fact]
    public void Read_SameWeeks_GivesWhatARunFileGives()
    {
        using TemporaryFolder folder = new();
        using RunFileReader file = RunFileReader.Open(Example.Write(folder.File("a.run"), Example.Weeks()));
        RunInMemory memory = new("a");
        foreach (ExampleWeek week in Example.Weeks())
        {
            memory.Record(week);
        }

        memory.Complete(Example.Manifest(), [], []);

        foreach (string by in new[] { "all", "deprivation", "place" })
        {
            memory.Read(by).ShouldBe(file.Read(by));
            memory.StrataOf(by).ShouldBe(file.StrataOf(by));
        }

        memory.Read("all", "school_walk", Example.Start.AddDays(13)).ShouldBe(file.Read("all", "school_walk", Example.Start.AddDays(13)));
    }

    [Fact]
    public void Record_Neighbourhoods_AreNotKept()
    {
        RunInMemory memory = new("a");
        Stratum[] strata = [Example.Strata[0], new(Stratification.Neighbourhood, "E01000001", "Here", "Halton", 3)];
        memory.Record(new WeekCounts { Date = Example.Start, Strata = strata, Indicators = Example.Indicators, Tallies = Example.Weeks().First().Tallies.AsSpan(0, 2) });

        memory.Strata.ShouldBe([strata[0]]);
        memory.Counts(Stratification.Neighbourhood).ShouldBeEmpty();
    }

    [Fact]
    public void Manifest_BeforeTheEnd_IsRefused() => Should.Throw<InvalidOperationException>(() => new RunInMemory("a").Manifest);
}
