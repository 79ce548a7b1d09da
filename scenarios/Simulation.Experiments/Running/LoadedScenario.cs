using Simulation.Engine.Interventions;
using Simulation.Engine.Populations;
using Simulation.Populations;
using Simulation.Scenarios;
using Simulation.Scenarios.Diagnostics;
using Simulation.Scenarios.Reading;

namespace Simulation.Experiments.Running;

/// <summary>A scenario that was read without error.</summary>
/// <param name="Path">The file, or the library scenario's name, as the user gave it.</param>
/// <param name="Scenario">The scenario.</param>
public sealed record LoadedScenario(string Path, Scenario Scenario)
{
    /// <summary>Reads a scenario that is to be run; warnings go to the reporter.</summary>
    /// <param name="path">File or library name.</param>
    /// <param name="settings">Values of <c>--set</c>, in order.</param>
    /// <param name="reporter">Takes the warnings.</param>
    /// <exception cref="ExperimentException">The scenario has errors; the message shows each with its place.</exception>
    public static LoadedScenario ReadToRun(string path, IReadOnlyList<string> settings, IReporter reporter)
    {
        LoadedScenario loaded = Read(path, settings, reporter);
        if (loaded.Scenario is { Draws: > 0 } or { Replicates: > 1 } or { Sweep: not null })
        {
            reporter.Say($"{path}: one run is made, with the central value of every parameter and the settings as written; its sweep, draws and replicates are left out. 'simulate plan' lists them, 'simulate study run' makes them.");
        }

        return loaded;
    }

    /// <summary>Reads a scenario; warnings go to the reporter.</summary>
    /// <param name="path">File or library name.</param>
    /// <param name="settings">Values of <c>--set</c>, in order.</param>
    /// <param name="reporter">Takes the warnings.</param>
    /// <exception cref="ExperimentException">The scenario has errors; the message shows each with its place.</exception>
    public static LoadedScenario Read(string path, IReadOnlyList<string> settings, IReporter reporter)
    {
        ScenarioResult result = ScenarioReader.Read(path, settings);
        if (result.Scenario is not { } scenario)
        {
            throw new ExperimentException(path + " cannot be used", result.Diagnostics);
        }

        Warn(result.Diagnostics, reporter);

        // The file alone would not say what ran: with settings, the text that is kept is the resolved one.
        return new LoadedScenario(path, settings.Count == 0 ? scenario : scenario with { Text = ResolvedText.Print(scenario) });
    }

    /// <summary>The residents that the scenario is about: what the command line says, else what the scenario says.</summary>
    public PopulationRequest Residents(PopulationRequest asked) =>
        ScenarioSettings.Of([this], new RunRequest { Workers = 1, Population = asked }).Population;

    /// <summary>
    /// The residents that the scenario is about, for counting: built when the user names them, otherwise only taken when they
    /// are at hand, so that a look at a file never turns into minutes of building.
    /// </summary>
    /// <param name="asked">What the user asked for.</param>
    /// <param name="reporter">Says what is being done, or that nothing is counted.</param>
    /// <param name="cancellation">Stops the building.</param>
    public OpenPopulation? AtHand(PopulationRequest asked, IReporter reporter, CancellationToken cancellation)
    {
        PopulationRequest request = Residents(asked);
        OpenPopulation? found = asked.IsNamed
            ? PopulationProvider.Open(request, Environment.ProcessorCount, reporter.Say, cancellation)
            : PopulationProvider.Find(request, reporter.Say);
        if (found is null)
        {
            reporter.Say($"{Path}: nobody is counted, because no population is at hand; name one with --population, or let --residents build one.");
        }

        return found;
    }

    /// <summary>Refuses names that the population does not have, where counting alone would pass over them.</summary>
    /// <exception cref="ExperimentException">The scenario names a neighbourhood that the population does not have.</exception>
    public void CheckNames(Population population)
    {
        if (Scenario.Interventions.Any(i => i.Request.Where.Neighbourhoods is { Count: > 0 }))
        {
            Refuse(ScenarioBinder.Bind(Scenario, population));
        }
    }

    /// <summary>Brings the scenario to a population; warnings go to the reporter.</summary>
    /// <exception cref="ExperimentException">It names something that the population does not have.</exception>
    public IReadOnlyList<Effect> Bind(Population population, IReporter reporter)
    {
        BindingResult result = ScenarioBinder.Bind(Scenario, population);
        Refuse(result);
        Warn(result.Diagnostics, reporter);
        return result.Effects;
    }

    /// <summary>Brings the scenario to the residents of a later year; its warnings were given on the first day.</summary>
    public IReadOnlyList<Effect> Rebind(Population population)
    {
        BindingResult result = ScenarioBinder.Bind(Scenario, population);
        Refuse(result);
        return result.Effects;
    }

    private void Refuse(BindingResult result)
    {
        if (result.HasErrors)
        {
            throw new ExperimentException(Path + " does not fit the population", result.Diagnostics);
        }
    }

    private static void Warn(IReadOnlyList<Diagnostic> diagnostics, IReporter reporter)
    {
        if (diagnostics.Count > 0)
        {
            reporter.Say(DiagnosticPrinter.Print(diagnostics).TrimEnd());
        }
    }
}
