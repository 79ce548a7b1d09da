using Simulation.Scene.Look;

namespace Simulation.Scene.Maps;

/// <summary>A camera, and the picture that it fills.</summary>
/// <param name="Camera">Where it looks.</param>
/// <param name="Width">Width, pixels.</param>
/// <param name="Height">Height, pixels.</param>
/// <param name="Theme">Dark or light.</param>
public sealed record View(Camera Camera, int Width, int Height, Theme Theme)
{
    /// <summary>Pixels from the left at which the map begins to show from behind the text.</summary>
    public float FadeFrom { get; init; }

    /// <summary>Pixels from the left from which the map shows whole; not above <see cref="FadeFrom"/> for none.</summary>
    public float FadeTo { get; init; }

    /// <summary>Height that the camera's scale is for, as a share of the picture's: 1 unless the picture is a part of a larger one.</summary>
    public double UnitHeight { get; init; } = 1080;

    /// <summary>Place that stands out while the others recede, or −1.</summary>
    public int Place { get; init; } = -1;

    /// <summary>σ of the brightest kernel for films, whose colour is stored at half the resolution.</summary>
    public bool Video { get; init; }

    /// <summary>Pixels of one unit of the wall: height / 1,080.</summary>
    public double Unit => Height / UnitHeight;

    /// <summary>Pixels a kilometre in this picture.</summary>
    public double Scale => Camera.PixelsPerKm * Unit;

    /// <summary>The pixel of a point.</summary>
    public (double X, double Y) Pixel(double x, double y) =>
        (((x - Camera.X) * Scale / 1000) + (Width / 2.0), (Height / 2.0) - ((y - Camera.Y) * Scale / 1000));

    /// <summary>The point under a pixel, metres.</summary>
    public (double X, double Y) Metres(double px, double py) =>
        (Camera.X + ((px - (Width / 2.0)) / Scale * 1000), Camera.Y + (((Height / 2.0) - py) / Scale * 1000));
}
