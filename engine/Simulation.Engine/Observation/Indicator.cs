namespace Simulation.Engine.Observation;

/// <summary>What the value of an indicator is.</summary>
public enum IndicatorUnit : byte
{
    /// <summary>A share between 0 and 1; differences in percentage points.</summary>
    Share,

    /// <summary>Minutes a week.</summary>
    Minutes,

    /// <summary>Cars a school day.</summary>
    Cars,

    /// <summary>Times a week.</summary>
    Times,

    /// <summary>Miles an hour.</summary>
    Speed,

    /// <summary>A difference between shares across the hierarchy of neighbourhoods, in percentage points.</summary>
    Slope,
}

/// <summary>Which way an indicator gets better.</summary>
public enum Better : byte
{
    /// <summary>Neither way by itself.</summary>
    Neither,

    /// <summary>More is better.</summary>
    Higher,

    /// <summary>Less is better.</summary>
    Lower,
}

/// <summary>The days that a week's figure of an indicator covers.</summary>
public enum IndicatorWindow : byte
{
    /// <summary>The week that ends on the figure's date.</summary>
    Week,

    /// <summary>The 28 days that end on the figure's date.</summary>
    FourWeeks,
}

/// <summary>How an indicator is formed.</summary>
public enum IndicatorForm : byte
{
    /// <summary>Numerator over denominator.</summary>
    Ratio,

    /// <summary>Slope of that ratio over the deprivation deciles (slope index of inequality).</summary>
    Slope,
}

/// <summary>A published figure, declared once: what it is called, what it is made of, how it is read.</summary>
/// <remarks>A new indicator that is a ratio of existing counts is one more entry of <see cref="IndicatorCatalogue"/>, and nothing else.</remarks>
public sealed record Indicator
{
    private readonly IReadOnlyList<CountKey>? restsOn;

    /// <summary>Key in files and scenarios, e.g. <c>adults_inactive</c>.</summary>
    public required string Key { get; init; }

    /// <summary>Short name for tables, at most 20 characters.</summary>
    public required string Label { get; init; }

    /// <summary>Name for a chart or a control.</summary>
    public required string Title { get; init; }

    /// <summary>Exactly what is measured, in words that a report can print.</summary>
    public required string Definition { get; init; }

    /// <summary>What its value is.</summary>
    public required IndicatorUnit Unit { get; init; }

    /// <summary>Which way it gets better.</summary>
    public required Better Better { get; init; }

    /// <summary>The days that one figure covers.</summary>
    public required IndicatorWindow Window { get; init; }

    /// <summary>What it is a share or mean of: adults, children, pupil days …</summary>
    public required string Of { get; init; }

    /// <summary>Counts whose sum is above the line.</summary>
    public required IReadOnlyList<CountKey> Numerator { get; init; }

    /// <summary>Counts whose sum is below the line; a stratum where it is 0 has no figure.</summary>
    public required IReadOnlyList<CountKey> Denominator { get; init; }

    /// <summary>The numerator is divided by this: 4 where it counts four weeks and the unit is a week.</summary>
    public int Per { get; init; } = 1;

    /// <summary>Counts whose sum the figure rests on (<see cref="Of"/>): the denominator unless another is named.</summary>
    public IReadOnlyList<CountKey> RestsOn
    {
        get => restsOn ?? Denominator;
        init => restsOn = value;
    }

    /// <summary>How it is formed.</summary>
    public IndicatorForm Form { get; init; }

    /// <summary>Key of the map's layer that shows it by neighbourhood; null when none does.</summary>
    public string? Layer { get; init; }

    /// <summary>The catalogue, in the order in which tables and files list it.</summary>
    public static IReadOnlyList<Indicator> All { get; } = IndicatorCatalogue.Make();

    /// <summary>The indicator with this key.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public static Indicator Find(string key) =>
        All.FirstOrDefault(i => i.Key == key) ?? throw new KeyNotFoundException($"There is no indicator '{key}'.");

    /// <summary>Its unit in words: <c>share</c>, <c>min/week</c>, <c>cars/day</c>, <c>share difference</c>.</summary>
    public string UnitText => Unit switch
    {
        IndicatorUnit.Share => "share",
        IndicatorUnit.Minutes => "min/week",
        IndicatorUnit.Cars => "cars/day",
        IndicatorUnit.Times => "times/week",
        IndicatorUnit.Speed => "mph",
        _ => "share difference",
    };

    /// <summary>Its window in words: <c>week</c> or <c>28 days</c>.</summary>
    public string WindowText => Window == IndicatorWindow.FourWeeks ? "28 days" : "week";
}
