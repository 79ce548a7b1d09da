using MathNet.Numerics.Distributions;
using Simulation.Engine.Baselines;
using Simulation.Engine.Parameters;
using Simulation.Engine.Populations;
using Simulation.Engine.Validation;

namespace Simulation.Engine.Calibration;

/// <summary>
/// Brings the baseline of a draw back to the totals of the central values. Other numbers for how people choose would move it
/// away from the published shares that it was solved for, and a plan's effect would carry the miss.
/// </summary>
/// <remarks>
/// Both years have the same residents and the same luck, so that little of what they differ by is chance, and a sample will do.
/// Totals are held (categories of adults and of children, walked errands, ways to school by phase and to work); how strata
/// differ about them is what the draw says. Any number of draws may be solved at the same time.
/// </remarks>
/// <param name="sample">Residents to solve on: a hundred thousand are enough.</param>
/// <param name="structure">What is taken to become of propensities.</param>
/// <param name="central">Numbers that hold in every draw, by name.</param>
/// <param name="workers">Worker threads.</param>
public sealed class DrawSolver(Population sample, PropensityStructure structure, IReadOnlyDictionary<string, double> central, int workers)
{
    /// <summary>Residents of a sample that is large enough.</summary>
    public const int SampleResidents = 100_000;

    /// <summary>Days simulated in a round: autumn and winter; both sides of a difference have the same season.</summary>
    public const int Days = 182;

    /// <summary>Rounds that a draw takes as a rule: 4 to 7 in 16 draws of the school run.</summary>
    public const int UsualRounds = 5;

    /// <summary>Most rounds that a draw takes.</summary>
    public const int MostRounds = 8;

    /// <summary>A baseline is as it should be when no total is further off, in points.</summary>
    private const double Close = 0.3;

    private const int Digits = 6;

    private static readonly (string Constant, int Phase, int Mode)[] SchoolTrips =
    [
        ("school.walk.primary", 0, 0), ("school.cycle.primary", 0, 1), ("school.bus.primary", 0, 2),
        ("school.walk.secondary", 1, 0), ("school.cycle.secondary", 1, 1), ("school.bus.secondary", 1, 2),
    ];

    private static readonly (string Constant, int Mode)[] WorkTrips = [("commute.walk", 0), ("commute.cycle", 1), ("commute.transit", 2)];

    private readonly Lock gate = new();
    private Totals? found;

    /// <summary>Shifts of the baseline (<see cref="BaselineParameters"/>) that a draw needs; empty when it needs none.</summary>
    /// <param name="drawn">All numbers of the draw's baseline that differ from the registry's, by name.</param>
    /// <param name="cancellation">Stops between two days.</param>
    /// <returns>The shifts, and the largest miss of a total that is left, in points.</returns>
    public (IReadOnlyDictionary<string, double> Shifts, double Miss) Solve(IReadOnlyDictionary<string, double> drawn, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(drawn);
        Totals wanted = Wanted(cancellation);
        Dictionary<string, double> numbers = new(drawn, StringComparer.Ordinal);
        Dictionary<string, Step> steps = [];
        for (int round = 1; ; round++)
        {
            Totals now = Simulate(numbers, cancellation);
            double miss = 100 * wanted.Worst(now);
            if (miss < Close || round == MostRounds)
            {
                return (new SortedDictionary<string, double>(steps.ToDictionary(s => s.Key, s => s.Value.Shift), StringComparer.Ordinal), miss);
            }

            foreach ((Parameter shift, double by) in Misses(wanted, now))
            {
                Step step = (steps.TryGetValue(shift.Name, out Step before) ? before : Step.First(shift)).Next(by, shift);
                steps[shift.Name] = step;
                numbers[shift.Name] = step.Shift;
            }
        }
    }

    /// <summary>What the central values give; simulated once, whoever asks first.</summary>
    private Totals Wanted(CancellationToken cancellation)
    {
        lock (gate)
        {
            return found ??= Simulate(central, cancellation);
        }
    }

    /// <summary>How far each shift's own total is off, on the scale of the shift.</summary>
    private IEnumerable<(Parameter Shift, double By)> Misses(Totals wanted, Totals now)
    {
        double spread = Baseline.Of(structure)["errand.spread"];
        return
        [
            .. OfLeisure(wanted.Adults, now.Adults, PropensityParameters.Slope, BaselineParameters.Lower, BaselineParameters.Leisure),
            .. OfLeisure(wanted.Children, now.Children, PropensityParameters.SlopeChild, BaselineParameters.LowerChild, BaselineParameters.LeisureChild),
            (BaselineParameters.Errand, spread * (Probit(wanted.Weekly) - Probit(now.Weekly))),
            (BaselineParameters.ErrandSpread, 0.5 * (StratumShares.Logit(wanted.Thrice) - StratumShares.Logit(now.Thrice))),
            .. wanted.Trips.Select(t => (Baseline.Shifts[t.Key], StratumShares.Logit(t.Value) - StratumShares.Logit(now.Trips[t.Key]))),
        ];
    }

    private static IEnumerable<(Parameter Shift, double By)> OfLeisure((double Low, double High) wanted, (double Low, double High) now, Parameter slope, Parameter lower, Parameter leisure) =>
    [
        (lower, Probit(wanted.Low) - Probit(now.Low)),
        (leisure, slope.Value * (Probit(wanted.High / (1 - wanted.Low)) - Probit(now.High / (1 - now.Low)))),
    ];

    private Totals Simulate(IReadOnlyDictionary<string, double> numbers, CancellationToken cancellation)
    {
        (YearOfCounts year, _) = Calibrator.Simulate(sample, structure, Baseline.Of(structure), workers, days: Days, parameters: numbers, cancellation: cancellation);
        return new Totals(year);
    }

    private static double Probit(double share) => Normal.InvCDF(0, 1, Math.Clamp(share, 1e-4, 1 - 1e-4));

    /// <summary>
    /// A shift, what its last move did, and how far its total answers: less than one for one where only some have a choice.
    /// </summary>
    private readonly record struct Step(double Shift, double Moved, double Missed, double Answer)
    {
        private const double LeastAnswer = 0.15;
        private const double Largest = 1.5;

        // What moved by less says nothing of the answer: others moved it too.
        private const double Telling = 0.1;

        // Many trips leave no choice: the way is too long, or there is no car.
        private const double OfTrips = 0.6;

        public static Step First(Parameter shift) => new(0, 0, 0, Baseline.Shifts.Values.Contains(shift) ? OfTrips : 1);

        public Step Next(double missed, Parameter shift)
        {
            double answer = Math.Abs(Moved) < Telling ? Answer : Math.Clamp((Missed - missed) / Moved, LeastAnswer, 1);
            double next = Math.Round(Math.Clamp(Shift + Math.Clamp(missed / answer, -Largest, Largest), shift.Minimum, shift.Maximum), Digits);
            return new Step(next, next - Shift, missed, answer);
        }
    }

    /// <summary>What is held in all draws.</summary>
    private sealed class Totals
    {
        public Totals(YearOfCounts year)
        {
            Adults = Categories(year, Demographics.Adult);
            Children = Categories(year, Demographics.Child);
            double adults = Sum(year.Low, Demographics.Adult) + Sum(year.Middle, Demographics.Adult) + Sum(year.High, Demographics.Adult);
            Weekly = Sum(year.Weekly, Demographics.Adult) / adults;
            Thrice = Sum(year.Thrice, Demographics.Adult) / adults;
            double away = year.Commute.Take(4).Sum();
            Trips = SchoolTrips.Select(t => (t.Constant, Share: year.TripShare(t.Phase, t.Mode)))
                .Concat(WorkTrips.Select(t => (t.Constant, Share: year.Commute[t.Mode] / away)))
                .Where(t => t.Share is > 0 and < 1)
                .ToDictionary(t => t.Constant, t => t.Share, StringComparer.Ordinal);
        }

        public (double Low, double High) Adults { get; }

        public (double Low, double High) Children { get; }

        public double Weekly { get; }

        public double Thrice { get; }

        public Dictionary<string, double> Trips { get; }

        /// <summary>Largest difference of a share.</summary>
        public double Worst(Totals other) => ((double[])
        [
            Adults.Low - other.Adults.Low, Adults.High - other.Adults.High, Children.Low - other.Children.Low, Children.High - other.Children.High,
            Weekly - other.Weekly, Thrice - other.Thrice, .. Trips.Select(t => t.Value - other.Trips.GetValueOrDefault(t.Key)),
        ]).Max(Math.Abs);

        private static (double Low, double High) Categories(YearOfCounts year, Func<int, bool> chosen)
        {
            double low = Sum(year.Low, chosen);
            double high = Sum(year.High, chosen);
            double all = low + Sum(year.Middle, chosen) + high;
            return (low / all, high / all);
        }

        private static double Sum(double[] strata, Func<int, bool> chosen)
        {
            double sum = 0;
            StratumShares.ForEach(chosen, (_, _, i) => sum += strata[i]);
            return sum;
        }
    }
}
