
namespace Simulation.Viewer.Protocol;

/// <summary>Everything about a population that does not change during a run, as the page needs it.</summary>
/// <remarks>Rows are the population's residents in order, without its vacant rows.</remarks>
public sealed class ViewMap
{
    /// <summary>Names of the places.</summary>
    public required string[] Places { get; init; }

    /// <summary>Code of each neighbourhood.</summary>
    public required string[] Codes { get; init; }

    /// <summary>Name of each neighbourhood.</summary>
    public required string[] Names { get; init; }

    /// <summary>Place index of each neighbourhood.</summary>
    public required byte[] PlaceOf { get; init; }

    /// <summary>National deprivation decile of each neighbourhood, 1 = most deprived.</summary>
    public required byte[] Decile { get; init; }

    /// <summary>First row of each neighbourhood; one more entry than neighbourhoods.</summary>
    public required int[] First { get; init; }

    /// <summary>Position of each resident, x then y, 0–65,535 over <see cref="Box"/>.</summary>
    public required ushort[] Positions { get; init; }

    /// <summary>A <see cref="FixedFacts"/> for each resident.</summary>
    public required byte[] Facts { get; init; }

    /// <summary>Rings of each neighbourhood's outline, x then y, 0–65,535 over <see cref="Box"/>.</summary>
    public required ushort[][][] Outlines { get; init; }

    /// <summary>Rings of each place's outline.</summary>
    public required ushort[][][] PlaceOutlines { get; init; }

    /// <summary>Schools.</summary>
    public required IReadOnlyList<ViewSchool> Schools { get; init; }

    /// <summary>Area that positions lie in.</summary>
    public required ViewBox Box { get; init; }

    /// <summary>Row of the population's resident table for each row here.</summary>
    public required int[] ResidentRows { get; init; }

    /// <summary>Number of residents.</summary>
    public int Residents => Facts.Length;

    /// <summary>Number of neighbourhoods.</summary>
    public int NeighbourhoodCount => Codes.Length;
}

/// <summary>A school on the map.</summary>
/// <param name="Name">Name.</param>
/// <param name="Phase"><c>primary</c>, <c>secondary</c> or <c>all-through</c>.</param>
/// <param name="X">0–65,535 over the map's box.</param>
/// <param name="Y">0–65,535 over the map's box.</param>
/// <param name="Pupils">Pupils of the population who go there.</param>
public sealed record ViewSchool(string Name, string Phase, ushort X, ushort Y, int Pupils);

/// <summary>A rectangle in local metres; square cells, so that one unit is as long east as north.</summary>
/// <param name="X">West edge.</param>
/// <param name="Y">South edge.</param>
/// <param name="Size">Width and height, metres.</param>
public sealed record ViewBox(double X, double Y, double Size)
{
    /// <summary>East of the west edge in 65,535ths of the size.</summary>
    public ushort QuantiseX(double x) => Quantise((x - X) / Size);

    /// <summary>North of the south edge in 65,535ths of the size.</summary>
    public ushort QuantiseY(double y) => Quantise((y - Y) / Size);

    private static ushort Quantise(double share) => (ushort)Math.Round(Math.Clamp(share, 0, 1) * ushort.MaxValue);
}
