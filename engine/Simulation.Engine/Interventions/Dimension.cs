namespace Simulation.Engine.Interventions;

/// <summary>What a value measures; each dimension has one canonical unit, in which kinds receive it.</summary>
public enum Dimension : byte
{
    /// <summary>A plain number, such as a change of log-odds.</summary>
    Number,

    /// <summary>A share, 0–1.</summary>
    Share,

    /// <summary>A time of day's length, minutes.</summary>
    Minutes,

    /// <summary>A stretch of the calendar, days.</summary>
    Duration,

    /// <summary>Minutes a week.</summary>
    MinutesPerWeek,

    /// <summary>Days a week.</summary>
    DaysPerWeek,

    /// <summary>Times a week.</summary>
    PerWeek,

    /// <summary>Speed, miles an hour.</summary>
    Speed,

    /// <summary>Length, metres.</summary>
    Length,

    /// <summary>Money, pounds.</summary>
    Money,

    /// <summary>On (1) or off (0).</summary>
    Switch,
}

/// <summary>Words for dimensions.</summary>
public static class Dimensions
{
    /// <summary>Canonical unit: <c>min</c>, <c>days</c>, <c>share</c> …</summary>
    public static string UnitOf(Dimension dimension) => dimension switch
    {
        Dimension.Share => "share",
        Dimension.Minutes => "min",
        Dimension.Duration => "days",
        Dimension.MinutesPerWeek => "min/week",
        Dimension.DaysPerWeek => "days/week",
        Dimension.PerWeek => "per week",
        Dimension.Speed => "mph",
        Dimension.Length => "m",
        Dimension.Money => "£",
        Dimension.Switch => "on/off",
        _ => "1",
    };

    /// <summary>What it is called in a message: <c>a length of time</c> …</summary>
    public static string Describe(Dimension dimension) => dimension switch
    {
        Dimension.Share => "a share",
        Dimension.Minutes => "a length of time within a day",
        Dimension.Duration => "a stretch of the calendar",
        Dimension.MinutesPerWeek => "minutes a week",
        Dimension.DaysPerWeek => "days a week",
        Dimension.PerWeek => "how often a week",
        Dimension.Speed => "a speed",
        Dimension.Length => "a distance",
        Dimension.Money => "an amount of money",
        Dimension.Switch => "yes or no",
        _ => "a plain number",
    };

    /// <summary>How a person writes one: <c>45 min</c>, <c>12 months</c> …</summary>
    public static string Example(Dimension dimension) => dimension switch
    {
        Dimension.Share => "40%",
        Dimension.Minutes => "45 min",
        Dimension.Duration => "12 months",
        Dimension.MinutesPerWeek => "30 min/week",
        Dimension.DaysPerWeek => "1 day/week",
        Dimension.PerWeek => "2 per week",
        Dimension.Speed => "20 mph",
        Dimension.Length => "300 m",
        Dimension.Money => "£18k",
        Dimension.Switch => "yes",
        _ => "0.35",
    };

    /// <summary>The dimension that a registry unit such as <c>share</c>, <c>min</c>, <c>days</c>, <c>logit</c> stands for.</summary>
    public static Dimension OfUnit(string unit) => unit switch
    {
        "share" => Dimension.Share,
        "min" => Dimension.Minutes,
        "days" => Dimension.Duration,
        "mph" => Dimension.Speed,
        "m" => Dimension.Length,
        "per week" => Dimension.PerWeek,
        "days/week" => Dimension.DaysPerWeek,
        "min/week" => Dimension.MinutesPerWeek,
        _ => Dimension.Number,
    };
}
