using System.Text.Json;
using Simulation.Engine.Health;
using Simulation.Results.Health;

namespace Simulation.Cli.Output;

/// <summary>Prints what a plan does to health and money for programs.</summary>
internal static class HealthJson
{
    /// <summary>Writes the members of a plan's health.</summary>
    public static void Write(Utf8JsonWriter json, HealthAnswer answer)
    {
        HealthEffect central = answer.Central;
        json.WriteString("evidence", "one run, range of evidence only");
        json.WriteNumber("draws", answer.Draws);
        json.WriteFinite("years", answer.Years);
        json.WriteStrings("summary", HealthSentences.Of(answer));
        json.WriteObjects("cases", Enumerable.Range(0, central.Cases.Count), i =>
        {
            CasesPrevented cases = central.Cases[i];
            json.WriteString("condition", cases.Condition.Key);
            json.WriteString("incidenceGrade", cases.Condition.IncidenceGrade.ToString().ToLowerInvariant());
            json.WriteString("curveSource", cases.Condition.CurveSource);
            json.WriteString("incidenceSource", cases.Condition.IncidenceSource);
            json.WriteBoolean("valued", cases.Condition.Valued);
            json.WriteBoolean("mental", cases.Condition.Mental);
            json.WriteFinite("expected", cases.Baseline.Sum());
            Write(json, "prevented", answer.Prevented(i));
            WriteYears(json, "preventedByYear", cases.Prevented);
            WriteSums(json, "undiscounted", cases.Worth);
        });
        json.WriteStrings("noEffect", ConditionCatalogue.All.Where(c => c.Role == ConditionRole.NoEffect).Select(c => c.Key));
        json.WriteFinite("deathsExpected", central.Deaths.Sum());
        Write(json, "deathsAvertedAllCauses", answer.DeathsAverted);
        WriteYears(json, "deathsAvertedByYear", central.DeathsAverted);
        Write(json, "deathsAvertedSingleCauses", answer.DeathsBySingleCauses);
        json.WriteFinite("deathsAvertedHeat", central.Heat);
        json.WriteFinite("yearsOfLife", central.YearsOfLife);
        json.WriteFinite("moreActive", central.MoreActive);
        json.WriteFinite("fewerInactive", central.FewerInactive);
        json.WriteObjects("ledgers", Discounting.All, rate =>
        {
            json.WriteFinite("healthRate", rate.Health);
            json.WriteFinite("moneyRate", rate.Money);
            json.WriteObject("care", () =>
            {
                Write(json, "qalys", answer.Sum(rate, s => s.Qalys));
                Write(json, "qalysWithoutMind", answer.Sum(rate, s => s.QalysWithoutMind));
                Write(json, "qalysOfLivesSaved", answer.Sum(rate, s => s.QalysFromDeaths));
                Write(json, "nhs", answer.Sum(rate, s => s.HealthCare));
                Write(json, "nhsMind", answer.Sum(rate, s => s.HealthCareOfMind));
                Write(json, "socialCare", answer.Sum(rate, s => s.SocialCare));
                json.WriteFinite("delivery", answer.DeliveryAt(rate) ?? double.NaN);
                json.WriteObjects("deliveryByOwner", answer.DeliveryByOwner(rate), owner =>
                {
                    json.WriteString("owner", owner.Owner);
                    json.WriteFinite("cost", owner.Cost);
                });
                json.WriteFinite("net", answer.NetAt(rate) ?? double.NaN);
                json.WriteFinite("netPerQaly", answer.PerQaly(rate) ?? double.NaN);
                json.WriteFinite("netPerAdultMoreActive", answer.PerActive(rate) ?? double.NaN);
            });
            json.WriteObject("society", () =>
            {
                Write(json, "informalCare", answer.Sum(rate, s => s.InformalCare));
                Write(json, "employers", answer.Sum(rate, s => s.Production));
                Write(json, "socialValueInPlaceOfQalys", answer.Sum(rate, s => s.SocialValue));
            });
        });
        json.WriteObjects("undiscountedByYear", Enumerable.Range(0, central.ByYear.Count), year =>
        {
            json.WriteString("from", answer.Manifest.Start.AddYears(year).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
            WriteSums(json, "sums", central.ByYear[year]);
        });
        WriteGroups(json, "fifths", central.Fifths);
        WriteGroups(json, "places", central.Places);
        json.WriteObjects("lifeExpectancy", central.Expectancies, e =>
        {
            json.WriteString("name", e.Name);
            json.WriteString("sex", e.Female ? "female" : "male");
            json.WriteFinite("baseline", e.Baseline);
            json.WriteFinite("plan", e.Plan);
            json.WriteFinite("healthyBaseline", e.HealthyBaseline);
            json.WriteFinite("healthyPlan", e.HealthyPlan);
        });
        Write(json, "gapOfTenthsMenChange", answer.GapChange(false));
        Write(json, "gapOfTenthsWomenChange", answer.GapChange(true));
        json.WriteObjects("external", ExternalFigure.All, e =>
        {
            json.WriteString("what", e.What);
            json.WriteString("figure", e.Figure);
            json.WriteString("source", e.Source);
        });
    }

    private static void WriteSums(Utf8JsonWriter json, string name, DiscountedSums sums) => json.WriteObject(name, () =>
    {
        json.WriteFinite("qalys", sums.Qalys);
        json.WriteFinite("nhs", sums.HealthCare + sums.HealthCareOfMind);
        json.WriteFinite("socialCare", sums.SocialCare);
        json.WriteFinite("informalCare", sums.InformalCare);
        json.WriteFinite("employers", sums.Production);
    });

    private static void WriteGroups(Utf8JsonWriter json, string name, IReadOnlyList<HealthGain> groups) => json.WriteObjects(name, groups, g =>
    {
        json.WriteString("name", g.Name);
        json.WriteFinite("personYears", g.PersonYears);
        json.WriteFinite("deathsAverted", g.Deaths);
        json.WriteFinite("qalys", g.Qalys);
        json.WriteFinite("qalysPer100000PersonYears", g.Per100000);
    });

    private static void Write(Utf8JsonWriter json, string name, EvidenceRange range) => json.WriteObject(name, () =>
    {
        json.WriteFinite("central", range.Central);
        json.WriteFinite("low", range.Low);
        json.WriteFinite("high", range.High);
    });

    private static void WriteYears(Utf8JsonWriter json, string name, double[] years)
    {
        json.WriteStartArray(name);
        foreach (double year in years)
        {
            json.WriteNumberValue(year);
        }

        json.WriteEndArray();
    }
}
