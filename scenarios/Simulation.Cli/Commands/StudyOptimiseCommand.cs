using System.CommandLine;
using System.CommandLine.Parsing;
using Simulation.Cli.Options;
using Simulation.Cli.Output;
using Simulation.Experiments.Running;
using Simulation.Experiments.Studies;
using Simulation.Populations;
using Simulation.Scenarios.Studies;

namespace Simulation.Cli.Commands;

/// <summary><c>simulate study optimise</c>: the package of a plan's levers that does most for a budget.</summary>
internal static class StudyOptimiseCommand
{
    private const int UsualDraws = 8;
    private const double UsualEquity = 80;

    /// <summary>The command.</summary>
    public static Command Make(Terminal terminal, CancellationToken cancellation)
    {
        Argument<string> file = new("PLAN") { Description = "Scenario with the levers to choose among, or a study of one scenario and a budget." };
        Option<string?> output = new("--out") { Description = "Folder of the search (default: the file's name and -search, in this folder).", HelpName = "FOLDER" };
        Option<double?> budget = new("--budget") { Description = "What may be spent over the horizon, e.g. £5m (default: the study's budget).", HelpName = "£", CustomParser = Pounds };
        Option<double> equity = new("--equity") { Description = "In how many of 100 draws poorer neighbourhoods must gain more than richer ones; 0 for no such condition.", HelpName = "N", DefaultValueFactory = _ => UsualEquity };
        Option<int> draws = new("--draws") { Description = "Draws of the evidence in each round; the last has twice as many.", HelpName = "N", DefaultValueFactory = _ => UsualDraws };
        Option<bool> force = new("--force") { Description = "Let another search in the folder give way." };
        RunOptionSet options = new();
        Command command = new("optimise", "Find the package of a plan's levers that leaves fewest residents inactive for a budget, without widening the gap.") { file, output, budget, equity, draws };
        options.AddTo(command, withSettings: true);
        command.Add(force);
        draws.From(2, 1_000);
        equity.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && double.TryParse(result.Tokens[0].Value, System.Globalization.CultureInfo.InvariantCulture, out double value) && value is < 0 or > 100)
            {
                result.AddError("--equity must be a number of draws from 0 to 100 in 100.");
            }
        });
        command.SetAction(result =>
        {
            string path = result.GetValue(file)!;
            RunRequest request = options.Read(result);
            Study study = StudyOptionSet.Read(path, request.Settings, terminal);
            if (study.Scenarios is not [{ Sweep: null } plan])
            {
                throw new CommandException($"{path}: levers are chosen from one scenario without a sweep; this has {(study.Scenarios.Count > 1 ? $"{study.Scenarios.Count} scenarios" : "a sweep")}.");
            }

            if ((result.GetValue(budget) ?? study.Budget) is not { } most)
            {
                throw new CommandException($"{path}: no budget is named; give one with --budget £5m, or as `budget` of a study.");
            }

            string folder = result.GetValue(output) ?? Path.GetFileNameWithoutExtension(path) + "-search";
            StudyFolder.EnsureWritable(folder);
            ScenarioSettings settings = ScenarioSettings.Of([new LoadedScenario(path, plan)], request);
            using OpenPopulation population = PopulationProvider.Open(settings.Population, request.Workers, terminal.Say, cancellation);
            RunHorizon horizon = RunHorizon.Of(new LoadedScenario(path, plan), request);
            FoundPackages found = Search(
                terminal, new StudyRequest(study.Name, folder, request, settings.Population, result.GetValue(force)), population,
                PackageSearch.Packages(plan, population.Population, horizon), (most, result.GetValue(equity) / 100, result.GetValue(draws)), cancellation);
            if (result.IsJson())
            {
                JsonOutput.Write(terminal, json => PackagesReport.WriteJson(json, found, most));
            }
            else
            {
                PackagesReport.Print(terminal, plan.Name, found, most, result.GetValue(equity));
            }

            return ExitCodes.Success;
        });
        return command;
    }

    private static FoundPackages Search(
        Terminal terminal,
        StudyRequest asked,
        OpenPopulation population,
        IReadOnlyList<LeverPackage> packages,
        (double Budget, double Equity, int Draws) wanted,
        CancellationToken cancellation)
    {
        StudyFolder Begin(Study round, string name)
        {
            StudyFolder begun = StudyFolder.Begin(
                Path.Combine(asked.Folder, name), round, population.Population, asked.Population, asked.Request, Beside.None, asked.Force, terminal, cancellation);
            EnsembleOutcome outcome = new Ensemble(begun, population, asked.Request.Workers, terminal).Run(shard: null, jobs: null, only: null, cancellation);
            return outcome.Failed.Count == 0 ? begun
                : throw new CommandException($"{begun.Path}: {outcome.Failed.Count:N0} runs could not be made, the first because: {outcome.Failed[0].Reason}");
        }

        try
        {
            return new PackageSearch(Begin, terminal).Search(asked.Name, packages, wanted.Budget, wanted.Equity, wanted.Draws);
        }
        catch (OperationCanceledException)
        {
            throw new StoppedException($"Stopped; the finished runs are kept in {asked.Folder}, and the same command goes on from there.");
        }
    }

    private static double? Pounds(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        if (StudyReader.TryReadBudget(text, out double pounds, out string problem) && pounds > 0)
        {
            return pounds;
        }

        result.AddError($"--budget takes an amount for the whole horizon such as £5m, not '{text}'{(problem.Length > 0 ? $": {problem}" : string.Empty)}.");
        return null;
    }

    /// <summary>What every round of the search shares.</summary>
    private sealed record StudyRequest(string Name, string Folder, RunRequest Request, PopulationRequest Population, bool Force);
}
