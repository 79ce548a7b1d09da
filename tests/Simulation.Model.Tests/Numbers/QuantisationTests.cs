using Simulation.Engine.Interventions;
using Simulation.Engine.Numerics;
using Simulation.Engine.Parameters;
using Simulation.Engine.Populations;
using Simulation.Engine.Processes;
using Simulation.Engine.Running;
using Simulation.Engine.State;

namespace Simulation.Model.Tests.Numbers;

/// <summary>Narrow columns must not lean: over a simulated year no share may differ from its float twin by 0.02 percentage points.</summary>
public sealed class QuantisationTests(TestPopulation test) : IClassFixture<TestPopulation>
{
    private const double Bar = 0.0002;

    [Fact]
    public void Shares_AfterAYear_AreThoseOfTheFloatTwin()
    {
        DateOnly start = new(2026, 9, 1);
        using ModelRun run = new(test.Population, [Advice(start)], new RunOptions { Start = start, Days = 365 });
        run.WarmUp(null, CancellationToken.None);
        // The advice has been given; it starts the same in both.
        run.Step();
        FloatTwin twin = new(run, 1);
        RunState state = run.State;
        Lean inactive = new();
        Lean active = new();
        for (int day = 1; day < 365; day++)
        {
            twin.Step();
            if (day % 28 == 0 && day > 180)
            {
                // Several windows: one alone moves by as much as the bar by chance.
                Levels(state, twin, inactive, active);
            }
        }

        float leverage = state.Parameters[EverydayParameters.HabitLeverage];
        Segments residents = test.Population.Residents.Layout;
        Lean leisure = new();
        Lean fitness = new();
        for (int n = 0; n < residents.Count; n++)
        {
            for (int row = residents.First(n); row < residents.End(n); row++)
            {
                double odds = state.Residents.LeisureOdds.Values[row];
                double habit = state.Residents.Habit.Values[row] / 65535.0;
                double intention = state.Residents.Intention.Values[row] / 4096.0;
                double other = odds * (1 + (leverage * twin.Habit[row])) / (1 + (leverage * habit)) * Math.Exp(twin.Intention[row] - intention);
                leisure.Add(odds / (1 + odds), other / (1 + other));
                fitness.Add(state.Residents.Fitness.Values[row] / 32768.0, twin.Fitness[row]);
            }
        }

        leisure.Share.ShouldBeInRange(-Bar, Bar, "share of days with leisure");
        fitness.Share.ShouldBeInRange(-Bar, Bar, "fitness");
        inactive.Share.ShouldBeInRange(-Bar, Bar, "adults inactive");
        active.Share.ShouldBeInRange(-Bar, Bar, "adults active");
        Walking(state, twin, leverage).ShouldBeInRange(-Bar, Bar, "share of school days walked");
        Habits(state.Workers.Habit, twin.WorkerHabit, test.Population.Workers.Layout).ShouldBeInRange(-Bar, Bar, "habit of active commuting");
    }

    [Fact]
    public void ToShare_EveryThousandth_IsChosenAsOftenAsItSays()
    {
        // A mode is chosen where the upper half of a word lies below its share: 65,536 values, a share of 65,535.
        double lean = Enumerable.Range(0, 1001).Average(i => (Kernels<F1, I1>.ToShare(new F1(i / 1000f)).V / 65536.0) - (i / 1000.0));

        Math.Abs(lean).ShouldBeLessThan(Bar);
    }

    private Effect Advice(DateOnly start) => new()
    {
        Source = "advice to all",
        Lever = Lever.Intention,
        Rows = [.. Enumerable.Range(0, test.Population.Residents.Layout.Count)
            .SelectMany(n => Enumerable.Range(test.Population.Residents.Layout.First(n), test.Population.Residents.Layout.UsedIn(n)))],
        Amounts = [0.4f],
        Starts = [start.DayNumber],
    };

    private static void Levels(RunState state, FloatTwin twin, Lean inactive, Lean active)
    {
        for (int row = 0; row < state.Residents.Key.Length; row++)
        {
            if (Demographics.Adult(state.Residents.Key[row]))
            {
                int month = state.Residents.WeekMinutes.Sum(week => week[row]);
                inactive.Add(month < 120 ? 1 : 0, twin.Month(row) < 120 ? 1 : 0);
                active.Add(month >= 600 ? 1 : 0, twin.Month(row) >= 600 ? 1 : 0);
            }
        }
    }

    private double Walking(RunState state, FloatTwin twin, double leverage)
    {
        Segments layout = test.Population.Pupils.Layout;
        Lean walking = new();
        for (int n = 0; n < layout.Count; n++)
        {
            for (int row = layout.First(n); row < layout.End(n); row++)
            {
                double odds = state.Pupils.WalkOdds.Values[row];
                double other = odds * (1 + (leverage * twin.PupilHabit[row])) / (1 + (leverage * state.Pupils.Habit.Values[row] / 65535.0));
                walking.Add(odds / (1 + odds), other / (1 + other));
            }
        }

        return walking.Share;
    }

    private static double Habits(Column<ushort> column, double[] twin, Segments layout)
    {
        Lean lean = new();
        for (int n = 0; n < layout.Count; n++)
        {
            for (int row = layout.First(n); row < layout.End(n); row++)
            {
                lean.Add(column.Values[row] / 65535.0, twin[row]);
            }
        }

        return lean.Share;
    }

    private sealed class Lean
    {
        private double sum;
        private long count;

        /// <summary>Mean of the columns less mean of the twin.</summary>
        public double Share => sum / count;

        public void Add(double column, double twin)
        {
            sum += column - twin;
            count++;
        }
    }
}
