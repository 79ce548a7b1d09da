namespace Simulation.Scene.Composing;

/// <summary>What the colour of a word says.</summary>
public enum Tint
{
    /// <summary>Plain text.</summary>
    None,

    /// <summary>Names the people who are lit: changed the way the plan wants.</summary>
    For,

    /// <summary>Names the people who changed the other way.</summary>
    Against,

    /// <summary>Text that recedes.</summary>
    Quiet,

    /// <summary>What is missing, or went wrong.</summary>
    Missing,
}

/// <summary>Words of one colour.</summary>
/// <param name="Text">The words; a no-break space keeps a number and its noun together.</param>
/// <param name="Tint">Their colour.</param>
public sealed record Phrase(string Text, Tint Tint = Tint.None)
{
    /// <summary>One piece of plain text, or nothing.</summary>
    public static IReadOnlyList<Phrase> Plain(string? text) => string.IsNullOrEmpty(text) ? [] : [new Phrase(text)];
}

/// <summary>A line of a chart: one value a week.</summary>
/// <param name="Days">Days of the horizon.</param>
/// <param name="Values">Of every 100.</param>
/// <param name="Low">Lower end of what is likely, or null.</param>
/// <param name="High">Upper end.</param>
/// <param name="Label">Words at its end after the number, e.g. <c>with the plan</c>.</param>
public sealed record Line(IReadOnlyList<int> Days, IReadOnlyList<double> Values, IReadOnlyList<double>? Low, IReadOnlyList<double>? High, string Label);

/// <summary>A chart under the words.</summary>
public abstract record Chart(string Title);

/// <summary>Two curves: without the plan, and with it.</summary>
/// <param name="Title">What is counted, e.g. <c>Of every 100 children, walk to school</c>.</param>
/// <param name="Start">Date of day 1.</param>
/// <param name="With">With the plan.</param>
/// <param name="Without">Without; null where there is no such run.</param>
/// <param name="Lowest">Lowest value of the axis, for the whole horizon; NaN: of what is drawn.</param>
/// <param name="Highest">Highest value.</param>
/// <param name="LastDay">Last day of the axis.</param>
/// <param name="RangeWords">Words below the end of the line with the plan: its range, or that none is known.</param>
public sealed record CurveChart(
    string Title, DateOnly Start, Line With, Line? Without, double Lowest, double Highest, int LastDay, string RangeWords) : Chart(Title);

/// <summary>Two points on one scale.</summary>
/// <param name="Title">What is counted.</param>
/// <param name="Without">Value without the plan.</param>
/// <param name="With">Value with it.</param>
/// <param name="Low">Lower end of what is likely; NaN where not known.</param>
/// <param name="High">Upper end.</param>
/// <param name="RangeWords">Words of the range.</param>
public sealed record DotChart(string Title, double Without, double With, double Low, double High, string RangeWords) : Chart(Title);

/// <summary>How many neighbourhoods fall in each class: the legend of a map of values.</summary>
/// <param name="Title">What is counted.</param>
/// <param name="Rows">Classes, from most to least.</param>
/// <param name="Note">Lines below.</param>
public sealed record HistogramChart(string Title, IReadOnlyList<HistogramRow> Rows, string Note) : Chart(Title);

/// <summary>A class of neighbourhoods.</summary>
/// <param name="Label">Words.</param>
/// <param name="Count">Neighbourhoods.</param>
/// <param name="Colour">Its colour on the map.</param>
/// <param name="Apart">Whether it is no class of the scale, and stands apart from them.</param>
public sealed record HistogramRow(string Label, int Count, Look.Rgb Colour, bool Apart = false);

/// <summary>Numbers of a few groups.</summary>
/// <param name="Title">What is counted.</param>
/// <param name="Columns">Heads of the columns of numbers.</param>
/// <param name="Rows">The groups, in order.</param>
/// <param name="Note">A line below; may be empty.</param>
public sealed record TableChart(string Title, IReadOnlyList<string> Columns, IReadOnlyList<TableRow> Rows, string Note) : Chart(Title);

/// <summary>A group of a table.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Cells">A number for each column, as it is said.</param>
/// <param name="Tint">Colour of the last of them.</param>
public sealed record TableRow(string Name, IReadOnlyList<string> Cells, Tint Tint);
