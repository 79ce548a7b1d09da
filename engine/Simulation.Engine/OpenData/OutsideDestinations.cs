namespace Simulation.Engine.OpenData;

/// <summary>A cell beyond the area.</summary>
internal sealed record OutsideCell(string Code, double X, double Y, double RadiusMetres);

internal static class OutsideDestinations
{
    public static IReadOnlyList<OutsideCell> Place(IReadOnlyList<HomeZone> homes, CommuteRows rows, OutlineIndex area)
    {
        var cell = new OutsideCell("outside", homes.Average(zone => zone.X) + 60_000, homes.Average(zone => zone.Y), 2_000);
        return [.. rows.Destinations.Select(_ => cell)];
    }
}
