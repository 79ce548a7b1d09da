using Simulation.Engine.Interventions;

namespace Simulation.Scenarios.Telling;

/// <summary>Pounds by owner and financial year: capital when a unit joins, running costs for the days on which it acts.</summary>
internal static class CostLedger
{
    /// <summary>Lines sorted by owner, then year; only what falls within the horizon.</summary>
    public static IReadOnlyList<CostLine> Of(Scenario scenario, IReadOnlyList<BoundIntervention> interventions)
    {
        var ledger = new SortedDictionary<(string Owner, int Year), (double Capital, double Running)>(
            Comparer<(string Owner, int Year)>.Create((a, b) => string.CompareOrdinal(a.Owner, b.Owner) is not 0 and var order ? order : a.Year.CompareTo(b.Year)));
        int first = scenario.Start.DayNumber;
        int end = scenario.End.DayNumber;
        foreach (BoundIntervention bound in interventions)
        {
            foreach (CostItem item in bound.Intervention.Request.Costs)
            {
                foreach ((int start, double units) in Joins(bound, item))
                {
                    int stop = Math.Min(end, bound.Intervention.Request.End);
                    if (start >= stop)
                    {
                        continue;
                    }

                    if (!item.PerYear)
                    {
                        Add(ledger, item.Owner, start, item.Pounds * units, 0);
                        continue;
                    }

                    for (int from = Math.Max(first, start); from < stop;)
                    {
                        int to = Math.Min(stop, YearEnd(from));
                        Add(ledger, item.Owner, from, 0, item.Pounds * units * (to - from) / 365.25);
                        from = to;
                    }
                }
            }
        }

        return [.. ledger.Select(l => new CostLine(l.Key.Owner, $"{l.Key.Year}/{(l.Key.Year + 1) % 100:00}", l.Value.Capital, l.Value.Running))];
    }

    private static IEnumerable<(int Start, double Units)> Joins(BoundIntervention bound, CostItem item) =>
        item.PerUnit is null
            ? [(bound.Intervention.Request.PhaseIn.Start, 1)]
            : bound.Delivery.Starts.Select((start, i) => (Start: start, Units: bound.Delivery.Chances is { } chances ? chances[i] : 1))
                .GroupBy(join => join.Start).OrderBy(g => g.Key).Select(g => (g.Key, g.Sum(join => join.Units)));

    private static void Add(
        SortedDictionary<(string Owner, int Year), (double Capital, double Running)> ledger, string owner, int day, double capital, double running)
    {
        (string, int) key = (owner, Year(day));
        (double Capital, double Running) before = ledger.GetValueOrDefault(key);
        ledger[key] = (before.Capital + capital, before.Running + running);
    }

    private static int Year(int day)
    {
        DateOnly date = DateOnly.FromDayNumber(day);
        return date.Month >= 4 ? date.Year : date.Year - 1;
    }

    private static int YearEnd(int day) => new DateOnly(Year(day) + 1, 4, 1).DayNumber;
}
