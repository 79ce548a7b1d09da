using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Simulation.Engine.Running;
using Simulation.Results.RunFiles;

namespace Simulation.Cli.Tests.EndToEnd;

/// <summary>A run that is killed goes on, with the same command, to the same bits and the same file.</summary>
public sealed class CheckpointTests : IDisposable
{
    private static readonly string[] Measured =
        ["wall_seconds", "warm_up_seconds", "resident_days_per_second", "peak_memory_bytes", "workers", "seal"];

    private readonly Simulate simulate = new();

    public void Dispose() => simulate.Dispose();

    [Theory]
    [InlineData("baseline", 1)]
    [InlineData("together", 2)]
    [InlineData("together", 3)]
    public void Run_Killed_GoesOnToTheSameBitsAndTheSameFile(string scenario, int workers)
    {
        WriteScenarios();
        simulate.Run(Line(scenario, "whole.run", 1)).ExitCode.ShouldBe(0);

        for (int kills = 0; kills < 2; kills++)
        {
            KillAfterNextCheckpoint(Line(scenario, "stopped.run", workers));
            simulate.Files().ShouldContain("stopped.run.checkpoint");
            simulate.Files().ShouldNotContain("stopped.run");
        }

        Outcome outcome = simulate.Run(Line(scenario, "stopped.run", 1 + (workers % 3)));

        outcome.ExitCode.ShouldBe(0, outcome.Error);
        outcome.Error.ShouldContain("Going on from ");
        simulate.Files().ShouldBe(["baseline.yaml", "stopped.run", "together.yaml", "whole.run"]);
        Content("stopped.run").ShouldBe(Content("whole.run"));
    }

    [Fact]
    public void Run_KilledInItsSecondYear_GoesOnToTheSameBitsAndTheSameFile()
    {
        WriteScenarios();
        simulate.Run(Line("together", "whole.run", 1, days: 560)).ExitCode.ShouldBe(0);
        string[] line = Line("together", "stopped.run", 2, days: 560);
        StopAfterNextCheckpoint(line, "KILL", out _, after: new DateOnly(2027, 9, 1));

        Outcome outcome = simulate.Run(Line("together", "stopped.run", 1, days: 560));

        outcome.ExitCode.ShouldBe(0, outcome.Error);
        outcome.Error.ShouldMatch("Going on from (2027-(09|1)|2028)");
        Content("stopped.run").ShouldBe(Content("whole.run"));
    }

    [Fact]
    public void Run_FromAStateOfItsSecondYear_BeginsThere()
    {
        WriteScenarios();
        simulate.Run("run", "baseline.yaml", "--residents", Simulate.Residents, "--days", "400", "--out", "-", "--state", "second.state").ExitCode.ShouldBe(0);

        Outcome same = simulate.Run("run", "baseline.yaml", "--residents", Simulate.Residents, "--from", "second.state", "--days", "30", "--out", "rest.run");
        Outcome plan = simulate.Run("run", "together.yaml", "--residents", Simulate.Residents, "--from", "second.state", "--days", "30", "--out", "plan.run");

        same.ExitCode.ShouldBe(0, same.Error);
        plan.ExitCode.ShouldBe(0, plan.Error);
        using RunFileReader rest = RunFileReader.Open(simulate.File("rest.run"));
        rest.Manifest.Start.ShouldBe(new DateOnly(2027, 10, 6));
    }

    [Fact]
    public void Run_AskedToEnd_SaysFromWhereTheSameCommandGoesOn()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        WriteScenarios();
        string error = StopAfterNextCheckpoint(Line("baseline", "x.run", 1), "TERM", out int code);

        code.ShouldBe(143);
        error.ShouldContain("the same command goes on from there");
        simulate.Files().ShouldBe(["baseline.yaml", "together.yaml", "x.run.checkpoint", "x.run.checkpoint-weeks"]);
    }

    [Fact]
    public void Checkpoint_OfAnotherRun_IsRefusedAndForceBeginsAnew()
    {
        WriteScenarios();
        KillAfterNextCheckpoint(Line("baseline", "x.run", 1));

        Outcome other = simulate.Run(Line("together", "x.run", 1));
        Outcome anew = simulate.Run([.. Line("together", "x.run", 1), "--force"]);

        other.ExitCode.ShouldBe(1);
        other.Error.ShouldContain("x.run.checkpoint: this checkpoint is of another run");
        anew.ExitCode.ShouldBe(0, anew.Error);
        anew.Error.ShouldContain("the run begins anew");
        simulate.Files().ShouldBe(["baseline.yaml", "together.yaml", "x.run"]);
    }

    [Fact]
    public void Checkpoint_WithOneBitFlipped_IsRefusedInWordsOrGivesTheSame()
    {
        WriteScenarios();
        simulate.Run(Line("together", "whole.run", 1)).ExitCode.ShouldBe(0);
        IReadOnlyList<string> whole = Content("whole.run");
        KillAfterNextCheckpoint(Line("together", "x.run", 1));
        Random choice = new(11);
        int refused = 0;
        foreach ((string name, int flips) in new[] { ("x.run.checkpoint", 10), ("x.run.checkpoint-weeks", 25) })
        {
            byte[] state = File.ReadAllBytes(simulate.File("x.run.checkpoint"));
            byte[] weeks = File.ReadAllBytes(simulate.File("x.run.checkpoint-weeks"));
            for (int flip = 0; flip < flips; flip++)
            {
                byte[] damaged = File.ReadAllBytes(simulate.File(name));
                damaged[choice.Next(damaged.Length)] ^= (byte)(1 << choice.Next(8));
                File.WriteAllBytes(simulate.File(name), damaged);

                Outcome outcome = simulate.Run(Line("together", "x.run", 1));

                if (outcome.ExitCode == 0)
                {
                    Content("x.run").ShouldBe(whole);
                    File.Delete(simulate.File("x.run"));
                }
                else
                {
                    refused++;
                    outcome.ExitCode.ShouldBe(1, outcome.Error);
                    outcome.Error.ShouldContain("x.run.checkpoint");
                    outcome.Error.ShouldContain("--force");
                    simulate.Files().ShouldNotContain("x.run");
                }

                File.WriteAllBytes(simulate.File("x.run.checkpoint"), state);
                File.WriteAllBytes(simulate.File("x.run.checkpoint-weeks"), weeks);
            }
        }

        // What was appended to the weeks after the checkpoint is cut off unread and made again.
        refused.ShouldBeGreaterThan(20);
    }

    [Theory]
    [InlineData("twice", "must be a length of time such as \"26 weeks\", not 'twice'")]
    [InlineData("0 days", "must be a length of time")]
    [InlineData("20 mph", "must be a length of time")]
    public void Checkpoint_ThatIsNoLengthOfTime_IsRefused(string text, string words)
    {
        WriteScenarios();
        Outcome outcome = simulate.Run("run", "baseline.yaml", "--residents", Simulate.Residents, "--checkpoint", text);
        outcome.ExitCode.ShouldBe(2);
        outcome.Error.ShouldContain(words);
    }

    [Fact]
    public void Checkpoint_WithoutARunFile_IsRefused() =>
        simulate.Run("run", "baseline", "--out", "-", "--checkpoint", "1 week").ShouldSatisfyAllConditions(
            o => o.ExitCode.ShouldBe(2), o => o.Error.ShouldContain("--checkpoint keeps a run beside its run file"));

    private static string[] Line(string scenario, string file, int workers, int days = 371) =>
    [
        "run", scenario + ".yaml", "--residents", Simulate.Residents, "--days", days.ToString(System.Globalization.CultureInfo.InvariantCulture), "--out", file, "--checkpoint", "40 days",
        "--workers", workers.ToString(System.Globalization.CultureInfo.InvariantCulture),
    ];

    // The eighth word of each year that people have lived is the seconds that its turn took.
    private const int Seconds = 7;

    private static object WithoutSeconds(object key, object value) => key is "years_lived" && value is string years
        ? string.Join('\n', years.Split('\n').Select(year => string.Join(' ', year.Split(' ').Where((_, word) => word != Seconds))))
        : value;

    private void WriteScenarios()
    {
        simulate.Write("baseline.yaml", Scenarios.Baseline);
        simulate.Write("together.yaml", Scenarios.Together);
    }

    private void KillAfterNextCheckpoint(string[] line) => StopAfterNextCheckpoint(line, "KILL", out _);

    // Waits for a checkpoint newer than the one that is there and of a day after the one asked for, and a little, so that days have gone by since.
    private string StopAfterNextCheckpoint(string[] line, string signal, out int code, DateOnly after = default)
    {
        string checkpoint = simulate.File(line[Array.IndexOf(line, "--out") + 1] + ".checkpoint");
        DateTime before = File.GetLastWriteTimeUtc(checkpoint);
        using Process process = simulate.Start(line);
        Task<string> error = process.StandardError.ReadToEndAsync();
        while (!process.HasExited && (File.GetLastWriteTimeUtc(checkpoint) == before || StateFile.Describe(checkpoint).Today <= after))
        {
            Thread.Sleep(1);
        }

        Thread.Sleep(20);
        process.HasExited.ShouldBeFalse("it should be in the middle of its days: " + line[1]);
        if (signal == "KILL")
        {
            process.Kill();
        }
        else
        {
            Process.Start("kill", ["-s", signal, process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]).WaitForExit();
        }

        process.WaitForExit();
        code = process.ExitCode;
        return error.Result;
    }

    // Every row of every table, but for what was measured of this machine.
    private List<string> Content(string file)
    {
        using RunFileReader reader = RunFileReader.Open(simulate.File(file));
        using SqliteConnection connection = new($"Data Source={simulate.File(file)};Mode=ReadOnly;Pooling=False");
        connection.Open();
        List<string> rows = [];
        foreach (string table in new[] { "manifest", "week", "indicator", "stratum", "tally", "dose", "effect", "validation" })
        {
            using SqliteCommand command = connection.CreateCommand();
            command.CommandText = $"SELECT * FROM {table}";
            using SqliteDataReader row = command.ExecuteReader();
            while (row.Read())
            {
                object[] values = new object[row.FieldCount];
                row.GetValues(values);
                if (table != "manifest" || !Measured.Contains(values[0]))
                {
                    rows.Add($"{table}|{string.Join('|', values.Select(value => WithoutSeconds(values[0], value)))}");
                }
            }
        }

        rows.ShouldContain(r => r.StartsWith("manifest|state_hash"));
        return rows;
    }
}
