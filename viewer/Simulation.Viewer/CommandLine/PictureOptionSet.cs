using System.CommandLine;
using System.Globalization;
using Simulation.Scene.Look;
using Simulation.Viewer.Rendering;

namespace Simulation.Viewer.CommandLine;

/// <summary>The options that say how pictures and films are made.</summary>
internal sealed class PictureOptionSet
{
    private const int Smallest = 240;
    private const int Largest = 16_384;
    private readonly Option<string> into = new("--out")
    {
        Description = "A folder for one picture a step, or a file: .png, .jpg, .pdf, .svg or .mp4.",
        Required = true,
    };

    private readonly Option<string> size = new("--size") { Description = "Pixels across and down.", DefaultValueFactory = _ => "1920x1080" };
    private readonly Option<int> rate = new("--fps") { Description = "Frames a second of a film.", DefaultValueFactory = _ => 30 };
    private readonly Option<string> painter = new("--painter") { Description = "What paints the map: cpu or gpu; both paint the same.", DefaultValueFactory = _ => "cpu" };
    private readonly Option<string> theme = new("--theme") { Description = "dark or light.", DefaultValueFactory = _ => "dark" };
    private readonly Option<bool> large = new("--large") { Description = "Type a quarter larger, half as many names." };
    private readonly Option<int> threads = new("--threads") { Description = "Threads that paint; any number paints the same.", DefaultValueFactory = _ => Environment.ProcessorCount };
    private readonly Option<string?> view = new("--view")
    {
        Description = "What a picture without a story shows: everybody (of finished runs the curve), change, level, place:NAME or street:SCHOOL.",
    };

    private readonly Option<string?> beside = new("--beside") { Description = "Another plan, to stand on the left of two maps on one scale." };
    private readonly Option<bool> gallery = new("--gallery") { Description = "Small pictures of every kind for documents, and the film, into the folder --out." };

    private readonly Option<string?> date = new("--date") { Description = "Day of a picture without a story, such as 2027-03-09 (default: the last)." };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (Option option in new Option[] { into, size, rate, painter, theme, large, threads, view, date, beside, gallery })
        {
            command.Add(option);
        }
    }

    /// <summary>What the user asked for.</summary>
    /// <exception cref="ViewerException">It cannot be done; the message says what can.</exception>
    public RenderOptions Read(ParseResult parsed)
    {
        ShowOptionSet.Within("--fps", parsed.GetValue<int?>(rate.Name), 1, 120);
        ShowOptionSet.Within("--threads", parsed.GetValue<int?>(threads.Name), 1, 256);
        (int width, int height) = SizeOf(parsed.GetValue(size)!);
        string? shown = parsed.GetValue(view);
        if (shown is not null)
        {
            OneOf("--view", shown.Split(':')[0], "everybody", "change", "level", "place", "street");
        }

        var asked = new RenderOptions(
            parsed.GetRequiredValue(into), width, height, parsed.GetValue(rate), OneOf("--painter", parsed.GetValue(painter)!, "cpu", "gpu"),
            OneOf("--theme", parsed.GetValue(theme)!, "dark", "light") == "light" ? Theme.Light : Theme.Dark, parsed.GetValue(large), parsed.GetValue(threads), shown,
            DateOf(parsed.GetValue(date)), parsed.GetValue(beside), parsed.GetValue(gallery));
        return asked.Gallery && (asked.IsFilm || asked.IsPicture)
            ? throw new ViewerException($"--gallery makes many files, and {asked.Out} is the name of one; give --out a folder.")
            : asked.Beside is not null && asked.IsFilm
                ? throw new ViewerException("--beside makes a picture of two plans; give --out a picture or a folder.")
                : asked;
    }

    /// <summary>Takes the story out of what is shown: a YAML file that begins one.</summary>
    public static (ViewerOptions Options, string? Story) Split(ViewerOptions options)
    {
        string? story = options.Files.FirstOrDefault(IsStory);
        return (options with { Files = [.. options.Files.Where(f => f != story)] }, story);
    }

    private static bool IsStory(string file)
    {
        if (!file.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) && !file.EndsWith(".yml", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        try
        {
            return File.ReadLines(file).Take(20).Any(line => line.StartsWith("story:", StringComparison.Ordinal));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Whoever reads the scenario says what is wrong with the file.
            return false;
        }
    }

    internal static (int Width, int Height) SizeOf(string text)
    {
        string[] parts = text.Split('x', '×', 'X');
        return parts.Length == 2 && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out int width)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out int height)
            && width is >= Smallest and <= Largest && height is >= Smallest and <= Largest
            ? (width, height)
            : throw new ViewerException($"--size is '{text}'; write pixels across and down, such as 1920x1080, each from {Smallest} to {Largest:N0}.");
    }

    private static DateOnly? DateOf(string? text) => text is null ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date) ? date
        : throw new ViewerException($"--date is '{text}'; write a date such as 2027-03-09.");

    internal static string OneOf(string option, string value, params string[] known) =>
        known.Contains(value) ? value : throw new ViewerException($"{option} is '{value}'; it is one of {string.Join(", ", known)}.");
}
