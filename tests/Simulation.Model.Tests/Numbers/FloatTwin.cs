using System.Numerics;
using Simulation.Engine.Parameters;
using Simulation.Engine.Populations;
using Simulation.Engine.Processes;
using Simulation.Engine.Randomness;
using Simulation.Engine.Running;
using Simulation.Engine.State;

namespace Simulation.Model.Tests.Numbers;

/// <summary>
/// What the run keeps in half-words and whole minutes, kept beside it in double precision: moved by the same equations and
/// the same events, rounded never.
/// </summary>
internal sealed class FloatTwin
{
    private readonly ModelRun run;
    private readonly Luck habitTrait;
    private readonly Luck lengths;
    private readonly Luck person;
    private readonly double[,] weeks;

    public FloatTwin(ModelRun run, ulong seed)
    {
        this.run = run;
        habitTrait = new Luck(seed, LuckStream.HabitTrait);
        lengths = new Luck(seed, LuckStream.EverydayLength);
        person = new Luck(seed, LuckStream.WalkingPace);
        RunState state = run.State;
        Habit = [.. state.Residents.Habit.Values.ToArray().Select(h => h / 65535.0)];
        Fitness = [.. state.Residents.Fitness.Values.ToArray().Select(f => f / 32768.0)];
        Intention = [.. state.Residents.Intention.Values.ToArray().Select(i => i / 4096.0)];
        PupilHabit = [.. state.Pupils.Habit.Values.ToArray().Select(h => h / 65535.0)];
        WorkerHabit = [.. state.Workers.Habit.Values.ToArray().Select(h => h / 65535.0)];
        weeks = new double[Habit.Length, 4];
        for (int w = 0; w < 4; w++)
        {
            for (int row = 0; row < Habit.Length; row++)
            {
                weeks[row, w] = state.Residents.WeekMinutes[w].Values[row];
            }
        }
    }

    public double[] Habit { get; }

    public double[] Fitness { get; }

    public double[] Intention { get; }

    public double[] PupilHabit { get; }

    public double[] WorkerHabit { get; }

    /// <summary>Countable minutes of the last four weeks.</summary>
    public double Month(int row) => weeks[row, 0] + weeks[row, 1] + weeks[row, 2] + weeks[row, 3];

    /// <summary>Simulates a day with the twin.</summary>
    public void Step()
    {
        DateOnly day = run.Today;
        RunState state = run.State;
        int column = DayContext.WeekColumnOf(day.DayNumber);
        ushort[] before = state.Residents.WeekMinutes[column].Values.ToArray();
        byte[] walked = [.. state.Pupils.WalkDays.Values];
        byte[] active = [.. state.Workers.ActiveDays.Values];
        byte[] leisure = [.. state.Residents.LeisureDays.Values];
        run.Step();
        for (int n = 0; n < state.Population.Neighbourhoods.Count; n++)
        {
            if (run.Day.RefreshDue(n))
            {
                MoveResidents(n, leisure, column);
                MovePupils(n, walked);
                MoveWorkers(n, active);
            }
        }

        AddMinutes(day, column, run.Day.Day.Weekday == 0 ? new ushort[before.Length] : before);
    }

    private void MoveResidents(int n, byte[] leisure, int column)
    {
        RunState state = run.State;
        ParameterSet set = state.Parameters;
        Segments layout = state.Population.Residents.Layout;
        for (int row = layout.First(n); row < layout.End(n); row++)
        {
            (uint gainWord, uint topWord) = habitTrait.Words(row, 0);
            double gain = Math.Min(0.5, Math.Exp(Math.Log(set[EverydayParameters.HabitGain]) + (Luck.Normal(gainWord) * set[EverydayParameters.HabitGainSpread])));
            double top = set[EverydayParameters.HabitCeiling] - 0.35 + (Luck.Uniform(topWord) * 0.7);
            int done = BitOperations.PopCount(leisure[row] & 0x7Fu);
            Habit[row] = WeekOfHabit(Habit[row], top, gain, set[EverydayParameters.HabitLoss], done, 7 - done);

            double minutes = (weeks[row, (column + 1) % 4] + weeks[row, (column + 2) % 4] + weeks[row, (column + 3) % 4]) / 3;
            double most = set[EverydayParameters.FitnessGain];
            double target = 1 - (most / 2) + (most / 150 * Math.Min(150, minutes));
            double days = Fitness[row] < target ? set[EverydayParameters.FitnessUp] : set[EverydayParameters.FitnessDown];
            Fitness[row] += 7 / days * (target - Fitness[row]);

            Intention[row] *= 1 - set[EverydayParameters.IntentionDrift];
        }
    }

    private void MovePupils(int n, byte[] walkDays)
    {
        Segments layout = run.State.Population.Pupils.Layout;
        ParameterSet set = run.State.Parameters;
        for (int row = layout.First(n); row < layout.End(n); row++)
        {
            int schoolDays = run.Day.RecentSchoolDays[run.State.Population.Pupils.School[row]];
            if (schoolDays == 0)
            {
                continue;
            }

            int done = BitOperations.PopCount((uint)walkDays[row] & ((1u << schoolDays) - 1));
            PupilHabit[row] = WeekOfHabit(PupilHabit[row], set[EverydayParameters.HabitCeiling], set[EverydayParameters.HabitGain], set[EverydayParameters.HabitLoss], done, schoolDays - done);
        }
    }

    private void MoveWorkers(int n, byte[] activeDays)
    {
        Segments layout = run.State.Population.Workers.Layout;
        ParameterSet set = run.State.Parameters;
        for (int row = layout.First(n); row < layout.End(n); row++)
        {
            double done = BitOperations.PopCount(activeDays[row]) / 2.0;
            WorkerHabit[row] = WeekOfHabit(WorkerHabit[row], set[EverydayParameters.HabitCeiling], set[EverydayParameters.HabitGain], set[EverydayParameters.HabitLoss], done, 4 - done);
        }
    }

    private static double WeekOfHabit(double habit, double ceiling, double gain, double loss, double done, double missed)
    {
        double risen = Math.Max(habit, ceiling - ((ceiling - habit) * Math.Pow(1 - gain, done)));
        return risen * Math.Pow(1 - loss, missed);
    }

    // The day's minutes as the run added them, with each session and errand at its unrounded length.
    private void AddMinutes(DateOnly day, int column, ushort[] before)
    {
        RunState state = run.State;
        ParameterSet set = state.Parameters;
        Span<ushort> after = state.Residents.WeekMinutes[column].Values;
        bool monday = run.Day.Day.Weekday == 0;
        for (int row = 0; row < after.Length; row++)
        {
            if (monday)
            {
                weeks[row, column] = 0;
            }

            byte code = state.Residents.Today.Values[row];
            double whole = after[row] - before[row];
            if ((code & (DayCode.Leisure | DayCode.Errand)) != 0)
            {
                (uint errandWord, uint sessionWord) = lengths.Words(row, day.DayNumber);
                int key = state.Residents.Key.Values[row];
                if ((code & DayCode.Leisure) != 0)
                {
                    whole += Unrounded(Session(set, key, sessionWord, person.Words(row, 0).Second));
                }

                double errand = set[EverydayParameters.ErrandMinutes] * Math.Exp(Luck.Normal(errandWord) * set[EverydayParameters.ErrandSpread]);
                if ((code & DayCode.Errand) != 0 && (code & DayCode.Brisk) != 0 && Math.Round(errand) >= 10)
                {
                    whole += Unrounded(errand);
                }
            }

            weeks[row, column] += whole;
        }
    }

    private static double Session(ParameterSet set, int key, uint word, uint own)
    {
        bool child = key < Demographics.FirstAdultKey;
        double vigorous = key < 9 * 4 ? set[EverydayParameters.VigorousYoung] : set[EverydayParameters.VigorousOld];
        bool twice = !child && NonIntention.Rank(word) < vigorous;
        double minutes = child ? set[EverydayParameters.ChildSessionMinutes] : set[EverydayParameters.SessionMinutes];
        return (twice ? 2 : 1) * minutes * Math.Exp((Luck.Normal(word) * set[EverydayParameters.SessionSpread]) + (Luck.Normal(own) * set[PropensityParameters.PersonLength]));
    }

    private static double Unrounded(double length) => length - Math.Round(length);
}
