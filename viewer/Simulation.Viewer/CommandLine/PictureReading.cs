using System.CommandLine;
using Simulation.Cli.Options;
using Simulation.Scene.Look;
using Simulation.Viewer.Rendering;

namespace Simulation.Viewer.CommandLine;

/// <summary>Reads how pictures and films are made.</summary>
internal static class PictureReading
{
    /// <summary>What the user asked for.</summary>
    /// <exception cref="ViewerException">Two options contradict each other.</exception>
    public static RenderOptions Read(this PictureOptionSet pictures, ParseResult parsed)
    {
        (int width, int height) = OptionBounds.SizeOf(parsed.GetValue(pictures.Size) ?? "1920x1080")!.Value;
        var asked = new RenderOptions(
            parsed.GetRequiredValue(pictures.Out), width, height, parsed.GetValue(pictures.Rate) ?? 30, parsed.GetValue(pictures.Painter) ?? "cpu",
            ThemeOf(parsed.GetValue(pictures.Theme)), parsed.GetValue(pictures.Large), parsed.GetValue(pictures.Threads) ?? Environment.ProcessorCount,
            parsed.GetValue(pictures.View), parsed.GetValue(pictures.Date), parsed.GetValue(pictures.Beside), parsed.GetValue(pictures.Gallery));
        return asked.Gallery && (asked.IsFilm || asked.IsPicture)
            ? throw new ViewerException($"--gallery makes many files, and {asked.Out} is the name of one; give --out a folder.")
            : asked.Beside is not null && asked.IsFilm
                ? throw new ViewerException("--beside makes a picture of two plans; give --out a picture or a folder.")
                : asked;
    }

    /// <summary>The theme of a name; dark unless it is light.</summary>
    public static Theme ThemeOf(string? name) => name == "light" ? Theme.Light : Theme.Dark;
}
