using System.CommandLine;
using Simulation.Cli.Options;
using Simulation.Cli.Output;
using Simulation.Experiments.Running;
using Simulation.Populations;
using Simulation.Scenarios.Diagnostics;
using Simulation.Scenarios.Reading;
using Simulation.Scenarios.Studies;

namespace Simulation.Cli.Commands;

/// <summary><c>simulate check</c>: every mistake of every file in one pass.</summary>
internal static class CheckCommand
{
    /// <summary>The command.</summary>
    public static Command Make(Terminal terminal, CancellationToken cancellation)
    {
        Argument<string[]> files = new("FILE")
        {
            Description = "Scenario or study files, or names of library scenarios.",
            Arity = ArgumentArity.OneOrMore,
        };
        Option<string[]> settings = SettingOption.Make();
        PopulationOptionSet population = new(withFile: true);
        Command command = new("check", "Find every mistake in scenario files.") { files, settings };
        population.AddTo(command);
        command.SetAction(result =>
        {
            CheckedFile[] found = [.. result.GetValue(files)!.Select(
                path => Check(path, result.GetValue(settings)!, population.Read(result), terminal, cancellation))];
            if (result.IsJson())
            {
                JsonOutput.Write(terminal, writer => CheckReport.WriteJson(writer, found));
            }
            else
            {
                CheckReport.Print(terminal, found);
            }

            return found.Any(f => f.Errors > 0) ? ExitCodes.BadInput : ExitCodes.Success;
        });
        return command;
    }

    private static CheckedFile Check(
        string path, IReadOnlyList<string> settings, PopulationRequest asked, Terminal terminal, CancellationToken cancellation)
    {
        if (StudyReader.IsStudy(path))
        {
            // Its scenarios are read with it, and each is counted on residents when it is checked by itself.
            StudyResult study = StudyReader.Read(path, settings);
            return new CheckedFile(path, null, null, study.Diagnostics) { Study = study.Study };
        }

        ScenarioResult read = ScenarioReader.Read(path, settings);
        if (read.Scenario is not { } scenario)
        {
            return new CheckedFile(path, null, null, read.Diagnostics);
        }

        using OpenPopulation? open = new LoadedScenario(path, scenario).AtHand(asked, terminal, cancellation);
        IReadOnlyList<Diagnostic> counted = open is null ? [] : ScenarioBinder.Bind(scenario, open.Population).Diagnostics;
        return new CheckedFile(path, scenario, open?.Population.Count, InOrder([.. read.Diagnostics, .. counted]));
    }

    /// <summary>What reading and counting found, as one list by file, line and column.</summary>
    private static Diagnostic[] InOrder(List<Diagnostic> found)
    {
        List<string> files = [.. found.Select(d => d.Span.Source.Name).Distinct(StringComparer.Ordinal)];
        return [.. found.OrderBy(d => files.IndexOf(d.Span.Source.Name)).ThenBy(d => d.Span.Line).ThenBy(d => d.Span.Column)];
    }
}
