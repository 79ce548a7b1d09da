using Simulation.Engine.Interventions;
using Simulation.Engine.Populations;
using Simulation.Scenarios.Costing;
using Simulation.Scenarios.Diagnostics;
using Simulation.Scenarios.Reading;
using Simulation.Scenarios.Values;

namespace Simulation.Scenarios.Telling;

/// <summary>Says a scenario back in English that a councillor can read, counted on the population.</summary>
public static class ScenarioExplainer
{
    /// <summary>Explains <paramref name="scenario"/> on <paramref name="population"/>.</summary>
    public static Explanation Explain(Scenario scenario, Population population)
    {
        IReadOnlyList<BoundIntervention> bound = ScenarioBinder.Deliver(scenario, population, new DiagnosticBag(), effects: false);
        var interventions = new List<ExplainedIntervention>();
        foreach (ScenarioIntervention written in scenario.Interventions)
        {
            BoundIntervention? one = bound.FirstOrDefault(b => b.Intervention.Name == written.Name);
            interventions.Add(One(scenario, written, one, population));
        }

        return new Explanation(
            scenario.Name, Opening(scenario, population), interventions, CostLedger.Of(bound, scenario.Start, scenario.Days), Closing(scenario))
        {
            Region = Region.Of(population),
        };
    }

    private static string Opening(Scenario scenario, Population population)
    {
        string days = $"The run covers {scenario.Days:N0} {(scenario.Days == 1 ? "day" : "days")}, from {DateParser.InWords(scenario.Start)} to {DateParser.InWords(scenario.End.AddDays(-1))}, for {Residents(Region.Of(population))}.";
        return scenario.Description.Length == 0 ? days : scenario.Description + (scenario.Description[^1] is '.' or '?' or '!' ? " " : ". ") + days;
    }

    private static string Residents(Region region) => region.Sampled
        ? $"{region.Residents:N0} residents. All numbers are of them; they are estimated from {region.Simulated:N0} simulated ones"
        : $"{region.Residents:N0} residents";

    private static string Closing(Scenario scenario)
    {
        var said = new List<string>();
        if (scenario.Interventions.Count == 0)
        {
            said.Add("Nothing is done: this is the year as it would be.");
        }

        if (scenario.ParameterOverrides.Count > 0)
        {
            said.Add("Numbers of the model that differ from its registry: " + string.Join("; ", scenario.Facts.Where(f => f.Path.StartsWith("parameters.", StringComparison.Ordinal)).Select(f => $"{f.Path["parameters.".Length..]} = {f.Value}")) + ".");
        }

        if (scenario.Sweep is { } sweep)
        {
            said.Add($"The file varies it in {sweep.Points.Count:N0} ways.");
        }

        if (scenario.Replicates > 1)
        {
            said.Add($"Each runs {scenario.Replicates:N0} times with different luck.");
        }

        if (scenario.Draws > 0)
        {
            said.Add($"The effects of its interventions are drawn {scenario.Draws:N0} times from their ranges.");
        }

        return string.Join(" ", said);
    }

    private static ExplainedIntervention One(Scenario scenario, ScenarioIntervention written, BoundIntervention? bound, Population population)
    {
        InterventionKind kind = written.Kind;
        double scale = bound?.Delivery.Scale ?? 1;
        long reached = bound?.Delivery.OfRegion(bound.Delivery.Reached) ?? 0;
        long eligible = bound?.Delivery.OfRegion(bound.Delivery.Eligible) ?? 0;
        int[] units = bound is null ? new int[population.Places.Count] : PlaceCounts.Of(bound.Delivery);
        double[] residents = bound is null ? new double[population.Places.Count] : ResidentCounts.Of(bound.Delivery);
        long behind = (long)Math.Round(residents.Sum());
        InterventionRequest request = bound?.Intervention.Request ?? written.Request;
        var sentences = new List<string> { kind.Summary };
        if (bound is null)
        {
            sentences.Add("It is exploratory: no effect size exists for it anywhere, so it is left out of headline results. `exploratory: include` shows what it would do under its assumption.");
        }
        else
        {
            sentences.Add(ReachSentence.Of(kind, request, eligible, reached, behind));
            if (request.Who.Activity is { } levels)
            {
                sentences.Add(ReachSentence.Expectation(levels));
            }

            sentences.Add(DateSentences.Of(kind, request, Late(bound.Delivery, scenario), scenario.End));
            if (GrowingSentence.Of(kind, request, scenario, population) is { Length: > 0 } growing)
            {
                sentences.Add(growing);
            }

            sentences.AddRange(SettingSentences.Of(kind, request));
            sentences.Add(kind.Mechanism);
        }

        sentences.Add(EvidenceSentence(kind, request));
        return new ExplainedIntervention(
            written.Name, kind.Key.Replace('_', ' '), request.Owner, kind.Level.ToString().ToLowerInvariant(), bound is null, sentences,
            ReachParser.NounOf(kind.Reaches), eligible, reached, behind,
            ByPlace(kind, population, scale, units, residents, reached, behind));
    }

    /// <summary>Units of the region that would join only when it, or the run, is over.</summary>
    private static long Late(Delivery delivery, Scenario scenario)
    {
        int end = Math.Min(delivery.Request.End, scenario.End.DayNumber);
        return delivery.OfRegion(Enumerable.Range(0, delivery.Starts.Length).Where(i => delivery.Starts[i] >= end).Sum(i => delivery.Chances?[i] ?? 1));
    }

    /// <summary>
    /// Units and residents by place, zeros included, so that they sum to the whole: employers may also stand outside the area,
    /// with staff who live in it.
    /// </summary>
    private static List<PlaceReach> ByPlace(
        InterventionKind kind, Population population, double scale, int[] units, double[] residents, long reached, long behind)
    {
        long[] people = Apportioned(residents, behind);
        long counted = kind.Reaches == ReachUnit.Employers ? Math.Min(reached, (long)Math.Round(units.Sum() * scale)) : reached;
        long[] spread = Apportioned([.. units.Select(unit => (double)unit)], counted);
        List<PlaceReach> places = [.. population.Places.Select((p, i) => new PlaceReach(p.Name, spread[i], people[i]))];
        if (reached > counted)
        {
            places.Add(new PlaceReach("places outside the area", reached - counted, 0));
        }

        return places;
    }

    /// <summary>Whole numbers in proportion to <paramref name="counts"/> that sum to <paramref name="total"/>, by largest remainder.</summary>
    private static long[] Apportioned(double[] counts, long total)
    {
        double sum = Math.Max(1, counts.Sum());
        double[] exact = [.. counts.Select(c => c * total / sum)];
        long[] whole = [.. exact.Select(e => (long)Math.Floor(e))];
        foreach (int i in Enumerable.Range(0, whole.Length).OrderByDescending(i => exact[i] - whole[i]).Take((int)Math.Min(whole.Length, total - whole.Sum())))
        {
            whole[i]++;
        }

        return whole;
    }

    private static string EvidenceSentence(InterventionKind kind, InterventionRequest request)
    {
        string design = kind.Evidence.Design switch
        {
            StudyDesign.Randomised => "randomised trials",
            StudyDesign.NaturalExperiment => "a controlled natural experiment",
            StudyDesign.Uncontrolled => "an uncontrolled study, so the effect on the odds is cut to two fifths",
            StudyDesign.CrossSectional => "a cross-sectional association, so the effect on the odds is cut to a quarter",
            StudyDesign.Mechanism => "a physical change whose consequences the model works out",
            _ => "judgement",
        };
        string local = request.Effect.Count == 0 ? string.Empty
            : $" Local evidence replaces the default for {string.Join(", ", request.Effect.Keys.Order(StringComparer.Ordinal).Select(k => k.Replace('_', ' ')))}.";
        return $"It rests on {design}. {kind.Evidence.Finding} ({kind.Evidence.Source}.){local}";
    }
}
