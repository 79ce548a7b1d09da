using System.CommandLine.Parsing;
using System.CommandLine;
using Simulation.Cli.Options;
using Simulation.Cli.Output;
using Simulation.Experiments;
using Simulation.Experiments.Running;
using Simulation.Experiments.Studies;
using Simulation.Populations;
using Simulation.Scenarios.Diagnostics;
using Simulation.Scenarios.Studies;

namespace Simulation.Cli.Commands;

/// <summary>What says which runs a study has; <c>study run</c> and <c>study submit</c> share it.</summary>
internal sealed class StudyOptionSet
{
    private readonly Argument<string> file = new("STUDY") { Description = "Study file (YAML), or a scenario whose sweep, draws and replicates are run." };
    private readonly Option<string?> output = new("--out") { Description = "Folder of the study (default: the file's name, in this folder).", HelpName = "FOLDER" };
    private readonly Option<int?> draws = new("--draws") { Description = "Draws of what the evidence leaves open (default: the study's).", HelpName = "N" };
    private readonly Option<int?> seeds = new("--seeds") { Description = "Runs of each draw with other luck (default: the study's).", HelpName = "N" };
    private readonly Option<bool> split = new("--split") { Description = "Also run every combination of owners, with central values, and share the effect out among them." };
    private readonly Option<bool> mechanisms = new("--mechanisms") { Description = "Also run every combination of the mechanisms by which a plan acts (time, cost, safety, motivation, company, habit), with central values, and share the effect out among them." };
    private readonly Option<bool> structures = new("--structures") { Description = "Also run the model formed otherwise where evidence leaves it open, with central values: each is a dot beside the ranges." };
    private readonly Option<bool> force = new("--force") { Description = "Let another study's plan in the folder give way." };
    private readonly RunOptionSet options = new();

    /// <summary>Adds the options to a command.</summary>
    /// <param name="command">The command.</param>
    /// <param name="own">Options of the command's own, listed after those that say which runs there are.</param>
    public void AddTo(Command command, IReadOnlyList<Option> own)
    {
        command.Add(file);
        command.Add(output);
        command.Add(draws);
        command.Add(seeds);
        command.Add(split);
        command.Add(mechanisms);
        command.Add(structures);
        foreach (Option option in own)
        {
            command.Add(option);
        }

        options.AddTo(command, withSettings: true);
        command.Add(force);
        draws.From(0, 10_000);
        seeds.From(1, 1_000);
    }

    /// <summary>Plans the study and begins its folder, or goes on with it.</summary>
    /// <param name="result">The command line.</param>
    /// <param name="terminal">Told of warnings and of how far the population has come.</param>
    /// <param name="cancellation">Stops the population.</param>
    /// <returns>The folder, and the residents; whoever calls disposes of them.</returns>
    public (StudyFolder Study, OpenPopulation Population, RunRequest Request) Begin(ParseResult result, Terminal terminal, CancellationToken cancellation)
    {
        string path = result.GetValue(file)!;
        RunRequest request = options.Read(result);
        Study study = Read(path, request.Settings, terminal);
        study = study with { Draws = result.GetValue(draws) ?? study.Draws, Seeds = result.GetValue(seeds) ?? study.Seeds };
        string folder = result.GetValue(output) ?? Path.GetFileNameWithoutExtension(path);
        ScenarioSettings settings = ScenarioSettings.Of([.. study.Scenarios.Select(s => new LoadedScenario(path, s))], request);
        StudyFolder.EnsureWritable(folder);
        OpenPopulation population = PopulationProvider.Open(settings.Population, request.Workers, terminal.Say, cancellation);
        try
        {
            Beside beside = (result.GetValue(split) ? Beside.Owners : Beside.None) | (result.GetValue(mechanisms) ? Beside.Mechanisms : Beside.None)
                | (result.GetValue(structures) ? Beside.Structures : Beside.None);
            StudyFolder begun = StudyFolder.Begin(folder, study, population.Population, settings.Population, request, beside, result.GetValue(force), terminal, cancellation);
            return (begun, population, request);
        }
        catch
        {
            population.Dispose();
            throw;
        }
    }

    /// <summary>The words of the command line that say which runs there are, for another process to say them again: all but folder, threads and force.</summary>
    /// <param name="result">The command line.</param>
    /// <param name="own">Options of the command's own, which are left out.</param>
    public IReadOnlyList<string> Words(ParseResult result, IReadOnlyList<Option> own)
    {
        string[] left = [output.Name, force.Name, "--workers", "--json", .. own.Select(o => o.Name)];
        return
        [
            result.GetValue(file)!,
            .. result.CommandResult.Children.OfType<OptionResult>().Where(o => !o.Implicit && !left.Contains(o.Option.Name))
                .SelectMany(o => o.Tokens.Count == 0 ? [o.Option.Name] : o.Tokens.SelectMany(t => (string[])[o.Option.Name, t.Value])),
        ];
    }

    /// <summary>Reads a study, or the study that a scenario makes by itself; warnings are told.</summary>
    /// <exception cref="ExperimentException">It cannot be used.</exception>
    public static Study Read(string path, IReadOnlyList<string> settings, Terminal terminal)
    {
        StudyResult result = StudyReader.Read(path, settings);
        if (result.Study is not { } study)
        {
            throw new ExperimentException(path + " cannot be used", result.Diagnostics);
        }

        if (result.Diagnostics.Count > 0)
        {
            terminal.Say(DiagnosticPrinter.Print(result.Diagnostics).TrimEnd());
        }

        return study;
    }
}
