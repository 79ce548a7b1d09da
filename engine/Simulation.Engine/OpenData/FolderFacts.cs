namespace Simulation.Engine.OpenData;

/// <summary>All files of a folder, read and joined, for checks that set one beside another.</summary>
/// <param name="Profile">The profile's table.</param>
/// <param name="Rows">Its rows, sorted by place and code.</param>
/// <param name="Zones">Zones that the rows make up.</param>
/// <param name="Outlines">Outlines.</param>
/// <param name="GreenSpace">Table of distances to green space.</param>
/// <param name="Ages">Table of single years of age.</param>
/// <param name="AgesByPlace">Its residents at each age, by place.</param>
/// <param name="Schools">The register.</param>
/// <param name="SchoolRows">Schools of the area that are kept, and those of a kind that would be but for a roll of zero.</param>
/// <param name="Flows">Table of flows.</param>
/// <param name="FlowRows">Flows from the zones of the area.</param>
/// <param name="Population">Table of mid-2024 residents.</param>
/// <param name="Percentages">Table of census percentages.</param>
/// <param name="Published">Figures of the last two by place.</param>
internal sealed record FolderFacts(
    CsvTable Profile,
    IReadOnlyList<ProfileRow> Rows,
    HomeZones Zones,
    OutlineSet Outlines,
    CsvTable GreenSpace,
    CsvTable Ages,
    IReadOnlyDictionary<string, double[]> AgesByPlace,
    CsvTable Schools,
    SchoolRows SchoolRows,
    CsvTable Flows,
    CommuteRows FlowRows,
    CsvTable Population,
    CsvTable Percentages,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, double>> Published)
{
    /// <summary>Rows of each place, sorted by code of the place.</summary>
    public IReadOnlyList<PlaceRows> Places { get; } =
        [.. Rows.GroupBy(row => row.Place, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => new PlaceRows(group.Key, [.. group]))];
}

/// <summary>The profile's rows of one place.</summary>
/// <param name="Code">Code of the place.</param>
/// <param name="Rows">Its rows.</param>
internal sealed record PlaceRows(string Code, IReadOnlyList<ProfileRow> Rows)
{
    /// <summary>Name and code, for messages.</summary>
    public string Name => $"{Rows[0].PlaceName} ({Code})";

    /// <summary>Residents.</summary>
    public double Residents => Rows.Sum(row => row.Residents);

    /// <summary>Sum over the rows.</summary>
    public double Sum(Func<ProfileRow, double> value) => Rows.Sum(value);

    /// <summary>Mean over the rows, in per cent.</summary>
    public double Percent(Func<ProfileRow, double> share, Func<ProfileRow, double> weight) => 100 * Rows.Sum(row => share(row) * weight(row)) / Rows.Sum(weight);
}
