using Simulation.Engine.Interventions;
using Simulation.Engine.Interventions.Kinds;
using Simulation.Engine.Populations;
using Simulation.Engine.Running;
using Simulation.Engine.State;
using Simulation.Engine.Validation;

namespace Simulation.Engine.Replays;

/// <summary>Two arms of one study, the same residents under the same luck: with an intervention, and without.</summary>
/// <param name="population">The residents.</param>
/// <param name="options">Seed, workers, structure and parameters; start and days are the study's.</param>
public sealed class Trial(Population population, RunOptions options)
{
    private readonly Dictionary<int, TrialArm> controls = [];

    /// <summary>First day of every study.</summary>
    public static readonly DateOnly Start = new(2026, 9, 1);

    private static readonly string[] Weights =
        ["evidence.weight_natural_experiment", "evidence.weight_uncontrolled", "evidence.weight_cross_sectional"];

    private Trial(Population population, RunOptions options, Dictionary<int, TrialArm> controls)
        : this(population, options) => this.controls = controls;

    /// <summary>The same trial with other numbers of what is done in it; the arm without it is the same.</summary>
    /// <param name="parameters">Parameters by name, none of which acts on residents whom no lever reaches.</param>
    public Trial With(IReadOnlyDictionary<string, double> parameters) => new(population, options with { Parameters = parameters }, controls);

    /// <summary>The residents.</summary>
    public Population Population => population;

    /// <summary>Rows of all residents.</summary>
    internal IEnumerable<int> Everyone =>
        Enumerable.Range(0, population.Neighbourhoods.Count)
            .SelectMany(n => Enumerable.Range(population.Residents.Layout.First(n), population.Residents.Layout.UsedIn(n)));

    /// <summary>Days from the start to the last Sunday of <paramref name="weeks"/> weeks: levels of activity are counted on Sundays.</summary>
    internal static int Weeks(int weeks) => 6 + (7 * (weeks - 1));

    /// <summary>The arm without the intervention.</summary>
    internal TrialArm Control(int days) =>
        controls.TryGetValue(days, out TrialArm? arm) ? arm : controls[days] = Observe([], days);

    /// <summary>The arm with it, everyone eligible taking part in full from the first day.</summary>
    /// <param name="kind">Kind of intervention.</param>
    /// <param name="days">Days to the end.</param>
    /// <param name="discounted">Whether weak designs are discounted, as in scenarios.</param>
    /// <param name="change">What else the study asks.</param>
    /// <param name="recruits">Residents who take part, where the study chose them by more than a request can say.</param>
    internal TrialArm Treated(
        string kind, int days, bool discounted, Func<InterventionRequest, InterventionRequest>? change = null, IReadOnlySet<int>? recruits = null)
    {
        InterventionKind found = InterventionCatalogue.Find(kind)!;
        Dictionary<string, double> parameters = new(options.Parameters);
        if (!discounted)
        {
            foreach (string weight in Weights)
            {
                parameters[weight] = 1;
            }
        }

        InterventionRequest request = new()
        {
            Source = kind,
            Owner = "study",
            Uptake = Uptake.Everyone,
            Adherence = 1,
            PhaseIn = new PhaseIn(Start.DayNumber, 0),
            Parameters = parameters,
            Who = recruits is null ? found.DefaultWho : Who.Everyone,
        };
        IReadOnlyList<Effect> effects = found.Bind((change ?? (r => r))(request), population);
        return Observe(recruits is null ? effects : [.. effects.Select(effect => Of(effect, recruits))], days);
    }

    /// <summary>An arm in which a lever of residents stands at some value for as long as the study lasts.</summary>
    internal TrialArm Treated(Lever lever, float amount, int days, IReadOnlySet<int> recruits) =>
        Observe([new Effect { Source = "study", Lever = lever, Rows = [.. recruits.Order()], Amounts = [amount], Starts = [Start.DayNumber] }], days);

    private static Effect Of(Effect effect, IReadOnlySet<int> recruits)
    {
        int[] kept = [.. Enumerable.Range(0, effect.Rows.Length).Where(i => recruits.Contains(effect.Rows[i]))];
        return new Effect
        {
            Source = effect.Source,
            Lever = effect.Lever,
            Rows = [.. kept.Select(i => effect.Rows[i])],
            Amounts = [.. kept.Select(effect.AmountOf)],
            Starts = [.. kept.Select(effect.StartOf)],
            End = effect.End,
            RampDays = effect.RampDays,
            FadeDays = effect.FadeDays,
        };
    }

    private TrialArm Observe(IReadOnlyList<Effect> effects, int days)
    {
        using ModelRun run = new(population, effects, options with { Start = Start, Days = days });
        run.WarmUp(null, CancellationToken.None);
        int[] sessions = new int[run.State.Residents.Key.Length];
        for (int day = 0; day < days; day++)
        {
            run.Step();
            for (int row = 0; day >= days - 28 && row < sessions.Length; row++)
            {
                sessions[row] += (run.State.Residents.Today[row] & DayCode.Leisure) != 0 ? 1 : 0;
            }
        }

        ResidentState residents = run.State.Residents;
        int[] rows = [.. Everyone];
        double[] minutes = new double[residents.Key.Length];
        foreach (int row in rows)
        {
            minutes[row] = residents.WeekMinutes.Sum(week => week[row]) / 4.0;
        }

        double[] told = new ReportError(run.State, rows).Report([.. rows.Select(row => minutes[row])], days);
        double[] reported = new double[minutes.Length];
        for (int i = 0; i < rows.Length; i++)
        {
            reported[rows[i]] = told[i];
        }

        return new TrialArm(
            minutes,
            reported,
            Array.ConvertAll(residents.TravelDays.Values.ToArray(), month => System.Numerics.BitOperations.PopCount((uint)month & 0x0FFFFFFF)),
            sessions,
            run.State.Pupils.WalkDays.Values.ToArray(),
            run.State.Pupils.Gates.Values.ToArray(),
            run.Cells.Trips.ToArray(),
            run.Year);
    }
}

/// <summary>What is seen of one arm at its end.</summary>
/// <param name="Minutes">Minutes a week over the last four weeks, by resident.</param>
/// <param name="Reported">The same as residents would report it.</param>
/// <param name="TravelDays">Days of the last 28 with travel on foot or by cycle.</param>
/// <param name="Sessions">Days of the last 28 with leisure.</param>
/// <param name="WalkDays">The last eight school days of each pupil, a bit each, walked or not.</param>
/// <param name="Gates">What is open to each pupil.</param>
/// <param name="LastTrips">School days of the last week: (phase × 4 + distance band) × 4 + mode.</param>
/// <param name="Year">Counts of all weeks.</param>
internal sealed record TrialArm(
    double[] Minutes, double[] Reported, int[] TravelDays, int[] Sessions, byte[] WalkDays, byte[] Gates, long[] LastTrips, YearOfCounts Year)
{
    private const int PrimaryTrips = 16;

    /// <summary>Of primary pupils' school days in the last week, the share on foot.</summary>
    public double PrimaryWalk()
    {
        long walks = 0;
        long all = 0;
        for (int i = 0; i < PrimaryTrips; i++)
        {
            walks += i % 4 == 0 ? LastTrips[i] : 0;
            all += LastTrips[i];
        }

        return walks / (double)all;
    }
}
