using System.Globalization;
using System.Text.Json;
using Simulation.Cli.Studies;

namespace Simulation.Cli.Output;

/// <summary>Prints what a study's runs left behind.</summary>
internal static class StudyReport
{
    /// <summary>A line a run, and how to compare them.</summary>
    public static void Print(Terminal terminal, string folder, IReadOnlyList<FinishedMember> finished)
    {
        terminal.WriteHeading($"{finished.Count:N0} run files in {folder}");
        TextTable table = new([">Run", "File", "Baseline"], wrapping: 1);
        foreach (FinishedMember one in finished)
        {
            table.Add(
                one.Member.Baseline is null ? string.Empty : Numbers.Count(one.Member.Run.Index),
                Path.GetFileName(one.Member.File), Path.GetFileName(one.Member.Baseline) ?? string.Empty);
        }

        table.Write(terminal);
        terminal.WriteLine();
        if (finished.FirstOrDefault(f => f.Member.Baseline is not null) is { } first)
        {
            terminal.WriteParagraph($"Any of them beside its baseline: simulate compare {first.Member.Baseline} {first.Member.File}");
        }
    }

    /// <summary>Writes the members of the object that <c>run --all --json</c> prints.</summary>
    public static void WriteJson(Utf8JsonWriter json, string folder, IReadOnlyList<FinishedMember> finished)
    {
        json.WriteString("folder", folder);
        json.WriteObjects("runs", finished, one =>
        {
            json.WriteString("file", one.Member.File);
            if (one.Member.Baseline is { } baseline)
            {
                json.WriteNumber("number", one.Member.Run.Index);
                json.WriteString("baseline", baseline);
                json.WriteStartArray("settings");
                one.Member.Run.Settings.ToList().ForEach(json.WriteStringValue);
                json.WriteEndArray();
                json.WriteNumber("draw", one.Member.Run.Draw);
            }

            json.WriteNumber("seed", one.Member.Seed);
            json.WriteBoolean("kept", one.Kept);
            json.WriteString("scenarioHash", one.Manifest.ScenarioHash);
            json.WriteString("stateHash", one.Manifest.StateHash);
            json.WriteString("start", one.Manifest.Start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            json.WriteNumber("days", one.Manifest.Days);
            json.WriteNumber("residents", one.Manifest.Residents);
        });
    }
}
