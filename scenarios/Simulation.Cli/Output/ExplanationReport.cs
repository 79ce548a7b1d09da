using System.Text.Json;
using Simulation.Engine.Interventions;
using Simulation.Experiments.Running;
using Simulation.Scenarios.Telling;

namespace Simulation.Cli.Output;

/// <summary>Prints a scenario in plain English.</summary>
internal static class ExplanationReport
{
    private const int Indent = 3;

    /// <summary>What it is for, every intervention, and the money.</summary>
    public static void Print(Terminal terminal, Explanation explanation)
    {
        terminal.WriteHeading(explanation.Title);
        terminal.WriteParagraph(explanation.Opening);
        for (int i = 0; i < explanation.Interventions.Count; i++)
        {
            Print(terminal, i + 1, explanation.Interventions[i]);
        }

        if (explanation.Interventions.Any(i => !i.LeftOut))
        {
            CostReport.Print(terminal, explanation.Cost);
        }

        if (explanation.Closing.Length > 0)
        {
            terminal.WriteLine();
            terminal.WriteParagraph(explanation.Closing);
        }
    }

    /// <summary>Writes the members of the object that <c>explain --json</c> prints.</summary>
    public static void WriteJson(Utf8JsonWriter json, LoadedScenario scenario, Explanation explanation, int residents)
    {
        json.WriteString("scenario", explanation.Title);
        json.WriteString("scenarioHash", scenario.Scenario.Hash);
        json.WriteNumber("countedOnResidents", residents);
        json.WriteNumber("regionResidents", explanation.Region.Residents);
        json.WriteString("opening", explanation.Opening);
        json.WriteObjects("interventions", explanation.Interventions, one =>
        {
            json.WriteString("name", one.Name);
            json.WriteString("kind", one.Kind);
            json.WriteString("owner", one.Owner);
            json.WriteString("level", one.Level);
            json.WriteBoolean("leftOut", one.LeftOut);
            json.WriteStartArray("sentences");
            one.Sentences.ToList().ForEach(json.WriteStringValue);
            json.WriteEndArray();
            json.WriteString("units", one.Units);
            json.WriteNumber("eligible", one.Eligible);
            json.WriteNumber("reached", one.Reached);
            json.WriteNumber("residents", one.Residents);
            json.WriteObjects("byPlace", one.ByPlace, place =>
            {
                json.WriteString("place", place.Place);
                json.WriteNumber("units", place.Units);
                json.WriteNumber("residents", place.Residents);
            });
        });
        CostReport.WriteJson(json, explanation.Cost);
        json.WriteString("closing", explanation.Closing);
    }

    private static void Print(Terminal terminal, int number, ExplainedIntervention one)
    {
        string name = one.Name.Replace('_', ' ');
        terminal.WriteHeading($"{number}. {Capital(name)}{(name == one.Kind ? string.Empty : $" ({one.Kind})")}");
        terminal.WriteParagraph($"Owner: {Owners.InWords(one.Owner)}. Action Scales level: {one.Level}.", Indent);
        foreach (string sentence in one.Sentences)
        {
            terminal.WriteParagraph(sentence, Indent);
        }

        if (!one.LeftOut)
        {
            // Places without reach are said too: nobody should have to notice that one is missing.
            terminal.WriteParagraph($"By place: {string.Join(", ", one.ByPlace.Select(p => $"{Numbers.Count(p.Units)} in {p.Place}"))} ({one.Units}).", Indent);
        }
    }

    private static string Capital(string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];
}
