using System.Globalization;

namespace Simulation.Engine.OpenData;

/// <summary>A column of a <see cref="CsvTable"/>: reads cells and notes an error for one that cannot be used.</summary>
internal readonly struct CsvColumn(CsvTable table, int index, string name)
{
    /// <summary>Name in the header.</summary>
    public string Name => name;

    /// <summary>Text of a cell without spaces around it.</summary>
    public ReadOnlySpan<char> Text(int row) => table.Cell(row, index).Trim();

    /// <summary>Text that must not be empty.</summary>
    public string Required(int row)
    {
        var text = Text(row);
        if (text.IsEmpty)
        {
            table.Error(row, name, "the cell is empty; a value is needed here.");
        }

        return text.ToString();
    }

    /// <summary>A number from <paramref name="minimum"/> to <paramref name="maximum"/>; NaN, with an error noted, when it is not.</summary>
    public double Number(int row, double minimum, double maximum)
    {
        var text = Text(row);
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value >= minimum && value <= maximum)
        {
            return value;
        }

        table.Error(row, name, $"a number from {Show(minimum)} to {Show(maximum)} was expected, found {Quote(text)}; correct the cell.");
        return double.NaN;
    }

    /// <summary>As <see cref="Number"/>, and an empty cell, which means not published, is NaN without an error.</summary>
    public double NumberOrEmpty(int row, double minimum, double maximum) =>
        Text(row).IsEmpty ? double.NaN : Number(row, minimum, maximum);

    /// <summary>A whole number; <paramref name="minimum"/>, with an error noted, when it is not.</summary>
    public int Whole(int row, int minimum, int maximum)
    {
        var text = Text(row);

        // Some tools write counts as 1578.0: that is still a whole number.
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            && value >= minimum && value <= maximum && value == Math.Floor(value))
        {
            return (int)value;
        }

        table.Error(row, name, $"a whole number from {minimum} to {maximum} was expected, found {Quote(text)}; correct the cell.");
        return minimum;
    }

    private static string Show(double value) => value.ToString("0.######", CultureInfo.InvariantCulture);

    private static string Quote(ReadOnlySpan<char> text) => text.IsEmpty ? "an empty cell" : $"'{(text.Length > 40 ? $"{text[..40]}…" : text)}'";
}
