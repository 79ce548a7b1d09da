using System.CommandLine;
using Simulation.Cli.Options;

namespace Simulation.Viewer.CommandLine;

/// <summary>Reads how the wall is shown.</summary>
internal static class WallReading
{
    /// <summary>What the user asked for.</summary>
    public static WallOptions Read(this WallOptionSet wall, ParseResult parsed)
    {
        (int width, int height) = OptionBounds.SizeOf(parsed.GetValue(wall.Size) ?? "1280x720")!.Value;
        return new WallOptions(
            parsed.GetValue(wall.Connect), width, height, parsed.GetValue(wall.FullScreen), parsed.GetValue(wall.Painter) ?? "gpu",
            PictureReading.ThemeOf(parsed.GetValue(wall.Theme)), parsed.GetValue(wall.Threads) ?? Environment.ProcessorCount, parsed.GetValue(wall.Join) ?? string.Empty);
    }
}
