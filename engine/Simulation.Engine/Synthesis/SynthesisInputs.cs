using NetTopologySuite.Geometries;
using Simulation.Engine.Populations;

namespace Simulation.Engine.Synthesis;

/// <summary>
/// Everything that the synthesis needs, whichever way it was obtained: the embedded figures and the open-data reader both
/// end here, and the synthesiser starts here. Coordinates are local metres
/// (<see cref="Geography.LocalProjection"/>).
/// </summary>
public sealed record SynthesisInputs
{
    /// <summary><c>embedded</c> or <c>open data</c>.</summary>
    public required string Source { get; init; }

    /// <summary>Files read, with their hashes.</summary>
    public IReadOnlyList<InputFile> Files { get; init; } = [];

    /// <summary>Where two files differ more than they should, and less than would forbid to use them; a sentence each.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Places in order of their codes; index = place index.</summary>
    public required IReadOnlyList<PlaceInput> Places { get; init; }

    /// <summary>Neighbourhoods sorted by place index, then code.</summary>
    public required IReadOnlyList<NeighbourhoodInput> Neighbourhoods { get; init; }

    /// <summary>Schools, in a stable order.</summary>
    public required IReadOnlyList<SchoolInput> Schools { get; init; }

    /// <summary>Zones between which workers travel (MSOAs, or clusters of neighbourhoods), home zones and outside destinations alike.</summary>
    public required IReadOnlyList<WorkZoneInput> WorkZones { get; init; }

    /// <summary>Home zone → work zone flows, sorted by (From, To).</summary>
    public required IReadOnlyList<CommuteFlow> Flows { get; init; }
}

/// <summary>A place and what is known only at its level.</summary>
/// <param name="Code">ONS code.</param>
/// <param name="Name">Name.</param>
/// <param name="SingleYearOfAge">Weights of ages 0–90 (90 = 90+) within the place, any scale, length 91: spreads age bands over single years.</param>
/// <param name="Published">Figures published for the place, for <c>describe</c>: key such as <c>residents</c>, <c>no_car_pct</c>, <c>disabled_pct</c> → value.</param>
public sealed record PlaceInput(
    string Code,
    string Name,
    IReadOnlyList<double> SingleYearOfAge,
    IReadOnlyDictionary<string, double> Published);

/// <summary>One neighbourhood's marginals. Shares are 0–1 of the stated base; counts need not be whole.</summary>
public sealed record NeighbourhoodInput
{
    /// <summary>Code (LSOA 2021 or a code made for the embedded default).</summary>
    public required string Code { get; init; }

    /// <summary>Readable name.</summary>
    public required string Name { get; init; }

    /// <summary>Index in <see cref="SynthesisInputs.Places"/>.</summary>
    public required int Place { get; init; }

    /// <summary>Index in <see cref="SynthesisInputs.WorkZones"/> of the zone it belongs to.</summary>
    public required int WorkZone { get; init; }

    /// <summary>Outline, local metres.</summary>
    public required Geometry Outline { get; init; }

    /// <summary>Population-weighted centre east, metres.</summary>
    public required double X { get; init; }

    /// <summary>Population-weighted centre north, metres.</summary>
    public required double Y { get; init; }

    /// <summary>National IMD 2025 decile, 1 = most deprived.</summary>
    public required int Decile { get; init; }

    /// <summary>Settlement type.</summary>
    public required Settlement Settlement { get; init; }

    /// <summary>Metres by road to the nearest green space entrance.</summary>
    public required double GreenSpaceMetres { get; init; }

    /// <summary>Usual residents in the source (before scaling to the wanted total).</summary>
    public required double Residents { get; init; }

    /// <summary>Residents aged 0–15, 16–24, 25–34, 35–49, 50–64, 65+; length 6.</summary>
    public required IReadOnlyList<double> AgeBands { get; init; }

    /// <summary>Share of residents who are female.</summary>
    public required double Female { get; init; }

    /// <summary>Households.</summary>
    public required double Households { get; init; }

    /// <summary>Shares of households with 1, 2, 3, 4+ members; length 4.</summary>
    public required IReadOnlyList<double> HouseholdSize { get; init; }

    /// <summary>Shares of households with 0, 1, 2, 3+ cars or vans; length 4.</summary>
    public required IReadOnlyList<double> Cars { get; init; }

    /// <summary>Share of residents disabled under the Equality Act.</summary>
    public required double Disabled { get; init; }

    /// <summary>Share of residents 16+ in employment.</summary>
    public required double Employed { get; init; }

    /// <summary>Share of residents 16+ unemployed.</summary>
    public required double Unemployed { get; init; }

    /// <summary>Share of residents (all ages 5+ as published; used for those 16+) in full-time study.</summary>
    public required double Students { get; init; }

    /// <summary>Shares of residents 16+ whose highest qualification is none, levels 1–3 and the like, level 4 and above; length 3.</summary>
    public required IReadOnlyList<double> Qualifications { get; init; }

    /// <summary>Shares of residents who are White, Asian, Black, Mixed, other; length 5.</summary>
    public required IReadOnlyList<double> EthnicGroups { get; init; }

    /// <summary>Shares of workers who travel &lt;10 km, travel 10 km or more, work mainly from home, other; length 4.</summary>
    public required IReadOnlyList<double> WorkTravel { get; init; }

    /// <summary>Shares of workers doing ≤15, 16–30, 31–48, 49+ hours a week; length 4.</summary>
    public required IReadOnlyList<double> Hours { get; init; }
}

/// <summary>A school.</summary>
/// <param name="Id">URN or a made code; unique.</param>
/// <param name="Name">Name.</param>
/// <param name="Phase">Phase.</param>
/// <param name="Pupils">Pupils on roll: the capacity used.</param>
/// <param name="FreeMeals">Share known to be eligible for free meals; NaN when not published.</param>
/// <param name="X">Metres east.</param>
/// <param name="Y">Metres north.</param>
/// <param name="Neighbourhood">Index of the neighbourhood that it stands in.</param>
public sealed record SchoolInput(
    string Id, string Name, SchoolPhase Phase, int Pupils, double FreeMeals, double X, double Y, int Neighbourhood);

/// <summary>A zone that workers travel from or to.</summary>
/// <param name="Code">MSOA code or made code.</param>
/// <param name="X">Metres east of its population-weighted centre.</param>
/// <param name="Y">Metres north.</param>
/// <param name="Place">Index of the place it lies in, or −1 outside the area.</param>
/// <param name="RadiusMetres">Typical distance of a workplace from the centre (√(area/π)/2 or so): spreads trips inside one zone.</param>
public sealed record WorkZoneInput(string Code, double X, double Y, int Place, double RadiusMetres);

/// <summary>Workers who live in one zone and work in another.</summary>
/// <param name="From">Index of the home zone.</param>
/// <param name="To">Index of the work zone, or −1 for at home or no fixed place.</param>
/// <param name="Workers">Number of workers in the source.</param>
public readonly record struct CommuteFlow(int From, int To, double Workers);
