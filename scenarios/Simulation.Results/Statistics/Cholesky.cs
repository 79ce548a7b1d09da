namespace Simulation.Results.Statistics;

/// <summary>
/// The lower triangle of a positive definite matrix, in plain loops: sums in one order on every machine, so that an emulator
/// fitted twice says the same twice.
/// </summary>
internal sealed class Cholesky
{
    private readonly double[][] rows;

    private Cholesky(double[][] rows) => this.rows = rows;

    /// <summary>Logarithm of the matrix's determinant.</summary>
    public double LogDeterminant => 2 * Enumerable.Range(0, rows.Length).Sum(i => Math.Log(rows[i][i]));

    /// <summary>The factor of a symmetric matrix given by its lower triangle; null when it is not positive definite.</summary>
    public static Cholesky? Of(double[][] matrix)
    {
        double[][] rows = [.. matrix.Select((row, i) => row[..(i + 1)])];
        for (int i = 0; i < rows.Length; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double sum = rows[i][j];
                for (int k = 0; k < j; k++)
                {
                    sum -= rows[i][k] * rows[j][k];
                }

                if (i > j)
                {
                    rows[i][j] = sum / rows[j][j];
                }
                else if (sum > 0)
                {
                    rows[i][i] = Math.Sqrt(sum);
                }
                else
                {
                    return null;
                }
            }
        }

        return new Cholesky(rows);
    }

    /// <summary>x with L·x = <paramref name="right"/>.</summary>
    public double[] Forward(double[] right)
    {
        double[] x = [.. right];
        for (int i = 0; i < x.Length; i++)
        {
            for (int k = 0; k < i; k++)
            {
                x[i] -= rows[i][k] * x[k];
            }

            x[i] /= rows[i][i];
        }

        return x;
    }

    /// <summary>x with L·Lᵀ·x = <paramref name="right"/>.</summary>
    public double[] Solve(double[] right)
    {
        double[] x = Forward(right);
        for (int i = x.Length - 1; i >= 0; i--)
        {
            for (int k = i + 1; k < x.Length; k++)
            {
                x[i] -= rows[k][i] * x[k];
            }

            x[i] /= rows[i][i];
        }

        return x;
    }
}
