using Simulation.Scene.Look;

namespace Simulation.Viewer.Rendering;

/// <summary>How pictures and films are made.</summary>
/// <param name="Out">A folder, or a file that ends in .png, .jpg, .pdf, .svg or .mp4.</param>
/// <param name="Width">Pixels across.</param>
/// <param name="Height">Pixels down.</param>
/// <param name="FramesASecond">Frames a second of a film.</param>
/// <param name="Painter">What paints the map: <c>cpu</c> or <c>gpu</c>.</param>
/// <param name="Theme">Dark or light.</param>
/// <param name="Large">Whether type is big.</param>
/// <param name="Threads">Threads of the painter on the processor.</param>
/// <param name="View">What a single picture shows, or null for what there is most to see of.</param>
/// <param name="Date">Day of a single picture, or null.</param>
/// <param name="Beside">A plan to stand on the left of two, or null.</param>
/// <param name="Gallery">Whether small pictures of every kind are made, and the film.</param>
internal sealed record RenderOptions(
    string Out, int Width, int Height, int FramesASecond, string Painter, Theme Theme, bool Large, int Threads, string? View, DateOnly? Date, string? Beside, bool Gallery)
{
    /// <summary>Whether a film is asked for.</summary>
    public bool IsFilm => Out.EndsWith(".mp4", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether one file of one picture is asked for.</summary>
    public bool IsPicture => Simulation.Scene.Films.Pictures.Endings.Any(e => Out.EndsWith(e, StringComparison.OrdinalIgnoreCase));
}
