using System.Text.Json;

namespace Simulation.Cli.Tests.EndToEnd;

public sealed class TellingCommandTests : IDisposable
{
    private const string Costed = """
        scenario: Costed streets
        version: 1
        horizon: { start: 2026-09-01, days: 28 }
        interventions:
          - school_street:
              owner: highways
              where: { places: [Liverpool] }
              reach: 100% of primary schools
              phase_in: { start: 2026-09-01 }
              cost: { capital: £18k per school, running: £4k per school per year }
        """;

    private readonly Simulate simulate = new();

    public void Dispose() => simulate.Dispose();

    [Fact]
    public void Explain_Scenario_SaysOwnerDatesReachInEveryPlaceAndMoney()
    {
        simulate.Write("streets.yaml", Costed);

        Outcome outcome = simulate.Run("explain", "streets.yaml", "--residents", Simulate.Residents);

        outcome.ExitCode.ShouldBe(0, outcome.Error);
        string words = string.Join(' ', outcome.Out.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
        words.ShouldContain("Owner: highways. Action Scales level: structures.");
        words.ShouldContain("from 1 September 2026 to 28 September 2026, for 2,700,000 residents. All numbers are of them; they are estimated from 20,000 simulated ones.");
        words.ShouldContain("0 in Halton");
        words.ShouldContain("What it costs within the run");
        words.ShouldContain("2026/27");
        words.ShouldContain("In all: £");
        outcome.Out.Split('\n').ShouldAllBe(line => line.Length <= 80);
    }

    [Fact]
    public void Explain_MoreThanThereIs_SaysHowManyThereAre()
    {
        simulate.Write("over.yaml", """
            scenario: Over
            version: 1
            extends: baseline
            interventions:
              - school_street: { owner: highways, reach: 2000 schools }
              - free_leisure: { owner: councils, reach: 5000 neighbourhoods }
            """);

        Outcome explained = simulate.Run("explain", "over.yaml", "--residents", Simulate.Residents);
        Outcome check = simulate.Run("check", "over.yaml", "--residents", Simulate.Residents);

        string words = string.Join(' ', explained.Out.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
        words.ShouldContain("offered to primary schools in all places (755), and reaches all of them, because there are no 2,000: 755 schools");
        words.ShouldContain("reaches all of them, because there are no 5,000: 1,601 neighbourhoods");
        check.Out.ShouldContain("SIM0610");
        string.Join(' ', check.Out.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries)).ShouldContain("is to reach 2,000 schools, and 755 lie within");
    }

    [Fact]
    public void Explain_ProportionateToNeed_CostsTheSame()
    {
        Explained("uniform-crossings").ShouldBe(Explained("proportionate-crossings"));

        (int Reached, double Pounds) Explained(string name)
        {
            Outcome outcome = simulate.Run("explain", name, "--residents", Simulate.Residents, "--json");
            outcome.ExitCode.ShouldBe(0, outcome.Error);
            using JsonDocument document = JsonDocument.Parse(outcome.Out);
            return (document.RootElement.GetProperty("interventions")[0].GetProperty("reached").GetInt32(),
                document.RootElement.GetProperty("cost").GetProperty("central").GetDouble());
        }
    }

    [Fact]
    public void Explain_WhatHasNoPrice_IsNamedBesideTheSum()
    {
        Outcome outcome = simulate.Run("explain", "school-run-together", "--residents", Simulate.Residents);

        string words = string.Join(' ', outcome.Out.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
        words.ShouldContain("Not costed: police patrols of speed limit. The file gives no price and no published one stands in; the sum leaves it out.");
        words.ShouldContain("Default prices, where the file names none, in pounds of 2024");
        words.ShouldContain("Leicestershire County Council");
        outcome.Out.Split('\n').ShouldAllBe(line => line.Length <= 80);
    }

    [Fact]
    public void Explain_AsJson_CarriesCountsAndCosts()
    {
        simulate.Write("streets.yaml", Costed);

        Outcome outcome = simulate.Run("explain", "streets.yaml", "--residents", Simulate.Residents, "--json");

        outcome.ExitCode.ShouldBe(0, outcome.Error);
        JsonElement root = JsonDocument.Parse(outcome.Out).RootElement;
        root.GetProperty("countedOnResidents").GetInt32().ShouldBe(20_000);
        JsonElement one = root.GetProperty("interventions")[0];
        one.GetProperty("reached").GetInt32().ShouldBe(one.GetProperty("byPlace").EnumerateArray().Sum(p => p.GetProperty("units").GetInt32()));
        one.GetProperty("byPlace").EnumerateArray().Single(p => p.GetProperty("place").GetString() == "Halton").GetProperty("units").GetInt32().ShouldBe(0);
        root.GetProperty("costs")[0].GetProperty("capital").GetDouble().ShouldBe(18_000 * one.GetProperty("reached").GetInt32());
    }

    [Fact]
    public void Explain_NamedPopulation_IsTheOneCounted()
    {
        simulate.Write("streets.yaml", Costed);
        simulate.Run("population", "build", "--out", "a.population", "--residents", "5000").ExitCode.ShouldBe(0);

        Outcome outcome = simulate.Run("explain", "streets.yaml", "--population", "a.population");

        outcome.ExitCode.ShouldBe(0, outcome.Error);
        outcome.Out.ShouldContain("5,000");
    }

    [Fact]
    public void Explain_UnknownNeighbourhood_IsRefused()
    {
        simulate.Write("streets.yaml", Costed.Replace("{ places: [Liverpool] }", "{ neighbourhoods: [Atlantis] }", StringComparison.Ordinal));

        Outcome outcome = simulate.Run("explain", "streets.yaml", "--residents", Simulate.Residents);

        outcome.ExitCode.ShouldBe(1);
        outcome.Out.ShouldBeEmpty();
        outcome.Error.ShouldContain("SIM0412");
    }

    [Fact]
    public void Explain_Mistake_IsShownWithItsPlace()
    {
        simulate.Write("bad.yaml", "scenario: Bad\nversion: 1\nhorizon: { days: many }\n");

        Outcome outcome = simulate.Run("explain", "bad.yaml");

        outcome.ExitCode.ShouldBe(1);
        outcome.Error.ShouldContain("bad.yaml:3:");
    }

    [Fact]
    public void Diff_SameMeaning_SaysSo()
    {
        simulate.Write("a.yaml", Costed);
        simulate.Write("b.yaml", "# written otherwise\n" + Costed.Replace("£18k", "£18000", StringComparison.Ordinal).Replace("days: 28", "weeks: 4", StringComparison.Ordinal));

        Outcome outcome = simulate.Run("diff", "a.yaml", "b.yaml");

        outcome.ExitCode.ShouldBe(0, outcome.Error);
        outcome.Out.ShouldContain("mean the same");
    }

    [Fact]
    public void Diff_OtherReach_SaysWhatChangedAndForHowMany()
    {
        simulate.Write("a.yaml", Costed);
        simulate.Write("b.yaml", Costed.Replace("100%", "50%", StringComparison.Ordinal));

        Outcome outcome = simulate.Run("diff", "a.yaml", "b.yaml", "--residents", Simulate.Residents);

        outcome.ExitCode.ShouldBe(0, outcome.Error);
        outcome.Out.ShouldContain("~ interventions.school_street.reach: ");
        outcome.Out.ShouldContain("Whom they reach, of 2,700,000 residents, estimated from 20,000");
        outcome.Out.ShouldContain("schools");
        outcome.Out.Split('\n').ShouldAllBe(line => line.Length <= 80);
    }

    [Fact]
    public void Diff_AsJson_CarriesWhatChangedAndForHowMany()
    {
        simulate.Write("a.yaml", Costed);
        simulate.Write("b.yaml", Costed.Replace("100%", "50%", StringComparison.Ordinal));

        Outcome outcome = simulate.Run("diff", "a.yaml", "b.yaml", "--residents", Simulate.Residents, "--json");

        outcome.ExitCode.ShouldBe(0, outcome.Error);
        JsonElement root = JsonDocument.Parse(outcome.Out).RootElement;
        root.GetProperty("same").GetBoolean().ShouldBeFalse();
        root.GetProperty("differences")[0].GetProperty("path").GetString().ShouldBe("interventions.school_street.reach");
        JsonElement reach = root.GetProperty("reach")[0];
        reach.GetProperty("both").GetInt32().ShouldBe(reach.GetProperty("after").GetInt32());
    }

    [Theory]
    [InlineData("explain", "150-000-more-active", "--residents", Simulate.Residents)]
    [InlineData("diff", "school-run-together", "150-000-more-active", "--residents", Simulate.Residents)]
    [InlineData("resolve", "school-run-together")]
    [InlineData("plan", "how-many-school-streets")]
    [InlineData("check", "150-000-more-active", "how-many-school-streets", "--residents", Simulate.Residents)]
    public void Telling_TheLongestLibraryScenarios_FitsEightyColumns(params string[] args)
    {
        Outcome outcome = simulate.Run(args);

        outcome.ExitCode.ShouldBe(0, outcome.Error);
        outcome.Out.Split('\n').Where(line => line.Length > 80).ShouldBeEmpty();
    }

    [Fact]
    public void Diff_MissingFile_IsRefused() => simulate.Run("diff", "baseline", "nowhere.yaml").ExitCode.ShouldBe(1);

    [Fact]
    public void Diff_OneFile_IsAUsageError() => simulate.Run("diff", "baseline").ExitCode.ShouldBe(2);
}
