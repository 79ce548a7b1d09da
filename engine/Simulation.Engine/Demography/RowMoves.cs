using System.Runtime.InteropServices;
using Simulation.Engine.Populations;

namespace Simulation.Engine.Demography;

/// <summary>Carries a column's values to rows laid anew.</summary>
internal static class RowMoves
{
    /// <summary>Copies a column row by row.</summary>
    /// <param name="from">Where values stand.</param>
    /// <param name="to">Where they go.</param>
    /// <param name="rows">Old row of each new one, −1 for a row that keeps what it has; null when rows are the same.</param>
    public static void Move(Column from, Column to, int[]? rows)
    {
        if (rows is null)
        {
            from.Bytes().CopyTo(to.Bytes());
            return;
        }

        switch (from.ValueBytes)
        {
            case 1: Move<byte>(from, to, rows); break;
            case 2: Move<ushort>(from, to, rows); break;
            case 4: Move<int>(from, to, rows); break;
            default: Move<long>(from, to, rows); break;
        }
    }

    private static void Move<T>(Column from, Column to, int[] rows)
        where T : unmanaged
    {
        Span<T> old = MemoryMarshal.Cast<byte, T>(from.Bytes());
        Span<T> laid = MemoryMarshal.Cast<byte, T>(to.Bytes());
        for (int row = 0; row < rows.Length; row++)
        {
            if (rows[row] >= 0)
            {
                laid[row] = old[rows[row]];
            }
        }
    }
}
