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
        foreach (IndicatorRow[] week in Example.Weeks())
        {
            memory.Record(week);
        }

        memory.Complete(Example.Manifest(), [], []);

        foreach (string by in new[] { "all", "deprivation", "place" })
        {
            memory.Read(by).ShouldBe(file.Read(by));
            memory.Strata(by).ShouldBe(file.Strata(by));
        }

        memory.Read("all", "school_walk", Example.Start.AddDays(13)).ShouldBe(file.Read("all", "school_walk", Example.Start.AddDays(13)));
    }

    [Fact]
    public void Record_Neighbourhoods_AreNotKept()
    {
        RunInMemory memory = new("a");
        memory.Record([new(Example.Start, "adults_inactive", "neighbourhood", "E01000001", 0.25, 10)]);

        memory.Read("neighbourhood").ShouldBeEmpty();
    }

    [Fact]
    public void Manifest_BeforeTheEnd_IsRefused() => Should.Throw<InvalidOperationException>(() => new RunInMemory("a").Manifest);
}
