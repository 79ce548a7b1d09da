using Simulation.Engine.Parallelism;
using Simulation.Engine.Populations;
using Simulation.Engine.State;

namespace Simulation.Engine.Observation;

/// <summary>Sums each resident's minutes over the weeks of a run's last year. An observation: nothing of the model reads it.</summary>
internal sealed class MinutesOfEach
{
    private const int DaysOfYear = 365;
    private const int DaysOfWeek = 7;

    private int[] minutes = [];

    /// <summary>Weeks that were summed.</summary>
    public int Weeks { get; private set; }

    /// <summary>Whether the week that ends with a day lies in the run's last year, all of it.</summary>
    /// <param name="day">Day of the horizon, from nought.</param>
    /// <param name="days">Days of the horizon.</param>
    public static bool Counts(int day, int days) => day - DaysOfWeek + 1 >= Math.Max(0, days - DaysOfYear);

    /// <summary>Makes room before the first day, so that no day allocates.</summary>
    /// <param name="rows">Rows of residents.</param>
    public void Prepare(int rows)
    {
        if (minutes.Length != rows)
        {
            minutes = new int[rows];
        }
    }

    /// <summary>Adds the week that has just ended.</summary>
    /// <param name="state">The run.</param>
    /// <param name="week">Which of the four columns holds it.</param>
    /// <param name="team">Workers.</param>
    public void Add(RunState state, int week, WorkerTeam team)
    {
        Column<ushort> added = state.Residents.WeekMinutes[week];
        Segments layout = state.Population.Residents.Layout;
        team.Run(layout.Count, (_, n) =>
        {
            ReadOnlySpan<ushort> from = added.Values[layout.First(n)..layout.End(n)];
            Span<int> to = minutes.AsSpan(layout.First(n), from.Length);
            for (int i = 0; i < from.Length; i++)
            {
                to[i] += from[i];
            }
        });
        Weeks++;
    }

    /// <summary>Follows the residents to the rows of a new year.</summary>
    /// <param name="from">Old row of each new one; −1 where there was none.</param>
    public void Turn(ReadOnlySpan<int> from)
    {
        int[] moved = new int[from.Length];
        for (int row = 0; row < moved.Length; row++)
        {
            moved[row] = from[row] < 0 || Weeks == 0 ? 0 : minutes[from[row]];
        }

        minutes = moved;
    }

    /// <summary>Makes these the sums of another run on the same rows.</summary>
    public void Take(MinutesOfEach other) => (minutes, Weeks) = ([.. other.minutes], other.Weeks);

    /// <summary>The sums as numbers: how many, the weeks, the sums.</summary>
    public double[] ToNumbers() => Weeks == 0 ? [0, 0] : [minutes.Length, Weeks, .. minutes.Select(sum => (double)sum)];

    /// <summary>Takes what <see cref="ToNumbers"/> gave from the beginning of some numbers; the others are returned.</summary>
    /// <exception cref="ArgumentException">These are no such numbers.</exception>
    public ReadOnlySpan<double> Take(ReadOnlySpan<double> numbers)
    {
        int rows = numbers.Length > 1 ? (int)numbers[0] : -1;
        if (rows < 0 || rows > numbers.Length - 2)
        {
            throw new ArgumentException("The minutes of residents are incomplete.", nameof(numbers));
        }

        minutes = new int[rows];
        Weeks = (int)numbers[1];
        for (int row = 0; row < rows; row++)
        {
            minutes[row] = (int)numbers[row + 2];
        }

        return numbers[(rows + 2)..];
    }

    /// <summary>Everybody of five or more who lives at the end, by identity; null before a week was summed.</summary>
    public ResidentYears? Result(RunState state)
    {
        if (Weeks == 0)
        {
            return null;
        }

        Population population = state.Population;
        Segments layout = population.Residents.Layout;
        List<(uint Identity, int Row, ushort Group)> residents = new(population.Count);
        for (int n = 0; n < layout.Count; n++)
        {
            int place = population.Neighbourhoods.Place[n];
            int decile = population.Neighbourhoods.Decile[n];
            ushort adult = new ResidentGroup(place, decile, Child: false).Pack();
            ushort child = new ResidentGroup(place, decile, Child: true).Pack();
            for (int row = layout.First(n); row < layout.End(n); row++)
            {
                int key = state.Residents.Key[row];
                if (Demographics.Adult(key) || Demographics.Child(key))
                {
                    residents.Add(((uint)state.Residents.Identity[row], row, Demographics.Child(key) ? child : adult));
                }
            }
        }

        residents.Sort((a, b) => a.Identity.CompareTo(b.Identity));
        return new ResidentYears(
            Weeks,
            [.. population.Places.Select(place => place.Name)],
            [.. residents.Select(resident => resident.Identity)],
            [.. residents.Select(resident => (ushort)Math.Min(ushort.MaxValue, Math.Round(minutes[resident.Row] / (double)Weeks)))],
            [.. residents.Select(resident => resident.Group)]);
    }
}
