using System.CommandLine;
using Simulation.Cli.Output;
using Simulation.Cli.Running;
using Simulation.Experiments.Studies;
using Simulation.Results.Comparisons;
using Simulation.Results.Health;
using Simulation.Results.Indicators;

namespace Simulation.Cli.Commands;

/// <summary><c>simulate compare</c>: scenarios beside a baseline, same residents and same luck.</summary>
internal static class CompareCommand
{
    private const string Year = "year";
    private const string FourWeeks = "28days";

    private static readonly string[] Stratifications = ["place", "deprivation", "age", "sex", "disability"];

    /// <summary>The command.</summary>
    public static Command Make(Terminal terminal, CancellationToken cancellation)
    {
        Argument<string> baseline = new("BASELINE") { Description = "Run file, scenario file that is run first, or the folder of a study, alone." };
        Argument<string[]> scenarios = new("SCENARIO")
        {
            Description = "Run files, or scenario files that are run first.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        Option<string?> by = new("--by") { Description = "Also compare by this.", HelpName = string.Join('|', Stratifications) };
        by.AcceptOnlyFromAmong(Stratifications);
        Option<string> over = new("--over")
        {
            Description = "Compare means of the last year (default), or of the last 28 days.",
            HelpName = "year|28days",
            DefaultValueFactory = _ => Year,
        };
        over.AcceptOnlyFromAmong(Year, FourWeeks);
        Option<bool> health = new("--health") { Description = "Also say what it means for health and money: cases, deaths, QALYs, pounds." };
        RunOptionSet options = new();
        Command command = new("compare", "Compare scenarios with a baseline: same residents, same luck.") { baseline, scenarios, by, over, health };
        options.AddTo(command, withSettings: true, withFrom: true);
        command.Validators.Add(result =>
        {
            bool alone = result.GetValue(scenarios) is null or [];
            if (result.GetValue(baseline) is { } first && StudyFolder.Is(first) != alone)
            {
                result.AddError(alone
                    ? first == "baseline"
                        ? "'baseline' alone cannot be compared; name the scenarios to compare with it, e.g. simulate compare baseline school-streets"
                        : $"'{first}' alone cannot be compared; name what it is compared with before it, e.g. simulate compare baseline {first} (the folder of a study is named alone)."
                    : $"{first} is a study, which has its baselines: name it alone.");
            }
            else if (alone && result.Command.Options.FirstOrDefault(o => !o.Recursive && result.GetResult(o) is { Implicit: false }) is { } unused)
            {
                result.AddError($"{unused.Name} does nothing to a study, whose runs have ended: leave it out, or see 'simulate study report --help'.");
            }
        });
        command.SetAction(result =>
        {
            if (StudyFolder.Is(result.GetValue(baseline)!))
            {
                return StudyCommand.Report(terminal, result.GetValue(baseline)!, result.IsJson());
            }

            using RunCollection runs = new(
                [result.GetValue(baseline)!, .. result.GetValue(scenarios)!], options.Read(result), terminal, cancellation);
            Comparison comparison = Comparison.Of(
                runs.Figures[0], [.. runs.Figures.Skip(1)], result.GetValue(by),
                result.GetValue(over) == FourWeeks ? WindowLength.FourWeeks : WindowLength.Year);
            List<HealthAnswer> answers = result.GetValue(health) ? [.. runs.Figures.Skip(1).Select(plan => HealthAnswer.Of(runs.Figures[0], plan))] : [];
            if (result.IsJson())
            {
                JsonOutput.Write(terminal, writer => ComparisonJson.Write(writer, comparison, answers));
            }
            else
            {
                ComparisonReport.Print(terminal, comparison);
                for (int i = 0; i < answers.Count; i++)
                {
                    HealthReport.Print(terminal, comparison.Scenarios[i].Name, answers[i]);
                }
            }

            return ExitCodes.Success;
        });
        return command;
    }
}
