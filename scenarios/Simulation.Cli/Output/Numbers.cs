using System.Globalization;
using Simulation.Engine.Observation;

namespace Simulation.Cli.Output;

/// <summary>Numbers as tables print them.</summary>
internal static class Numbers
{
    private const string None = "n/a";

    /// <summary>A count with thousands apart.</summary>
    public static string Count(double value) => value.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>"1 day", "365 days".</summary>
    public static string Days(int days) => days == 1 ? "1 day" : $"{Count(days)} days";

    /// <summary>A count of people with its sign; less than half of one is nobody.</summary>
    public static string SignedCount(double value) => Signed(Math.Round(value), "#,0");

    /// <summary>A value of an indicator with its unit.</summary>
    public static string Value(Indicator indicator, double value, int decimals = 1) =>
        !double.IsFinite(value)
            ? None
            : indicator.Unit switch
            {
                IndicatorUnit.Share => Fixed(100 * value, decimals) + " %",
                IndicatorUnit.Slope => Fixed(100 * value, decimals) + " pp",
                IndicatorUnit.Minutes => Fixed(value, decimals) + " min",
                _ => Fixed(value, Whole(value, decimals)),
            };

    /// <summary>A difference between two values of an indicator, with its sign and unit.</summary>
    public static string Difference(Indicator indicator, double value, int decimals = 2) =>
        !double.IsFinite(value)
            ? None
            : indicator.Unit switch
            {
                IndicatorUnit.Share or IndicatorUnit.Slope => Points(value, decimals),
                IndicatorUnit.Minutes => Signed(value, Format(decimals)) + " min",
                _ => Signed(value, Format(Whole(value, decimals))),
            };

    /// <summary>A difference of shares in percentage points.</summary>
    public static string Points(double value, int decimals = 2) =>
        double.IsFinite(value) ? Signed(100 * value, Format(decimals)) + " pp" : None;

    /// <summary>A plain number with its sign.</summary>
    public static string SignedFixed(double value, int decimals) => double.IsFinite(value) ? Signed(value, Format(decimals)) : None;

    /// <summary>A plain number.</summary>
    public static string Fixed(double value, int decimals) =>
        double.IsFinite(value) ? value.ToString(Format(decimals), CultureInfo.InvariantCulture) : None;

    /// <summary>A length of time as people say it.</summary>
    public static string Time(double seconds) => seconds switch
    {
        < 10 => Fixed(seconds, 1) + " s",
        < 90 => Fixed(seconds, 0) + " s",
        < 5400 => Fixed(seconds / 60, 0) + " min",
        _ => Fixed(seconds / 3600, 1) + " h",
    };

    /// <summary>An amount of memory or disk.</summary>
    public static string Bytes(double bytes) => bytes switch
    {
        < 1e6 => Fixed(bytes / 1e3, 0) + " kB",
        < 1e9 => Fixed(bytes / 1e6, 0) + " MB",
        _ => Fixed(bytes / 1e9, 2) + " GB",
    };

    /// <summary>Numbers of things in the hundreds and above need no decimals.</summary>
    private static int Whole(double value, int decimals) => Math.Abs(value) >= 100 ? 0 : decimals;

    private static string Format(int decimals) => decimals == 0 ? "#,0" : "#,0." + new string('0', decimals);

    /// <summary>Zero has no sign: a scenario that changes nothing must look like it, and one that changes little must not.</summary>
    private static string Signed(double value, string format) =>
        value == 0 ? "0" : (value < 0 ? "-" : "+") + Math.Abs(value).ToString(format, CultureInfo.InvariantCulture);
}
