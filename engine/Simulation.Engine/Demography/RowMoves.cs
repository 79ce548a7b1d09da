using System.Runtime.InteropServices;
using Simulation.Engine.Parallelism;
using Simulation.Engine.Populations;

namespace Simulation.Engine.Demography;

/// <summary>Carries a column's values to rows laid anew.</summary>
internal static class RowMoves
{
    private const int Block = 1 << 16;

    /// <summary>Stands for a row that begins like another's and is not its.</summary>
    public static int Like(int row) => -2 - row;

    /// <summary>Copies a column row by row.</summary>
    /// <param name="from">Where values stand.</param>
    /// <param name="to">Where they go.</param>
    /// <param name="rows">Old row of each new one, −1 for a row that keeps what it has, <see cref="Like"/> of another's row; null when rows are the same.</param>
    /// <param name="alike">Whether rows like another take what the other has.</param>
    /// <param name="team">Workers.</param>
    public static void Move(Column from, Column to, int[]? rows, bool alike, WorkerTeam team)
    {
        if (rows is null)
        {
            from.Bytes().CopyTo(to.Bytes());
            return;
        }

        team.Run((rows.Length + Block - 1) / Block, (_, block) =>
        {
            int first = block * Block;
            int end = Math.Min(rows.Length, first + Block);
            switch (from.ValueBytes)
            {
                case 1: Move<byte>(from, to, rows, alike, first, end); break;
                case 2: Move<ushort>(from, to, rows, alike, first, end); break;
                case 4: Move<int>(from, to, rows, alike, first, end); break;
                default: Move<long>(from, to, rows, alike, first, end); break;
            }
        });
    }

    private static void Move<T>(Column from, Column to, int[] rows, bool alike, int first, int end)
        where T : unmanaged
    {
        Span<T> old = MemoryMarshal.Cast<byte, T>(from.Bytes());
        Span<T> laid = MemoryMarshal.Cast<byte, T>(to.Bytes());
        for (int row = first; row < end; row++)
        {
            int source = rows[row] < -1 && alike ? Like(rows[row]) : rows[row];
            if (source >= 0)
            {
                laid[row] = old[source];
            }
        }
    }
}
