namespace Simulation.Viewer.Protocol;

/// <summary>What the wall shows, so that phones can follow it.</summary>
/// <param name="View"><c>everybody</c>, <c>change</c>, <c>street</c> or <c>plans</c>.</param>
/// <param name="Indicator">Key of the indicator that the sentence, the map and the curve are about.</param>
/// <param name="Place">Index of the place that stands alone, or −1.</param>
/// <param name="Step">Step of the story, or −1.</param>
/// <param name="Light">Whether it is drawn for a bright room.</param>
/// <param name="X">Where the camera looks, 0–1 over the map's box; null for the whole region.</param>
/// <param name="Y">The same, northwards.</param>
/// <param name="PixelsPerKm">How close, for a picture 1,080 pixels high.</param>
/// <param name="Dark">Whether nothing is shown for a while but the date.</param>
public sealed record WallView(string View, string Indicator, int Place, int Step, bool Light, double? X = null, double? Y = null, double? PixelsPerKm = null, bool Dark = false)
{
    /// <summary>Longest key that is taken.</summary>
    public const int LongestKey = 60;

    /// <summary>Views that there are.</summary>
    public static readonly string[] Views = ["everybody", "change", "street", "plans"];

    /// <summary>What is wrong with it, or null.</summary>
    public string? Fault() =>
        !Views.Contains(View, StringComparer.Ordinal) ? "The wall shows everybody, the change, a street or plans."
        : Indicator.Length is 0 or > LongestKey ? "The wall is about one indicator."
        : new[] { X, Y, PixelsPerKm }.Any(n => n is { } value && !double.IsFinite(value)) || PixelsPerKm is <= 0 || Place < -1 || Step < -1 ? "The camera of the wall stands nowhere."
        : null;
}

/// <summary>Who is in the room and what it is asked.</summary>
/// <param name="Guests">Phones that watch.</param>
/// <param name="Addresses">Where guests come in; empty when the viewer is not shared.</param>
/// <param name="Code">What they type there; only the presenter is told.</param>
/// <param name="Picture">The first address and the code as a QR code: rows of 0 and 1; only the presenter is told.</param>
/// <param name="Vote">What the room is asked, or null.</param>
public sealed record RoomNews(int Guests, IReadOnlyList<string> Addresses, string? Code, IReadOnlyList<string>? Picture, Vote? Vote);

/// <summary>A question to the room.</summary>
/// <param name="Question">The question.</param>
/// <param name="Choices">What can be chosen.</param>
/// <param name="Counts">How many chose each.</param>
/// <param name="Mine">What this phone chose, or −1.</param>
/// <param name="Open">Whether it can still be answered.</param>
/// <param name="Result">What the model says, once the presenter tells; null until then.</param>
public sealed record Vote(string Question, IReadOnlyList<string> Choices, IReadOnlyList<int> Counts, int Mine, bool Open, string? Result);
