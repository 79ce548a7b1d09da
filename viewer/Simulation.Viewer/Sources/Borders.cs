using System.Runtime.InteropServices;

namespace Simulation.Viewer.Sources;

/// <summary>Finds what encloses areas that meet: the edges that only one of them has, so that a shared border is one line.</summary>
internal static class Borders
{
    /// <summary>Encloses areas.</summary>
    /// <param name="rings">Rings of the areas, x then y; outer rings anticlockwise and holes clockwise, so that an edge that two areas share is walked both ways.</param>
    /// <param name="crack">What is left between two areas that do not quite meet is no border when it is thinner than this.</param>
    public static ushort[][] Around(IEnumerable<ushort[]> rings, double crack)
    {
        // Where shapes overlap, an edge is walked the same way more than once.
        var onward = new Dictionary<uint, List<uint>>();
        foreach (ushort[] ring in rings)
        {
            for (int i = 0; i < ring.Length; i += 2)
            {
                int next = (i + 2) % ring.Length;
                uint from = Point(ring[i], ring[i + 1]);
                uint to = Point(ring[next], ring[next + 1]);
                if (from != to && !(onward.TryGetValue(to, out List<uint>? back) && back.Remove(from)))
                {
                    (CollectionsMarshal.GetValueRefOrAddDefault(onward, from, out _) ??= []).Add(to);
                }
            }
        }

        return [.. Walk(onward).Where(ring => MeanWidth(ring) >= crack)];
    }

    // Every corner that an edge leads to has one that leads on. Where several do, the sharpest turn to the right keeps outside,
    // so that a crack is a ring of its own.
    private static IEnumerable<ushort[]> Walk(Dictionary<uint, List<uint>> onward)
    {
        foreach (uint start in onward.Keys)
        {
            while (onward[start].Count > 0)
            {
                var ring = new List<ushort>();
                uint from = start;
                uint at = start;
                do
                {
                    ring.Add(X(at));
                    ring.Add(Y(at));
                    uint next = onward[at].MinBy(to => Turn(from, at, to));
                    onward[at].Remove(next);
                    (from, at) = (at, next);
                }
                while (at != start);
                yield return [.. ring];
            }
        }
    }

    // From −π, back to the right, to π.
    private static double Turn(uint from, uint at, uint to)
    {
        double inX = X(at) - X(from);
        double inY = Y(at) - Y(from);
        double outX = X(to) - X(at);
        double outY = Y(to) - Y(at);
        return Math.Atan2((inX * outY) - (inY * outX), (inX * outX) + (inY * outY));
    }

    // Of a long thin strip: its width.
    private static double MeanWidth(ushort[] ring)
    {
        double area = 0;
        double length = 0;
        for (int i = 0; i < ring.Length; i += 2)
        {
            int next = (i + 2) % ring.Length;
            area += ((double)ring[i] * ring[next + 1]) - ((double)ring[next] * ring[i + 1]);
            length += Math.Sqrt(Math.Pow(ring[next] - ring[i], 2) + Math.Pow(ring[next + 1] - ring[i + 1], 2));
        }

        return Math.Abs(area) / length;
    }

    private static ushort X(uint point) => (ushort)(point >> 16);

    private static ushort Y(uint point) => (ushort)point;

    private static uint Point(ushort x, ushort y) => ((uint)x << 16) | y;
}
