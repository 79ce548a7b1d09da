using Simulation.Scenarios.Diagnostics;
using Simulation.Scenarios.Sources;
using Simulation.Scenarios.Syntax;
using Simulation.Scenarios.Values;

namespace Simulation.Scenarios.Binding;

/// <summary>Reads <c>horizon</c>.</summary>
internal sealed class HorizonSection(ValueReader values, FactList facts)
{
    /// <summary>Start when a scenario gives none: the first day of the school year 2026/27.</summary>
    private static readonly DateOnly DefaultStart = new(2026, 9, 1);

    private const int DefaultDays = 365;

    // People's identities are for thirty years of children's children, and mortality and fertility are of today.
    private const int LongestYears = 30;

    /// <summary>First day and number of days.</summary>
    public (DateOnly Start, int Days) Read(SyntaxNode? node)
    {
        DateOnly start = DefaultStart;
        int days = DefaultDays;
        SourceSpan? startSpan = null;
        SourceSpan? lengthSpan = null;
        if (node is not null && BlockReader.Open(node, Shapes.Horizon, values.Bag) is { } block)
        {
            if (block.Find("start") is { } entry)
            {
                startSpan = entry.Value.Span;
                start = values.Date(entry.Value, "start", "2026-09-01") ?? start;
            }

            MappingEntry[] lengths = [.. block.Entries.Where(e => e.Key.Text is "years" or "months" or "weeks" or "days" or "until")];
            if (lengths.Length > 1)
            {
                values.Bag.Error(
                    Codes.KeysExclude, lengths[1].Key.Span, $"'{lengths[0].Key.Text}' and '{lengths[1].Key.Text}' both say how long the run is.", "Keep one of them.");
            }
            else if (lengths.Length == 1)
            {
                lengthSpan = lengths[0].Value.Span;
                days = Length(lengths[0], start) ?? days;
            }
        }

        facts.Add("horizon.start", DateParser.Format(start), startSpan);
        facts.Add("horizon.days", $"{days}", lengthSpan);
        return (start, days);
    }

    private int? Length(MappingEntry entry, DateOnly start)
    {
        string key = entry.Key.Text;
        int? days;
        if (key == "until")
        {
            days = values.Date(entry.Value, "until", "2029-08-31") is { } until ? new LastDay(until).DaysFrom(start) : null;
        }
        else if (entry.Value is ScalarNode scalar && CalendarSpan.TryRead(scalar.Text, out _) && !NumberParser.TryRead(scalar.Text, out _))
        {
            values.Bag.Error(Codes.WrongDimension, entry.Value.Span, $"'{key}' takes a plain number: its unit is in the key.", $"Write `{key}: {scalar.Text.Trim().Split(' ')[0]}`.");
            return null;
        }
        else
        {
            days = values.Whole(entry.Value, key, "1", -100_000, 100_000) is { } number && number is > -100_000 and < 100_000 ? key switch
            {
                "years" when Math.Abs(number) <= LongestYears => start.AddYears(number).DayNumber - start.DayNumber,
                "months" when Math.Abs(number) <= LongestYears * 12 => start.AddMonths(number).DayNumber - start.DayNumber,
                "weeks" => number * 7,
                "days" => number,
                _ => int.MaxValue,
            } : null;
        }

        if (days is < 1 or > Scenario.LongestDays)
        {
            values.Bag.Error(Codes.HorizonTooLong, entry.Value.Span, "A run covers at least one day and at most thirty years: no table of births and deaths reaches further.", key == "until" ? $"Write {DateParser.Format(start)} or a later day." : "Write `years: 3`.");
            return null;
        }

        return days;
    }
}
