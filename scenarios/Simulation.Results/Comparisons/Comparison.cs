using Simulation.Engine.Observation;
using Simulation.Results.Indicators;
using Simulation.Results.RunFiles;
using Simulation.Results.Runs;

namespace Simulation.Results.Comparisons;

/// <summary>A scenario beside the baseline.</summary>
/// <param name="Name">The scenario's name.</param>
/// <param name="Manifest">What its run was.</param>
/// <param name="Overall">Every indicator for everybody, in printed order.</param>
/// <param name="Strata">Every indicator by stratum, in printed order; empty unless asked for.</param>
/// <param name="Places">Every indicator by place, in printed order.</param>
/// <param name="Equity">Every share over deprivation, in printed order.</param>
public sealed record ScenarioChange(
    string Name,
    RunManifest Manifest,
    IReadOnlyList<Change> Overall,
    IReadOnlyList<Change> Strata,
    IReadOnlyList<Change> Places,
    IReadOnlyList<EquityChange> Equity)
{
    /// <summary>Who gains, person by person; null where a run kept no residents.</summary>
    public TwinGains? Gains { get; init; }

    /// <summary>How many residents of the region are no longer inactive, adults and children; null where it was not recorded.</summary>
    public double? FewerInactive => Overall.Where(c => c.Indicator.Key is "adults_inactive" or "children_less_active").ToArray() is { Length: 2 } burdens
        ? -burdens.Sum(c => c.Affected ?? double.NaN)
        : null;
}

/// <summary>Scenarios beside a baseline, same residents and same luck.</summary>
public sealed class Comparison
{
    private const string Everybody = "all";
    private const string Place = "place";
    private const string Deprivation = "deprivation";
    private const int Deciles = 10;

    private Comparison(
        RunManifest baseline, Window window, string? by, IReadOnlyList<ScenarioChange> scenarios, Package? package)
    {
        Baseline = baseline;
        Window = window;
        By = by;
        Scenarios = scenarios;
        Package = package;
    }

    /// <summary>What the baseline run was.</summary>
    public RunManifest Baseline { get; }

    /// <summary>What becomes of the baseline's own gap; null where it hardly moves.</summary>
    public BaselineDrift? Drift { get; private init; }

    /// <summary>The weeks compared.</summary>
    public Window Window { get; }

    /// <summary>Stratification asked for, or null.</summary>
    public string? By { get; }

    /// <summary>The scenarios, in the order given.</summary>
    public IReadOnlyList<ScenarioChange> Scenarios { get; }

    /// <summary>Sum of the parts beside the whole, when one scenario is the union of others.</summary>
    public Package? Package { get; }

    /// <summary>Compares runs.</summary>
    /// <param name="baseline">The baseline.</param>
    /// <param name="scenarios">One run or more.</param>
    /// <param name="by">Stratification, or null for everybody only.</param>
    /// <param name="length">The weeks at the end of the horizon that figures stand for.</param>
    /// <exception cref="PairingException">A run had other residents, other luck or another horizon.</exception>
    /// <exception cref="RunFileException">A file is damaged.</exception>
    public static Comparison Of(
        IRunFigures baseline, IReadOnlyList<IRunFigures> scenarios, string? by = null, WindowLength length = WindowLength.Year)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentNullException.ThrowIfNull(scenarios);
        foreach (IRunFigures scenario in scenarios)
        {
            IReadOnlyList<string> obstacles = Pairing.Obstacles(baseline.Manifest, scenario.Manifest);
            if (obstacles.Count > 0)
            {
                throw new PairingException(scenario.Label, obstacles);
            }
        }

        Window window = Window.Last([baseline, .. scenarios], length);
        RunFigures before = new(baseline, window);
        RunFigures[] after = [.. scenarios.Select(s => new RunFigures(s, window))];
        List<ScenarioChange> changes = [];
        for (int i = 0; i < after.Length; i++)
        {
            changes.Add(new ScenarioChange(
                scenarios[i].Manifest.ScenarioName,
                scenarios[i].Manifest,
                Changes(before, after[i], Everybody),
                by is null ? [] : Changes(before, after[i], by),
                Changes(before, after[i], Place),
                EquityChanges(before, after[i]))
            {
                Gains = TwinGains.Of(baseline, scenarios[i]),
            });
        }

        return new Comparison(baseline.Manifest, window, by, changes, FindPackage(scenarios, changes)) { Drift = BaselineDrift.Of(baseline) };
    }

    private static List<Change> Changes(RunFigures before, RunFigures after, string by)
    {
        IReadOnlyDictionary<(string Name, string Stratum), Figure> old = before.By(by);
        IReadOnlyDictionary<(string Name, string Stratum), Figure> changed = after.By(by);
        List<Change> changes = [];
        foreach (string name in before.Window.Indicators)
        {
            foreach (string stratum in before.Run.StrataOf(by))
            {
                if (old.TryGetValue((name, stratum), out Figure first) && changed.TryGetValue((name, stratum), out Figure second))
                {
                    Indicator indicator = Indicator.Find(name);
                    double scale = before.Run.Manifest.Scale;
                    changes.Add(new Change(indicator, stratum, OfTheRegion(indicator, first, scale), OfTheRegion(indicator, second, scale))
                    {
                        DaysAWeek = before.Window.DaysAWeek(name),
                        Scale = scale,
                    });
                }
            }
        }

        return changes;
    }

    /// <summary>A number of cars is one of the sample; a share is the same in the region.</summary>
    private static Figure OfTheRegion(Indicator indicator, Figure figure, double scale) =>
        indicator.Unit == IndicatorUnit.Cars ? figure with { Value = figure.Value * scale } : figure;

    private static List<EquityChange> EquityChanges(RunFigures before, RunFigures after)
    {
        List<EquityChange> changes = [];
        foreach (string name in before.Window.Indicators)
        {
            Indicator indicator = Indicator.Find(name);
            if (indicator.Unit == IndicatorUnit.Share
                && Hierarchy(before.By(Deprivation), name) is { } first
                && Hierarchy(after.By(Deprivation), name) is { } second)
            {
                changes.Add(new EquityChange(indicator, first, second) { DaysAWeek = before.Window.DaysAWeek(name) });
            }
        }

        return changes;
    }

    private static Inequality? Hierarchy(IReadOnlyDictionary<(string Name, string Stratum), Figure> figures, string name)
    {
        List<GroupFigure> groups = [];
        for (int decile = Deciles; decile >= 1; decile--)
        {
            groups.Add(figures.TryGetValue((name, decile.ToString()), out Figure figure)
                ? new GroupFigure(figure.Count, figure.Value)
                : default);
        }

        return groups.Count(g => g.Count > 0) < 2 ? null : Figures.Spread(groups);
    }

    private static Package? FindPackage(IReadOnlyList<IRunFigures> runs, List<ScenarioChange> changes)
    {
        if (Package.Find([.. runs.Select(r => r.Effects)]) is not (int whole, IReadOnlyList<int> parts))
        {
            return null;
        }

        List<PackageChange> effects = [];
        foreach (Change change in changes[whole].Overall)
        {
            List<Change> alone = [.. parts.Select(p => changes[p].Overall.FirstOrDefault(c => c.Indicator == change.Indicator)).OfType<Change>()];
            if (alone.Count == parts.Count)
            {
                effects.Add(new PackageChange(
                    change.Indicator, change.Baseline.Value, [.. alone.Select(c => c.Scenario.Value)], change.Scenario.Value));
            }
        }

        return new Package(whole, parts, effects);
    }

    /// <summary>Figures of a run over the window, each stratification read once.</summary>
    private sealed class RunFigures(IRunFigures run, Window window)
    {
        private readonly Dictionary<string, IReadOnlyDictionary<(string Name, string Stratum), Figure>> read = [];

        public IRunFigures Run => run;

        public Window Window => window;

        public IReadOnlyDictionary<(string Name, string Stratum), Figure> By(string by) =>
            read.TryGetValue(by, out IReadOnlyDictionary<(string Name, string Stratum), Figure>? known)
                ? known
                : read[by] = window.Figures(run, by);
    }
}
