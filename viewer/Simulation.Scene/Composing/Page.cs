using Simulation.Scene.Labels;
using Simulation.Scene.Look;
using Simulation.Scene.Maps;
using Simulation.Scene.Painting;

namespace Simulation.Scene.Composing;

/// <summary>One screen of the wall: what it shows, not how large.</summary>
public abstract record Page
{
    /// <summary>Dark or light: colours of values are those of one of them.</summary>
    public Theme Theme { get; init; }

    /// <summary>Where the map looks.</summary>
    public required Camera Camera { get; init; }

    /// <summary>The line above the sentence: a date, a place.</summary>
    public string Eyebrow { get; init; } = string.Empty;

    /// <summary>The finding.</summary>
    public IReadOnlyList<Phrase> Sentence { get; init; } = [];

    /// <summary>The sentence below it.</summary>
    public IReadOnlyList<Phrase> Second { get; init; } = [];

    /// <summary>The chart below, or null.</summary>
    public Chart? Chart { get; init; }

    /// <summary>Steps of the story, 0 for none.</summary>
    public int Steps { get; init; }

    /// <summary>The step shown, from 0.</summary>
    public int Step { get; init; }

    /// <summary>What went wrong, in words for the room; empty when nothing did.</summary>
    public string Trouble { get; init; } = string.Empty;

    /// <summary>Address and code for phones, held up for a while; empty: none.</summary>
    public string Join { get; init; } = string.Empty;

    /// <summary>How visible words and labels are, 0–1: 0 while the camera flies.</summary>
    public float WordsAlpha { get; init; } = 1;

    /// <summary>How visible the names on the map are, 0–1.</summary>
    public float LabelsAlpha { get; init; } = 1;

    /// <summary>How dark the whole screen is, 0–1.</summary>
    public float Dark { get; init; }
}

/// <summary>Everybody as quiet light, whoever lives the day differently in amber.</summary>
public sealed record LightsPage : Page
{
    /// <summary>Who is lit.</summary>
    public required LitDay Lit { get; init; }

    /// <summary>How bright everybody shines, 0–1.</summary>
    public float Level { get; init; } = 1;

    /// <summary>Place that stands out, or −1.</summary>
    public int Place { get; init; } = -1;

    /// <summary>Schools to mark, close by.</summary>
    public IReadOnlyList<SchoolMark> Schools { get; init; } = [];

    /// <summary>Ways to school: rows of residents and indexes of their schools.</summary>
    public IReadOnlyList<(int Row, int School)> Ways { get; init; } = [];
}

/// <summary>A school close by.</summary>
/// <param name="School">Index in the map.</param>
/// <param name="ClosedSince">When its street was closed to motor traffic, in words; empty while it is open.</param>
public sealed record SchoolMark(int School, string ClosedSince);

/// <summary>A value of each neighbourhood through the people who live there, and smaller maps of what else moved.</summary>
public sealed record ValuesPage : Page
{
    /// <summary>A colour for each neighbourhood.</summary>
    public required IReadOnlyList<Rgb> Colours { get; init; }

    /// <summary>Neighbourhoods that are named with their number: most, most, least.</summary>
    public IReadOnlyList<LabelWish> Marks { get; init; } = [];

    /// <summary>Smaller maps on the right, at most two.</summary>
    public IReadOnlyList<SmallMap> Small { get; init; } = [];
}

/// <summary>A small map of one measure.</summary>
/// <param name="Colours">A colour for each neighbourhood.</param>
/// <param name="Caption">Words below it.</param>
public sealed record SmallMap(IReadOnlyList<Rgb> Colours, IReadOnlyList<Phrase> Caption);

/// <summary>Two packages on one scale.</summary>
public sealed record PackagesPage : Page
{
    /// <summary>The left one.</summary>
    public required PackageHalf Left { get; init; }

    /// <summary>The right one.</summary>
    public required PackageHalf Right { get; init; }

    /// <summary>Colours of the scale, from little to much.</summary>
    public required IReadOnlyList<Rgb> Scale { get; init; }

    /// <summary>Numbers between them.</summary>
    public required IReadOnlyList<string> Breaks { get; init; }

    /// <summary>What the scale counts.</summary>
    public required string ScaleTitle { get; init; }
}

/// <summary>One of two packages.</summary>
/// <param name="Title">Its name.</param>
/// <param name="Subtitle">What is in it.</param>
/// <param name="Number">Its one number.</param>
/// <param name="NumberWords">What the number counts.</param>
/// <param name="Colours">A colour for each neighbourhood.</param>
public sealed record PackageHalf(string Title, string Subtitle, string Number, string NumberWords, IReadOnlyList<Rgb> Colours);
