using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace Simulation.Cli.Tests.EndToEnd;

/// <summary>A file that is held, full, forbidden or read-only is named for what it is, before the work is done, and leaves nothing behind.</summary>
public sealed class FileFaultTests : IDisposable
{
    private static readonly string[] Bare =
    [
        "Access to the path", "SQLite Error", "No space left", "Could not find", "being used by another process", "Read-only file system",
        "unable to open database", "database is locked", "   at ", "Exception", "internal:", "fault of the program",
    ];

    private readonly Simulate simulate = new();

    public FileFaultTests() => simulate.Write("baseline.yaml", Scenarios.Baseline);

    public void Dispose() => simulate.Dispose();

    [Fact]
    public void Run_HomeDoesNotExist_WarnsAndRunsWithoutKeeping()
    {
        simulate.Environment["XDG_CACHE_HOME"] = string.Empty;
        simulate.Environment["HOME"] = "/nonexistent";

        Outcome outcome = simulate.Run("run", "baseline.yaml", "--residents", "2000", "--days", "7");

        outcome.ExitCode.ShouldBe(0, outcome.Error);
        outcome.Error.ShouldContain("warning: the population is not kept for the next time: the home folder of this user does not exist");
        outcome.Error.ShouldContain("XDG_CACHE_HOME");
        outcome.Error.ShouldContain("--population");
        simulate.Files().ShouldBe(["baseline.run", "baseline.yaml"]);
        ShouldSayNothingBare(outcome);
    }

    [Fact]
    public void Run_CacheMayNotBeWritten_WarnsAndRunsWithoutKeeping()
    {
        simulate.Write("file", "in the way");
        simulate.Environment["XDG_CACHE_HOME"] = OperatingSystem.IsLinux() ? "/sys" : simulate.File("file");

        Outcome outcome = simulate.Run("run", "baseline.yaml", "--residents", "2000", "--days", "7", "--out", "-");

        outcome.ExitCode.ShouldBe(0, outcome.Error);
        outcome.Error.ShouldContain("warning: the population is not kept for the next time: ");
        ShouldSayNothingBare(outcome);
    }

    [Theory]
    [InlineData("run", "baseline.yaml", "--residents", "2000", "--days", "7", "--out", "{0}/x.run")]
    [InlineData("study", "run", "baseline.yaml", "--residents", "2000", "--out", "{0}/x")]
    [InlineData("population", "build", "--residents", "2000", "--out", "{0}/x.population")]
    [InlineData("new", "{0}/x.yaml")]
    [InlineData("schema", "--out", "{0}/x.json")]
    public void AnyCommand_OutputMayNotBeWritten_SaysSoBeforeTheWork(params string[] args)
    {
        if (!OperatingSystem.IsLinux())
        {
            return; // a folder in which even root may write nothing
        }

        Outcome outcome = simulate.Run([.. args.Select(arg => arg.Replace("{0}", "/sys", StringComparison.Ordinal))]);

        outcome.ExitCode.ShouldBe(1, outcome.Error);
        outcome.Error.ShouldContain("/sys/x");
        outcome.Error.ShouldContain("you may write nothing in /sys; choose another folder");
        outcome.Error.ShouldNotContain("building from");
        ShouldSayNothingBare(outcome);
    }

    [Theory]
    [InlineData("schema", "--out", "/dev/simulation-none", "--force")]
    [InlineData("run", "baseline.yaml", "--residents", "2000", "--days", "7", "--out", "/dev/simulation-none", "--force")]
    [InlineData("population", "build", "--residents", "2000", "--out", "/dev/simulation-none", "--force")]
    public void AnyCommand_OutputIsADevice_IsRefusedBeforeTheWork(params string[] args)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        Outcome outcome = simulate.Run(args);

        outcome.ExitCode.ShouldBe(1, outcome.Error);
        outcome.Error.ShouldContain("/dev/simulation-none: this is a device and no file");
        File.Exists("/dev/simulation-none").ShouldBeFalse();
        ShouldSayNothingBare(outcome);
    }

    [Theory]
    [InlineData("run", "baseline.yaml", "--residents", "2000", "--days", "7", "--force", "--out", "baseline.yaml")]
    [InlineData("run", "baseline.yaml", "--residents", "2000", "--days", "7", "--force", "--state", "baseline.yaml", "--out", "-")]
    [InlineData("population", "build", "--residents", "2000", "--force", "--out", "baseline.yaml")]
    public void Force_OverAScenario_IsRefusedAndItStays(params string[] args)
    {
        Outcome outcome = simulate.Run(args);

        outcome.ExitCode.ShouldBe(1, outcome.Error);
        outcome.Error.ShouldContain("baseline.yaml: is a text");
        File.ReadAllText(simulate.File("baseline.yaml")).ShouldBe(Scenarios.Baseline);
        simulate.Files().ShouldBe(["baseline.yaml"]);
    }

    [Fact]
    public void Check_AFileThatNeverEnds_IsTooLarge()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        Outcome outcome = simulate.Run("check", "/dev/zero");

        outcome.ExitCode.ShouldBe(1, outcome.Error);
        outcome.Out.ShouldContain("error SIM0002");
    }

    [Fact]
    public void Compare_RunFileHeldByAnotherProgram_IsNotCalledDamaged()
    {
        simulate.Run("run", "baseline.yaml", "--residents", Simulate.Residents, "--days", "7").ExitCode.ShouldBe(0);
        using SqliteConnection holder = new($"Data Source={simulate.File("baseline.run")};Pooling=False");
        holder.Open();
        using SqliteCommand hold = holder.CreateCommand();
        hold.CommandText = "PRAGMA locking_mode=EXCLUSIVE; BEGIN EXCLUSIVE";
        hold.ExecuteNonQuery();

        Outcome outcome = simulate.Run("compare", "baseline.run", "baseline.run");

        outcome.ExitCode.ShouldBe(1);
        outcome.Error.ShouldContain("baseline.run: another program holds this file; close it there");
        outcome.Error.ShouldNotContain("damaged");
        ShouldSayNothingBare(outcome);
    }

    [Theory]
    [InlineData("size=16k", "is full; make room")]
    [InlineData("size=16k,ro", "can only be read")]
    public void Run_DiskThatTakesNothing_SaysSoBeforeTheWorkAndLeavesNothing(string options, string words)
    {
        if (OnADiskOf(options, "dd if=/dev/zero of={0}/filler bs=1k count=64 2>/dev/null", "run baseline.yaml --residents 2000 --days 7 --out {0}/x.run") is not { } outcome)
        {
            return;
        }

        outcome.ExitCode.ShouldBe(1, outcome.Error);
        outcome.Error.ShouldContain(words);
        outcome.Error.ShouldNotContain("building from");
        outcome.Out.Trim().ShouldBeOneOf("filler", string.Empty);
        ShouldSayNothingBare(outcome);
    }

    [Fact]
    public void Run_DiskThatFillsOnTheWay_SaysSoAndLeavesNothing()
    {
        if (OnADiskOf("size=40k", "true", "run baseline.yaml --residents 20000 --days 28 --out {0}/x.run") is not { } outcome)
        {
            return;
        }

        outcome.ExitCode.ShouldBe(1, outcome.Error);
        outcome.Error.ShouldContain("x.run: the disk of ");
        outcome.Error.ShouldContain("is full; make room");
        outcome.Out.Trim().ShouldBeEmpty();
        ShouldSayNothingBare(outcome);
    }

    [Fact]
    public void Run_CacheFillsOnTheWay_WarnsAndRuns()
    {
        if (OnADiskOf("size=100k", "export XDG_CACHE_HOME={0}", "run baseline.yaml --residents 20000 --days 7 --out -") is not { } outcome)
        {
            return;
        }

        outcome.ExitCode.ShouldBe(0, outcome.Error);
        outcome.Error.ShouldContain("warning: the population is not kept for the next time: ");
        outcome.Error.ShouldContain("is full");
        ShouldSayNothingBare(outcome);
    }

    /// <summary>Runs on a small disk of its own; what the disk holds afterwards is printed last. Null where the system lends none.</summary>
    private Outcome? OnADiskOf(string options, string before, string arguments)
    {
        if (!OperatingSystem.IsLinux() || Shell("unshare -rm true").ExitCode != 0)
        {
            return null;
        }

        string disk = Directory.CreateDirectory(simulate.File("disk")).FullName;
        string program = Path.Combine(AppContext.BaseDirectory, "simulate");
        string mount = $"mount -t tmpfs -o {options.Replace(",ro", string.Empty, StringComparison.Ordinal)} none '{disk}' && cd '{simulate.Folder}'";
        string remount = options.EndsWith(",ro", StringComparison.Ordinal) ? $"mount -o remount,ro '{disk}'" : "true";
        string first = string.Format(before, disk);
        Outcome outcome = Shell($"unshare -rm sh -c \"{mount}; {first}; {remount}; '{program}' {string.Format(arguments, disk)} >/dev/null; r=\\$?; ls '{disk}' | grep -v simulation; exit \\$r\"");
        return outcome;
    }

    private Outcome Shell(string command)
    {
        ProcessStartInfo start = new("sh", ["-c", command]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = simulate.Folder };
        start.Environment["XDG_CACHE_HOME"] = Path.Combine(AppContext.BaseDirectory, "population-cache");
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        process.WaitForExit();
        return new Outcome(process.ExitCode, output.Result, error.Result);
    }

    private static void ShouldSayNothingBare(Outcome outcome)
    {
        foreach (string text in Bare)
        {
            outcome.Error.ShouldNotContain(text, Case.Sensitive);
        }
    }
}
