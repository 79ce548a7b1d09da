namespace Simulation.Results.Indicators;

/// <summary>What the value of an indicator is.</summary>
public enum IndicatorUnit : byte
{
    /// <summary>A share between 0 and 1, printed in per cent; differences in percentage points.</summary>
    Share,

    /// <summary>Minutes a week.</summary>
    Minutes,

    /// <summary>A number of things, e.g. cars.</summary>
    Number,

    /// <summary>A difference between shares across the hierarchy of neighbourhoods (the slope index), in percentage points.</summary>
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

/// <summary>What an indicator is: how to print it and what it rests on.</summary>
/// <param name="Name">Key in the run file, e.g. <c>adults_inactive</c>.</param>
/// <param name="Label">Short name for tables.</param>
/// <param name="Unit">What its value is.</param>
/// <param name="Of">What is counted: adults, children, school days …</param>
/// <param name="Better">Which way it gets better.</param>
public sealed record IndicatorInfo(string Name, string Label, IndicatorUnit Unit, string Of, Better Better)
{
    /// <summary>Exactly what is measured, as the engine defines it.</summary>
    public string Definition { get; init; } = Label + ".";

    /// <summary>Whether each figure covers 28 days by itself; otherwise it covers one week.</summary>
    public bool CoversFourWeeks { get; init; }
}
