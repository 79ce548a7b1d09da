using System.Text.Json;
using Simulation.Results.Indicators;
using Simulation.Results.RunFiles;

namespace Simulation.Cli.Tests.EndToEnd;

public sealed class CompareCommandTests : IDisposable
{
    private readonly Simulate simulate = new();

    public void Dispose() => simulate.Dispose();

    [Fact]
    public void Compare_ScenarioWithoutInterventions_DiffersByExactlyZeroEverywhere()
    {
        simulate.Write("baseline.yaml", Scenarios.Baseline);
        simulate.Write("nothing.yaml", Scenarios.Nothing);

        foreach (string by in new[] { "place", "deprivation", "age", "sex", "disability" })
        {
            Outcome outcome = simulate.Run(
                "compare", "baseline.yaml", "nothing.yaml", "--residents", Simulate.Residents, "--days", "14", "--by", by, "--json");

            outcome.ExitCode.ShouldBe(0, outcome.Error);
            using JsonDocument document = JsonDocument.Parse(outcome.Out);
            JsonElement scenario = document.RootElement.GetProperty("scenarios")[0];
            JsonElement[] differences = [.. scenario.GetProperty("indicators").EnumerateArray(), .. scenario.GetProperty("strata").EnumerateArray()];
            differences.Length.ShouldBeGreaterThan(20);
            differences.ShouldAllBe(d => d.GetProperty("difference").GetDouble() == 0);
            scenario.GetProperty("stateHash").GetString().ShouldBe(document.RootElement.GetProperty("baseline").GetProperty("stateHash").GetString());
        }

        simulate.Files().ShouldBe(["baseline.yaml", "nothing.yaml"]);
    }

    [Fact]
    public void Compare_Health_SaysCasesDeathsAndPounds_TheSameFromFilesAndFromMemory()
    {
        simulate.Write("baseline.yaml", Scenarios.Baseline);
        simulate.Write("nothing.yaml", Scenarios.Nothing);
        simulate.Write("streets.yaml", Scenarios.SchoolStreets);
        string[] how = ["--residents", Simulate.Residents, "--days", "56", "--json", "--health"];
        Outcome memory = simulate.Run(["compare", "baseline.yaml", "nothing.yaml", "streets.yaml", .. how]);
        foreach (string name in new[] { "baseline", "streets" })
        {
            simulate.Run("run", name + ".yaml", "--residents", Simulate.Residents, "--days", "56").ExitCode.ShouldBe(0);
        }

        Outcome files = simulate.Run("compare", "baseline.run", "streets.run", "--json", "--health");

        memory.ExitCode.ShouldBe(0, memory.Error);
        files.ExitCode.ShouldBe(0, files.Error);
        using JsonDocument document = JsonDocument.Parse(memory.Out);
        using JsonDocument ofFiles = JsonDocument.Parse(files.Out);
        JsonElement nothing = document.RootElement.GetProperty("scenarios")[0].GetProperty("health");
        nothing.GetProperty("deathsAvertedAllCauses").GetProperty("high").GetDouble().ShouldBe(0);
        nothing.GetProperty("cases").EnumerateArray().ShouldAllBe(c => c.GetProperty("prevented").GetProperty("central").GetDouble() == 0);
        nothing.GetProperty("deathsExpected").GetDouble().ShouldBeGreaterThan(1_000);
        nothing.GetProperty("summary")[0].GetString()!.ShouldContain("exactly zero");
        JsonElement streets = document.RootElement.GetProperty("scenarios")[1].GetProperty("health");
        ofFiles.RootElement.GetProperty("scenarios")[0].GetProperty("health").GetRawText().ShouldBe(streets.GetRawText());
    }

    [Fact]
    public void Compare_HealthOfAFewDays_SaysThatItIsTooShort()
    {
        simulate.Write("baseline.yaml", Scenarios.Baseline);
        simulate.Write("nothing.yaml", Scenarios.Nothing);

        Outcome outcome = simulate.Run("compare", "baseline.yaml", "nothing.yaml", "--residents", Simulate.Residents, "--days", "8", "--health");

        outcome.ExitCode.ShouldBe(1);
        outcome.Error.ShouldContain("run at least 28 days");
    }

    [Fact]
    public void Compare_NullScenarioRunFiles_HoldTheSameFigures()
    {
        simulate.Write("baseline.yaml", Scenarios.Baseline);
        simulate.Write("nothing.yaml", Scenarios.Nothing);
        foreach (string name in new[] { "baseline", "nothing" })
        {
            simulate.Run("run", name + ".yaml", "--residents", Simulate.Residents, "--days", "14").ExitCode.ShouldBe(0);
        }

        using Results.RunFiles.RunFileReader baseline = Results.RunFiles.RunFileReader.Open(simulate.File("baseline.run"));
        using Results.RunFiles.RunFileReader nothing = Results.RunFiles.RunFileReader.Open(simulate.File("nothing.run"));
        foreach (string by in new[] { "all", "place", "deprivation", "age", "sex", "disability", "neighbourhood" })
        {
            nothing.Read(by).SequenceEqual(baseline.Read(by)).ShouldBeTrue(by);
        }
    }

    [Fact]
    public void Compare_RunFileAndScenario_RunsTheScenarioLikeTheFile()
    {
        simulate.Write("baseline.yaml", Scenarios.Baseline);
        simulate.Write("streets.yaml", Scenarios.SchoolStreets);
        simulate.Run("run", "baseline.yaml", "--residents", Simulate.Residents, "--seed", "5", "--days", "21").ExitCode.ShouldBe(0);

        Outcome outcome = simulate.Run("compare", "baseline.run", "streets.yaml", "--by", "place", "--json");

        outcome.ExitCode.ShouldBe(0, outcome.Error);
        using JsonDocument document = JsonDocument.Parse(outcome.Out);
        document.RootElement.GetProperty("seed").GetUInt64().ShouldBe(5UL);
        document.RootElement.GetProperty("days").GetInt32().ShouldBe(21);
        JsonElement walk = document.RootElement.GetProperty("scenarios")[0].GetProperty("indicators").EnumerateArray()
            .Single(i => i.GetProperty("name").GetString() == "school_walk");
        walk.GetProperty("difference").GetDouble().ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Compare_Package_PrintsTheSumBesideTheWhole()
    {
        simulate.Write("baseline.yaml", Scenarios.Baseline);
        simulate.Write("streets.yaml", Scenarios.SchoolStreets);
        simulate.Write("speeds.yaml", Scenarios.SafeSpeeds);
        simulate.Write("together.yaml", Scenarios.Together);

        Outcome outcome = simulate.Run(
            "compare", "baseline.yaml", "streets.yaml", "speeds.yaml", "together.yaml", "--residents", Simulate.Residents);

        outcome.ExitCode.ShouldBe(0, outcome.Error);
        outcome.Out.ShouldContain("Streets and speeds: the sum of the parts beside the whole");
        outcome.Out.Split('\n').ShouldAllBe(line => line.Length <= 80);
    }

    [Fact]
    public void Compare_ABaselineOfOtherDays_RunsOverTheDaysOfTheScenario()
    {
        simulate.Write("baseline.yaml", Scenarios.Baseline);
        simulate.Write("streets.yaml", Scenarios.SchoolStreets.Replace("days: 28", "days: 35", StringComparison.Ordinal));

        Outcome outcome = simulate.Run("compare", "baseline.yaml", "streets.yaml", "--residents", Simulate.Residents, "--json");

        outcome.ExitCode.ShouldBe(0, outcome.Error);
        outcome.Error.ShouldContain("baseline.yaml: does nothing by itself, so it runs over the days of streets.yaml, 35 from 2026-09-01");
        using JsonDocument document = JsonDocument.Parse(outcome.Out);
        document.RootElement.GetProperty("days").GetInt32().ShouldBe(35);
        document.RootElement.GetProperty("baseline").GetProperty("name").GetString().ShouldBe("Baseline");
    }

    [Fact]
    public void Compare_AScenarioWithOtherNumbersOfTheModel_SharesThemWithTheBaseline()
    {
        simulate.Write("baseline.yaml", Scenarios.Baseline);
        simulate.Write("streets.yaml", Scenarios.SchoolStreets + "\nparameters: { school_street.gate_traffic: 50% }\n");

        Outcome outcome = simulate.Run("compare", "baseline.yaml", "streets.yaml", "--residents", Simulate.Residents, "--days", "14", "--json");

        outcome.ExitCode.ShouldBe(0, outcome.Error);
        outcome.Error.ShouldContain("with its numbers of the model");
    }

    [Fact]
    public void Compare_TwoScenariosOfDifferentDays_RefusesBeforeRunning()
    {
        simulate.Write("streets.yaml", Scenarios.SchoolStreets);
        simulate.Write("speeds.yaml", Scenarios.SafeSpeeds.Replace("days: 28", "days: 35", StringComparison.Ordinal));

        Outcome outcome = simulate.Run("compare", "streets.yaml", "speeds.yaml", "--residents", Simulate.Residents);

        outcome.ExitCode.ShouldBe(1);
        outcome.Error.ShouldContain("35 days from 2026-09-01 here; give both the same horizon, or the same --days");
    }

    [Fact]
    public void Compare_OneScenario_EndsWithSentencesThatSayForWhomWhereAndWhetherTheGapNarrows()
    {
        simulate.Write("baseline.yaml", Scenarios.Baseline);
        simulate.Write("streets.yaml", Scenarios.SchoolStreets);

        Outcome outcome = simulate.Run("compare", "baseline.yaml", "streets.yaml", "--residents", Simulate.Residents);

        outcome.ExitCode.ShouldBe(0, outcome.Error);
        string[] lines = outcome.Out.TrimEnd().ReplaceLineEndings("\n").Split('\n');
        string end = string.Join(' ', lines[Array.IndexOf(lines, "In short: School streets")..]);
        end.ShouldMatch("more children walk to school on a school day.*[Tt]he gap in walking to school .*In the poorest fifth of neighbourhoods .*(By place: most in |In no place by itself )");
        end.ShouldContain("One run, no range yet. Within the run it costs £");
    }

    [Fact]
    public void Compare_APlanUnderAnotherStructure_GivesTheBaselineTheSame()
    {
        simulate.Write("baseline.yaml", Scenarios.Baseline);
        simulate.Write("plan.yaml", Scenarios.SchoolStreets + "\nstructure: { people: frozen, propensity: fixed }\n");
        simulate.Write("nothing.yaml", Scenarios.Nothing + "\nstructure: { people: frozen, propensity: fixed }\n");
        string[] how = ["--residents", Simulate.Residents, "--days", "28"];

        Outcome outcome = simulate.Run(["compare", "baseline.yaml", "plan.yaml", .. how, "--json"]);
        simulate.Run(["run", "nothing.yaml", .. how, "--out", "nothing.run"]).ExitCode.ShouldBe(0);
        simulate.Run(["run", "baseline.yaml", .. how, "--out", "baseline.run"]).ExitCode.ShouldBe(0);
        Outcome files = simulate.Run("compare", "baseline.run", "nothing.run");

        outcome.ExitCode.ShouldBe(0, outcome.Error);
        outcome.Error.ShouldContain("with its structure of the model (propensity: fixed, people: frozen), as plan.yaml does");
        using JsonDocument document = JsonDocument.Parse(outcome.Out);
        string state = document.RootElement.GetProperty("baseline").GetProperty("stateHash").GetString()!;
        using RunFileReader frozen = RunFileReader.Open(simulate.File("nothing.run"));
        using RunFileReader living = RunFileReader.Open(simulate.File("baseline.run"));
        state.ShouldBe(frozen.Manifest.StateHash);
        state.ShouldNotBe(living.Manifest.StateHash);
        files.ExitCode.ShouldBe(1);
        files.Error.ShouldContain("structure: propensity: moving, people: living in the baseline, propensity: fixed, people: frozen in the scenario");
    }

    [Fact]
    public void Compare_DaysOnTheCommandLine_AreWhatIsSaidOfTheBaseline()
    {
        simulate.Write("baseline.yaml", Scenarios.Baseline);
        simulate.Write("plan.yaml", Scenarios.SchoolStreets.Replace("days: 28", "years: 3", StringComparison.Ordinal));

        Outcome outcome = simulate.Run("compare", "baseline.yaml", "plan.yaml", "--residents", Simulate.Residents, "--days", "14");

        outcome.ExitCode.ShouldBe(0, outcome.Error);
        outcome.Error.ShouldNotContain("runs over");
        outcome.Out.ShouldContain("14 days from 2026-09-01");
    }

    [Fact]
    public void Compare_ARunFileAndAScenarioOfOtherDays_SaysOverWhichItRuns()
    {
        simulate.Write("baseline.yaml", Scenarios.Baseline);
        simulate.Write("plan.yaml", Scenarios.SchoolStreets.Replace("days: 28", "days: 60", StringComparison.Ordinal));
        simulate.Run("run", "baseline.yaml", "--residents", Simulate.Residents).ExitCode.ShouldBe(0);

        Outcome outcome = simulate.Run("compare", "baseline.run", "plan.yaml");

        outcome.ExitCode.ShouldBe(0, outcome.Error);
        outcome.Error.ShouldContain("plan.yaml: runs over 28 days, as the run file beside it did, not over its own 60");
    }

    [Fact]
    public void Compare_TheBaselineNamedLast_SaysToNameItFirst()
    {
        simulate.Write("plan.yaml", Scenarios.SchoolStreets);

        Outcome outcome = simulate.Run("compare", "plan.yaml", "baseline", "--residents", Simulate.Residents);

        outcome.ExitCode.ShouldBe(1);
        outcome.Error.ShouldContain("name it first, simulate compare baseline plan.yaml");
    }

    [Theory]
    [InlineData("ethnicity", "There is no data on figures by ethnic group.")]
    [InlineData("wards", "There is no data on wards or postcodes.")]
    [InlineData("income", "There is no data on income.")]
    public void Compare_ByWhatIsNotKnown_SaysThatThereIsNoSuchData(string by, string said)
    {
        Outcome outcome = simulate.Run("compare", "baseline", "school-streets", "--by", by);

        outcome.ExitCode.ShouldBe(2);
        outcome.Error.ShouldContain(said);
    }

    [Fact]
    public void Compare_APlanForOnePlace_PrintsNoRowsOfNothing()
    {
        simulate.Write("baseline.yaml", Scenarios.Baseline);
        simulate.Write("streets.yaml", Scenarios.SchoolStreets.Replace("reach: 100%", "where: { places: [Halton] }\n      reach: 100%", StringComparison.Ordinal));

        Outcome outcome = simulate.Run("compare", "baseline.yaml", "streets.yaml", "--residents", Simulate.Residents, "--by", "place");

        outcome.ExitCode.ShouldBe(0, outcome.Error);
        string walking = outcome.Out[outcome.Out.IndexOf("walking to school by place", StringComparison.Ordinal)..].Split("\n\n")[0];
        walking.ShouldContain("Halton");
        walking.ShouldNotContain("0.00 pp");
        walking.ShouldNotContain(" 0 pp");
        walking.ShouldContain("No difference: ");
    }

    [Fact]
    public void Compare_OtherSeed_RefusesAndSaysWhy()
    {
        simulate.Write("baseline.yaml", Scenarios.Baseline);
        simulate.Run("run", "baseline.yaml", "--out", "one.run", "--residents", Simulate.Residents, "--days", "7").ExitCode.ShouldBe(0);
        simulate.Run("run", "baseline.yaml", "--out", "two.run", "--residents", Simulate.Residents, "--days", "7", "--seed", "2").ExitCode.ShouldBe(0);

        Outcome outcome = simulate.Run("compare", "one.run", "two.run");

        outcome.ExitCode.ShouldBe(1);
        outcome.Error.ShouldContain("seed: 1 in the baseline, 2 in the scenario");
        outcome.Out.ShouldBeEmpty();
    }

    [Fact]
    public void Compare_WhatOnlyScenariosTake_IsNotPassedOverInSilence()
    {
        simulate.Write("baseline.yaml", Scenarios.Baseline);
        simulate.Run("run", "baseline.yaml", "--out", "one.run", "--residents", Simulate.Residents, "--days", "7").ExitCode.ShouldBe(0);
        foreach (string[] option in (string[][])[["--seed", "2"], ["--days", "7"], ["--until", "2026-09-07"], ["--residents", "100"], ["--population", "x.population"], ["--data", "."], ["--set", "seed=2"]])
        {
            Outcome outcome = simulate.Run(["compare", "one.run", "one.run", .. option]);
            outcome.ExitCode.ShouldBe(1, option[0]);
            outcome.Error.ShouldContain($"{option[0]} changes how scenarios are run, and these are runs that have ended");
        }

        simulate.Write("plan.yaml", Scenarios.SchoolStreets);
        simulate.Run("study", "run", "plan.yaml", "--out", "study", "--residents", Simulate.Residents, "--days", "7").ExitCode.ShouldBe(0);
        Outcome study = simulate.Run("compare", "study", "--by", "place");
        study.ExitCode.ShouldBe(2);
        study.Error.ShouldContain("--by does nothing to a study");
        simulate.Run("compare", "study").ExitCode.ShouldBe(0);
    }

    [Fact]
    public void Compare_OtherPopulation_RefusesAndSaysWhy()
    {
        simulate.Write("baseline.yaml", Scenarios.Baseline);
        simulate.Run("run", "baseline.yaml", "--out", "one.run", "--residents", Simulate.Residents, "--days", "7").ExitCode.ShouldBe(0);
        simulate.Run("run", "baseline.yaml", "--out", "two.run", "--residents", "19000", "--days", "7").ExitCode.ShouldBe(0);

        Outcome outcome = simulate.Run("compare", "one.run", "two.run");

        outcome.ExitCode.ShouldBe(1);
        outcome.Error.ShouldContain("population: 20,000 residents");
    }

    [Fact]
    public void Compare_ForeignFile_SaysSo()
    {
        simulate.Write("a.run", "not a run");
        simulate.Write("baseline.yaml", Scenarios.Baseline);

        Outcome outcome = simulate.Run("compare", "a.run", "baseline.yaml");

        outcome.ExitCode.ShouldBe(1);
        outcome.Error.ShouldContain("is not a run file");
    }

    [Fact]
    public void Compare_OneRunOnly_IsAUsageError() => simulate.Run("compare", "a.run").ExitCode.ShouldBe(2);
}
