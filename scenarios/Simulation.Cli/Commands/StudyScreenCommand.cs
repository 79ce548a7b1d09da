using System.CommandLine;
using Simulation.Cli.Options;
using Simulation.Cli.Output;
using Simulation.Engine.Observation;
using Simulation.Experiments.Running;
using Simulation.Experiments.Studies;
using Simulation.Populations;
using Simulation.Results.Studies;
using Simulation.Scenarios.Studies;
using Simulation.Scenarios.Sweeps;

namespace Simulation.Cli.Commands;

/// <summary><c>simulate study screen</c>: which numbers of the model decide what a plan does.</summary>
internal static class StudyScreenCommand
{
    private const int UsualTrajectories = 4;
    private const int UsualResidents = 135_000;

    /// <summary>The command.</summary>
    public static Command Make(Terminal terminal, CancellationToken cancellation)
    {
        Argument<string> file = new("PLAN") { Description = "Scenario, or a study of one scenario, without a sweep." };
        Option<string?> output = new("--out") { Description = "Folder of the screen (default: the file's name and -screen, in this folder).", HelpName = "FOLDER" };
        Option<int> trajectories = new("--trajectories") { Description = "Walks through the ranges, each a run more than there are numbers.", HelpName = "N", DefaultValueFactory = _ => UsualTrajectories };
        Option<string[]> numbers = new("--number") { Description = "Numbers to move, by name or beginning, such as school. (default: all that draws vary). May be repeated.", HelpName = "NAME", DefaultValueFactory = _ => [] };
        Option<string?> indicator = new("--indicator") { Description = "Indicator whose change is the answer (default: fewer residents inactive).", HelpName = "NAME" };
        Option<bool> force = new("--force") { Description = "Let another screen in the folder give way." };
        RunOptionSet options = new();
        Command command = new("screen", $"Find which numbers of the model decide what a plan does: elementary effects (Morris) on its difference to the baseline, on {UsualResidents:N0} residents unless asked otherwise.")
        {
            file, output, trajectories, numbers, indicator,
        };
        options.AddTo(command, withSettings: true);
        command.Add(force);
        trajectories.From(1, 1_000);
        indicator.AcceptOnlyFromAmong([.. Indicator.All.Select(i => i.Key)]);
        command.SetAction(result =>
        {
            string path = result.GetValue(file)!;
            RunRequest request = options.Read(result);
            Study study = StudyOptionSet.Read(path, request.Settings, terminal);
            if (study.Scenarios is not [{ Sweep: null, Interventions.Count: > 0 } plan])
            {
                throw new CommandException($"{path}: a screen looks at one plan with interventions and without a sweep.");
            }

            ElementaryDesign design = new(StudyScreen.Numbers(SweepExpander.NumbersDrawn(plan), result.GetValue(numbers)!), result.GetValue(trajectories));
            study = study with { Draws = design.Draws, Seeds = 1, Design = design };
            string folder = result.GetValue(output) ?? Path.GetFileNameWithoutExtension(path) + "-screen";
            StudyFolder.EnsureWritable(folder);
            PopulationRequest asked = ScenarioSettings.Of([new LoadedScenario(path, plan)], request).Population;
            asked = request.Population.IsNamed || plan.Residents is not null ? asked : asked with { Residents = UsualResidents };
            using OpenPopulation population = PopulationProvider.Open(asked, request.Workers, terminal.Say, cancellation);
            StudyArm arm = Run(terminal, study, folder, population, asked, request, result.GetValue(force), cancellation);
            IReadOnlyList<ScreenedNumber> found = StudyScreen.Of(arm, design, result.GetValue(indicator));
            if (result.IsJson())
            {
                JsonOutput.Write(terminal, json => ScreenReport.WriteJson(json, found, result.GetValue(indicator)));
            }
            else
            {
                ScreenReport.Print(terminal, plan.Name, found, design, result.GetValue(indicator), population.Population.Count);
            }

            return ExitCodes.Success;
        });
        return command;
    }

    private static StudyArm Run(
        Terminal terminal, Study study, string folder, OpenPopulation population, PopulationRequest asked, RunRequest request, bool force, CancellationToken cancellation)
    {
        try
        {
            StudyFolder begun = StudyFolder.Begin(folder, study, population.Population, asked, request, Beside.None, force, terminal, cancellation);
            EnsembleOutcome outcome = new Ensemble(begun, population, request.Workers, terminal).Run(shard: null, jobs: null, only: null, cancellation);
            return outcome.Failed.Count == 0 ? StudyReading.Read(begun, terminal, screen: true).Arms[0]
                : throw new CommandException($"{begun.Path}: {outcome.Failed.Count:N0} runs could not be made, the first because: {outcome.Failed[0].Reason}");
        }
        catch (OperationCanceledException)
        {
            throw new StoppedException($"Stopped; the finished runs are kept in {folder}, and the same command goes on from there.");
        }
    }
}
