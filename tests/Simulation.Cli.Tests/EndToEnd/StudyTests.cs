using System.Diagnostics;
using System.Text.Json;

namespace Simulation.Cli.Tests.EndToEnd;

/// <summary>A sweep with replicates and draws, run with one command.</summary>
public sealed class StudyTests : IDisposable
{
    private const string Sweep = Scenarios.SchoolStreets + """

        replicates: 2
        uncertainty: { draws: 2 }
        sweep:
          grid:
            interventions.school_street.reach: [20%, 60%]
        """;

    private readonly Simulate simulate = new();

    public void Dispose() => simulate.Dispose();

    [Fact]
    public void RunAll_WritesAFileForEveryPointAndBaselinesThatCompare()
    {
        simulate.Write("study.yaml", Sweep);

        Outcome outcome = simulate.Run("run", "study.yaml", "--all", "--residents", Simulate.Residents);

        outcome.ExitCode.ShouldBe(0, outcome.Error);
        simulate.Files().ShouldBe(
        [
            "study.yaml",
            .. new[]
            {
                "1-reach-20pct-seed-1-draw-1.run", "2-reach-20pct-seed-1-draw-2.run", "3-reach-20pct-seed-2-draw-1.run", "4-reach-20pct-seed-2-draw-2.run",
                "5-reach-60pct-seed-1-draw-1.run", "6-reach-60pct-seed-1-draw-2.run", "7-reach-60pct-seed-2-draw-1.run", "8-reach-60pct-seed-2-draw-2.run",
                "baseline-seed-1.run", "baseline-seed-2.run",
            }.Select(name => Path.Combine("study", name)),
        ]);
        outcome.Out.Split('\n').ShouldAllBe(line => line.Length <= 80);
        outcome.Error.ShouldContain("Run 10 of 10, about ");

        Outcome compared = simulate.Run(
            "compare", "study/baseline-seed-2.run", "study/3-reach-20pct-seed-2-draw-1.run", "study/4-reach-20pct-seed-2-draw-2.run", "study/8-reach-60pct-seed-2-draw-2.run");
        compared.ExitCode.ShouldBe(0, compared.Error);
        compared.Out.ShouldContain("reach=60%; draw 2");
    }

    [Fact]
    public void RunAll_AfterBeingStopped_RunsOnlyWhatIsMissing()
    {
        simulate.Write("study.yaml", Sweep);
        string[] study = ["run", "study.yaml", "--residents", Simulate.Residents, "--days", "180"];
        simulate.Run([.. study, "--member", "3"]).ExitCode.ShouldBe(0);
        using Process process = simulate.Start([.. study, "--all"]);
        process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data?.StartsWith("Run 3 of", StringComparison.Ordinal) == true)
            {
                process.Kill();
            }
        };
        process.BeginErrorReadLine();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();

        Outcome outcome = simulate.Run([.. study, "--all", "--json"]);

        outcome.ExitCode.ShouldBe(0, outcome.Error);
        using JsonDocument document = JsonDocument.Parse(outcome.Out);
        JsonElement[] runs = [.. document.RootElement.GetProperty("runs").EnumerateArray()];
        runs.Length.ShouldBe(10);
        runs.Count(r => r.GetProperty("kept").GetBoolean()).ShouldBeGreaterThanOrEqualTo(4);
        runs.Count(r => !r.GetProperty("kept").GetBoolean()).ShouldBeGreaterThan(0);
        simulate.Files().ShouldAllBe(file => !file.EndsWith(".partial", StringComparison.Ordinal));

        // Draws differ from each other, and a draw is the same draw under another seed.
        string Hash(int number) => runs.Single(r => r.TryGetProperty("number", out JsonElement n) && n.GetInt32() == number).GetProperty("scenarioHash").GetString()!;
        Hash(1).ShouldNotBe(Hash(2));
        Hash(1).ShouldBe(Hash(3));
    }

    [Fact]
    public void RunAll_FilesOfOtherRuns_AreNeitherTakenForItsOwnNorReplaced()
    {
        simulate.Write("study.yaml", Sweep);
        simulate.Run("run", "study.yaml", "--member", "1", "--residents", Simulate.Residents).ExitCode.ShouldBe(0);
        byte[] before = File.ReadAllBytes(simulate.File("study/baseline-seed-1.run"));

        Outcome outcome = simulate.Run("run", "study.yaml", "--member", "1", "--residents", Simulate.Residents, "--days", "14");

        outcome.ExitCode.ShouldBe(1);
        outcome.Error.ShouldContain("was written by another run");
        File.ReadAllBytes(simulate.File("study/baseline-seed-1.run")).ShouldBe(before);
    }

    [Fact]
    public void RunMember_ThatThePlanDoesNotHave_IsRefused()
    {
        simulate.Write("study.yaml", Sweep);

        Outcome outcome = simulate.Run("run", "study.yaml", "--member", "9", "--residents", Simulate.Residents);

        outcome.ExitCode.ShouldBe(1);
        outcome.Error.ShouldContain("makes 8 runs; there is no run 9");
        simulate.Files().ShouldBe(["study.yaml"]);
    }

    [Fact]
    public void RunMember_OfASweep_IsTheRunThatSetMakes()
    {
        simulate.Write("study.yaml", Sweep.Replace("uncertainty: { draws: 2 }", string.Empty, StringComparison.Ordinal));
        JsonElement Json(params string[] args)
        {
            Outcome outcome = simulate.Run(["run", "study.yaml", "--residents", Simulate.Residents, "--json", .. args]);
            outcome.ExitCode.ShouldBe(0, outcome.Error);
            return JsonDocument.Parse(outcome.Out).RootElement;
        }

        string member = Json("--member", "4").GetProperty("runs")[1].GetProperty("stateHash").GetString()!;
        Json("--out", "-", "--seed", "2", "--set", "interventions.school_street.reach=60%").GetProperty("stateHash").GetString().ShouldBe(member);
    }
}
