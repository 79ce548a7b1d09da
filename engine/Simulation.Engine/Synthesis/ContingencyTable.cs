namespace Simulation.Engine.Synthesis;

/// <summary>A two-way table fitted to its margins by iterative proportional fitting, and made whole without losing them.</summary>
internal static class ContingencyTable
{
    private const int Sweeps = 60;

    /// <summary>
    /// Whole cells whose rows sum to <paramref name="rows"/> and whose columns sum to <paramref name="columns"/> (both
    /// sum to the same), with the association of <paramref name="seed"/>.
    /// </summary>
    /// <param name="seed">Relative frequencies, row by row; a row need not sum to one.</param>
    /// <param name="rows">Row totals.</param>
    /// <param name="columns">Column totals.</param>
    public static int[,] Fit(ReadOnlySpan<double[]> seed, ReadOnlySpan<int> rows, ReadOnlySpan<int> columns)
    {
        var cells = new double[rows.Length, columns.Length];
        for (int r = 0; r < rows.Length; r++)
        {
            for (int c = 0; c < columns.Length; c++)
            {
                cells[r, c] = rows[r] == 0 || columns[c] == 0 ? 0 : Math.Max(seed[r][c], 1e-6);
            }
        }

        for (int sweep = 0; sweep < Sweeps; sweep++)
        {
            double off = ScaleRows(cells, rows);
            ScaleColumns(cells, columns);
            if (sweep > 0 && off < 1e-3)
            {
                break;
            }
        }

        return MakeWhole(cells, rows, columns);
    }

    private static double ScaleRows(double[,] cells, ReadOnlySpan<int> rows)
    {
        double off = 0;
        for (int r = 0; r < rows.Length; r++)
        {
            double sum = 0;
            for (int c = 0; c < cells.GetLength(1); c++)
            {
                sum += cells[r, c];
            }

            off = Math.Max(off, Math.Abs(sum - rows[r]));
            for (int c = 0; c < cells.GetLength(1) && sum > 0; c++)
            {
                cells[r, c] *= rows[r] / sum;
            }
        }

        return off;
    }

    private static void ScaleColumns(double[,] cells, ReadOnlySpan<int> columns)
    {
        for (int c = 0; c < columns.Length; c++)
        {
            double sum = 0;
            for (int r = 0; r < cells.GetLength(0); r++)
            {
                sum += cells[r, c];
            }

            for (int r = 0; r < cells.GetLength(0) && sum > 0; r++)
            {
                cells[r, c] *= columns[c] / sum;
            }
        }
    }

    // Truncate, then hand out what is missing to the cells with the largest fractions whose row and column both still lack.
    private static int[,] MakeWhole(double[,] cells, ReadOnlySpan<int> rows, ReadOnlySpan<int> columns)
    {
        int height = rows.Length;
        int width = columns.Length;
        var whole = new int[height, width];
        int[] rowLack = rows.ToArray();
        int[] columnLack = columns.ToArray();
        var order = new int[height * width];
        for (int i = 0; i < order.Length; i++)
        {
            (int r, int c) = (i / width, i % width);
            int floor = Math.Min((int)Math.Floor(cells[r, c] + 1e-9), Math.Min(rowLack[r], columnLack[c]));
            whole[r, c] = floor;
            rowLack[r] -= floor;
            columnLack[c] -= floor;
            order[i] = i;
        }

        Array.Sort(order, (a, b) =>
        {
            double fractionA = cells[a / width, a % width] - Math.Floor(cells[a / width, a % width]);
            double fractionB = cells[b / width, b % width] - Math.Floor(cells[b / width, b % width]);
            int byFraction = fractionB.CompareTo(fractionA);
            return byFraction != 0 ? byFraction : a.CompareTo(b);
        });
        foreach (int i in order)
        {
            (int r, int c) = (i / width, i % width);
            if (rowLack[r] > 0 && columnLack[c] > 0)
            {
                whole[r, c]++;
                rowLack[r]--;
                columnLack[c]--;
            }
        }

        foreach (int i in order)
        {
            (int r, int c) = (i / width, i % width);
            int more = Math.Min(rowLack[r], columnLack[c]);
            whole[r, c] += more;
            rowLack[r] -= more;
            columnLack[c] -= more;
        }

        return whole;
    }
}
