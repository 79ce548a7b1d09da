using Simulation.Cli.Output;
using Simulation.Engine.Interventions;
using Simulation.Engine.Populations;
using Simulation.Scenarios;
using Simulation.Scenarios.Diagnostics;

namespace Simulation.Cli.Running;

/// <summary>A scenario that was read without error.</summary>
/// <param name="Path">The file, or the library scenario's name, as the user gave it.</param>
/// <param name="Scenario">The scenario.</param>
internal sealed record LoadedScenario(string Path, Scenario Scenario)
{
    /// <summary>Reads a scenario; warnings go to the terminal.</summary>
    /// <exception cref="CommandException">The scenario has errors; the message shows each with its place.</exception>
    public static LoadedScenario Read(string path, Terminal terminal)
    {
        ScenarioResult result = ScenarioReader.Read(path);
        if (result.Scenario is null)
        {
            throw new CommandException(path + " cannot be run" + Environment.NewLine + DiagnosticPrinter.Print(result.Diagnostics).TrimEnd());
        }

        Warn(result.Diagnostics, terminal);
        if (result.Scenario is { Draws: > 0 } or { Replicates: > 1 } or { Sweep: not null })
        {
            terminal.Say($"{path}: one run is made, with the central value of every parameter and the settings as written; its sweep, draws and replicates are left out.");
        }

        return new LoadedScenario(path, result.Scenario);
    }

    /// <summary>Brings the scenario to a population; warnings go to the terminal.</summary>
    /// <exception cref="CommandException">It names something that the population does not have.</exception>
    public IReadOnlyList<Effect> Bind(Population population, Terminal terminal)
    {
        BindingResult result = ScenarioBinder.Bind(Scenario, population);
        if (result.HasErrors)
        {
            throw new CommandException(Path + " does not fit the population" + Environment.NewLine + DiagnosticPrinter.Print(result.Diagnostics).TrimEnd());
        }

        Warn(result.Diagnostics, terminal);
        return result.Effects;
    }

    private static void Warn(IReadOnlyList<Diagnostic> diagnostics, Terminal terminal)
    {
        if (diagnostics.Count > 0)
        {
            terminal.Say(DiagnosticPrinter.Print(diagnostics).TrimEnd());
        }
    }
}
