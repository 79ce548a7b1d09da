using System.Diagnostics;
using System.Text.Json;

namespace Simulation.Cli.Tests.EndToEnd;

/// <summary>What happens at the edges: signals, streams that close, command lines that say too little, machines that are too small.</summary>
public sealed class EdgeTests : IDisposable
{
    private readonly Simulate simulate = new();

    public EdgeTests() => simulate.Write("one.yaml", Scenarios.Baseline);

    public void Dispose() => simulate.Dispose();

    [Theory]
    [InlineData("TERM", 143)]
    [InlineData("HUP", 129)]
    [InlineData("INT", 130)]
    public void Run_AnySignal_LeavesNoFileAndEndsWithItsCode(string signal, int code)
    {
        if (OperatingSystem.IsWindows())
        {
            return; // no such signals
        }

        using Process process = simulate.Start("run", "one.yaml", "--residents", Simulate.Residents, "--days", "10950");
        while (process.StandardError.ReadLine() is { } line)
        {
            if (line.StartsWith("Simulating", StringComparison.Ordinal))
            {
                Kill(process, signal);
            }
        }

        process.WaitForExit();

        process.ExitCode.ShouldBe(code);
        simulate.Files().ShouldBe(["one.yaml"]);
    }

    [Fact]
    public async Task Run_AskedToEndUnderJson_SaysSoInTheSameShape()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using Process process = simulate.Start("run", "one.yaml", "--residents", Simulate.Residents, "--days", "10950", "--json");
        Task<string> output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        while (await process.StandardError.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (line.StartsWith("Simulating", StringComparison.Ordinal))
            {
                Kill(process, "TERM");
            }
        }

        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        process.ExitCode.ShouldBe(143);
        using JsonDocument document = JsonDocument.Parse(await output);
        document.RootElement.GetProperty("error").GetProperty("exitCode").GetInt32().ShouldBe(143);
        document.RootElement.GetProperty("error").GetProperty("kind").GetString().ShouldBe("stopped");
    }

    [Fact]
    public void Run_AskedToEndWhileAFileDoesNotAnswer_Ends()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        Process.Start("mkfifo", [simulate.File("silent.yaml")]).WaitForExit();
        using Process process = simulate.Start("run", "silent.yaml");
        process.WaitForExit(2_000).ShouldBeFalse("nobody writes into the pipe");
        Kill(process, "TERM");

        process.WaitForExit(60_000).ShouldBeTrue();

        process.ExitCode.ShouldBe(143);
    }

    [Theory]
    [InlineData("simulate run one.yaml --residents 2000 --days 7 --out x.run 2>&-", 0)]
    [InlineData("simulate docs >&-", 1)]
    [InlineData("simulate docs >/dev/full", 1)]
    [InlineData("simulate none 2>&-", 2)]
    public void AnyCommand_StreamClosed_IsNoFaultOfTheProgram(string command, int code)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        Outcome outcome = Shell(command);

        outcome.ExitCode.ShouldBe(code, outcome.Error);
        outcome.Error.ShouldNotContain("internal");
        outcome.Error.ShouldNotContain("Unhandled");
    }

    [Theory]
    [InlineData("mkdir gone && cd gone && rmdir ../gone && simulate run baseline --residents 2000 --days 7", 1, "error: the current folder does not exist any more; change to another one and try again.")]
    [InlineData("simulate docs >/dev/full", 1, "error: standard output cannot be written: the disk that it goes to is full; make room, or let it go elsewhere.")]
    [InlineData("cat one.yaml | simulate check /dev/stdin", 0, "/dev/stdin: no mistakes")]
    [InlineData("cat one.yaml | simulate run /dev/stdin --residents 2000 --days 7 --out piped.run", 0, "Figures in piped.run")]
    [InlineData("cat one.yaml | simulate compare baseline /dev/stdin --residents 2000 --days 7", 0, "In short")]
    public void AnyCommand_WhereFoldersAndFilesAreOdd_SaysWhatItIs(string command, int code, string words)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        Outcome outcome = Shell(command);

        outcome.ExitCode.ShouldBe(code, outcome.Error);
        (outcome.Out + outcome.Error).ShouldContain(words);
    }

    [Fact]
    public void Docs_ReaderHasHadEnough_EndsQuietly()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        Outcome outcome = Shell("simulate schema | head -c 10");

        outcome.ExitCode.ShouldBe(0);
        outcome.Out.Length.ShouldBe(10);
        outcome.Error.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("--out must not be empty; give the name of a file", "run", "one.yaml", "--out", "")]
    [InlineData("--population must not be empty", "run", "one.yaml", "--population", " ")]
    [InlineData("SCENARIO must not be empty", "run", "")]
    [InlineData("'one.yaml' alone cannot be compared; name what it is compared with before it, e.g. simulate compare baseline one.yaml", "compare", "one.yaml")]
    [InlineData("There is no option '--residnts'. Did you mean '--residents'?", "compare", "baseline", "one.yaml", "--residnts", "5")]
    [InlineData("There is no option '--residnts'. Did you mean '--residents'?", "run", "one.yaml", "--residnts", "5")]
    [InlineData("There is no option '--forse'. Did you mean '--force'?", "new", "x.yaml", "--forse")]
    [InlineData("--residents must be a whole number from 1 to 100,000,000, not 3,000,000,000.", "run", "one.yaml", "--residents", "3000000000")]
    [InlineData("--residents must be a whole number in digits alone, such as 7 or 20000, not '2.7m'.", "run", "one.yaml", "--residents", "2.7m")]
    [InlineData("--seed must be a whole number that is not negative, not '-1'.", "run", "one.yaml", "--seed", "-1")]
    [InlineData("--propensity must be moving or frozen or fixed, not 'still'.", "replay", "--propensity", "still")]
    [InlineData("SCENARIO is missing: scenario file (YAML).", "run")]
    [InlineData("B is missing: the one that is set beside it.", "diff", "one.yaml")]
    [InlineData("Name a command: run, submit, status, collect, report, optimise, screen.", "study")]
    [InlineData("There is no command 'comapre'. Did you mean 'compare'?", "comapre")]
    [InlineData("There is no command 'built'. Did you mean 'build'?", "population", "built")]
    [InlineData("--by must be place or deprivation or age or sex or disability, not 'ward'.", "compare", "baseline", "one.yaml", "--by", "ward")]
    [InlineData("--slurm is missing", "study", "submit", "one.yaml")]
    [InlineData("There is no option '--format'.", "check", "one.yaml", "--format", "json")]
    [InlineData("'--all' has given way to studies", "run", "one.yaml", "--all")]
    public void CommandLine_SaysTooLittle_IsToldWhatIsMissing(string message, params string[] args)
    {
        Outcome outcome = simulate.Run(args);

        outcome.ExitCode.ShouldBe(2);
        outcome.Error.ShouldContain(message);
        outcome.Error.Split('\n').Count(line => line.StartsWith("error: ", StringComparison.Ordinal)).ShouldBe(1, outcome.Error);
        outcome.Out.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(2, "--until", "9999-12-31", "'9999-12-31'")]
    [InlineData(1, "--until", "2190-01-01", "--until 2190-01-01 makes 59,658 days")]
    [InlineData(2, "--days", "99999", "not 99,999")]
    public void Run_HundredsOfYears_AreRefusedAsDaysAre(int code, string option, string value, string words)
    {
        Outcome outcome = simulate.Run("run", "one.yaml", option, value, "--residents", "2000");

        outcome.ExitCode.ShouldBe(code);
        outcome.Error.ShouldContain(words);
        outcome.Error.ShouldContain("10,958");
        outcome.Error.ShouldNotContain("Simulating");
    }

    [Fact]
    public void Run_TooLittleMemory_IsNoFaultOfTheProgram()
    {
        simulate.Environment["DOTNET_GCHeapHardLimit"] = "0x2800000";

        Outcome outcome = simulate.Run("population", "build", "--residents", "2700000", "--out", "x.population");

        outcome.ExitCode.ShouldBe(5, outcome.Error);
        outcome.Error.ShouldContain("too little memory");
        outcome.Error.ShouldNotContain("fault of the program");
        simulate.Files().ShouldBe(["one.yaml"]);
    }

    [Theory]
    [InlineData("", "one.yaml:1:1: error")]
    [InlineData("scenario: Caf\u00E9\n", "one.yaml:1:14: error")]
    [InlineData("scenario: X\nversion: 1\n# \u00A31m\n", "one.yaml:3:3: error")]
    public void Check_EmptyOrNotUtf8_SaysLineAndColumn(string text, string place)
    {
        File.WriteAllBytes(simulate.File("one.yaml"), System.Text.Encoding.Latin1.GetBytes(text));

        Outcome outcome = simulate.Run("check", "one.yaml");

        outcome.ExitCode.ShouldBe(1);
        outcome.Out.ShouldContain(place);
    }

    [Fact]
    public void Plan_Json_NamesTheFilesWithoutMeasuringOrBuilding()
    {
        simulate.Environment["XDG_CACHE_HOME"] = simulate.File("cache");
        simulate.Write("sweep.yaml", Scenarios.SchoolStreets + "\nreplicates: 2\nsweep: { grid: { interventions.school_street.reach: [20%, 60%] } }\n");

        Outcome outcome = simulate.Run("plan", "sweep.yaml", "--json");

        outcome.ExitCode.ShouldBe(0, outcome.Error);
        outcome.Error.ShouldBeEmpty();
        Directory.Exists(simulate.File("cache")).ShouldBeFalse();
        using JsonDocument document = JsonDocument.Parse(outcome.Out);
        JsonElement root = document.RootElement;
        root.GetProperty("rate").ValueKind.ShouldBe(JsonValueKind.Null);
        root.GetProperty("seconds").ValueKind.ShouldBe(JsonValueKind.Null);
        string[] planned = [.. root.GetProperty("files").EnumerateArray().Select(file => file.GetString()!)];
        planned.Length.ShouldBe(6);
        simulate.Run("study", "run", "sweep.yaml", "--residents", "2000", "--days", "7").ExitCode.ShouldBe(0);
        simulate.Files().Where(file => file.EndsWith(".run", StringComparison.Ordinal)).ShouldBe(planned, ignoreOrder: true);
    }

    [Fact]
    public void Validate_Strict_EndsWithFourWhenAFigureIsNotMet()
    {
        simulate.Run("run", "one.yaml", "--residents", "2000").ExitCode.ShouldBe(0);

        simulate.Run("validate", "one.run").ExitCode.ShouldBe(0);
        simulate.Run("validate", "one.run", "--strict").ExitCode.ShouldBe(4, "2,000 residents and four weeks miss some published figure");
    }

    [Fact]
    public void Help_OfTheProgram_ListsTheExitCodes() =>
        string.Join(' ', simulate.Run("--help").Out.Split(['\n', ' '], StringSplitOptions.RemoveEmptyEntries)).ShouldContain("Exit codes: 0 done; 1 a scenario, file or data cannot be used; 2");

    private Outcome Shell(string command)
    {
        ProcessStartInfo start = new("bash", ["-c", command.Replace("simulate ", $"'{Path.Combine(AppContext.BaseDirectory, "simulate")}' ", StringComparison.Ordinal)])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = simulate.Folder,
        };
        start.Environment["XDG_CACHE_HOME"] = Path.Combine(AppContext.BaseDirectory, "population-cache");
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        process.WaitForExit();
        return new Outcome(process.ExitCode, output.Result, error.Result);
    }

    private static void Kill(Process process, string signal) => Process.Start("kill", ["-s", signal, process.Id.ToString()]).WaitForExit();
}
