using Simulation.Scene.Maps;

namespace Simulation.Scene.Painting;

/// <summary>Paints the map of one population: everybody once a view, whoever lives the day differently each day.</summary>
public interface IMapPainter : IDisposable
{
    /// <summary>What paints, in words.</summary>
    string Name { get; }

    /// <summary>Paints everybody and whoever is lit.</summary>
    /// <param name="view">Camera and picture.</param>
    /// <param name="lit">Who lives the day differently.</param>
    /// <param name="level">How bright everybody shines, 0–1: less while the lights go on.</param>
    /// <param name="pixels">Receives the picture, row by row from the top, each pixel blue, green, red, 255.</param>
    void PaintLights(View view, LitDay lit, float level, uint[] pixels);

    /// <summary>Paints a value of each neighbourhood through the people who live there.</summary>
    /// <param name="view">Camera and picture.</param>
    /// <param name="colours">A colour for each neighbourhood.</param>
    /// <param name="pixels">Receives the picture.</param>
    void PaintValues(View view, IReadOnlyList<Look.Rgb> colours, uint[] pixels);
}

/// <summary>Who lives a day differently because of the plan.</summary>
public sealed class LitDay
{
    /// <summary>Nobody.</summary>
    public static readonly LitDay Nobody = new();

    /// <summary>Rows of residents who changed the way the plan wants.</summary>
    public int[] For { get; init; } = [];

    /// <summary>How strongly each of them shines, 1–255; null: all wholly.</summary>
    public byte[]? ForLevels { get; init; }

    /// <summary>Rows of residents who changed the other way.</summary>
    public int[] Against { get; init; } = [];

    /// <summary>Strength of the whole layer: 1 on school days.</summary>
    public float Strength { get; init; } = 1;

    /// <summary>Pupils who do not walk on this day, and those who walk with and without the plan; for close by.</summary>
    public int[] Children { get; init; } = [];

    /// <summary>Pupils who walk with and without the plan.</summary>
    public int[] WalkEitherWay { get; init; } = [];
}
