using System.Globalization;
using System.Text;

namespace Simulation.Engine.Tests.OpenData;

/// <summary>One of the things that go wrong with any table, at a place chosen by chance.</summary>
internal static class RandomDamage
{
    private delegate string Harm(List<string[]> rows, Random chance);

    private static readonly Harm[] Harms =
    [
        (rows, chance) =>
        {
            (int column, double factor) = (Numeric(rows, chance), Any(chance, 0.001, 0.01, 0.1, 10, 100, 1000));
            Change(rows, column, (_, value) => value * factor);
            return $"{rows[0][column]} times {factor}";
        },
        (rows, chance) =>
        {
            (int column, double factor) = (Numeric(rows, chance), Any(chance, 0.01, 0.1, 10, 100));
            int from = chance.Next(1, rows.Count);
            Change(rows, column, (row, value) => row >= from && row < from + (rows.Count / 3) ? value * factor : value);
            return $"{rows[0][column]} times {factor} in a third of the rows from {from}";
        },
        (rows, chance) =>
        {
            (int a, int b) = (chance.Next(rows[0].Length), chance.Next(rows[0].Length));
            (rows[0][a], rows[0][b]) = (rows[0][b], rows[0][a]);
            return $"names of columns {a} and {b} exchanged";
        },
        (rows, chance) =>
        {
            int by = chance.Next(1, rows[0].Length);
            rows[0] = [.. rows[0][by..], .. rows[0][..by]];
            return $"names moved by {by}";
        },
        (rows, chance) =>
        {
            (int column, int by) = (chance.Next(rows[0].Length), chance.Next(1, Math.Max(2, rows.Count - 1)));
            string[] cells = [.. rows.Skip(1).Select(row => row[column])];
            Set(rows, column, row => cells[(row - 1 + by) % cells.Length]);
            return $"{rows[0][column]} moved by {by} rows";
        },
        (rows, chance) =>
        {
            int column = chance.Next(rows[0].Length);
            string first = rows[Math.Min(1, rows.Count - 1)][column];
            Set(rows, column, _ => first);
            return $"{rows[0][column]} filled down with '{first}'";
        },
        (rows, chance) =>
        {
            (int column, int lost) = (chance.Next(rows[0].Length), chance.Next(1, 4));
            Set(rows, column, row => row % 4 < lost ? string.Empty : rows[row][column]);
            return $"{lost} of 4 cells of {rows[0][column]} lost";
        },
        (rows, chance) =>
        {
            double share = 0.05 + (0.7 * chance.NextDouble());
            int before = rows.Count;
            for (int row = rows.Count - 1; row > 0; row--)
            {
                if (chance.NextDouble() < share)
                {
                    rows.RemoveAt(row);
                }
            }

            return $"{before - rows.Count} of {before - 1} rows lost";
        },
        (rows, chance) =>
        {
            int from = chance.Next(1, rows.Count);
            int number = Math.Min(rows.Count - from, 1 + chance.Next(rows.Count / 2));
            rows.InsertRange(from, rows.GetRange(from, number).Select(row => (string[])row.Clone()).ToArray());
            return $"{number} rows from {from} twice";
        },
        (rows, chance) =>
        {
            (int a, int b) = (chance.Next(rows[0].Length), chance.Next(rows[0].Length));
            Set(rows, a, row => rows[row][b]);
            return $"{rows[0][b]} pasted over {rows[0][a]}";
        },
        (rows, chance) =>
        {
            (int row, int column) = (chance.Next(1, Math.Max(2, rows.Count)), chance.Next(rows[0].Length));
            string mark = chance.GetItems(["c", "..", "#N/A", "NaN", "-1", "1e99", "0x1F", "\u221E", "1,234", "01/04/2021", "TRUE"], 1)[0];
            rows[Math.Min(row, rows.Count - 1)][column] = mark.Contains(',', StringComparison.Ordinal) ? $"\"{mark}\"" : mark;
            return $"'{mark}' in {rows[0][column]}";
        },
        (rows, chance) =>
        {
            int column = Numeric(rows, chance);
            Change(rows, column, (_, value) => -value);
            return $"{rows[0][column]} negative";
        },
        (rows, chance) =>
        {
            (int column, double to) = (Numeric(rows, chance), Any(chance, 10, 100, 1000));
            Change(rows, column, (_, value) => Math.Round(value / to) * to);
            return $"{rows[0][column]} rounded to {to}";
        },
        (rows, chance) =>
        {
            (int column, double by) = (Numeric(rows, chance), Any(chance, -50, -1, 1, 50, 1000));
            Change(rows, column, (_, value) => value + by);
            return $"{by} added to {rows[0][column]}";
        },
        (rows, chance) =>
        {
            int column = Numeric(rows, chance);
            double sum = 0;
            Change(rows, column, (_, value) => sum += value);
            return $"{rows[0][column]} as running totals";
        },
        (rows, chance) =>
        {
            int column = Numeric(rows, chance);
            Change(rows, column, (_, value) => 100 - value);
            return $"100 less {rows[0][column]}";
        },
        (rows, chance) =>
        {
            int column = chance.Next(rows[0].Length);
            for (int row = 0; row < rows.Count; row++)
            {
                rows[row] = [.. rows[row][..column], .. rows[row][(column + 1)..]];
            }

            return $"column {column} lost";
        },
        (rows, chance) =>
        {
            int column = chance.Next(rows[0].Length);
            string name = rows[0][column];
            for (int row = 0; row < rows.Count; row++)
            {
                rows[row] = row == 0 ? [.. rows[row][..column], name, .. rows[row][column..]] : [.. rows[row][..column], "0", .. rows[row][column..]];
            }

            return $"{name} twice, once with noughts";
        },
    ];

    /// <summary>Does one to a table.</summary>
    /// <param name="text">The table, comma separated.</param>
    /// <param name="chance">Which, and where.</param>
    /// <param name="done">What was done, in words.</param>
    public static byte[] Do(string text, Random chance, out string done)
    {
        List<string[]> rows = [.. text.TrimEnd('\n').Split('\n').Select(Cells)];
        done = Harms[chance.Next(Harms.Length)](rows, chance);
        return Encoding.UTF8.GetBytes(string.Concat(rows.Select(row => string.Join(',', row) + "\n")));
    }

    // Names of schools are quoted where they hold commas; a quoted cell stays one.
    private static string[] Cells(string line)
    {
        List<string> cells = [];
        bool quoted = false;
        int from = 0;
        for (int i = 0; i <= line.Length; i++)
        {
            quoted ^= i < line.Length && line[i] == '"';
            if (i == line.Length || (line[i] == ',' && !quoted))
            {
                cells.Add(line[from..i]);
                from = i + 1;
            }
        }

        return [.. cells];
    }

    private static int Numeric(List<string[]> rows, Random chance)
    {
        int[] columns = [.. Enumerable.Range(0, rows[0].Length).Where(c => rows.Skip(1).Any(row => double.TryParse(row[c], NumberStyles.Float, CultureInfo.InvariantCulture, out _)))];
        return columns[chance.Next(columns.Length)];
    }

    private static void Change(List<string[]> rows, int column, Func<int, double, double> change) => Set(
        rows, column,
        row => double.TryParse(rows[row][column], NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
            ? change(row, value).ToString("0.#######", CultureInfo.InvariantCulture)
            : rows[row][column]);

    private static void Set(List<string[]> rows, int column, Func<int, string> cell)
    {
        for (int row = 1; row < rows.Count; row++)
        {
            rows[row][column] = cell(row);
        }
    }

    private static double Any(Random chance, params double[] values) => values[chance.Next(values.Length)];
}
