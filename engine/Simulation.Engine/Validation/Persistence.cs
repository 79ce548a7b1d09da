using MathNet.Numerics.Statistics;
using Simulation.Engine.Populations;
using Simulation.Engine.State;

namespace Simulation.Engine.Validation;

/// <summary>
/// How lasting a resident's activity is: a sample of adults, seen every thirteen weeks and once after four. Up to three years
/// are kept, so that memory does not grow with the horizon.
/// </summary>
internal sealed class Persistence(Population population)
{
    private const int Sample = 200_000;
    private const int Quarter = 13;
    private const int FourWeeks = 4;
    private const int ThreeYears = 156;
    private const int Inactive = 30;
    private const int Active = 150;

    private readonly SortedDictionary<int, double[]> minutes = [];
    private int[] rows = [];

    /// <summary>Who is looked at and what was seen, as numbers: how many, their rows, then each look's week and minutes.</summary>
    public IEnumerable<double> ToNumbers() =>
        rows.Select(row => (double)row).Prepend(rows.Length).Concat(minutes.SelectMany(look => look.Value.Prepend(look.Key)));

    /// <summary>Takes what <see cref="ToNumbers"/> gave.</summary>
    /// <exception cref="ArgumentException">These are no such numbers.</exception>
    public void Take(ReadOnlySpan<double> numbers)
    {
        int residents = numbers.Length > 0 ? (int)numbers[0] : -1;
        if (residents < 0 || numbers.Length - 1 < residents || (numbers.Length - 1 - residents) % (residents + 1) != 0)
        {
            throw new ArgumentException("The looks at residents are incomplete.", nameof(numbers));
        }

        rows = [.. numbers[1..(residents + 1)].ToArray().Select(row => (int)row)];
        minutes.Clear();
        for (numbers = numbers[(residents + 1)..]; residents > 0 && numbers.Length > 0; numbers = numbers[(residents + 1)..])
        {
            minutes[(int)numbers[0]] = numbers[1..(residents + 1)].ToArray();
        }
    }

    /// <summary>True when a year lies between the first look and the last.</summary>
    public bool HasYear => minutes.ContainsKey(4 * Quarter);

    /// <summary>True when three years do.</summary>
    public bool HasThreeYears => minutes.ContainsKey(ThreeYears);

    /// <summary>Looks, if it is time to.</summary>
    /// <param name="residents">The residents, at the end of a week.</param>
    /// <param name="weeks">Weeks since the first that was counted.</param>
    public void Add(ResidentState residents, int weeks)
    {
        if ((weeks % Quarter != 0 && weeks != FourWeeks) || weeks > ThreeYears)
        {
            return;
        }

        if (rows.Length == 0)
        {
            rows = Chosen(residents);
        }

        double[] look = new double[rows.Length];
        foreach (Column<ushort> week in residents.WeekMinutes)
        {
            for (int i = 0; i < rows.Length; i++)
            {
                look[i] += week[rows[i]];
            }
        }

        for (int i = 0; i < look.Length; i++)
        {
            look[i] /= FourWeeks;
        }

        minutes[weeks] = look;
    }

    // Every so many rows, adults of them only.
    private int[] Chosen(ResidentState residents)
    {
        int step = Math.Max(1, population.Count / Sample);
        Segments layout = population.Residents.Layout;
        List<int> chosen = [];
        for (int n = 0; n < layout.Count; n++)
        {
            int end = layout.First(n) + layout.UsedIn(n);
            for (int row = (layout.First(n) + step - 1) / step * step; row < end; row += step)
            {
                if (Demographics.Adult(residents.Key[row]))
                {
                    chosen.Add(row);
                }
            }
        }

        return [.. chosen];
    }

    /// <summary>Correlation of 28-day minutes some weeks apart, of all pairs of looks that far apart.</summary>
    public double Correlation(int lag) =>
        minutes.Where(look => minutes.ContainsKey(look.Key + lag)).Average(look => NotNaN(Pearson(look.Value, minutes[look.Key + lag])));

    /// <summary>The same of reported minutes.</summary>
    public double ReportedCorrelation(RunState state, int lag)
    {
        ReportError report = new(state, rows);
        return minutes.Where(look => minutes.ContainsKey(look.Key + lag))
            .Average(look => NotNaN(Pearson(report.Report(look.Value, look.Key), report.Report(minutes[look.Key + lag], look.Key + lag))));
    }

    /// <summary>Of the inactive, the share that is active a year later.</summary>
    public double Rise() => Transition(m => m < Inactive, m => m >= Active);

    /// <summary>Of the active, the share that is inactive a year later.</summary>
    public double Fall() => Transition(m => m >= Active, m => m < Inactive);

    /// <summary>Share inactive in each of four quarters.</summary>
    public double InactiveThroughout() => Share(Enumerable.Range(0, 4).Select(q => minutes[q * Quarter]), all: m => m < Inactive);

    /// <summary>Of those inactive at first, the share that was active at some quarter within three years.</summary>
    public double EverActive()
    {
        double[][] looks = [.. minutes.Where(look => look.Key % Quarter == 0).Select(look => look.Value)];
        int[] inactive = [.. Enumerable.Range(0, rows.Length).Where(i => looks[0][i] < Inactive)];
        return inactive.Count(i => looks.Any(look => look[i] >= Active)) / (double)inactive.Length;
    }

    /// <summary>Share without a minute in 28 days.</summary>
    public double Nothing() => minutes.Values.First().Count(m => m == 0) / (double)rows.Length;

    /// <summary>Skewness of minutes.</summary>
    public double Skewness() => minutes.Values.First().Skewness();

    private double Transition(Func<double, bool> from, Func<double, bool> to)
    {
        double[] first = minutes[0];
        double[] last = minutes[4 * Quarter];
        int[] started = [.. Enumerable.Range(0, rows.Length).Where(i => from(first[i]))];
        return started.Count(i => to(last[i])) / (double)started.Length;
    }

    private double Share(IEnumerable<double[]> looks, Func<double, bool> all)
    {
        double[][] kept = [.. looks];
        return Enumerable.Range(0, rows.Length).Count(i => kept.All(look => all(look[i]))) / (double)rows.Length;
    }

    private static double Pearson(double[] a, double[] b) => MathNet.Numerics.Statistics.Correlation.Pearson(a, b);

    private static double NotNaN(double value) => double.IsNaN(value) ? 0 : value;
}
