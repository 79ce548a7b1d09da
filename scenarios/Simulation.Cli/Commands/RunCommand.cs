using System.CommandLine;
using System.CommandLine.Parsing;
using Simulation.Cli.Output;
using Simulation.Cli.Running;
using Simulation.Engine.Interventions;
using Simulation.Experiments.Running;
using Simulation.Populations;
using Simulation.Results.RunFiles;
using Simulation.Scenarios.Values;

namespace Simulation.Cli.Commands;

/// <summary><c>simulate run</c>: one scenario, one run file.</summary>
internal static class RunCommand
{
    /// <summary>Given to <c>--out</c> for no file.</summary>
    private const string NoFile = "-";

    /// <summary>The command.</summary>
    public static Command Make(Terminal terminal, CancellationToken cancellation)
    {
        Argument<string> scenario = new("SCENARIO") { Description = "Scenario file (YAML)." };
        Option<string?> output = new("--out")
        {
            Description = "Run file to write (default: the scenario file's name with .run, in this folder; '-' writes none).",
            HelpName = "FILE",
        };
        Option<string?> state = new("--state")
        {
            Description = "Keep the state after the last day in this file; other runs begin there with --from.",
            HelpName = "STATE",
        };
        Option<int> checkpoint = new("--checkpoint")
        {
            Description = "Keep the run every so often, e.g. \"26 weeks\", beside its file; when it is stopped, even by a power cut, the same command goes on from there.",
            HelpName = "PERIOD",
            CustomParser = ReadPeriod,
        };
        Option<bool> force = new("--force") { Description = "Replace run files that exist." };
        RunOptionSet options = new();
        Command command = new("run", "Simulate a scenario day by day and keep its figures in a run file.") { scenario, output };
        options.AddTo(command, withSettings: true, withFrom: true);
        command.Add(state);
        command.Add(checkpoint);
        command.Add(force);
        command.SetAction(result =>
        {
            string path = result.GetValue(scenario)!;
            RunRequest request = options.Read(result);
            string stem = Path.GetFileNameWithoutExtension(path);
            string? file = result.GetValue(output) switch
            {
                null => stem + RunFileFormat.Extension,
                NoFile => null,
                string name => name,
            };
            int every = result.GetResult(checkpoint) is null ? 0 : result.GetValue(checkpoint);
            if (every > 0 && file is null)
            {
                throw new CommandException("--checkpoint keeps a run beside its run file, and '--out -' writes none; give --out a name.", ExitCodes.Usage);
            }

            RunOne(terminal, path, file, result.GetValue(state), every, result.GetValue(force), request, result.IsJson(), cancellation);
            return ExitCodes.Success;
        });
        return command;
    }

    private static void RunOne(
        Terminal terminal, string path, string? file, string? state, int checkpoint, bool force, RunRequest request, bool json, CancellationToken cancellation)
    {
        LoadedScenario scenario = LoadedScenario.ReadToRun(path, request.Settings, terminal);
        if (file is not null)
        {
            RunFileWriter.EnsureFree(file, force);
            OutputFile.EnsureNoText(file);
        }

        if (state is not null)
        {
            OutputFile.EnsureFree(state, force, "choose another name with --state");
            OutputFile.EnsureNoText(state);
        }

        if ((checkpoint > 0 || state is not null) && (scenario.Scenario.Held & HeldBack.Feedback) != Mechanism.None)
        {
            throw new CommandException($"{scenario.Path}: with company or habit held back a run is seen beside one without its interventions, and a state keeps one run; leave {(checkpoint > 0 ? "--checkpoint" : "--state")} out.");
        }

        RunHorizon horizon = RunHorizon.Of(scenario, request);
        ScenarioSettings settings = ScenarioSettings.Of([scenario], request);
        using OpenPopulation population = PopulationProvider.Open(settings.Population, request.Workers, terminal.Say, cancellation);
        using FinishedRun run = ScenarioRunner.Run(
            new RunPlan(scenario, population, horizon, settings.Seed, request.Workers) { Settings = request.Settings, From = request.From, State = state, CheckpointDays = checkpoint }, file, force, terminal, cancellation);
        KeptRate.Remember(run, scenario.Scenario);
        if (json)
        {
            JsonOutput.Write(terminal, writer => HeadlineReport.WriteJson(writer, run));
            return;
        }

        HeadlineReport.Print(terminal, run.Figures);
        HeadlineReport.PrintCost(terminal, run.Figures.Manifest);
        if (file is not null)
        {
            terminal.WriteLine($"Figures in {file}");
        }
    }

    private static int ReadPeriod(ArgumentResult result)
    {
        string text = string.Join(' ', result.Tokens.Select(token => token.Value));
        if (!Period.TryReadDays(text, out int days))
        {
            result.AddError($"--checkpoint must be a length of time such as \"26 weeks\", not '{text}'.");
        }

        return days;
    }
}
