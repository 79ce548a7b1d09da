namespace Simulation.Scene.Maps;

/// <summary>What the painters need to know of a population; the arrays belong to whoever made them.</summary>
public sealed class SceneMap
{
    /// <summary>West edge of the box of positions, metres east of the model's origin.</summary>
    public required double West { get; init; }

    /// <summary>South edge of the box, metres north.</summary>
    public required double South { get; init; }

    /// <summary>Width and height of the box, metres.</summary>
    public required double Size { get; init; }

    /// <summary>Position of each resident, x then y, 0–65,535 over the box.</summary>
    public required ushort[] Positions { get; init; }

    /// <summary>First resident of each neighbourhood; one more entry than neighbourhoods.</summary>
    public required int[] First { get; init; }

    /// <summary>Name of each neighbourhood.</summary>
    public required string[] Names { get; init; }

    /// <summary>Place of each neighbourhood.</summary>
    public required byte[] PlaceOf { get; init; }

    /// <summary>Names of the places.</summary>
    public required string[] Places { get; init; }

    /// <summary>Rings of each neighbourhood, in units of positions.</summary>
    public required ushort[][][] Outlines { get; init; }

    /// <summary>Rings of each place.</summary>
    public required ushort[][][] PlaceOutlines { get; init; }

    /// <summary>Schools.</summary>
    public required IReadOnlyList<SceneSchool> Schools { get; init; }

    /// <summary>Number of residents.</summary>
    public int Residents => Positions.Length / 2;

    /// <summary>How many people a light stands for: a population smaller than the region's is drawn as bright as the region is lived in.</summary>
    public float StandsFor => Math.Max(1, Look.Drawing.Number("everybody.residents") / Math.Max(1, Residents));

    /// <summary>Number of neighbourhoods.</summary>
    public int Neighbourhoods => Names.Length;

    /// <summary>Metres of a position.</summary>
    public (double X, double Y) Metres(double x, double y) => (West + (x / ushort.MaxValue * Size), South + (y / ushort.MaxValue * Size));

    /// <summary>West, south, east and north of rings, metres.</summary>
    public (double West, double South, double East, double North) Bounds(ushort[][] rings)
    {
        ArgumentNullException.ThrowIfNull(rings);
        (ushort west, ushort south, ushort east, ushort north) = (ushort.MaxValue, ushort.MaxValue, (ushort)0, (ushort)0);
        foreach (ushort[] ring in rings)
        {
            for (int i = 0; i < ring.Length; i += 2)
            {
                west = Math.Min(west, ring[i]);
                east = Math.Max(east, ring[i]);
                south = Math.Min(south, ring[i + 1]);
                north = Math.Max(north, ring[i + 1]);
            }
        }

        (double x0, double y0) = Metres(west, south);
        (double x1, double y1) = Metres(east, north);
        return (x0, y0, x1, y1);
    }

    /// <summary>Neighbourhoods whose box touches the picture.</summary>
    internal IEnumerable<int> InView(View view)
    {
        (double west, double north) = view.Metres(0, 0);
        (double east, double south) = view.Metres(view.Width, view.Height);
        for (int n = 0; n < Neighbourhoods; n++)
        {
            (double w, double s, double e, double nn) = Bounds(Outlines[n]);
            if (e >= west && w <= east && nn >= south && s <= north)
            {
                yield return n;
            }
        }
    }
}

/// <summary>A school.</summary>
/// <param name="Name">Name.</param>
/// <param name="X">Position, 0–65,535 over the box.</param>
/// <param name="Y">Position.</param>
public sealed record SceneSchool(string Name, ushort X, ushort Y);
