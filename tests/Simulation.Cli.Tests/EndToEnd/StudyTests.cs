using System.Diagnostics;
using System.Text.Json;

namespace Simulation.Cli.Tests.EndToEnd;

/// <summary>A sweep with seeds and draws, run with one command.</summary>
public sealed class StudyTests : IDisposable
{
    private const string Sweep = Scenarios.SchoolStreets + """

        replicates: 2
        uncertainty: { draws: 1 }
        sweep:
          grid:
            interventions.school_street.reach: [20%, 60%]
        """;

    private readonly Simulate simulate = new();

    public void Dispose() => simulate.Dispose();

    [Fact]
    public void Run_WritesAFileForEveryPointWithItsRealSeed_AndReportsRanges()
    {
        simulate.Write("study.yaml", Sweep);

        Outcome outcome = simulate.Run("study", "run", "study.yaml", "--residents", Simulate.Residents, "--seed", "40");

        outcome.ExitCode.ShouldBe(0, outcome.Error);
        RunFiles().ShouldBe(
        [
            "draw-0-seed-40-baseline.run", "draw-0-seed-40-school-streets-reach-20pct.run", "draw-0-seed-40-school-streets-reach-60pct.run",
            "draw-0-seed-41-baseline.run", "draw-0-seed-41-school-streets-reach-20pct.run", "draw-0-seed-41-school-streets-reach-60pct.run",
            "draw-1-seed-42-baseline.run", "draw-1-seed-42-school-streets-reach-20pct.run", "draw-1-seed-42-school-streets-reach-60pct.run",
            "draw-1-seed-43-baseline.run", "draw-1-seed-43-school-streets-reach-20pct.run", "draw-1-seed-43-school-streets-reach-60pct.run",
        ]);
        outcome.Out.Split('\n').ShouldAllBe(line => line.Length <= 80);
        outcome.Error.ShouldContain("Run 12 of 12");

        Outcome report = simulate.Run("study", "report", "study");
        report.ExitCode.ShouldBe(0, report.Error);
        report.Out.ShouldContain("Likely (8 in 10)");
        report.Out.Split('\n').ShouldAllBe(line => line.Length <= 80);

        Outcome collected = simulate.Run("study", "collect", "study");
        collected.ExitCode.ShouldBe(0, collected.Error);
        File.ReadAllLines(simulate.File("study/index.csv")).Length.ShouldBe(13);

        // The baseline of the draw was brought back to the totals of the central one, and what that took is kept.
        using JsonDocument plan = JsonDocument.Parse(File.ReadAllText(simulate.File("study/study.json")));
        JsonProperty solved = plan.RootElement.GetProperty("solved").EnumerateObject().ShouldHaveSingleItem();
        solved.Value.GetProperty("miss").GetDouble().ShouldBeLessThan(1.5);
        solved.Value.GetProperty("shifts").GetProperty("baseline.school_walk_primary").GetDouble().ShouldNotBe(0);
    }

    [Fact]
    public void Run_WithADrawThatAnotherStudySolved_SolvesNothing_UnlessWhatIsKeptIsDamaged()
    {
        simulate.Environment["XDG_CACHE_HOME"] = simulate.File("cache");
        simulate.Write("streets.yaml", Scenarios.SchoolStreets);
        simulate.Write("speeds.yaml", Scenarios.SafeSpeeds);
        (string Said, string Solved) Study(string plan, string folder)
        {
            Outcome outcome = simulate.Run("study", "run", plan, "--draws", "1", "--residents", "1000", "--days", "7", "--out", folder);
            outcome.ExitCode.ShouldBe(0, outcome.Error);
            using JsonDocument made = JsonDocument.Parse(File.ReadAllText(simulate.File(folder + "/study.json")));
            return (outcome.Error, made.RootElement.GetProperty("solved").GetRawText());
        }

        (string said, string solved) = Study("streets.yaml", "first");
        said.ShouldContain("Solving baselines");
        Study("speeds.yaml", "second").ShouldSatisfyAllConditions(
            second => second.Said.ShouldNotContain("Solving baselines"), second => second.Solved.ShouldBe(solved));

        string kept = Directory.GetFiles(simulate.File("cache/simulation/draws")).ShouldHaveSingleItem();
        byte[] bytes = File.ReadAllBytes(kept);
        bytes[bytes.Length - 20] ^= 4;
        File.WriteAllBytes(kept, bytes);
        Study("speeds.yaml", "flipped").ShouldSatisfyAllConditions(
            anew => anew.Said.ShouldContain("Solving baselines"), anew => anew.Solved.ShouldBe(solved));
    }

    [Fact]
    public void Run_AfterBeingKilled_MakesOnlyWhatIsMissing_AndTheFiguresAreThoseOfOneGo()
    {
        simulate.Write("study.yaml", Sweep);
        string[] study = ["study", "run", "study.yaml", "--residents", Simulate.Residents, "--days", "90"];
        simulate.Run([.. study, "--out", "straight"]).ExitCode.ShouldBe(0);
        using Process process = simulate.Start([.. study, "--jobs", "2"]);
        process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data?.StartsWith("Run 4 of", StringComparison.Ordinal) == true)
            {
                process.Kill();
            }
        };
        process.BeginErrorReadLine();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        simulate.Run("study", "collect", "study").ExitCode.ShouldBe(1);

        Outcome outcome = simulate.Run([.. study, "--json"]);

        outcome.ExitCode.ShouldBe(0, outcome.Error);
        using JsonDocument document = JsonDocument.Parse(outcome.Out);
        document.RootElement.GetProperty("kept").GetInt32().ShouldBeGreaterThanOrEqualTo(2);
        document.RootElement.GetProperty("made").GetInt32().ShouldBeGreaterThan(0);
        simulate.Files().ShouldAllBe(file => !file.EndsWith(".partial", StringComparison.Ordinal));
        States("study").ShouldBe(States("straight"));
    }

    [Fact]
    public async Task Run_InSeveralProcessesAtOnce_EndsInTheFiguresOfOne()
    {
        simulate.Write("study.yaml", Sweep);
        string[] study = ["study", "run", "study.yaml", "--residents", Simulate.Residents, "--workers", "1"];
        simulate.Run([.. study, "--out", "straight"]).ExitCode.ShouldBe(0);

        Task<Outcome>[] many = [.. Enumerable.Range(0, 6).Select(_ => Task.Run(() => simulate.Run(study)))];

        foreach (Outcome outcome in await Task.WhenAll(many))
        {
            outcome.ExitCode.ShouldBe(0, outcome.Error);
        }

        States("study").ShouldBe(States("straight"));
    }

    [Fact]
    public void Run_InShards_SharesTheStudyOut()
    {
        simulate.Write("study.yaml", Sweep);
        string[] study = ["study", "run", "study.yaml", "--residents", Simulate.Residents];
        simulate.Run([.. study, "--shard", "1/2"]).ExitCode.ShouldBe(0);
        RunFiles().Count.ShouldBe(6);
        simulate.Environment["SLURM_ARRAY_TASK_ID"] = "2";
        simulate.Run([.. study, "--shard", "auto/2"]).ExitCode.ShouldBe(0);
        RunFiles().Count.ShouldBe(12);
        simulate.Run("study", "collect", "study").ExitCode.ShouldBe(0);
    }

    [Fact]
    public void Run_MakesDamagedFilesAgain_AndNamesThemAndStrays()
    {
        simulate.Write("study.yaml", Scenarios.SchoolStreets);
        string[] study = ["study", "run", "study.yaml", "--residents", Simulate.Residents];
        simulate.Run(study).ExitCode.ShouldBe(0);
        string[] whole = States("study");
        string file = simulate.File("study/members/draw-0-seed-1-school-streets.run");
        File.WriteAllText(file, "no run");
        File.Copy(simulate.File("study/members/draw-0-seed-1-baseline.run"), simulate.File("study/members/other.run"));

        Outcome status = simulate.Run("study", "status", "study");
        status.Out.ShouldContain("damaged");
        status.Out.ShouldContain("other.run belongs to no run");
        Outcome outcome = simulate.Run(study);

        outcome.Error.ShouldContain("draw-0-seed-1-school-streets.run: is damaged");
        States("study").ShouldBe(whole);
    }

    [Fact]
    public void Run_AnotherStudysFolder_IsNotTakenForItsOwn()
    {
        simulate.Write("study.yaml", Scenarios.SchoolStreets);
        simulate.Run("study", "run", "study.yaml", "--residents", Simulate.Residents).ExitCode.ShouldBe(0);

        Outcome outcome = simulate.Run("study", "run", "study.yaml", "--residents", Simulate.Residents, "--days", "14");

        outcome.ExitCode.ShouldBe(1);
        outcome.Error.ShouldContain("holds another study (28 days there, 14 here)");
    }

    [Fact]
    public void Check_OfAStudy_FindsEveryMistakeWhereItStands()
    {
        simulate.Write("streets.yaml", Scenarios.SchoolStreets);
        simulate.Write("good.yaml", "study: Streets?\nversion: 1\nscenarios: [streets.yaml]\ndraws: 4\n");
        simulate.Write("bad.yaml", "study: Streets?\nversion: 1\nscenarios: [streets.yaml, stret.yaml]\ndraw: 4\nbudget: much\n");

        simulate.Run("check", "good.yaml").Out.ShouldBe("good.yaml: no mistakes" + Environment.NewLine);
        Outcome bad = simulate.Run("check", "bad.yaml");

        bad.ExitCode.ShouldBe(1);
        bad.Out.ShouldContain("bad.yaml:3:27");
        bad.Out.ShouldContain("bad.yaml:4:1");
        bad.Out.ShouldContain("bad.yaml:5:9");
        using JsonDocument json = JsonDocument.Parse(simulate.Run("check", "good.yaml", "--json").Out);
        json.RootElement.GetProperty("files")[0].GetProperty("study").GetString().ShouldBe("Streets?");
    }

    [Fact]
    public void AStudyFile_SetsScenariosSideBySide()
    {
        simulate.Write("streets.yaml", Scenarios.SchoolStreets);
        simulate.Write("speeds.yaml", Scenarios.SafeSpeeds);
        simulate.Write("study.yaml", """
            study: Streets or speeds?
            version: 1
            scenarios: [streets.yaml, speeds.yaml]
            set: [horizon.days=35]
            draws: 2
            target: 1,000 residents more active
            budget: £5m
            """);

        Outcome outcome = simulate.Run("study", "run", "study.yaml", "--residents", Simulate.Residents);
        outcome.ExitCode.ShouldBe(0, outcome.Error);
        RunFiles().Count.ShouldBe(9);
        Outcome report = simulate.Run("study", "report", "study");
        report.Out.ShouldContain("Side by side");
        string.Join(' ', report.Out.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ShouldContain("the 1,000 asked for");
        using JsonDocument json = JsonDocument.Parse(simulate.Run("study", "report", "study", "--json").Out);
        json.RootElement.GetProperty("scenarios").GetArrayLength().ShouldBe(2);
    }

    [Theory]
    [InlineData("study.yaml:2:10", "The file is in version 2 of the language", "study: S\nversion: 2\nscenarios: [streets.yaml]\n")]
    [InlineData("study.yaml:3:27", "'streets.yaml' is in the list twice (line 3)", "study: S\nversion: 1\nscenarios: [streets.yaml, streets.yaml]\n")]
    [InlineData("study.yaml:4:7", "has no intervention called 'walking_bus'", "study: S\nversion: 1\nscenarios: [streets.yaml]\nset: [interventions.walking_bus.reach=30%]\n")]
    [InlineData("study.yaml:5:39", "300% is not between 0% and 100%", "study: S\nversion: 1\nscenarios: [streets.yaml]\nset:\n  - interventions.school_street.reach=300%\n")]
    [InlineData("study.yaml:4:7", "The scenario has no interventions.", "study: S\nversion: 1\nscenarios: [nothing.yaml]\nset: [interventions.walking_bus.reach=30%]\n")]
    public void Check_OfAStudy_PointsIntoItsOwnFile(string place, string words, string text)
    {
        simulate.Write("streets.yaml", Scenarios.SchoolStreets);
        simulate.Write("nothing.yaml", Scenarios.Nothing);
        simulate.Write("study.yaml", text);

        Outcome outcome = simulate.Run("check", "study.yaml");

        outcome.ExitCode.ShouldBe(1);
        outcome.Out.ShouldContain(place);
        string.Join(' ', outcome.Out.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ShouldContain(words);
    }

    [Theory]
    [InlineData("--shard takes a part such as 1/8", "study", "run", "streets.yaml", "--shard", "3/2")]
    [InlineData("a report ends in .html", "study", "report", "study", "-o", "r.docx")]
    public void AWrongCommandLine_EndsWithTwo(string words, params string[] line)
    {
        simulate.Write("streets.yaml", Scenarios.SchoolStreets);
        simulate.Run("study", "run", "streets.yaml", "--residents", "1000", "--days", "7", "--out", "study").ExitCode.ShouldBe(0);
        Outcome outcome = simulate.Run(line);
        outcome.ExitCode.ShouldBe(2);
        outcome.Error.ShouldContain(words);
    }

    [Fact]
    public void AStudyFile_WithMistakes_SaysWhereAndRunsNothing()
    {
        simulate.Write("study.yaml", """
            study: Nothing
            scenarios: [school-stretes]
            draws: many
            target: lots
            budget: 5m
            sceeds: 3
            """);

        Outcome outcome = simulate.Run("study", "run", "study.yaml");

        outcome.ExitCode.ShouldBe(1);
        outcome.Error.ShouldContain("study.yaml:2:13");
        outcome.Error.ShouldContain("school-streets");
        outcome.Error.ShouldContain("study.yaml:3:8");
        outcome.Error.ShouldContain("study.yaml:6:1");
        simulate.Files().ShouldBe(["study.yaml"]);
    }

    private List<string> RunFiles() =>
        [.. simulate.Files().Where(f => f.EndsWith(".run", StringComparison.Ordinal)).Select(f => Path.GetFileName(f))];

    /// <summary>File and state of every run.</summary>
    private string[] States(string folder)
    {
        simulate.Run("study", "collect", folder).ExitCode.ShouldBe(0);
        return [.. File.ReadAllLines(simulate.File(folder + "/index.csv")).Skip(1).Select(line => line.Split(','))
            .Select(cells => $"{cells[0]} {string.Join(' ', cells.TakeLast(6).Take(3))}")];
    }
}
