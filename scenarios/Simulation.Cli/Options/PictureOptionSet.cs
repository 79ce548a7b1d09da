using System.CommandLine;

namespace Simulation.Cli.Options;

/// <summary>How <c>render</c> makes pictures and films.</summary>
internal sealed class PictureOptionSet : IShownOptions
{
    internal const int LeastPixels = 240;
    internal const int MostPixels = 16_384;

    /// <summary>Where the pictures go.</summary>
    public Option<string> Out { get; } = new("--out") { Description = "A folder for one picture a step, or a file: .png, .jpg, .pdf, .svg or .mp4.", Required = true, HelpName = "PATH" };

    /// <summary>Pixels.</summary>
    public Option<string> Size { get; } = new Option<string>("--size") { Description = "Pixels across and down (default: 1920x1080).", HelpName = "WxH" }.Pixels(LeastPixels, MostPixels);

    /// <summary>Frames a second.</summary>
    public Option<int?> Rate { get; } = new Option<int?>("--fps") { Description = "Frames a second of a film (default: 30).", HelpName = "N" }.From(1, 120);

    /// <summary>What paints.</summary>
    public Option<string> Painter { get; } = new Option<string>("--painter") { Description = "What paints the map: cpu (default) or gpu; both paint the same.", HelpName = "NAME" }.OneOf("cpu", "gpu");

    /// <summary>Dark or light.</summary>
    public Option<string> Theme { get; } = new Option<string>("--theme") { Description = "dark (default) or light.", HelpName = "NAME" }.OneOf("dark", "light");

    /// <summary>What a picture without a story shows.</summary>
    public Option<string> View { get; } = new Option<string>("--view") { Description = "Without a story: everybody, change, places, level, place:NAME or street:SCHOOL (default: everybody, of finished runs the curve).", HelpName = "VIEW" }
        .OneOf("everybody", "change", "places", "level", "place", "street");

    /// <summary>Its day.</summary>
    public Option<DateOnly?> Date { get; } = OptionBounds.Day("--date", "Without a story: the day shown (default: the last).", "2027-03-09");

    /// <summary>Larger type.</summary>
    public Option<bool> Large { get; } = new("--large") { Description = "Type a quarter larger, half as many names." };

    /// <summary>Threads that paint.</summary>
    public Option<int?> Threads { get; } = new Option<int?>("--threads") { Description = "Threads that paint (default: all processors); any number paints the same.", HelpName = "N" }.From(1, 256);

    /// <summary>Another plan.</summary>
    public Option<string?> Beside { get; } = new("--beside") { Description = "Another plan, to stand on the left of two maps on one scale.", HelpName = "SCENARIO" };

    /// <summary>Pictures for documents.</summary>
    public Option<bool> Gallery { get; } = new("--gallery") { Description = "Small pictures of every kind for documents, and the film, into the folder --out." };

    /// <inheritdoc/>
    public IReadOnlyList<Option> All => [Out, Size, Rate, Painter, Theme, View, Date, Beside, Gallery, Large, Threads];
}
