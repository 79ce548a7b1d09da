using System.Text.Json;
using System.Text.RegularExpressions;

namespace Simulation.Cli.Tests.EndToEnd;

/// <summary>
/// <c>--json</c> on every command, when all goes well and when it does not: one object, one shape of errors, the exit code in it.
/// Steps before the last, each after "&amp;&amp;", only prepare.
/// </summary>
public sealed partial class JsonTests : IDisposable
{
    private const string Small = "--residents 2000 --days 7";

    private static readonly string[] Well =
    [
        "run one.yaml --out - " + Small, "compare one.yaml streets.yaml --residents 2000 --days 14", "check one.yaml", "explain streets.yaml --residents 2000",
        "diff one.yaml streets.yaml", "plan one.yaml", "new fresh.yaml", "migrate one.yaml", "resolve one.yaml", "schema", "docs", "describe",
        "validate --residents 2000 --days 28", "replay concessionary_bus --residents 2000", "population build --residents 2000 --out x.population",
        "population build --residents 2000 --out x.population && population describe x.population",
        "study run streets.yaml --draws 1 " + Small, "study run streets.yaml " + Small + " && study status streets", "study run streets.yaml " + Small + " && study collect streets",
        "study run streets.yaml --draws 2 --residents 2000 --days 14 && study report streets", "study run streets.yaml --draws 2 --residents 2000 --days 14 && study report streets -o report.csv",
        "study submit streets.yaml --slurm --write-only --residents 2000 --days 7",
        "calibrate --targets own.yaml --waves 1 --residents 2000",
        "study optimise two.yaml --budget £900m --draws 2 --residents 2000 --days 14",
        "study screen streets.yaml --number social.class --trajectories 1 --residents 2000 --days 14",
    ];

    // What is at fault lies in a file: bad.yaml has its mistake at 5:25, torn.yaml at 1:14.
    private static readonly string[] Input =
    [
        "run bad.yaml", "run none.yaml", "run one.yaml --set horizon.dys=3", "run one.yaml --out sub/x.run", "compare one.yaml bad.yaml", "compare none.run one.yaml", "check bad.yaml", "check torn.yaml", "explain bad.yaml", "diff one.yaml bad.yaml",
        "plan bad.yaml", "new one.yaml", "migrate torn.yaml", "migrate none.yaml", "resolve bad.yaml", "schema --out one.yaml", "docs --out sub/x.md", "describe --profile none.run",
        "validate none.run", "replay nothing", "population build --data empty --out x.population", "population build --residents 2000 --out sub/x.population", "population describe none",
        "study run bad.yaml", "study run lost.yaml", "study status none", "study collect none", "study report none", "study submit bad.yaml --slurm --write-only",
        "study run streets.yaml " + Small + " && remove && study collect streets",
        "study optimise streets.yaml --budget £5m " + Small, "calibrate --targets none.yaml",
        "study screen streets.yaml --number scool. " + Small,
    ];

    // These show pictures, and say so.
    private static readonly string[] Pictures = ["view", "wall", "render"];

    private readonly Simulate simulate = new();

    public JsonTests()
    {
        simulate.Write("one.yaml", Scenarios.Baseline);
        simulate.Write("streets.yaml", Scenarios.SchoolStreets);
        simulate.Write("two.yaml", Scenarios.SchoolStreets + "\n  - walking_bus: { reach: 40% }\n");
        simulate.Write("bad.yaml", "scenario: Bad\nversion: 1\ninterventions:\n  - school_street:\n      where: { places: [Liverpol] }\n");
        simulate.Write("own.yaml", "targets: T\nversion: 1\nset: [horizon.days=14]\nnumbers: [social.class]\nfigures: [{ indicator: school_walk, value: 40%, error: 2% }]\n");
        simulate.Write("lost.yaml", "study: Lost\nversion: 1\nscenarios: [nowhere.yaml]\n");
        File.WriteAllBytes(simulate.File("torn.yaml"), [.. "scenario: Caf"u8, 0xE9, (byte)'\n']);
        Directory.CreateDirectory(simulate.File("empty"));
    }

    public static TheoryData<string> Good() => [.. Well];

    public static TheoryData<string> Bad() => [.. Input];

    public void Dispose() => simulate.Dispose();

    [Fact]
    public void Commands_EveryOneOfTheHelp_IsTriedHereWellAndBadly()
    {
        string[] commands = [.. Commands(string.Empty).Except(Pictures)];

        commands.Length.ShouldBeGreaterThan(15);
        foreach (string command in commands)
        {
            Well.ShouldContain(line => Last(line).StartsWith(command + " ", StringComparison.Ordinal) || Last(line) == command, command);
            Input.ShouldContain(line => Last(line).StartsWith(command + " ", StringComparison.Ordinal), command);
        }
    }

    [Theory]
    [MemberData(nameof(Good))]
    public void AnyCommand_ThatIsDone_PrintsOneObjectWithoutAnError(string line)
    {
        Outcome outcome = Run(line);

        outcome.ExitCode.ShouldBe(0, outcome.Error);
        using JsonDocument document = JsonDocument.Parse(outcome.Out);
        Frame(document.RootElement, line).TryGetProperty("error", out _).ShouldBeFalse();
    }

    [Theory]
    [MemberData(nameof(Bad))]
    public void AnyCommand_WithBadInput_PrintsTheSameShapeOfErrors(string line)
    {
        Outcome outcome = Run(line);

        outcome.ExitCode.ShouldBe(1, outcome.Error);
        using JsonDocument document = JsonDocument.Parse(outcome.Out);
        JsonElement[] errors = Errors(Frame(document.RootElement, line), 1, "input");
        if (Place(line) is { } place)
        {
            errors[0].GetProperty("file").GetString().ShouldBe(place.File);
            errors[0].GetProperty("line").GetInt32().ShouldBe(place.Line);
            errors[0].GetProperty("column").GetInt32().ShouldBe(place.Column);
            errors[0].GetProperty("code").GetString().ShouldStartWith("SIM0");
            errors[0].GetProperty("hint").GetString().ShouldNotBeNullOrWhiteSpace();
        }
    }

    [Fact]
    public void EveryCommand_WithAWrongOption_PrintsTheSameShapeOfErrors()
    {
        foreach (string command in Commands(string.Empty).Append(string.Empty))
        {
            Outcome outcome = Run((command + " --wrong").Trim());

            outcome.ExitCode.ShouldBe(2, command + outcome.Error);
            using JsonDocument document = JsonDocument.Parse(outcome.Out);
            Errors(document.RootElement, 2, "usage")[0].GetProperty("message").GetString()!.ShouldContain("There is no option '--wrong'.");
        }
    }

    [Theory]
    [InlineData("view")]
    [InlineData("wall")]
    [InlineData("render --out x.png")]
    public void Picture_AskedForJson_SaysThatItHasNone(string line)
    {
        Outcome outcome = Run(line);

        outcome.ExitCode.ShouldBe(2, outcome.Error);
        using JsonDocument document = JsonDocument.Parse(outcome.Out);
        Errors(document.RootElement, 2, "usage")[0].GetProperty("message").GetString()!.ShouldContain("has no JSON to print");
    }

    [Fact]
    public void Validate_Strict_NamesEveryFigureThatIsNotMet()
    {
        Outcome outcome = Run("run one.yaml --residents 2000 && validate one.run --strict");

        outcome.ExitCode.ShouldBe(4);
        using JsonDocument document = JsonDocument.Parse(outcome.Out);
        JsonElement root = document.RootElement;
        int missed = root.GetProperty("lines").EnumerateArray().Count(l => !l.GetProperty("met").GetBoolean());
        Errors(root, 4, "not met").Length.ShouldBe(missed);
    }

    [Fact]
    public void Build_OpenDataWithFaults_ListsThemWithTheirPlaces()
    {
        Outcome outcome = Run("population build --data empty --out x.population");

        using JsonDocument document = JsonDocument.Parse(outcome.Out);
        JsonElement[] errors = Errors(document.RootElement, 1, "input");
        errors.Length.ShouldBe(8);
        errors[0].GetProperty("file").GetString().ShouldBe(Path.Combine("empty", "lsoa21_profile_2021.csv"));
        errors[0].GetProperty("message").GetString()!.ShouldContain("the file is missing");
    }

    private static JsonElement Frame(JsonElement root, string line)
    {
        root.EnumerateObject().Take(2).Select(member => member.Name).ShouldBe(["formatVersion", "command"]);
        root.GetProperty("formatVersion").GetInt32().ShouldBe(1);
        Last(line).ShouldStartWith(root.GetProperty("command").GetString()!["simulate ".Length..]);
        return root;
    }

    private static JsonElement[] Errors(JsonElement root, int exitCode, string kind)
    {
        JsonElement error = root.GetProperty("error");
        error.GetProperty("exitCode").GetInt32().ShouldBe(exitCode);
        error.GetProperty("kind").GetString().ShouldBe(kind);
        error.GetProperty("message").GetString().ShouldNotBeNullOrWhiteSpace();
        JsonElement[] errors = [.. error.GetProperty("errors").EnumerateArray()];
        errors.ShouldNotBeEmpty();
        errors.ShouldAllBe(one => one.EnumerateObject().Select(member => member.Name).SequenceEqual(new[] { "file", "line", "column", "field", "code", "message", "hint" }));
        errors.ShouldAllBe(one => !string.IsNullOrWhiteSpace(one.GetProperty("message").GetString()));
        return errors;
    }

    private static (string File, int Line, int Column)? Place(string line) =>
        line.Contains("bad.yaml", StringComparison.Ordinal) ? ("bad.yaml", 5, 25) : line.Contains("torn.yaml", StringComparison.Ordinal) ? ("torn.yaml", 1, 14) : null;

    private static string Last(string line) => line.Split(" && ")[^1];

    private Outcome Run(string line)
    {
        foreach (string step in line.Split(" && ")[..^1])
        {
            if (step == "remove")
            {
                File.Delete(Directory.GetFiles(simulate.Folder, "*.run", SearchOption.AllDirectories)[0]);
                continue;
            }

            simulate.Run(step.Split(' ')).ExitCode.ShouldBe(0, step);
        }

        return simulate.Run([.. Last(line).Split(' ', StringSplitOptions.RemoveEmptyEntries), "--json"]);
    }

    /// <summary>The commands that do something, as the help lists them.</summary>
    private IEnumerable<string> Commands(string above)
    {
        string help = simulate.Run([.. above.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]).Out;
        int list = help.IndexOf("Commands:", StringComparison.Ordinal);
        if (list < 0)
        {
            return [above];
        }

        return [.. CommandName().Matches(help[list..]).SelectMany(match => Commands($"{above} {match.Groups[1].Value}".Trim()))];
    }

    [GeneratedRegex(@"^  ([a-z]+)\b", RegexOptions.Multiline)]
    private static partial Regex CommandName();
}
