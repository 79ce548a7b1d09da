using System.Globalization;
using System.Text.Json;
using Simulation.Results.Comparisons;
using Simulation.Results.Health;
using Simulation.Results.Indicators;
using Simulation.Results.Runs;
using Simulation.Results.Sentences;

namespace Simulation.Cli.Output;

/// <summary>Prints a comparison for programs.</summary>
internal static class ComparisonJson
{
    /// <summary>Writes the members of the object that <c>compare --json</c> prints.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="comparison">The comparison.</param>
    /// <param name="health">What each scenario does to health, in their order; none where it was not asked for.</param>
    public static void Write(Utf8JsonWriter json, Comparison comparison, IReadOnlyList<HealthAnswer> health)
    {
        RunManifest baseline = comparison.Baseline;
        json.WriteObject("baseline", () => WriteRun(json, baseline));
        json.WriteNumber("residents", baseline.Residents);
        json.WriteNumber("regionResidents", baseline.RegionResidents > 0 ? baseline.RegionResidents : baseline.Residents);
        json.WriteStartArray("warnings");
        baseline.Warnings.ToList().ForEach(json.WriteStringValue);
        json.WriteEndArray();
        json.WriteNumber("days", baseline.Days);
        json.WriteString("start", baseline.Start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteNumber("seed", baseline.Seed);
        json.WriteString("populationHash", baseline.PopulationHash);
        json.WriteString("over", comparison.Window.Length == WindowLength.Year ? "year" : "28days");
        int number = 0;
        json.WriteObjects("scenarios", comparison.Scenarios, scenario =>
        {
            WriteRun(json, scenario.Manifest);
            if (number < health.Count)
            {
                HealthAnswer answer = health[number++];
                json.WriteObject("health", () => HealthJson.Write(json, answer));
            }

            json.WriteObjects("indicators", scenario.Overall, change => WriteChange(json, change));
            if (scenario.Gains is { } gains)
            {
                json.WriteObject("personByPerson", () => WriteGains(json, gains));
            }

            if (scenario.Manifest.Target is { } target)
            {
                json.WriteFinite("target", target);
                json.WriteFinite("fewerInactive", scenario.FewerInactive ?? double.NaN);
                json.WriteString("answer", (TargetAnswer.Of(scenario) ?? string.Empty).Replace(SpokenNumber.NoBreak, ' '));
            }

            IReadOnlyList<Sentence> said = Summary.Of(ComparisonFindings.Of(scenario));
            if (scenario.Manifest.Cost is { } cost)
            {
                json.WriteObject("cost", () =>
                {
                    json.WriteFinite("once", cost.Once);
                    json.WriteFinite("running", cost.Running);
                    json.WriteFinite("low", cost.Low);
                    json.WriteFinite("high", cost.High);
                    json.WriteStartArray("notCosted");
                    cost.NotCosted.ToList().ForEach(json.WriteStringValue);
                    json.WriteEndArray();
                });
            }

            json.WriteString("summary", Summary.Text(said).Replace(SpokenNumber.NoBreak, ' '));
            json.WriteObjects("equity", scenario.Equity, change => WriteEquity(json, change));
            if (comparison.By is not null)
            {
                json.WriteString("by", comparison.By);
                json.WriteObjects("strata", scenario.Strata, change =>
                {
                    json.WriteString("stratum", change.Stratum);
                    WriteChange(json, change);
                });
            }
        });
        if (comparison.Package is { } package)
        {
            json.WriteObject("package", () => WritePackage(json, comparison, package));
        }
    }

    private static void WriteGains(Utf8JsonWriter json, TwinGains gains)
    {
        json.WriteNumber("weeks", gains.Weeks);
        json.WriteObject("adults", () => WriteTwins(json, gains.Adults));
        json.WriteObject("children", () => WriteTwins(json, gains.Children));
        json.WriteObjects("fifths", gains.Fifths, count => WriteTwins(json, count));
        json.WriteObjects("places", gains.Places, place =>
        {
            json.WriteString("place", place.Place);
            WriteTwins(json, place.Count);
        });
    }

    private static void WriteTwins(Utf8JsonWriter json, TwinCount count)
    {
        json.WriteFinite("residents", count.People);
        json.WriteFinite("inactive", count.Inactive);
        json.WriteFinite("leaveInactivity", count.Left);
        json.WriteFinite("fallIntoInactivity", count.Fell);
        json.WriteObject("gain", () => WriteSteps(json, count.Gained));
        json.WriteObject("lose", () => WriteSteps(json, count.Lost));
        json.WriteObject("inactiveGain", () => WriteSteps(json, count.InactiveGained));
    }

    private static void WriteSteps(Utf8JsonWriter json, Steps steps)
    {
        json.WriteFinite("minutes10", steps.Ten);
        json.WriteFinite("minutes30", steps.Thirty);
        json.WriteFinite("minutes60", steps.Sixty);
    }

    private static void WriteRun(Utf8JsonWriter json, RunManifest run)
    {
        json.WriteString("name", run.ScenarioName);
        json.WriteString("scenarioHash", run.ScenarioHash);
        json.WriteString("stateHash", run.StateHash);
    }

    private static void WriteChange(Utf8JsonWriter json, Change change)
    {
        json.WriteString("name", change.Indicator.Key);
        json.WriteFinite("baseline", change.Baseline.Value);
        json.WriteFinite("scenario", change.Scenario.Value);
        json.WriteFinite("difference", change.Difference);
        json.WriteFinite("count", change.Baseline.Count * change.Scale);
        json.WriteString("of", change.Indicator.Of);
        json.WriteFinite("affected", change.Affected ?? double.NaN);
        json.WriteString("affectedAre", Words.All.Who(change.Indicator.Of));
    }

    private static void WriteEquity(Utf8JsonWriter json, EquityChange change)
    {
        json.WriteString("name", change.Indicator.Key);
        json.WriteObject("baseline", () => WriteInequality(json, change.Baseline));
        json.WriteObject("scenario", () => WriteInequality(json, change.Scenario));
        json.WriteFinite("mostDeprivedChange", change.MostDeprived);
        json.WriteFinite("gapChange", change.Gap);
        json.WriteString("gap", Sentence.WordFor(change.Finding.Says));
        json.WriteFinite("slopeChange", change.Slope);
        json.WriteBoolean("levelsDown", change.LevelsDown);
    }

    private static void WriteInequality(Utf8JsonWriter json, Inequality inequality)
    {
        json.WriteFinite("mostDeprived", inequality.MostDeprived);
        json.WriteFinite("leastDeprived", inequality.LeastDeprived);
        json.WriteFinite("gap", inequality.Gap);
        json.WriteFinite("slopeIndex", inequality.Slope);
        json.WriteFinite("relativeIndex", inequality.Relative);
        json.WriteFinite("relativeIndexRatio", inequality.Ratio);
    }

    private static void WritePackage(Utf8JsonWriter json, Comparison comparison, Package package)
    {
        json.WriteString("whole", comparison.Scenarios[package.Whole].Name);
        json.WriteStartArray("parts");
        foreach (int part in package.Parts)
        {
            json.WriteStringValue(comparison.Scenarios[part].Name);
        }

        json.WriteEndArray();
        json.WriteObjects("indicators", package.Effects, effect =>
        {
            json.WriteString("name", effect.Indicator.Key);
            json.WriteFinite("sumOfParts", effect.SumOfParts);
            json.WriteFinite("together", effect.Whole);
            json.WriteFinite("interaction", effect.Interaction);
            json.WriteFinite("interactionLogOdds", effect.InteractionLogOdds);
        });
    }
}
