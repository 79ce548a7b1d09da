using System.Globalization;
using System.Text;
using Simulation.Engine.Parameters;
using Simulation.Experiments.Running;
using Simulation.Populations;
using Simulation.Results.Statistics;
using Simulation.Results.Studies;
using Simulation.Scenarios.Reading;
using Simulation.Scenarios.Studies;

namespace Simulation.Experiments.Studies;

/// <summary>A number, as far as figures of one's own leave it open.</summary>
/// <param name="Number">The number.</param>
/// <param name="Low">The lowest value that is left, NaN where none is.</param>
/// <param name="High">The highest.</param>
/// <param name="Best">Its value at the point that comes nearest to all figures.</param>
public sealed record FittedNumber(Parameter Number, double Low, double High, double Best);

/// <summary>A figure of one's own beside the model's at the point that comes nearest to all.</summary>
/// <param name="Figure">The figure.</param>
/// <param name="Model">What the run at that point gives.</param>
/// <param name="Distance">How many standard deviations that is away.</param>
/// <param name="RuledOut">Share of points that this figure alone rules out; NaN where no emulator foretells it.</param>
public sealed record FittedFigure(OwnFigure Figure, double Model, double Distance, double RuledOut);

/// <summary>What came of fitting.</summary>
/// <param name="Numbers">The numbers.</param>
/// <param name="Figures">The figures.</param>
/// <param name="Volume">Share of the numbers' ranges, taken together, that is left.</param>
/// <param name="Runs">Runs made.</param>
public sealed record Fitted(IReadOnlyList<FittedNumber> Numbers, IReadOnlyList<FittedFigure> Figures, double Volume, int Runs);

/// <summary>Fits numbers of the model to figures of one's own, by history matching on baseline runs under the same luck.</summary>
/// <param name="targets">Figures and numbers.</param>
/// <param name="population">The residents.</param>
/// <param name="request">What the command line says.</param>
/// <param name="reporter">Shows how far the runs have come.</param>
public sealed class Fitting(OwnTargets targets, OpenPopulation population, RunRequest request, IReporter reporter)
{
    private const string Baseline = "baseline";

    /// <summary>Fits.</summary>
    /// <param name="waves">Most waves of runs.</param>
    /// <param name="cancellation">Stops between two days.</param>
    /// <exception cref="ExperimentException">A setting cannot be read, or a figure is of a stratum that the runs do not have.</exception>
    public Fitted Fit(int waves, CancellationToken cancellation)
    {
        int wave = 0;
        Matched matched = HistoryMatching.Of(
            targets.Numbers.Count, [.. targets.Figures.Select(f => new MatchTarget(f.Value, f.Error, f.Discrepancy))],
            points => Run(points, $"Wave {++wave}", cancellation), waves, request.Seed ?? RunPlan.DefaultSeed);
        double[] best = Run([matched.Best], "The best point", cancellation)[0];
        return new Fitted(
            [.. targets.Numbers.Select((number, i) => new FittedNumber(
                number,
                matched.Left.Count == 0 ? double.NaN : ValueOf(number, matched.Left.Min(p => p[i])),
                matched.Left.Count == 0 ? double.NaN : ValueOf(number, matched.Left.Max(p => p[i])),
                ValueOf(number, matched.Best[i])))],
            [.. targets.Figures.Select((figure, t) => new FittedFigure(
                figure, best[t], new MatchTarget(figure.Value, figure.Error, figure.Discrepancy).Implausibility(best[t], 0), matched.RuledOut[t]))],
            matched.Volume, matched.Runs + 1);
    }

    /// <summary>The fitted numbers as a scenario that others can extend.</summary>
    /// <param name="targets">Figures and numbers.</param>
    /// <param name="fitted">What came of them.</param>
    public static string ToScenario(OwnTargets targets, Fitted fitted)
    {
        ArgumentNullException.ThrowIfNull(targets);
        ArgumentNullException.ThrowIfNull(fitted);
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"scenario: {Quoted("Baseline fitted to " + targets.Name)}\nversion: 1\n");
        text.Append(CultureInfo.InvariantCulture, $"description: {Quoted($"Nearest of {fitted.Runs:N0} runs to {targets.Figures.Count:N0} figures of one's own; the farthest is {fitted.Figures.Max(f => f.Distance):0.0} standard deviations away.")}\nextends: baseline\nparameters:\n");
        foreach (FittedNumber number in fitted.Numbers)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {number.Number.Name}: {number.Best:0.######}\n");
        }

        return text.ToString();
    }

    private static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal).ReplaceLineEndings(" ")}'";

    private static double ValueOf(Parameter number, double unit) => Math.Round(number.Minimum + (unit * (number.Maximum - number.Minimum)), 6);

    private double[][] Run(IReadOnlyList<double[]> points, string what, CancellationToken cancellation)
    {
        double[][] answers = new double[points.Count][];
        LoadedScenario[] scenarios = [.. points.Select(Scenario)];
        RunHorizon horizon = RunHorizon.Of(scenarios[0], request);
        int done = 0;
        string[] strata = [.. targets.Figures.Select(f => f.By).Where(b => b != "all").Distinct()];
        reporter.Show(what, points.Count, "runs", population.Population.Count * horizon.Days, report => SideBySide.ForEach(
            Enumerable.Range(0, points.Count), request.Workers,
            i =>
            {
                RunPlan plan = new(scenarios[i], population, horizon, request.Seed ?? RunPlan.DefaultSeed, Workers: 1);
                using FinishedRun run = ScenarioRunner.Run(plan, file: null, force: false, SilentReporter.Instance, cancellation);
                RunSummary summary = RunSummary.Of(run.Figures, strata);
                answers[i] = [.. targets.Figures.Select(figure => AnswerOf(summary, figure))];
                report(Interlocked.Increment(ref done));
            },
            cancellation));
        return answers;
    }

    private static double AnswerOf(RunSummary summary, OwnFigure figure) => summary.Find(figure.Indicator, figure.By, figure.Stratum, RunSummary.LastYear) is { } found ? found.Value
        : throw new ExperimentException(figure.By == "all" ? $"the runs keep no {figure.Indicator}."
            : summary.Strata(figure.By).Contains(figure.Stratum) ? $"nobody of {figure.By} '{figure.Stratum}' is there to measure {figure.Indicator}; ask for more residents."
            : $"there is no {figure.By} '{figure.Stratum}'; there are {string.Join(", ", summary.Strata(figure.By).Take(20))}.");

    private LoadedScenario Scenario(double[] point)
    {
        string[] settings =
        [
            .. targets.Settings, .. request.Settings,
            .. targets.Numbers.Select((number, i) => string.Create(CultureInfo.InvariantCulture, $"parameters.{number.Name}={ValueOf(number, point[i])}")),
        ];
        ScenarioResult read = ScenarioReader.Read(Baseline, settings);
        return read.Scenario is { } scenario ? new LoadedScenario(Baseline, scenario)
            : throw new ExperimentException("the baseline cannot be run with these settings", read.Diagnostics);
    }
}
