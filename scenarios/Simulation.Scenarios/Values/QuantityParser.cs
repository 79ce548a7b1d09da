using System.Globalization;
using Simulation.Engine.Interventions;

namespace Simulation.Scenarios.Values;

/// <summary>Reads quantities as people write them: <c>45 min</c>, <c>1.5 hours</c>, <c>20 mph</c>, <c>40%</c>, <c>2 per week</c>, <c>1 day/week</c>.</summary>
internal static class QuantityParser
{
    /// <summary>Days of a month and a year where the calendar does not matter.</summary>
    public const double DaysPerMonth = 365.25 / 12;

    /// <summary>How reading went.</summary>
    public enum Outcome
    {
        /// <summary>A quantity.</summary>
        Read,

        /// <summary>No number at the start.</summary>
        NoNumber,

        /// <summary>A number, and a unit that is not known.</summary>
        UnknownUnit,

        /// <summary>A clock time such as 1:30.</summary>
        Clock,
    }

    private static readonly Dictionary<string, (Dimension Dimension, double Factor)> Units = new(StringComparer.Ordinal)
    {
        [""] = (Dimension.Number, 1),
        ["%"] = (Dimension.Share, 0.01),
        ["percent"] = (Dimension.Share, 0.01),
        ["per cent"] = (Dimension.Share, 0.01),
        ["min"] = (Dimension.Minutes, 1),
        ["mins"] = (Dimension.Minutes, 1),
        ["minute"] = (Dimension.Minutes, 1),
        ["minutes"] = (Dimension.Minutes, 1),
        ["h"] = (Dimension.Minutes, 60),
        ["hr"] = (Dimension.Minutes, 60),
        ["hrs"] = (Dimension.Minutes, 60),
        ["hour"] = (Dimension.Minutes, 60),
        ["hours"] = (Dimension.Minutes, 60),
        ["day"] = (Dimension.Duration, 1),
        ["days"] = (Dimension.Duration, 1),
        ["week"] = (Dimension.Duration, 7),
        ["weeks"] = (Dimension.Duration, 7),
        ["wk"] = (Dimension.Duration, 7),
        ["wks"] = (Dimension.Duration, 7),
        ["month"] = (Dimension.Duration, DaysPerMonth),
        ["months"] = (Dimension.Duration, DaysPerMonth),
        ["year"] = (Dimension.Duration, 365.25),
        ["years"] = (Dimension.Duration, 365.25),
        ["yr"] = (Dimension.Duration, 365.25),
        ["yrs"] = (Dimension.Duration, 365.25),
        ["min/week"] = (Dimension.MinutesPerWeek, 1),
        ["mins/week"] = (Dimension.MinutesPerWeek, 1),
        ["minutes/week"] = (Dimension.MinutesPerWeek, 1),
        ["hours/week"] = (Dimension.MinutesPerWeek, 60),
        ["hour/week"] = (Dimension.MinutesPerWeek, 60),
        ["min/day"] = (Dimension.MinutesPerWeek, 7),
        ["minutes/day"] = (Dimension.MinutesPerWeek, 7),
        ["day/week"] = (Dimension.DaysPerWeek, 1),
        ["days/week"] = (Dimension.DaysPerWeek, 1),
        ["days/month"] = (Dimension.DaysPerWeek, 7 / DaysPerMonth),
        ["day/month"] = (Dimension.DaysPerWeek, 7 / DaysPerMonth),
        ["/week"] = (Dimension.PerWeek, 1),
        ["times/week"] = (Dimension.PerWeek, 1),
        ["time/week"] = (Dimension.PerWeek, 1),
        ["/day"] = (Dimension.PerWeek, 7),
        ["times/day"] = (Dimension.PerWeek, 7),
        ["/month"] = (Dimension.PerWeek, 7 / DaysPerMonth),
        ["times/month"] = (Dimension.PerWeek, 7 / DaysPerMonth),
        ["/year"] = (Dimension.PerWeek, 7 / 365.25),
        ["times/year"] = (Dimension.PerWeek, 7 / 365.25),
        ["mph"] = (Dimension.Speed, 1),
        ["miles/hour"] = (Dimension.Speed, 1),
        ["km/h"] = (Dimension.Speed, 0.621371),
        ["kmh"] = (Dimension.Speed, 0.621371),
        ["kph"] = (Dimension.Speed, 0.621371),
        ["m"] = (Dimension.Length, 1),
        ["metre"] = (Dimension.Length, 1),
        ["metres"] = (Dimension.Length, 1),
        ["km"] = (Dimension.Length, 1000),
        ["mile"] = (Dimension.Length, 1609.344),
        ["miles"] = (Dimension.Length, 1609.344),
    };

    /// <summary>Units for spelling help.</summary>
    public static IReadOnlyCollection<string> UnitNames => Units.Keys;

    /// <summary>Reads <paramref name="text"/>; <paramref name="rest"/> is the unit as written.</summary>
    public static Outcome TryRead(string text, out Quantity quantity, out string rest)
    {
        quantity = default;
        rest = string.Empty;
        string trimmed = text.Trim();
        if (IsClock(trimmed))
        {
            return Outcome.Clock;
        }

        if (!NumberParser.TryReadStart(trimmed, out double number, out int used))
        {
            return Outcome.NoNumber;
        }

        rest = trimmed[used..].Trim();
        if (!Units.TryGetValue(Normalise(rest), out (Dimension Dimension, double Factor) unit))
        {
            return Outcome.UnknownUnit;
        }

        quantity = new Quantity(number * unit.Factor, unit.Dimension, rest.Length > 0);
        return Outcome.Read;
    }

    /// <summary>Lower case, single spaces, and <c>per</c>, <c>a</c>, <c>each</c> as a slash.</summary>
    public static string Normalise(string unit)
    {
        string text = " " + string.Join(' ', unit.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries));
        if (text.Trim() is "per cent")
        {
            return "%";
        }

        text = text.Replace(" per ", "/", StringComparison.Ordinal).Replace(" a ", "/", StringComparison.Ordinal)
            .Replace(" an ", "/", StringComparison.Ordinal).Replace(" each ", "/", StringComparison.Ordinal);
        return text.Replace(" /", "/", StringComparison.Ordinal).Replace("/ ", "/", StringComparison.Ordinal).Trim();
    }

    /// <summary>A value in its canonical unit, for messages and canonical text: <c>40 %</c>, <c>45 min</c>.</summary>
    public static string Format(double value, Dimension dimension)
    {
        string Round(double v) => Math.Round(v, 6).ToString("0.######", CultureInfo.InvariantCulture);
        return dimension switch
        {
            Dimension.Share => Round(value * 100) + "%",
            Dimension.Number => Round(value),
            Dimension.Switch => value > 0 ? "yes" : "no",
            Dimension.Money => "£" + value.ToString("#,##0.##", CultureInfo.InvariantCulture),
            Dimension.PerWeek => Round(value) + " per week",
            Dimension.DaysPerWeek when value == 1 => "1 day/week",
            Dimension.Duration when value == 1 => "1 day",
            Dimension.Duration when double.IsPositiveInfinity(value) => "as long as it lasts",
            _ => Round(value) + " " + Dimensions.UnitOf(dimension),
        };
    }

    private static bool IsClock(string text)
    {
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && text.All(c => char.IsAsciiDigit(c) || c is ':' or '.');
    }
}
