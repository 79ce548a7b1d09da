using Simulation.Engine.Observation;

namespace Simulation.Engine.Health;

/// <summary>A run's adults by stratum and minutes, averaged over each year of its horizon.</summary>
public sealed class DoseYears
{
    private readonly Dictionary<DoseStratum, double[][]> cells = [];

    private DoseYears(IReadOnlyList<string> places, IReadOnlyList<double> lengths)
    {
        Places = places;
        Lengths = lengths;
    }

    /// <summary>Names of the places.</summary>
    public IReadOnlyList<string> Places { get; }

    /// <summary>Length of each year of the horizon, in years: 1, the last less.</summary>
    public IReadOnlyList<double> Lengths { get; }

    /// <summary>The strata with anybody in them.</summary>
    public IReadOnlyCollection<DoseStratum> Strata => cells.Keys;

    /// <summary>Averages the counts of a run.</summary>
    /// <param name="counts">Every fourth week's counts.</param>
    /// <param name="start">First day of the horizon.</param>
    /// <param name="days">Its days.</param>
    /// <param name="scale">Residents of the region for each that was simulated.</param>
    /// <exception cref="ArgumentException">There are no counts.</exception>
    public static DoseYears Of(IReadOnlyList<DoseCounts> counts, DateOnly start, int days, double scale = 1)
    {
        ArgumentNullException.ThrowIfNull(counts);
        if (counts.Count == 0)
        {
            throw new ArgumentException("No doses were counted.", nameof(counts));
        }

        int years = 0;
        while (start.AddYears(years) < start.AddDays(days))
        {
            years++;
        }

        List<double> lengths = [.. Enumerable.Range(0, years).Select(y =>
            Math.Min(1, (start.AddDays(days).DayNumber - start.AddYears(y).DayNumber) / (double)(start.AddYears(y + 1).DayNumber - start.AddYears(y).DayNumber)))];
        DoseYears result = new(counts[0].Places, lengths);
        for (int year = 0; year < years; year++)
        {
            List<DoseCounts> within = [.. counts.Where(c => c.Date >= start.AddYears(year) && c.Date < start.AddYears(year + 1))];

            // A last year of a few weeks may hold no count of its own: the nearest before it, or the first, stands for it.
            result.Average(year, within.Count > 0 ? within : [counts.LastOrDefault(c => c.Date < start.AddYears(year)) ?? counts[0]], scale);
        }

        return result;
    }

    /// <summary>Residents of a stratum by <see cref="DoseBands"/> in a year; nobody where the stratum is empty.</summary>
    public ReadOnlySpan<double> Of(DoseStratum stratum, int year) => cells.TryGetValue(stratum, out double[][]? found) ? found[year] : new double[DoseBands.Count];

    /// <summary>The same residents without their places: what a draw needs.</summary>
    public DoseYears WithoutPlaces()
    {
        DoseYears merged = new(["everywhere"], Lengths);
        foreach ((DoseStratum stratum, double[][] years) in cells)
        {
            double[][] sum = merged.CellOf(stratum with { Place = 0 });
            for (int year = 0; year < years.Length; year++)
            {
                for (int band = 0; band < DoseBands.Count; band++)
                {
                    sum[year][band] += years[year][band];
                }
            }
        }

        return merged;
    }

    private void Average(int year, List<DoseCounts> counts, double scale)
    {
        foreach (DoseCounts count in counts)
        {
            foreach (DoseStratum stratum in count.Strata())
            {
                ReadOnlySpan<int> residents = count.Of(stratum);
                if (residents.IndexOfAnyExcept(0) < 0)
                {
                    continue;
                }

                double[] cell = CellOf(stratum)[year];
                for (int band = 0; band < residents.Length; band++)
                {
                    cell[band] += residents[band] * scale / counts.Count;
                }
            }
        }
    }

    private double[][] CellOf(DoseStratum stratum)
    {
        if (!cells.TryGetValue(stratum, out double[][]? cell))
        {
            cells[stratum] = cell = [.. Lengths.Select(_ => new double[DoseBands.Count])];
        }

        return cell;
    }
}
