using Simulation.Engine.Synthesis;

namespace Simulation.Engine.OpenData;

/// <summary>Work zones inside and outside the area, and the flows between them.</summary>
internal sealed record CommuteZones(IReadOnlyList<WorkZoneInput> Zones, IReadOnlyList<CommuteFlow> Flows)
{
    /// <summary>
    /// Home zones first, in their order; then the cells beyond the area that outside destinations were placed in
    /// (<see cref="OutsideDestinations"/>), sorted by position. Flows to one cell are added up.
    /// </summary>
    public static CommuteZones Build(HomeZones homes, IReadOnlyDictionary<string, int> places, CommuteRows rows, OutlineIndex area)
    {
        var zones = homes.Zones
            .Select(zone => new WorkZoneInput(zone.Code, zone.X, zone.Y, places[zone.First.Place], zone.RadiusMetres))
            .ToList();
        var cells = OutsideDestinations.Place(homes.Zones, rows, area);
        var used = cells.Distinct().OrderBy(cell => cell.IsFar).ThenBy(cell => cell.Y).ThenBy(cell => cell.X).ToList();
        var index = used.Select((cell, i) => (cell, i)).ToDictionary(pair => pair.cell, pair => homes.Zones.Count + pair.i);
        zones.AddRange(used.Select(cell => new WorkZoneInput(cell.Code, cell.X, cell.Y, -1, OutsideCell.RadiusMetres)));

        var flows = rows.Inside
            .Concat(rows.Outside.Select(flow => flow with { To = index[cells[flow.To]] }))
            .GroupBy(flow => (flow.From, flow.To))
            .OrderBy(group => group.Key.From).ThenBy(group => group.Key.To)
            .Select(group => new CommuteFlow(group.Key.From, group.Key.To, group.Sum(flow => flow.Workers)))
            .ToList();
        return new CommuteZones(zones, flows);
    }
}
