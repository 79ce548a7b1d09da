using System.Security.Cryptography;
using System.Text.Json.Serialization;
using Simulation.Engine.Observation;
using Simulation.Engine.Time;

namespace Simulation.Viewer.Protocol;

/// <summary>What is being looked at: the first message of every connection.</summary>
/// <param name="Protocol"><see cref="Wire.Version"/>.</param>
/// <param name="Session">Changes with every run that is shown: a page that comes back and finds another begins its curves anew.</param>
/// <param name="Mode">Where the days come from.</param>
/// <param name="Guest">True for one who may watch and not steer.</param>
/// <param name="About">The scenario.</param>
/// <param name="Provenance">Where the days come from; null for finished runs.</param>
/// <param name="Days">Days of the horizon.</param>
/// <param name="Twin">True when a baseline runs beside.</param>
/// <param name="Residents">Number of residents.</param>
/// <param name="BoxMetres">Width and height of the map's box, metres.</param>
/// <param name="BoxWest">Where the box begins: metres east of the origin of the model's plane (53.35° N, 2.75° W).</param>
/// <param name="BoxSouth">Where the box begins: metres north of that origin.</param>
/// <param name="Places">Places.</param>
/// <param name="Neighbourhoods">Neighbourhoods, in order.</param>
/// <param name="Schools">Schools.</param>
/// <param name="Tallies">Names of the counts of a frame.</param>
/// <param name="Indicators">The catalogue of indicators, in the order of a list.</param>
/// <param name="Story">The story to present, or null.</param>
/// <param name="Opening">Day of the horizon that the presenter's page runs to when it opens: the first weeks with an effect; 0 for none.</param>
/// <param name="SchoolDays">A character for each day of the horizon: 1 on school days, else 0; empty for finished runs, which have weeks.</param>
/// <param name="Pictures">Whether this client gets pictures of the map in place of residents: a phone that asked for them.</param>
/// <param name="Stories">Names of the stories that the presenter can turn to; none for guests.</param>
public sealed record Hello(
    int Protocol,
    string Session,
    ShowMode Mode,
    bool Guest,
    ViewAbout About,
    Provenance? Provenance,
    int Days,
    bool Twin,
    int Residents,
    double BoxMetres,
    double BoxWest,
    double BoxSouth,
    string[] Places,
    IReadOnlyList<HelloNeighbourhood> Neighbourhoods,
    IReadOnlyList<ViewSchool> Schools,
    string[] Tallies,
    IReadOnlyList<HelloIndicator> Indicators,
    Story? Story,
    int Opening = 0,
    string SchoolDays = "",
    bool Pictures = false,
    IReadOnlyList<string>? Stories = null)
{
    /// <summary>A name for the run that is shown.</summary>
    public static string NewSession() => RandomNumberGenerator.GetHexString(16, lowercase: true);

    /// <summary>Which days of a horizon are school days, as sent.</summary>
    public static string SchoolDaysOf(DateOnly start, int days) =>
        string.Create(Math.Max(0, days), start, (text, first) =>
        {
            for (int day = 0; day < text.Length; day++)
            {
                text[day] = SchoolCalendar.Describe(first.AddDays(day)).SchoolDay ? '1' : '0';
            }
        });

    /// <summary>Neighbourhoods of a map, as sent.</summary>
    public static IReadOnlyList<HelloNeighbourhood> NeighbourhoodsOf(ViewMap map)
    {
        ArgumentNullException.ThrowIfNull(map);
        var list = new HelloNeighbourhood[map.NeighbourhoodCount];
        for (int n = 0; n < list.Length; n++)
        {
            list[n] = new HelloNeighbourhood(map.Codes[n], map.Names[n], map.PlaceOf[n], map.Decile[n], map.First[n + 1] - map.First[n]);
        }

        return list;
    }
}

/// <summary>A neighbourhood in the hello message; its residents follow those of the one before.</summary>
/// <param name="Code">Code.</param>
/// <param name="Name">Name.</param>
/// <param name="Place">Place index.</param>
/// <param name="Decile">National deprivation decile, 1 = most deprived.</param>
/// <param name="Residents">Number of residents.</param>
public sealed record HelloNeighbourhood(string Code, string Name, int Place, int Decile, int Residents);

/// <summary>An indicator of the engine's catalogue, as sent.</summary>
/// <param name="Key">Key, as in the messages of figures.</param>
/// <param name="Label">Short name, for tables.</param>
/// <param name="Title">Name for a chart or a control.</param>
/// <param name="Unit"><c>share</c>, <c>min/week</c>, <c>cars/day</c> or <c>share difference</c>.</param>
/// <param name="Better">1: more is better, −1: less is better, 0: neither.</param>
/// <param name="Window"><c>week</c> or <c>28 days</c>.</param>
/// <param name="Of">What it is a share or mean of.</param>
/// <param name="Definition">Exactly what is measured.</param>
/// <param name="Layer">Key of the map's layer that shows it, or null.</param>
public sealed record HelloIndicator(
    string Key, string Label, string Title, string Unit, int Better, string Window, string Of, string Definition, string? Layer)
{
    /// <summary>The catalogue.</summary>
    public static IReadOnlyList<HelloIndicator> All { get; } =
    [
        .. Indicator.All.Select(i => new HelloIndicator(
            i.Key, RoomWords.Plain(i.Label), RoomWords.Plain(i.Title), i.UnitText, i.Better switch { Engine.Observation.Better.Higher => 1, Engine.Observation.Better.Lower => -1, _ => 0 },
            i.WindowText, i.Of, RoomWords.Plain(i.Definition), i.Layer)),
    ];
}

/// <summary>Where the run stands.</summary>
/// <param name="Phase">What the run does.</param>
/// <param name="Reverse">True while recorded days are played backwards.</param>
/// <param name="Progress">Share of the warm-up done; 1 after it.</param>
/// <param name="Date">Day simulated last.</param>
/// <param name="Day">Days of the horizon simulated.</param>
/// <param name="ShownDay">Day on screen: <paramref name="Day"/>, or a recorded one.</param>
/// <param name="ShownDate">Date on screen.</param>
/// <param name="Speed">Days a second asked for.</param>
/// <param name="Measured">Days a second achieved.</param>
/// <param name="Recorded">Days at which a week ended that can be returned to, and the first and last recorded, ascending.</param>
/// <param name="School">Kind of day.</param>
/// <param name="Weather">Weather.</param>
/// <param name="Message">Words for the screen, or null.</param>
public sealed record RunStatus(
    RunPhase Phase,
    bool Reverse,
    double Progress,
    DateOnly Date,
    int Day,
    int ShownDay,
    DateOnly ShownDate,
    double Speed,
    double Measured,
    IReadOnlyList<int> Recorded,
    string School,
    string Weather,
    string? Message);

/// <summary>Words for the screen.</summary>
/// <param name="Text">What happened and what to do.</param>
/// <param name="Grave">True when what was asked did not happen.</param>
public sealed record Notice(string Text, bool Grave);

/// <summary>Where the days come from.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ShowMode>))]
public enum ShowMode
{
    /// <summary>A run that goes on while it is watched.</summary>
    [JsonStringEnumMemberName("live")]
    Live,

    /// <summary>The recording of one.</summary>
    [JsonStringEnumMemberName("recording")]
    Recording,

    /// <summary>Finished runs: weeks, and no days.</summary>
    [JsonStringEnumMemberName("runs")]
    Runs,
}

/// <summary>What the run does.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RunPhase>))]
public enum RunPhase
{
    /// <summary>The days before the horizon.</summary>
    [JsonStringEnumMemberName("warming up")]
    WarmingUp,

    /// <summary>Stands still.</summary>
    [JsonStringEnumMemberName("paused")]
    Paused,

    /// <summary>Days follow one another.</summary>
    [JsonStringEnumMemberName("playing")]
    Playing,

    /// <summary>The last day of the horizon is done and on screen.</summary>
    [JsonStringEnumMemberName("finished")]
    Finished,

    /// <summary>Stopped for good by a fault.</summary>
    [JsonStringEnumMemberName("failed")]
    Failed,
}
