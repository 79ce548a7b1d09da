using System.Globalization;
using System.Text.Json;
using Simulation.Experiments.Studies;

namespace Simulation.Cli.Output;

/// <summary>Prints how far a study has come.</summary>
internal static class StudyStatus
{
    /// <summary>What there is, what is missing, and what to do next.</summary>
    public static void Print(Terminal terminal, StudyFolder study, EnsembleOutcome? outcome)
    {
        FrozenPlan plan = study.Plan;
        ILookup<MemberState, Member> states = plan.Members.ToLookup(m => study.StateOf(m));
        terminal.WriteHeading(plan.Name);
        terminal.WriteParagraph(string.Create(
            CultureInfo.InvariantCulture,
            $"{plan.Members.Count:N0} runs of {plan.Residents:N0} residents over {Numbers.Days(plan.Days)} from {plan.Start:yyyy-MM-dd}: {Draws(plan)}, {(plan.Seeds == 1 ? "one seed" : $"{plan.Seeds} seeds")}{(plan.Draws > 0 ? " each" : string.Empty)}. Plan {plan.Id[..8]}."));
        TextTable table = new(["Runs", ">Number"]);
        table.Add("finished", Numbers.Count(states[MemberState.Finished].Count()));
        if (outcome is { Made: > 0 })
        {
            table.Add("  of these made just now", Numbers.Count(outcome.Made));
        }

        foreach ((MemberState state, string words) in (ReadOnlySpan<(MemberState, string)>)[
            (MemberState.Running, "being made now"), (MemberState.Missing, "missing"), (MemberState.Damaged, "damaged, or another run's")])
        {
            if (states[state].Any())
            {
                table.Add(words, Numbers.Count(states[state].Count()));
            }
        }

        table.Write(terminal);
        foreach (FailedMember failed in outcome?.Failed ?? [])
        {
            terminal.Complain($"{failed.Member.File}: {failed.Reason}");
        }

        foreach (Member damaged in states[MemberState.Damaged])
        {
            terminal.WriteParagraph($"{study.FileOf(damaged)} is damaged, or another run's; 'study run' makes it again.");
        }

        foreach (string stray in study.Strays())
        {
            terminal.WriteParagraph($"{stray} belongs to no run of this study and is not read.");
        }

        terminal.WriteLine();
        terminal.WriteParagraph(states[MemberState.Finished].Count() == plan.Members.Count
            ? $"What it found: simulate study report {study.Path}"
            : "The same 'simulate study run' command makes what is missing.");
    }

    /// <summary>Writes the members of the object that <c>--json</c> prints.</summary>
    public static void WriteJson(Utf8JsonWriter json, StudyFolder study, EnsembleOutcome? outcome)
    {
        FrozenPlan plan = study.Plan;
        json.WriteString("folder", study.Path);
        json.WriteString("study", plan.Name);
        json.WriteString("plan", plan.Id);
        json.WriteNumber("draws", plan.Draws);
        json.WriteNumber("seeds", plan.Seeds);
        json.WriteNumber("residents", plan.Residents);
        json.WriteNumber("days", plan.Days);
        if (outcome is not null)
        {
            json.WriteNumber("made", outcome.Made);
            json.WriteNumber("kept", outcome.Kept);
            json.WriteObjects("failed", outcome.Failed, f =>
            {
                json.WriteString("file", f.Member.File);
                json.WriteString("reason", f.Reason);
            });
            if (outcome.Failed.Count > 0)
            {
                json.WriteError(
                    ExitCodes.BadInput, $"{outcome.Failed.Count:N0} of {plan.Members.Count:N0} runs could not be made.",
                    [.. outcome.Failed.Select(f => new Fault(f.Reason) { File = study.FileOf(f.Member) })]);
            }
        }

        json.WriteObjects("runs", plan.Members, member =>
        {
            json.WriteString("file", study.FileOf(member));
            json.WriteString("state", study.StateOf(member).ToString().ToLowerInvariant());
            if (member.Baseline is not null)
            {
                json.WriteString("baseline", study.BaselineOf(member));
            }

            json.WriteString("scenario", member.Scenario);
            json.WriteStartArray("settings");
            member.Settings.ToList().ForEach(json.WriteStringValue);
            json.WriteEndArray();
            json.WriteNumber("draw", member.Draw);
            json.WriteNumber("seed", member.Seed);
            json.WriteString("scenarioHash", member.ScenarioHash);
        });
        json.WriteStartArray("strays");
        study.Strays().ToList().ForEach(json.WriteStringValue);
        json.WriteEndArray();
    }

    private static string Draws(FrozenPlan plan) => plan.Draws == 0 ? "central values" : $"central values and {plan.Draws:N0} draws";
}
