using Simulation.Engine.Populations;

namespace Simulation.Engine.Interventions;

/// <summary>Answers whether a point is near a school, from squares as wide as the distance: only nine of them are looked at.</summary>
internal sealed class SchoolsNear
{
    private readonly Dictionary<(int East, int North), List<(float X, float Y)>> squares = [];
    private readonly double metres;

    /// <summary>Schools at most <paramref name="metres"/> away.</summary>
    public SchoolsNear(SchoolTable schools, double metres)
    {
        this.metres = metres;
        for (int s = 0; s < schools.Count; s++)
        {
            (int, int) square = SquareOf(schools.X[s], schools.Y[s]);
            if (!squares.TryGetValue(square, out List<(float, float)>? inside))
            {
                squares.Add(square, inside = []);
            }

            inside.Add((schools.X[s], schools.Y[s]));
        }
    }

    /// <summary>Whether a school is near the point.</summary>
    public bool Any(float x, float y)
    {
        (int east, int north) = SquareOf(x, y);
        for (int e = east - 1; e <= east + 1; e++)
        {
            for (int n = north - 1; n <= north + 1; n++)
            {
                if (squares.TryGetValue((e, n), out List<(float X, float Y)>? inside) && inside.Exists(s => Near(s.X - x, s.Y - y)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private bool Near(double dx, double dy) => (dx * dx) + (dy * dy) <= metres * metres;

    private (int East, int North) SquareOf(float x, float y) => ((int)Math.Floor(x / metres), (int)Math.Floor(y / metres));
}
