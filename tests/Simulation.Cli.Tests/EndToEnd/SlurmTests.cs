using System.Runtime.Versioning;

namespace Simulation.Cli.Tests.EndToEnd;

/// <summary>Studies handed to a real Slurm.</summary>
[SupportedOSPlatform("linux")]
public sealed class SlurmTests : IDisposable
{
    private const string Sweep = Scenarios.SchoolStreets + """

        uncertainty: { draws: 5 }
        sweep:
          grid:
            interventions.school_street.reach: [20%, 60%]
        """;

    private readonly Simulate simulate = new();

    public void Dispose() => simulate.Dispose();

    [Fact]
    public void Submit_OnTwoNodes_LosesNothingWhenOneIsLostMidway()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Slurm runs on Linux.");
        using SlurmCluster cluster = new();
        simulate.Environment["SLURM_CONF"] = cluster.Configuration;
        simulate.Write("study.yaml", Sweep);
        string[] study = ["study.yaml", "--residents", Simulate.Residents, "--days", "200"];
        simulate.Run(["study", "run", .. study, "--out", "straight"]).ExitCode.ShouldBe(0);

        Outcome outcome = simulate.Run(["study", "submit", .. study, "--slurm", "--tasks", "4", "--processors", "1", "--out", "on cluster"]);

        outcome.ExitCode.ShouldBe(0, outcome.Error);
        outcome.Out.ShouldContain("18 runs in 4 tasks");
        outcome.Out.Split('\n').ShouldAllBe(line => line.Length <= 80);
        cluster.Until(() => cluster.Queue().Split('\n').Any(line => line.EndsWith(" R two", StringComparison.Ordinal)) && Finished("on cluster") > 0, "the second node runs a task");
        cluster.Lose("two");
        Finished("on cluster").ShouldBeLessThan(18);
        cluster.UntilIdle();

        string said = string.Join('\n', Directory.GetFiles(simulate.File("on cluster/slurm"), "*.log").Select(System.IO.File.ReadAllText));
        simulate.Run("study", "collect", "on cluster").ExitCode.ShouldBe(0, said);
        States("on cluster").ShouldBe(States("straight"));
        File.ReadAllLines(simulate.File("on cluster/index.csv")).Length.ShouldBe(19);
        said.ShouldContain("18 of 18 runs are there and whole");
    }

    [Fact]
    public void Submit_WithoutSlurm_SaysSoBeforeAnythingIsBuilt()
    {
        simulate.Write("study.yaml", Sweep);
        simulate.Environment["PATH"] = simulate.Folder;

        Outcome outcome = simulate.Run("study", "submit", "study.yaml", "--residents", Simulate.Residents, "--slurm", "--out", "study");

        outcome.ExitCode.ShouldBe(1);
        outcome.Error.ShouldContain("sbatch, Slurm's own command, is not on this machine");
        outcome.Error.ShouldContain("--write-only");
        outcome.Error.ShouldNotContain("Population");
        Directory.Exists(simulate.File("study")).ShouldBeFalse();
    }

    [Fact]
    public void Submit_WriteOnly_SaysTheSameRunsAgainInItsScripts()
    {
        simulate.Write("my study.yaml", Sweep);

        Outcome outcome = simulate.Run(
            "study", "submit", "my study.yaml", "--residents", Simulate.Residents, "--seed", "40", "--set", "horizon.days=30", "--slurm", "--write-only", "--tasks", "100",
            "--memory", "4G", "--time", "02:00:00", "--partition", "short", "--out", "study");

        outcome.ExitCode.ShouldBe(0, outcome.Error);
        string script = File.ReadAllText(simulate.File("study/slurm/array.sh"));
        script.ShouldContain("#SBATCH --array=1-6\n");
        script.ShouldContain("#SBATCH --mem=4G\n#SBATCH --time=02:00:00\n#SBATCH --partition=short\n");
        script.ShouldContain($" study run 'my study.yaml' --residents {Simulate.Residents} --seed 40 --set horizon.days=30 --out {simulate.File("study")} --shard auto/6 --workers");
        File.ReadAllText(simulate.File("study/slurm/collect.sh")).ShouldEndWith($" study collect {simulate.File("study")}\n");
    }

    private int Finished(string study) =>
        Directory.Exists(simulate.File(study + "/members")) ? Directory.GetFiles(simulate.File(study + "/members"), "*.run").Length : 0;

    private string[] States(string study)
    {
        simulate.Run("study", "collect", study);
        return [.. File.ReadAllLines(simulate.File(study + "/index.csv")).Select(line => line.Split(',')).Select(cells => $"{cells[0]} {cells[8]}")];
    }
}
