using System.Text.Json;
using System.Text.Json.Serialization;

namespace Simulation.Viewer.Protocol;

/// <summary>
/// What a client asks for: one JSON object a text message, whose member <c>do</c> says which. The records are the schema: what they
/// do not name, or name and is missing, null or of another kind, is refused before anything is done.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = Discriminator)]
[JsonDerivedType(typeof(ReadyCommand), "ready")]
[JsonDerivedType(typeof(ArmsCommand), "arms")]
[JsonDerivedType(typeof(ResidentCommand), "resident")]
[JsonDerivedType(typeof(PlayCommand), "play")]
[JsonDerivedType(typeof(ReverseCommand), "reverse")]
[JsonDerivedType(typeof(PauseCommand), "pause")]
[JsonDerivedType(typeof(StepCommand), "step")]
[JsonDerivedType(typeof(UntilCommand), "until")]
[JsonDerivedType(typeof(SpeedCommand), "speed")]
[JsonDerivedType(typeof(ShowCommand), "show")]
[JsonDerivedType(typeof(LiveCommand), "live")]
[JsonDerivedType(typeof(LeverCommand), "lever")]
[JsonDerivedType(typeof(ScenarioCommand), "scenario")]
[JsonDerivedType(typeof(KeptCommand), "kept")]
[JsonDerivedType(typeof(PairCommand), "compare")]
[JsonDerivedType(typeof(RestartCommand), "restart")]
[JsonDerivedType(typeof(UndoCommand), "undo")]
[JsonDerivedType(typeof(BranchCommand), "branch")]
[JsonDerivedType(typeof(OpenCommand), "open")]
[JsonDerivedType(typeof(StoryCommand), "story")]
[JsonDerivedType(typeof(ViewCommand), "view")]
[JsonDerivedType(typeof(AskCommand), "ask")]
[JsonDerivedType(typeof(VoteCommand), "vote")]
[JsonDerivedType(typeof(TellCommand), "tell")]
public abstract record Command
{
    /// <summary>The member that says which command it is.</summary>
    public const string Discriminator = "do";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        AllowOutOfOrderMetadataProperties = true,
        AllowDuplicateProperties = false,
        NumberHandling = JsonNumberHandling.Strict,
        MaxDepth = 8,
    };

    /// <summary>Whether a guest may give it: it steers their own picture and nothing else.</summary>
    [JsonIgnore]
    public virtual bool OfGuests => false;

    /// <summary>Names of all commands and whether a guest may give them.</summary>
    public static IReadOnlyDictionary<string, Type> Kinds { get; } = typeof(Command)
        .GetCustomAttributes(typeof(JsonDerivedTypeAttribute), inherit: false).Cast<JsonDerivedTypeAttribute>()
        .ToDictionary(kind => (string)kind.TypeDiscriminator!, kind => kind.DerivedType, StringComparer.Ordinal);

    /// <summary>Reads a command.</summary>
    /// <param name="text">UTF-8.</param>
    /// <param name="problem">Words when it cannot be read.</param>
    public static Command? Read(ReadOnlySpan<byte> text, out string problem)
    {
        try
        {
            if (JsonSerializer.Deserialize<Command>(text, Options) is { } command)
            {
                problem = command.Fault() is { } fault ? $"{fault} Nothing was changed." : string.Empty;
                return problem.Length == 0 ? command : null;
            }
        }
        catch (Exception e) when (e is JsonException or NotSupportedException or InvalidOperationException or ArgumentException)
        {
            // Not JSON, no such command, a member too many, missing, null or of another kind.
        }

        problem = "The page sent a command that this viewer does not know; reload the page so that both are of one version. Nothing was changed.";
        return null;
    }

    /// <summary>What is wrong with the values that it carries, or null.</summary>
    protected virtual string? Fault() => null;
}

/// <summary>The last frame was drawn, another can be taken.</summary>
public sealed record ReadyCommand : Command
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override bool OfGuests => true;
}

/// <summary>Chooses whose residents are sent.</summary>
/// <param name="Arms">0 none, 1 the scenario's, 2 the baseline's, 3 both.</param>
public sealed record ArmsCommand(int Arms) : Command
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override bool OfGuests => true;

    /// <inheritdoc/>
    protected override string? Fault() => Arms is >= 0 and <= 3 ? null : "Arms are 0, 1, 2 or 3.";
}

/// <summary>Asks about a resident on the day shown.</summary>
/// <param name="Row">Row of the map.</param>
public sealed record ResidentCommand(int Row) : Command
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override bool OfGuests => true;

    /// <inheritdoc/>
    protected override string? Fault() => Row >= 0 ? null : "Residents are counted from 0.";
}

/// <summary>Shows recorded days from the one on screen on, then simulates day after day.</summary>
public sealed record PlayCommand : Command;

/// <summary>Shows recorded days backwards from the one on screen.</summary>
public sealed record ReverseCommand : Command;

/// <summary>Stops after the day under way.</summary>
public sealed record PauseCommand : Command;

/// <summary>Shows the next recorded day; after the latest, simulates one.</summary>
public sealed record StepCommand : Command;

/// <summary>Runs as fast as it goes to a day, and pauses there; a recorded day is shown.</summary>
/// <param name="Day">Day of the horizon.</param>
public sealed record UntilCommand(int Day) : Command
{
    /// <inheritdoc/>
    protected override string? Fault() => Day >= 0 ? null : "Days are counted from 0.";
}

/// <summary>Sets the pace.</summary>
/// <param name="Days">Days a second, 0.1–1000.</param>
public sealed record SpeedCommand(double Days) : Command
{
    /// <summary>Slowest pace.</summary>
    public const double Slowest = 0.1;

    /// <summary>Fastest pace.</summary>
    public const double Fastest = 1000;

    /// <inheritdoc/>
    protected override string? Fault() => Days is >= Slowest and <= Fastest ? null : "The pace is 0.1 to 1,000 days a second.";
}

/// <summary>Shows a day, or the last one recorded before it; the latest goes back to the live picture.</summary>
/// <param name="Day">Day of the horizon.</param>
public sealed record ShowCommand(int Day) : Command
{
    /// <inheritdoc/>
    protected override string? Fault() => Day >= 0 ? null : "Days are counted from 0.";
}

/// <summary>Goes back to the live picture.</summary>
public sealed record LiveCommand : Command;

/// <summary>Turns a lever; acts from the next day on.</summary>
/// <param name="Lever">The turn.</param>
public sealed record LeverCommand(LeverChange Lever) : Command
{
    private const int LongestName = 200;
    private const int MostValues = 100;

    /// <inheritdoc/>
    protected override string? Fault() =>
        Lever.Id.Length is 0 or > LongestName || Lever.Values.Count > MostValues || Lever.Values.Keys.Any(name => name.Length > LongestName)
            ? "A lever has a name, and at most a hundred settings."
            : Lever.Remove && Lever.On ? "A lever that goes acts no longer."
            : Lever.Values.Values.All(double.IsFinite) ? null : "A lever's settings are finite numbers.";
}

/// <summary>Asks for the scenario as text.</summary>
public sealed record ScenarioCommand : Command;

/// <summary>Compares two of the plans that are looked at.</summary>
/// <param name="With">Index of the plan to look at.</param>
/// <param name="Without">Index of the one to compare it with.</param>
public sealed record PairCommand(int With, int Without) : Command
{
    /// <inheritdoc/>
    protected override string? Fault() => With >= 0 && Without >= 0 && With != Without ? null : "Two plans are compared, counted from 0.";
}

/// <summary>Asks which days are kept.</summary>
public sealed record KeptCommand : Command;

/// <summary>Begins the same scenario anew, as it was before any lever was pulled.</summary>
public sealed record RestartCommand : Command;

/// <summary>Takes back the last pull: the same days again as if it had never been made.</summary>
public sealed record UndoCommand : Command;

/// <summary>Begins anew with the levers as they stood on a day, and runs to that day: what is pulled then is another try.</summary>
/// <param name="Day">Day of the horizon.</param>
public sealed record BranchCommand(int Day) : Command
{
    /// <inheritdoc/>
    protected override string? Fault() => Day >= 0 ? null : "Days are counted from 0.";
}

/// <summary>Begins another scenario of the library with the same residents.</summary>
/// <param name="Name">Its name.</param>
public sealed record OpenCommand(string Name) : Command
{
    /// <inheritdoc/>
    protected override string? Fault() => Name.Length is > 0 and <= WallView.LongestKey ? null : "A plan has a name.";
}

/// <summary>Opens another story; the run stays as it is.</summary>
/// <param name="Name">Its name.</param>
public sealed record StoryCommand(string Name) : Command
{
    /// <inheritdoc/>
    protected override string? Fault() => Name.Length is > 0 and <= WallView.LongestKey ? null : "A story has a name.";
}

/// <summary>Says what the wall shows: phones follow it.</summary>
/// <param name="View">What it shows.</param>
public sealed record ViewCommand(WallView View) : Command
{
    /// <inheritdoc/>
    protected override string? Fault() => View.Fault();
}

/// <summary>Asks the room; an earlier question is over.</summary>
/// <param name="Question">The question.</param>
/// <param name="Choices">What can be chosen.</param>
public sealed record AskCommand(string Question, IReadOnlyList<string> Choices) : Command
{
    private const int Longest = 120;
    private const int MostChoices = 6;

    /// <inheritdoc/>
    protected override string? Fault() =>
        Question.Trim().Length is 0 or > Longest || Choices.Count is < 2 or > MostChoices || Choices.Any(c => c is null || c.Trim().Length is 0 or > Longest)
            ? $"A question and two to {MostChoices} choices, each at most {Longest} characters."
            : null;
}

/// <summary>Chooses; it can be changed until the presenter tells the answer.</summary>
/// <param name="Choice">Index of the choice.</param>
public sealed record VoteCommand(int Choice) : Command
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override bool OfGuests => true;

    /// <inheritdoc/>
    protected override string? Fault() => Choice >= 0 ? null : "Choices are counted from 0.";
}

/// <summary>Ends the vote and tells the room what the model says; without words it takes the question away.</summary>
/// <param name="Words">What the model says; empty to take the question away.</param>
public sealed record TellCommand(string Words) : Command
{
    private const int Longest = 300;

    /// <inheritdoc/>
    protected override string? Fault() => Words.Length <= Longest ? null : $"The answer has at most {Longest} characters.";
}
