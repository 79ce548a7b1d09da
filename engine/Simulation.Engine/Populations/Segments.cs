namespace Simulation.Engine.Populations;

/// <summary>
/// Where each neighbourhood's rows lie in a table sorted by neighbourhood. Every segment starts at a multiple of
/// <see cref="Alignment"/> rows; the rows between the last used one and the next segment are vacant.
/// </summary>
/// <remarks>
/// Aligned segments let a kernel run whole vectors over one neighbourhood at a time, with the neighbourhood's values as
/// broadcast constants, and let no vector touch two neighbourhoods: no masks, no shared cache lines between workers that
/// would have to be blended. The price is about one row in a hundred at full scale.
/// </remarks>
public sealed class Segments
{
    /// <summary>Rows to which every segment is aligned: two 512-bit vectors of floats, one 256-bit vector of bytes.</summary>
    public const int Alignment = 32;

    /// <summary>Rows of the widest vector that kernels work on.</summary>
    public const int VectorRows = 16;

    private readonly int[] first;
    private readonly int[] counts;

    /// <summary>Lays out segments of the given sizes one after another.</summary>
    /// <param name="counts">Used rows of each neighbourhood.</param>
    public Segments(ReadOnlySpan<int> counts)
    {
        this.counts = counts.ToArray();
        first = new int[counts.Length + 1];
        for (int n = 0; n < counts.Length; n++)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(counts[n]);
            first[n + 1] = checked(first[n] + ((counts[n] + Alignment - 1) / Alignment * Alignment));
            Used += counts[n];
        }
    }

    /// <summary>Number of segments (neighbourhoods).</summary>
    public int Count => counts.Length;

    /// <summary>Rows in the table, vacant ones included.</summary>
    public int Rows => first[^1];

    /// <summary>Rows in use.</summary>
    public int Used { get; }

    /// <summary>First row of segment <paramref name="n"/>.</summary>
    public int First(int n) => first[n];

    /// <summary>Used rows of segment <paramref name="n"/>: First(n) … First(n) + UsedIn(n) − 1.</summary>
    public int UsedIn(int n) => counts[n];

    /// <summary>Row after the last used row of segment <paramref name="n"/>.</summary>
    public int End(int n) => first[n] + counts[n];

    /// <summary>Row after the last row, vacant ones included.</summary>
    public int PaddedEnd(int n) => first[n + 1];

    /// <summary>
    /// Row after the last vector of <see cref="VectorRows"/> that holds a used row of segment <paramref name="n"/>: as far as
    /// a kernel must go. What lies between it and the next segment is nobody's and never looked at.
    /// </summary>
    public int VectorEnd(int n) => first[n] + ((counts[n] + VectorRows - 1) / VectorRows * VectorRows);

    /// <summary>Used rows of every segment.</summary>
    public ReadOnlySpan<int> Counts => counts;

    /// <summary>The segment that holds <paramref name="row"/>.</summary>
    public int Of(int row)
    {
        int index = Array.BinarySearch(first, row);
        if (index < 0)
        {
            return ~index - 1;
        }

        // Empty segments share a start with their successor; the last one that starts here owns the row.
        while (index + 1 < first.Length && first[index + 1] == row)
        {
            index++;
        }

        return index;
    }
}
