using System.Globalization;
using Simulation.Engine.Interventions;
using Simulation.Engine.Observation;
using Simulation.Engine.Populations;
using Simulation.Engine.Running;
using Simulation.Engine.Time;
using Simulation.Populations;
using Simulation.Scenarios;
using Simulation.Scenarios.Diagnostics;
using Simulation.Scenarios.Reading;
using Simulation.Viewer.Protocol;
using Simulation.Viewer.Steering;

namespace Simulation.Viewer.Sources;

/// <summary>A scenario and its baseline, run side by side under the same luck.</summary>
public sealed class ModelSource : ILiveSource
{
    // Said elsewhere: on the lever, and of the whole run.
    private const string NotCosted = "SIM0612";
    private const string FrozenPeople = "SIM0613";
    private readonly Population population;
    private readonly Scenario first;
    private readonly ulong seed;
    private readonly int workers;
    private readonly KeptEffects kept;
    private readonly List<(Pull Pull, string Before)> pulls = [];
    private readonly Figures[] sinks = [new(Arm.Scenario), new(Arm.Baseline)];
    private SteeredScenario steered;
    private ModelRun[] runs;
    private ResidentCards cards;

    /// <summary>Allocates both runs.</summary>
    /// <param name="population">Who lives where; owned by the source from now on.</param>
    /// <param name="scenario">A scenario without errors.</param>
    /// <param name="seed">Seed of the luck.</param>
    /// <param name="workers">Worker threads.</param>
    /// <param name="kept">What a kept study found levers to do alone; null where there is none.</param>
    /// <exception cref="InvalidOperationException">The scenario names something that the population does not have; the message shows where.</exception>
    public ModelSource(Population population, Scenario scenario, ulong seed, int workers, KeptEffects? kept = null)
    {
        ArgumentNullException.ThrowIfNull(population);
        ArgumentNullException.ThrowIfNull(scenario);
        this.population = population;
        this.seed = seed;
        this.workers = workers;
        this.kept = kept ?? KeptEffects.None;
        first = scenario;
        Map = PopulationMap.Create(population);
        (steered, runs, cards, SchoolStreets, Warnings, About, Provenance, Days) = Begin(scenario);
    }

    /// <inheritdoc/>
    public bool Live => true;

    /// <inheritdoc/>
    public ViewMap Map { get; }

    /// <inheritdoc/>
    public Provenance Provenance { get; private set; }

    /// <inheritdoc/>
    public ViewAbout About { get; private set; }

    /// <summary>Options that <c>simulate run</c> needs beside the saved scenario to meet the same residents; empty for none.</summary>
    public string RunWith { get; init; } = string.Empty;

    /// <inheritdoc/>
    public DateOnly Day => runs[0].Today.AddDays(-1);

    /// <inheritdoc/>
    public int DaysDone => runs[0].DaysDone;

    /// <inheritdoc/>
    public int Days { get; private set; }

    /// <inheritdoc/>
    public DayWords Context
    {
        get
        {
            ReadOnlySpan<bool> wet = runs[0].State.Weather.Wet;
            int places = wet.Count(true);
            string weather = places == 0 ? "dry" : places == wet.Length ? "wet" : $"wet in {places} of {wet.Length} places";
            return new DayWords(CalendarWords.Of(Day), weather);
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<LeverView> Levers => steered.Levers;

    /// <inheritdoc/>
    public IReadOnlyList<LeverKind> Kinds => SteeredScenario.Palette;

    /// <inheritdoc/>
    public IReadOnlyList<ClosedStreet> SchoolStreets { get; private set; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Warnings { get; private set; }

    /// <summary>SHA-256 over the state columns of one arm.</summary>
    public string StateHash(Arm arm) => runs[(int)arm].StateHash();

    /// <summary>The school that a row of the map goes to, or −1.</summary>
    internal int SchoolOf(int row)
    {
        int pupil = population.Pupils.Resident.Values.BinarySearch(Map.ResidentRows[row]);
        return pupil < 0 ? -1 : population.Pupils.School[pupil];
    }

    /// <summary>Minutes that one arm has counted for a row of the map since Monday, the last day included.</summary>
    internal int MinutesThisWeek(Arm arm, int row) =>
        runs[(int)arm].State.Residents.WeekMinutes[Engine.Processes.DayContext.WeekColumnOf(Day.DayNumber)][Map.ResidentRows[row]];

    /// <inheritdoc/>
    public void WarmUp(IProgress<double> progress, CancellationToken cancellation)
    {
        WarmStates.WarmUp(runs[1], new Share(progress), cancellation);
        runs[0].StartFrom(runs[1]);
        cards.Begin();
    }

    /// <inheritdoc/>
    public void Advance()
    {
        runs[0].Step();
        runs[1].Step();
        cards.Keep();
    }

    /// <inheritdoc/>
    public void WriteStates(Arm arm, Span<byte> states)
    {
        ReadOnlySpan<byte> today = runs[(int)arm].State.Residents.Today.Values;
        Segments layout = population.Residents.Layout;
        for (int n = 0; n < layout.Count; n++)
        {
            ReadOnlySpan<byte> from = today.Slice(layout.First(n), layout.UsedIn(n));
            DayStates.Translate(from, states.Slice(Map.First[n], from.Length));
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<ArmFigure> TakeFigures() => [.. sinks[0].Take(), .. sinks[1].Take()];

    /// <inheritdoc/>
    public ResidentCard Describe(int row) => cards.Of(row);

    /// <inheritdoc/>
    public string? Change(LeverChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        IReadOnlyList<Effect> effects = [];
        string before = steered.Text;
        string? title = steered.Levers.FirstOrDefault(l => l.Id == change.Id)?.Title;
        IReadOnlyList<string> warnings = [];
        string? refusal = steered.Turn(change, runs[0].Today, next =>
        {
            BindingResult bound = ScenarioBinder.Bind(next, population);
            effects = bound.Effects;
            warnings = WarningsOf(next, bound);
            return bound.HasErrors ? "These residents do not take this: " + DiagnosticPrinter.Print(bound.Diagnostics) : null;
        });
        if (refusal is null)
        {
            SchoolStreets = Sources.SchoolStreets.Of(effects, About.Start);
            runs[0].ReplaceEffects(effects);
            Warnings = warnings;
            pulls.Add((new Pull(DaysDone + 1, title ?? steered.Levers[^1].Title), before));
        }

        return refusal;
    }

    /// <inheritdoc/>
    public IReadOnlyList<Pull> Pulls => [.. pulls.Select(made => made.Pull)];

    /// <inheritdoc/>
    public string? BeforeLastPull => pulls.Count > 0 ? pulls[^1].Before : null;

    /// <inheritdoc/>
    public string? Restart(string? text, IProgress<double> progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(progress);
        Scenario scenario = first;
        if (text is not null)
        {
            ScenarioResult read = ScenarioReader.ReadText(text, "scenario");
            if (read.Scenario is null)
            {
                return "The plan cannot be shown: " + DiagnosticPrinter.Print(read.Diagnostics);
            }

            scenario = read.Scenario;
        }

        if (ScenarioBinder.Bind(scenario, population) is { HasErrors: true } bound)
        {
            return "These residents do not take this plan: " + DiagnosticPrinter.Print(bound.Diagnostics);
        }

        // What was pulled on the way to this text is in it; of what came after it nothing is left.
        string written = steered.Text;
        int kept = text is null ? 0 : text.EndsWith(written, StringComparison.Ordinal) ? pulls.Count : pulls.FindIndex(made => text.EndsWith(made.Before, StringComparison.Ordinal));
        pulls.RemoveRange(Math.Max(0, kept), pulls.Count - Math.Max(0, kept));
        Array.ForEach(runs, run => run.Dispose());
        Array.ForEach(sinks, sink => sink.Take());
        (steered, runs, cards, SchoolStreets, Warnings, About, Provenance, Days) = Begin(scenario);
        WarmUp(progress, cancellation);
        return null;
    }

    /// <inheritdoc/>
    public string ScenarioText() => string.Create(
        CultureInfo.InvariantCulture,
        $"""
        # {steered.Scenario.Name}, as its levers stood on {Day:d MMMM yyyy}, day {DaysDone}.
        # The same days again: simulate run FILE{(RunWith.Length == 0 ? string.Empty : " " + RunWith)}
        # Plan {steered.Scenario.Hash}
        # Residents {Provenance.PopulationHash}, from {Provenance.PopulationSource} figures, seed {Provenance.PopulationSeed}
        # Program {Provenance.Engine}; seed {Provenance.Seed}

        """).ReplaceLineEndings("\n") + steered.Text;

    /// <summary>Releases runs and population.</summary>
    public void Dispose()
    {
        runs[0].Dispose();
        runs[1].Dispose();
        population.Dispose();
    }

    private (SteeredScenario Steered, ModelRun[] Runs, ResidentCards Cards, IReadOnlyList<ClosedStreet> Streets, IReadOnlyList<string> Warnings, ViewAbout About, Provenance Provenance, int Days) Begin(Scenario written)
    {
        Scenario scenario = WrittenSettings.WriteLive(written, seed);
        var options = new RunOptions
        {
            Start = scenario.Start,
            Days = scenario.Days,
            Seed = seed,
            Workers = workers,
            Parameters = scenario.ParameterOverrides,
            Propensity = scenario.Propensity,
            CountsYear = false,
        };
        BindingResult bound = Bind(scenario);
        IReadOnlyList<Effect> effects = bound.Effects;
        ModelRun[] both = [new ModelRun(population, effects, options with { Held = scenario.Held & HeldBack.Feedback }), new ModelRun(population, [], options)];
        both[0].Sink = sinks[0];
        both[1].Sink = sinks[1];
        var steering = new SteeredScenario(scenario) { Kept = kept };
        return (
            steering, both, new ResidentCards(population, Map, both), Sources.SchoolStreets.Of(effects, scenario.Start), WarningsOf(scenario, bound),
            new ViewAbout(
                steering.Name, "the same days without it", $"{population.Count:N0} residents from {population.Description.Source} figures", seed, scenario.Start,
                WrittenSettings.HeldFrom(written) is { } held
                    ? string.Create(CultureInfo.InvariantCulture, $"On screen nobody ages, is born or dies: from {held:d MMMM yyyy} on these are the residents of the first year. 'simulate run' lets people live on.")
                    : null),
            new Provenance(
                BuildIdentity.Current.ToString(), scenario.Hash, population.Description.Hash, population.Description.Source, population.Description.Seed, seed),
            scenario.Days);
    }

    // What a check says of the scenario; that something has no price stands on its lever.
    private static IReadOnlyList<string> WarningsOf(Scenario scenario, BindingResult bound) =>
    [
        .. ScenarioReader.ReadText(scenario.Text, "scenario").Diagnostics.Concat(bound.Diagnostics)
            .Where(d => d.Severity == Severity.Warning && d.Code.Id is not (NotCosted or FrozenPeople)).Select(d => d.Message).Distinct(),
    ];

    private BindingResult Bind(Scenario scenario)
    {
        BindingResult bound = ScenarioBinder.Bind(scenario, population);
        return bound.HasErrors
            ? throw new InvalidOperationException("The scenario does not fit the population." + Environment.NewLine + DiagnosticPrinter.Print(bound.Diagnostics))
            : bound;
    }

    private sealed class Share(IProgress<double> progress) : IProgress<int>
    {
        public void Report(int value) => progress.Report((double)value / ModelRun.WarmUpDays);
    }

    private sealed class Figures(Arm arm) : ICountSink
    {
        private List<ArmFigure> rows = [];

        public void Record(WeekCounts week) =>
            rows.AddRange(Results.Indicators.Figures.OfWeek(week).Where(row => row.By != Stratification.PlaceDeprivation).Select(row => new ArmFigure(arm, row)));

        public List<ArmFigure> Take()
        {
            List<ArmFigure> taken = rows;
            rows = [];
            return taken;
        }
    }
}

/// <summary>Words for a date.</summary>
internal static class CalendarWords
{
    /// <summary><c>school day</c>, <c>weekend</c>, <c>bank holiday</c> or <c>school holiday</c>.</summary>
    public static string Of(DateOnly date)
    {
        DayInfo day = SchoolCalendar.Describe(date);
        return day.SchoolDay ? "school day" : day.Weekday > 4 ? "weekend" : day.BankHoliday ? "bank holiday" : "school holiday";
    }
}
