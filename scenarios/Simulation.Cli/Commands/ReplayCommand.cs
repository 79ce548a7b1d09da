using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Simulation.Cli.Options;
using Simulation.Cli.Output;
using Simulation.Engine.Parameters;
using Simulation.Engine.Replays;
using Simulation.Engine.Running;
using Simulation.Populations;

namespace Simulation.Cli.Commands;

/// <summary><c>simulate replay</c>: published studies of interventions, played again in the model at their own estimand.</summary>
internal static class ReplayCommand
{
    private const int Rounds = 8;

    /// <summary>The command.</summary>
    public static Command Make(Terminal terminal, CancellationToken cancellation)
    {
        Argument<string?> name = new("STUDY")
        {
            Description = "Kind of intervention, or part of a study's name (default: all).",
            Arity = ArgumentArity.ZeroOrOne,
        };
        Option<PropensityStructure> structure = new("--propensity") { Description = "What is taken to become of propensities." };
        Option<int> seed = new("--seed") { Description = "Seed of the luck.", HelpName = "N", DefaultValueFactory = _ => 1 };
        Option<bool> solve = new("--solve") { Description = "Also look for the value of the study's parameter that returns its published point." };
        PopulationOptionSet population = new(withFile: true);
        Command command = new("replay", "Play published studies again in the model and set the results beside theirs.") { name, structure, seed, solve };
        population.AddTo(command);
        command.SetAction(result =>
        {
            IReadOnlyList<PublishedStudy> studies = Chosen(result.GetValue(name));
            using OpenPopulation open = PopulationProvider.Open(
                population.Read(result), Environment.ProcessorCount, terminal.Say, cancellation);
            RunOptions options = new() { Seed = (ulong)result.GetValue(seed), Propensity = result.GetValue(structure) };
            Trial trial = new(open.Population, options);
            List<Replayed> replayed = [];
            foreach (PublishedStudy study in studies)
            {
                cancellation.ThrowIfCancellationRequested();
                terminal.Say($"{study.Kind}: {study.Source}");
                double? solved = result.GetValue(solve) && study.Solves is { } parameter ? Solve(trial, study, parameter) : null;
                replayed.Add(new Replayed(study, study.Measure(trial, false), solved));
                if (solved is { } value)
                {
                    terminal.Say(string.Create(CultureInfo.InvariantCulture, $"{study.Solves}: {value:0.000} returns {Print(study, study.Estimate)}"));
                }
            }

            if (result.IsJson())
            {
                JsonOutput.Write(terminal, json => WriteJson(json, replayed));
                return ExitCodes.Success;
            }

            TextTable table = new(["Kind and study: what was measured", "Published", "Simulated", "Agrees"], wrapping: 0);
            foreach ((PublishedStudy study, double value, _) in replayed)
            {
                table.Add($"{study.Kind}, {study.Source}: {study.Outcome}", study.Published, Print(study, value), study.Agrees(value) ? "yes" : "no");
            }

            table.Write(terminal);
            return ExitCodes.Success;
        });
        return command;
    }

    // Bisection on the range of the parameter: replays rise or fall with it.
    private static double Solve(Trial trial, PublishedStudy study, string parameter)
    {
        Parameter sought = ParameterRegistry.Get(parameter);
        double low = Math.Min(0, sought.Minimum);
        double high = sought.Maximum * 2;
        bool rises = At(high) > At(low);
        for (int round = 0; round < Rounds; round++)
        {
            double middle = (low + high) / 2;
            bool below = At(middle) < study.Estimate;
            (low, high) = below == rises ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;

        double At(double value) =>
            study.Measure(trial.With(new Dictionary<string, double> { [parameter] = value }), false);
    }

    private static IReadOnlyList<PublishedStudy> Chosen(string? name)
    {
        IReadOnlyList<PublishedStudy> studies = name is null
            ? PublishedStudies.All
            : [.. PublishedStudies.All.Where(study => study.Kind == name || study.Source.Contains(name, StringComparison.OrdinalIgnoreCase))];
        return studies.Count > 0
            ? studies
            : throw new CommandException(
                $"no study is called '{name}'; write a kind of intervention that has one ({string.Join(", ", PublishedStudies.All.Select(study => study.Kind).Distinct())}) or part of a study's name.");
    }

    private static void WriteJson(Utf8JsonWriter json, IReadOnlyList<Replayed> replayed) => json.WriteObjects("studies", replayed, one =>
    {
        json.WriteString("kind", one.Study.Kind);
        json.WriteString("source", one.Study.Source);
        json.WriteString("outcome", one.Study.Outcome);
        json.WriteString("publishedAs", one.Study.Published);
        json.WriteFinite("published", one.Study.Estimate);
        json.WriteFinite("low", one.Study.Low);
        json.WriteFinite("high", one.Study.High);
        json.WriteFinite("simulated", one.Value);
        json.WriteBoolean("agrees", one.Study.Agrees(one.Value));
        json.WriteString("solves", one.Study.Solves);
        json.WriteFinite("solved", one.Solved ?? double.NaN);
    });

    private static string Print(PublishedStudy study, double value) => string.Format(CultureInfo.InvariantCulture, study.Form, value);

    /// <summary>A study, the value that the model gives, and the value of its parameter that would return the published point.</summary>
    private sealed record Replayed(PublishedStudy Study, double Value, double? Solved);
}
