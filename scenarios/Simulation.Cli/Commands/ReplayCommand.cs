using System.CommandLine;
using System.Globalization;
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
            TextTable table = new(["Kind and study: what was measured", "Published", "Simulated", "Agrees"], wrapping: 0);
            Trial trial = new(open.Population, options);
            foreach (PublishedStudy study in studies)
            {
                cancellation.ThrowIfCancellationRequested();
                terminal.Say($"{study.Kind}: {study.Source}");
                double value = study.Measure(trial, false);
                table.Add($"{study.Kind}, {study.Source}: {study.Outcome}", study.Published, Print(study, value), study.Agrees(value) ? "yes" : "no");
                if (result.GetValue(solve) && study.Solves is { } parameter)
                {
                    terminal.Say(string.Create(CultureInfo.InvariantCulture, $"{parameter}: {Solve(trial, study, parameter):0.000} returns {Print(study, study.Estimate)}"));
                }
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

    private static string Print(PublishedStudy study, double value) => string.Format(CultureInfo.InvariantCulture, study.Form, value);
}
