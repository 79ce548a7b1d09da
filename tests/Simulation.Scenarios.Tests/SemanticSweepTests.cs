using Simulation.Engine.Interventions;
using Simulation.Engine.Populations;
using Simulation.Engine.Tests.Interventions;
using Simulation.Scenarios.Diagnostics;
using Simulation.Scenarios.Reading;
using Simulation.Scenarios.Telling;

namespace Simulation.Scenarios.Tests;

/// <summary>
/// Library files, changed at random, held against what must be true of any scenario, whatever it says: cost is rate times time
/// times units, nobody is reached who is not eligible, places sum to the whole, need keeps the total.
/// </summary>
public sealed class SemanticSweepTests
{
    private const int Mutants = 520;
    private const int Many = 20_000;

    [Fact]
    public void Explain_LibraryFilesChangedAtRandom_StaysTrue()
    {
        using Population population = TinyPopulation.Build();
        int mutants = LongForm.Asked ? Many : Mutants;
        int sound = 0;
        for (int mutant = 0; mutant < mutants; mutant++)
        {
            (ScenarioResult result, string told) = MutatedScenario.Read(mutant);
            if (result.Scenario is not { } scenario)
            {
                result.Diagnostics.ShouldContain(d => d.Severity == Severity.Error);
                continue;
            }

            sound++;
            Hold(scenario, population, told);
        }

        sound.ShouldBeGreaterThan(mutants / 2, "where most are refused the sweep shows nothing");
    }

    private static void Hold(Scenario scenario, Population population, string text)
    {
        Explanation explanation = ScenarioExplainer.Explain(scenario, population);
        IReadOnlyList<BoundIntervention> bound = ScenarioBinder.Deliver(scenario, population, new DiagnosticBag(), effects: false);
        foreach (ExplainedIntervention one in explanation.Interventions)
        {
            one.Reached.ShouldBeInRange(0, one.Eligible, text);
            BoundIntervention? delivered = bound.FirstOrDefault(b => b.Intervention.Name == one.Name);
            bool activity = delivered?.Intervention.Request.Who.Activity is not null;
            Math.Abs(one.ByPlace.Sum(p => p.Units) - one.Reached).ShouldBeLessThanOrEqualTo(activity ? population.Places.Count : 0, text);
            one.Residents.ShouldBe(one.ByPlace.Sum(p => p.Residents), text);
        }

        foreach (BoundIntervention one in bound)
        {
            HoldDelivery(one, population, text);
        }

        double expected = bound.Sum(b => CostByDay(b, scenario));
        explanation.Cost.Central.ShouldBe(expected, 1e-6 * Math.Max(1, expected), text);
        explanation.Cost.Lines.Sum(l => l.Capital + l.Running).ShouldBe(expected, 1e-6 * Math.Max(1, expected), text);
        explanation.Cost.Low.ShouldBeLessThanOrEqualTo(explanation.Cost.Central + 1e-6, text);
        explanation.Cost.High.ShouldBeGreaterThanOrEqualTo(explanation.Cost.Central - 1e-6, text);
    }

    private static void HoldDelivery(BoundIntervention one, Population population, string text)
    {
        InterventionRequest request = one.Intervention.Request;
        int[] rows = one.Delivery.Rows;
        rows.Zip(rows.Skip(1)).ShouldAllBe(pair => pair.First < pair.Second, text);
        one.Delivery.Starts.ShouldAllBe(day => day >= request.PhaseIn.Start && day <= request.PhaseIn.Start + request.PhaseIn.Days, text);
        if (request.Reach.Count is { } count)
        {
            // Of a level of activity a number is what to expect, to the nearest chance.
            one.Delivery.Reached.ShouldBeLessThanOrEqualTo(count + (request.Who.Activity is null ? 0 : 1), text);
        }

        if (request.Who.Activity is null)
        {
            int other = one.Intervention.Kind.Deliver(request with { ProportionateToNeed = !request.ProportionateToNeed }, population).Rows.Length;
            rows.Length.ShouldBe(other, text);
        }

        foreach (Effect effect in one.Intervention.Kind.Bind(one.Delivery))
        {
            effect.Rows.Length.ShouldBeGreaterThan(0, text);
            effect.End.ShouldBeLessThanOrEqualTo(request.End, text);
        }
    }

    /// <summary>The same sum the long way: unit by unit and day by day.</summary>
    private static double CostByDay(BoundIntervention one, Scenario scenario)
    {
        InterventionRequest request = one.Intervention.Request;
        int horizon = scenario.End.DayNumber;
        Delivery delivery = one.Delivery;
        double length = request.Values.GetValueOrDefault("for", one.Intervention.Kind.Parameters.FirstOrDefault(p => p.Key == "for")?.Default ?? double.PositiveInfinity);
        double patrols = request.Values.GetValueOrDefault("enforcement.for", double.PositiveInfinity);
        double sum = 0;
        foreach (CostItem item in request.Costs)
        {
            double lasts = one.Intervention.Kind.Key == "speed_limit" && item.Owner == Owners.Police ? patrols : length;
            (int Start, double Units, int Last)[] joins = item.PerUnit is null
                ? [(request.PhaseIn.Start, 1, delivery.Starts.DefaultIfEmpty(request.PhaseIn.Start).Max())]
                : [.. delivery.Starts.Select((start, i) => (start, delivery.Chances?[i] ?? 1, start))];
            sum += joins.Sum(join => join.Units * Days(item.Pounds, item.PerYear, join.Start, EndOf(request, join.Last, lasts, horizon)));
        }

        if (request.Costs.Count > 0)
        {
            return sum;
        }

        foreach (UnitCost price in one.Intervention.Kind.UnitCosts)
        {
            Dictionary<int, int> places = [];
            for (int i = 0; i < delivery.Rows.Length; i++)
            {
                int start = delivery.Starts[i];
                double units = price.Basis == CostBasis.Resident ? delivery.Population.Residents.Layout.UsedIn(delivery.Rows[i]) : delivery.Chances?[i] ?? 1;
                if (price.Basis == CostBasis.Place)
                {
                    int place = delivery.Population.Neighbourhoods.Place[delivery.Rows[i]];
                    places[place] = Math.Min(start, places.GetValueOrDefault(place, int.MaxValue));
                    continue;
                }

                sum += units * Days(price.Today.Central, price.PerYear, start, EndOf(request, start, length, horizon));
            }

            sum += places.Values.Sum(start => Days(price.Today.Central, price.PerYear, start, EndOf(request, start, length, horizon)));
        }

        return sum;
    }

    private static int EndOf(InterventionRequest request, int join, double lasts, int horizon) =>
        (int)Math.Min(Math.Min(horizon, request.End), Math.Floor(Math.Min(join + lasts, int.MaxValue)));

    private static double Days(double pounds, bool perYear, int start, int end)
    {
        if (start >= end)
        {
            return 0;
        }

        if (!perYear)
        {
            return pounds;
        }

        double sum = 0;
        for (int day = start; day < end; day++)
        {
            DateOnly date = DateOnly.FromDayNumber(day);
            int year = date.Month < 4 ? date.Year - 1 : date.Year;
            sum += pounds / (DateTime.IsLeapYear(year + 1) ? 366 : 365);
        }

        return sum;
    }
}
