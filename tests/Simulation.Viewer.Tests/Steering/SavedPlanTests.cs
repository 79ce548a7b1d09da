using Simulation.Scenarios;
using Simulation.Scenarios.Reading;
using Simulation.Viewer.Protocol;
using Simulation.Viewer.Sources;
using Simulation.Viewer.Tests.Fixtures;

namespace Simulation.Viewer.Tests.Steering;

/// <summary>What is saved of a run says what it is: its name and description follow the levers, and it names seed, hashes and program.</summary>
public sealed class SavedPlanTests
{
    private const string Plan =
        "description: Two levers.\ninterventions:\n  - school_street: { reach: 30% of primary schools, phase_in: { start: 2026-09-03, over: 2 weeks } }\n"
        + "  - safe_crossings: { reach: 40% of neighbourhoods, phase_in: 2026-09-25 }\n";

    [Fact]
    public void ScenarioText_NothingPulled_IsThePlanWithItsSeedAndWhoItIs()
    {
        using ModelSource source = Begun();
        Scenario saved = Read(source);
        saved.Name.ShouldBe("Test scenario");
        saved.Description.ShouldBe("Two levers.");
        saved.Seed.ShouldBe(7);
        string text = source.ScenarioText();
        text.ShouldContain($"# Plan {saved.Hash}\n", Case.Sensitive, "the hash is that of the file itself");
        text.ShouldContain($"# Residents {source.Provenance.PopulationHash}, from");
        text.ShouldContain($"# Program {source.Provenance.Engine}; seed 7\n");
        source.Provenance.ScenarioHash.ShouldBe(saved.Hash);
    }

    [Fact]
    public void ScenarioText_AfterPulls_IsCalledChangedAndTellsThem()
    {
        using ModelSource source = Begun();
        Advance(source, 4);
        Turn(source, "school_street", true, ("reach", 60));
        Advance(source, 3);
        Turn(source, "+speed_limit", true);
        Scenario saved = Read(source);
        saved.Name.ShouldBe("Test scenario, changed");
        saved.Description.ShouldBe("Two levers. Changed while it ran: from 5 September 2026 School street reach 60%; from 8 September 2026 Speed limit added.");
        source.ScenarioText().ShouldStartWith("# Test scenario, changed, as its levers stood on 7 September 2026, day 7.\n");
        source.About.Title.ShouldBe("Test scenario", "the room still looks at the same plan");

        // What is branched from it goes on telling; what is undone is told no longer.
        source.Restart(source.ScenarioText(), new Progress<double>(), CancellationToken.None).ShouldBeNull();
        Read(source).Description.ShouldBe(saved.Description);
        source.Restart(null, new Progress<double>(), CancellationToken.None).ShouldBeNull();
        Read(source).Name.ShouldBe("Test scenario");
        Read(source).Description.ShouldBe("Two levers.");
    }

    [Fact]
    public void Lever_SetBack_StandsAsInThePlan()
    {
        using ModelSource source = Begun();
        Advance(source, 4);
        Turn(source, "school_street", true, ("reach", 60));
        LeverView lever = source.Levers[0];
        lever.Fields.Single(f => f.Name == "reach").Value.ShouldBe(60);
        lever.First.ShouldNotBeNull()["reach"].ShouldBe(30);
        Advance(source, 1);
        Turn(source, "school_street", true, ("reach", lever.First["reach"]));
        source.Levers[0].Fields.Single(f => f.Name == "reach").Value.ShouldBe(30);
    }

    [Fact]
    public void Lever_Removed_IsGoneAndActsNoLonger()
    {
        using ModelSource source = Begun();
        Advance(source, 6);
        source.Change(new LeverChange("school_street", false, new Dictionary<string, double>(), Remove: true)).ShouldBeNull();
        source.Levers.ShouldHaveSingleItem().Id.ShouldBe("safe_crossings");
        Advance(source, 1);
        Scenario saved = Read(source);
        saved.Interventions.Count.ShouldBe(2, "it acted for some days");
        saved.Description.ShouldEndWith("School street removed.");

        source.Change(new LeverChange("safe_crossings", false, new Dictionary<string, double>(), Remove: true)).ShouldBeNull();
        source.Levers.ShouldBeEmpty();
        Read(source).Interventions.ShouldHaveSingleItem().Kind.Key.ShouldBe("school_street", "what had not begun leaves no trace");
    }

    [Fact]
    public void Warnings_OfACheck_FollowTheLevers()
    {
        using ModelSource source = Begun();
        source.Warnings.ShouldBeEmpty();
        Advance(source, 2);
        Turn(source, "+school_street", true);
        source.Warnings.ShouldHaveSingleItem().ShouldContain("school");
    }

    [Fact]
    public void Years_AreHeldStillAndSaid()
    {
        Scenario scenario = ScenarioReader.ReadText("scenario: Long\nversion: 1\nhorizon: { start: 2026-09-01, years: 3 }\n", "long.yaml").Scenario.ShouldNotBeNull();
        using var source = new ModelSource(SmallWorld.Population(2_000), scenario, 1, 2);
        source.About.Holds.ShouldNotBeNull().ShouldContain("from 1 September 2027 on");
        source.ScenarioText().ShouldContain("people: frozen", Case.Sensitive, "the command line then runs what was on screen");
        using ModelSource year = Begun();
        year.About.Holds.ShouldBeNull();
    }

    private static ModelSource Begun()
    {
        var source = new ModelSource(SmallWorld.Population(4_000), SmallWorld.Scenario(Plan), 7, 2);
        source.WarmUp(new Progress<double>(), CancellationToken.None);
        return source;
    }

    private static Scenario Read(ModelSource source) => ScenarioReader.ReadText(source.ScenarioText(), "saved.yaml").Scenario.ShouldNotBeNull();

    private static void Advance(ModelSource source, int days)
    {
        for (int day = 0; day < days; day++)
        {
            source.Advance();
        }
    }

    private static void Turn(ModelSource source, string id, bool on, params (string Name, double Value)[] values) =>
        source.Change(new LeverChange(id, on, values.ToDictionary(v => v.Name, v => v.Value))).ShouldBeNull();
}
