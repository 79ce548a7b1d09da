using System.Text.Json;
using Simulation.Engine.Populations;
using Simulation.Experiments.Running;
using Simulation.Scenarios.Telling;

namespace Simulation.Cli.Output;

/// <summary>Prints what two scenarios differ in.</summary>
internal static class DiffReport
{
    /// <summary>Differences of meaning, then of reach.</summary>
    /// <param name="terminal">Where to.</param>
    /// <param name="first">One scenario.</param>
    /// <param name="second">The other.</param>
    /// <param name="found">The differences.</param>
    /// <param name="region">The residents that reach was counted on, and whom they stand for; null when nobody was counted.</param>
    public static void Print(Terminal terminal, LoadedScenario first, LoadedScenario second, DiffResult found, Region? region)
    {
        if (found.Same)
        {
            terminal.WriteParagraph($"{first.Path} and {second.Path} mean the same.");
            return;
        }

        terminal.WriteParagraph($"From {first.Path} to {second.Path} (+ added, - removed, ~ changed):");
        foreach (Difference d in found.Differences)
        {
            terminal.WriteParagraph(d.Kind switch
            {
                DifferenceKind.Added => $"+ {d.Path}: {d.After}",
                DifferenceKind.Removed => $"- {d.Path}: {d.Before}",
                _ => $"~ {d.Path}: {d.Before} -> {d.After}",
            });
        }

        if (region is not { } counted)
        {
            return;
        }

        terminal.WriteHeading($"Whom they reach, of {counted.Residents:N0} residents{(counted.Sampled ? $", estimated from {counted.Simulated:N0}" : string.Empty)}");
        if (found.Reach.Count == 0)
        {
            terminal.WriteLine("The same.");
            return;
        }

        TextTable table = new(["Intervention", "Counted", ">In the first", ">In the second", ">In both"]);
        foreach (ReachDifference reach in found.Reach)
        {
            table.Add(reach.Intervention.Replace('_', ' '), reach.Units, Numbers.Count(reach.Before), Numbers.Count(reach.After), Numbers.Count(reach.Both));
            table.Add(string.Empty, "residents", Numbers.Count(reach.ResidentsBefore), Numbers.Count(reach.ResidentsAfter), string.Empty);
        }

        table.Write(terminal);
    }

    /// <summary>Writes the members of the object that <c>diff --json</c> prints.</summary>
    public static void WriteJson(Utf8JsonWriter json, LoadedScenario first, LoadedScenario second, DiffResult found, Region? region)
    {
        json.WriteString("first", first.Path);
        json.WriteString("second", second.Path);
        json.WriteBoolean("same", found.Same);
        json.WriteObjects("differences", found.Differences, d =>
        {
            json.WriteString("kind", d.Kind.ToString().ToLowerInvariant());
            json.WriteString("path", d.Path);
            json.WriteString("before", d.Before);
            json.WriteString("after", d.After);
        });
        if (region is { } counted)
        {
            json.WriteNumber("countedOnResidents", counted.Simulated);
            json.WriteNumber("regionResidents", counted.Residents);
        }
        else
        {
            json.WriteNull("countedOnResidents");
            json.WriteNull("regionResidents");
        }

        json.WriteObjects("reach", found.Reach, reach =>
        {
            json.WriteString("intervention", reach.Intervention);
            json.WriteString("units", reach.Units);
            json.WriteNumber("before", reach.Before);
            json.WriteNumber("after", reach.After);
            json.WriteNumber("both", reach.Both);
            json.WriteNumber("residentsBefore", reach.ResidentsBefore);
            json.WriteNumber("residentsAfter", reach.ResidentsAfter);
        });
    }
}
