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

    /// <summary>The code of an area of a kind of <see cref="AreaCode"/>; what stands there, with an error noted, when it is none.</summary>
    public string Code(int row, string kind)
    {
        var text = Text(row);
        if (AreaCode.Fault(text, kind) is { } fault)
        {
            table.Error(row, name, fault);
        }

        return text.ToString();
    }

    /// <summary>A number from <paramref name="minimum"/> to <paramref name="maximum"/>; NaN, with an error noted, when it is not.</summary>
    public double Number(int row, double minimum, double maximum) => Number(row, Text(row), minimum, maximum);

    /// <summary>As above; <paramref name="hint"/> tells what a number beyond the bounds may be.</summary>
    public double Number(int row, double minimum, double maximum, Func<double, string> hint) => Number(row, Text(row), minimum, maximum, hint);

    /// <summary>Per cent, 0 to 100, with or without the sign; NaN, with an error noted, when it is not.</summary>
    public double Percent(int row)
    {
        var text = Text(row);
        return Number(row, text is [.., '%'] ? text[..^1].TrimEnd() : text, 0, 100);
    }

    /// <summary>As <see cref="Percent"/>, and an empty cell or a mark, which mean not published, are NaN without an error.</summary>
    public double PercentOrNone(int row) => IsNone(row) ? double.NaN : Percent(row);

    /// <summary>As <see cref="Number(int, double, double)"/>, and an empty cell or a mark, which mean not published, are NaN without an error.</summary>
    public double NumberOrNone(int row, double minimum, double maximum) => IsNone(row) ? double.NaN : Number(row, minimum, maximum);

    /// <summary>A whole number; <paramref name="minimum"/>, with an error noted, when it is not.</summary>
    public int Whole(int row, int minimum, int maximum)
    {
        var text = Text(row);

        // Some tools write counts as 1578.0: that is still a whole number.
        if (FigureText.TryRead(text, table.Separator, out var value, out var fault) && value >= minimum && value <= maximum && value == Math.Floor(value))
        {
            return (int)value;
        }

        table.Error(row, name, $"a whole number from {minimum} to {maximum} was expected, found {Quote(text)}{Why(fault)}; correct the cell.");
        return minimum;
    }

    /// <summary>What a column that nothing depends on says; NaN where it says no number.</summary>
    public double NumberOrNaN(int row) => FigureText.TryRead(Text(row), table.Separator, out var value, out _) ? value : double.NaN;

    private double Number(int row, ReadOnlySpan<char> text, double minimum, double maximum, Func<double, string>? hint = null)
    {
        if (FigureText.TryRead(text, table.Separator, out var value, out var fault) && value >= minimum && value <= maximum)
        {
            return value;
        }

        if (hint is not null && double.IsFinite(value))
        {
            fault = hint(value);
        }

        table.Error(row, name, $"a number from {Show(minimum)} to {Show(maximum)} was expected, found {Quote(Text(row))}{Why(fault)}; correct the cell.");
        return double.NaN;
    }

    private bool IsNone(int row) => Text(row) is var text && (text.IsEmpty || FigureText.IsMark(text));

    private static string Why(string fault) => fault.Length == 0 ? string.Empty : $": {fault}";

    private static string Show(double value) => value.ToString("0.######", CultureInfo.InvariantCulture);

    private static string Quote(ReadOnlySpan<char> text) => text.IsEmpty ? "an empty cell" : $"'{(text.Length > 40 ? $"{text[..40]}…" : text)}'";
}
