using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;

namespace Simulation.Engine.OpenData;

/// <summary>Tells whether a point lies in the area that the outlines cover.</summary>
internal sealed class OutlineIndex
{
    private readonly STRtree<Geometry> tree = new();

    public OutlineIndex(IReadOnlyList<Geometry> outlines)
    {
        foreach (var outline in outlines)
        {
            tree.Insert(outline.EnvelopeInternal, outline);
        }

        tree.Build();
    }

    public bool Covers(double x, double y)
    {
        var point = new Coordinate(x, y);
        return tree.Query(new Envelope(point)).Any(outline =>
            NetTopologySuite.Algorithm.Locate.SimplePointInAreaLocator.Locate(point, outline) != Location.Exterior);
    }
}
