using Simulation.Engine.Interventions;
using Simulation.Engine.Populations;
using Simulation.Scenarios.Checks;
using Simulation.Scenarios.Reading;
using Simulation.Scenarios.Values;

namespace Simulation.Scenarios.Costing;

/// <summary>
/// Adds up what a scenario costs: capital when a unit joins, running costs for the days on which it is served, by owner and
/// financial year, at the scale of the region. Where a scenario names no price, published ones stand in.
/// </summary>
public sealed class CostLedger
{
    private readonly SortedDictionary<(string Owner, int Year), (double Capital, double Running)> lines = new(
        Comparer<(string Owner, int Year)>.Create((a, b) => string.CompareOrdinal(a.Owner, b.Owner) is not 0 and var order ? order : a.Year.CompareTo(b.Year)));

    private readonly List<PriceUsed> prices = [];
    private readonly int first;
    private readonly int end;

    private CostLedger(int first, int end)
    {
        this.first = first;
        this.end = end;
    }

    /// <summary>What <paramref name="scenario"/> costs on <paramref name="population"/> over its own horizon.</summary>
    public static CostEstimate Of(Scenario scenario, Population population) => Of(scenario, population, scenario.Start, scenario.Days);

    /// <summary>What <paramref name="scenario"/> costs on <paramref name="population"/>.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="population">The population.</param>
    /// <param name="start">First day of the run.</param>
    /// <param name="days">Days of the run.</param>
    public static CostEstimate Of(Scenario scenario, Population population, DateOnly start, int days)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        return Of(ScenarioBinder.Deliver(scenario, population, new Diagnostics.DiagnosticBag(), effects: false), start, days);
    }

    /// <summary>What interventions cost.</summary>
    /// <param name="interventions">The interventions, brought to a population.</param>
    /// <param name="start">First day of the run.</param>
    /// <param name="days">Days of the run.</param>
    public static CostEstimate Of(IReadOnlyList<BoundIntervention> interventions, DateOnly start, int days)
    {
        ArgumentNullException.ThrowIfNull(interventions);
        CostLedger ledger = new(start.DayNumber, start.DayNumber + days);
        foreach (BoundIntervention bound in interventions)
        {
            ledger.Add(bound);
        }

        return new CostEstimate(
            [.. ledger.lines.Select(l => new CostLine(l.Key.Owner, new FinancialYear(l.Key.Year).ToString(), l.Value.Capital, l.Value.Running))],
            ledger.prices,
            NotCosted.Of(interventions.Select(b => b.Intervention)));
    }

    private void Add(BoundIntervention bound)
    {
        InterventionRequest request = bound.Intervention.Request;
        InterventionKind kind = bound.Intervention.Kind;
        foreach (CostItem item in request.Costs)
        {
            double paid = item.PerUnit is null ? PayTotal(bound, item) : Pay(bound, item, CostUnits.Joining(bound.Delivery, CostBasis.Unit));
            prices.Add(new PriceUsed(bound.Intervention.Name, item.Owner, paid, paid, paid, null) { Given = item, Each = item.PerUnit is { } unit ? ReachParser.NounOf(unit) : null });
        }

        foreach (UnitCost price in request.Costs.Count == 0 ? kind.UnitCosts : [])
        {
            // Who delivers it pays what its usual owner would.
            CostItem item = new(price.Owner == kind.DefaultOwner ? request.Owner : price.Owner, price.Today.Central, kind.Reaches, price.PerYear);
            double paid = Pay(bound, item, CostUnits.Joining(bound.Delivery, price.Basis));
            prices.Add(new PriceUsed(
                bound.Intervention.Name, item.Owner, paid * price.Low / price.Central, paid, paid * price.High / price.Central, price));
        }
    }

    private double Pay(BoundIntervention bound, CostItem item, IEnumerable<(int Start, double Units)> joins)
    {
        Timing timing = bound.Intervention.Kind.TimingOf(bound.Intervention.Request, item);
        return joins.Sum(join => Pay(item, join.Start, timing.EndOf(join.Start), join.Units));
    }

    /// <summary>A total is paid from the first day until the day on which the last unit is no longer served.</summary>
    private double PayTotal(BoundIntervention bound, CostItem item)
    {
        InterventionRequest request = bound.Intervention.Request;
        int[] starts = bound.Delivery.Starts;
        int last = starts.Length == 0 ? request.PhaseIn.Start : starts.Max();
        return Pay(item, request.PhaseIn.Start, bound.Intervention.Kind.TimingOf(request, item).EndOf(last), 1);
    }

    private double Pay(CostItem item, int start, int until, double units)
    {
        int stop = Math.Min(end, until);
        if (start >= stop)
        {
            return 0;
        }

        if (!item.PerYear)
        {
            Book(item.Owner, start, item.Pounds * units, 0);
            return item.Pounds * units;
        }

        double sum = 0;
        for (int from = Math.Max(first, start); from < stop;)
        {
            FinancialYear year = FinancialYear.Of(from);
            int to = Math.Min(stop, year.End);
            double share = item.Pounds * units * (to - from) / year.Days;
            Book(item.Owner, from, 0, share);
            sum += share;
            from = to;
        }

        return sum;
    }

    private void Book(string owner, int day, double capital, double running)
    {
        (string, int) key = (owner, FinancialYear.Of(day).Year);
        (double Capital, double Running) before = lines.GetValueOrDefault(key);
        lines[key] = (before.Capital + capital, before.Running + running);
    }
}
