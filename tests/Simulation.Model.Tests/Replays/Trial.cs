using Simulation.Engine.Interventions;
using Simulation.Engine.Populations;
using Simulation.Engine.Running;
using Simulation.Engine.State;

namespace Simulation.Model.Tests.Replays;

/// <summary>Two arms of one study, the same residents under the same luck: with an intervention, and without.</summary>
/// <param name="test">The residents.</param>
internal sealed class Trial(TestPopulation test)
{
    /// <summary>First day of every study.</summary>
    public static readonly DateOnly Start = new(2026, 9, 1);

    private static readonly Dictionary<string, double> Undiscounted = new()
    {
        ["evidence.weight_natural_experiment"] = 1,
        ["evidence.weight_uncontrolled"] = 1,
        ["evidence.weight_cross_sectional"] = 1,
    };

    private readonly Dictionary<int, Arm> controls = [];

    /// <summary>The residents.</summary>
    public Population Population => test.Population;

    /// <summary>Rows of all residents.</summary>
    public IEnumerable<int> Everyone =>
        Enumerable.Range(0, Population.Neighbourhoods.Count)
            .SelectMany(n => Enumerable.Range(Population.Residents.Layout.First(n), Population.Residents.Layout.UsedIn(n)));

    /// <summary>Days from the start to the last Sunday of <paramref name="weeks"/> weeks: levels of activity are counted on Sundays.</summary>
    public static int Weeks(int weeks) => 6 + (7 * (weeks - 1));

    /// <summary>The arm without the intervention.</summary>
    public Arm Control(int days) =>
        controls.TryGetValue(days, out Arm? arm) ? arm : controls[days] = Observe([], days);

    /// <summary>The arm with it, everyone eligible taking part in full from the first day.</summary>
    /// <param name="kind">Kind of intervention.</param>
    /// <param name="days">Days to the end.</param>
    /// <param name="discounted">Whether weak designs are discounted, as in scenarios.</param>
    /// <param name="change">What else the study asks.</param>
    public Arm Treated(string kind, int days, bool discounted, Func<InterventionRequest, InterventionRequest>? change = null)
    {
        InterventionRequest request = new()
        {
            Source = kind,
            Owner = "study",
            Uptake = Uptake.Everyone,
            Adherence = 1,
            PhaseIn = new PhaseIn(Start.DayNumber, 0),
            Parameters = discounted ? new Dictionary<string, double>() : Undiscounted,
        };
        InterventionKind found = InterventionCatalogue.Find(kind)!;
        return Observe(found.Bind((change ?? (r => r))(request with { Who = found.DefaultWho }), Population), days);
    }

    private Arm Observe(IReadOnlyList<Effect> effects, int days)
    {
        Figures figures = new();
        ModelRun run = test.Run(days - 28 < 0 ? days : days - 28, effects, sink: figures);
        int[] sessions = new int[run.State.Residents.Key.Length];
        for (int day = Math.Max(0, days - 28); day < days; day++)
        {
            run.Step();
            for (int row = 0; row < sessions.Length; row++)
            {
                sessions[row] += (run.State.Residents.Today[row] & DayCode.Leisure) != 0 ? 1 : 0;
            }
        }

        using (run)
        {
            return new Arm(
                Array.ConvertAll(run.State.Residents.Today.Values.ToArray(), code => (code >> DayCode.CategoryShift) & DayCode.CategoryMask),
                Array.ConvertAll(run.State.Residents.TravelDays.Values.ToArray(), days28 => System.Numerics.BitOperations.PopCount((uint)days28 & 0x0FFFFFFF)),
                [.. Enumerable.Range(0, sessions.Length).Select(row => run.State.Residents.WeekMinutes.Sum(week => week[row]) / 4.0)],
                sessions,
                run.State.Pupils.WalkDays.Values.ToArray(),
                run.State.Pupils.Gates.Values.ToArray(),
                figures);
        }
    }
}

/// <summary>What is seen of one arm at its end.</summary>
/// <param name="Level">Level of activity of each resident: 1 inactive, 2 fairly active, 3 active.</param>
/// <param name="TravelDays">Days of the last 28 with travel on foot or by cycle.</param>
/// <param name="Minutes">Minutes a week over the last four weeks.</param>
/// <param name="Sessions">Days of the last 28 with leisure.</param>
/// <param name="WalkDays">The last eight school days of each pupil, a bit each, walked or not.</param>
/// <param name="Gates">What is open to each pupil.</param>
/// <param name="Figures">Figures by week.</param>
internal sealed record Arm(int[] Level, int[] TravelDays, double[] Minutes, int[] Sessions, byte[] WalkDays, byte[] Gates, Figures Figures);
