using Simulation.Engine.Observation;
using Simulation.Engine.Populations;
using Simulation.Engine.Processes;
using Simulation.Engine.Running;

namespace Simulation.Benchmarks.Whole;

/// <summary>What a process must move and work out for a resident-day: the least that it could take.</summary>
/// <param name="Bytes">Bytes of columns read and written.</param>
/// <param name="Operations">Lane operations, counted by running the process on counting lanes.</param>
internal readonly record struct ProcessBound(double Bytes, double Operations)
{
    // At the census's shares of workers and pupils, and schools open on 190 of 365 days.
    private const double Workers = 0.45;
    private const double Pupils = 0.15;
    private const double SchoolDays = 190 / 365.0;

    private static readonly Dictionary<string, double> BytesPerResidentDay = new(StringComparer.Ordinal)
    {
        // leisure and errand odds, key ×2, days of leisure ×2, travel days ×2, week ×2, today ×3
        ["Everyday activity"] = 4 + 4 + 2 + 2 + 8 + 4 + 3,
        // work days, home days, capable, first home day, extra home days and minutes, shares ×3, week ×2, history ×2,
        // start, flexibility, travel minutes; then minutes on foot and by cycle, circumstances, resident
        ["Commute"] = Workers * (1 + 1 + 1 + 1 + 1 + 1 + 6 + 8 + 2 + 2 + 1 + 1 + 1 + 1 + 1 + 4),
        // odds, slots, shares, gates, today, week ×2, days ×2; today, school, minutes; today, slots, adults, resident, age, gates
        ["School trip"] = Pupils * SchoolDays * (4 + 4 + 4 + 1 + 1 + 4 + 2 + 4 + 14 + 2),
        // a seventh of residents a day: households 5/2.4, days ×2, habit ×2, weeks ×3, fitness ×2, intention ×3, key ×2, odds ×2
        ["Habit, fitness, intention, company"] = (2 + 2 + 4 + 6 + 4 + 6 + 2 + 8 + 1) / 7.0,
        ["Route, permission and choice of pupils"] = Pupils * (2 + 4 + 1 + 4 + 6 + 6 + 4 + 3 + 4 + 8 + 4) / 7.0,
        ["Choice of commuters"] = Workers * (4 + 4 + 1 + 4 + 4 + 2 + 4 + 2 + 2 + 6) / 7.0,
        // weeks ×4, key, travel days, today ×2; pupils' distance, resident, key, week ×2, walk; workers' week ×2, resident, key
        ["Observation"] = (8 + 1 + 4 + 2 + (Pupils * (2 + 4 + 1 + 4 + 1)) + (Workers * (8 + 4 + 1))) / 7.0,
    };

    /// <summary>The least time on a machine, ns a resident-day.</summary>
    /// <param name="gigabytesPerSecond">Copy bandwidth of one worker.</param>
    /// <param name="operationsPerNanosecond">Lane operations of one worker.</param>
    public double Least(double gigabytesPerSecond, double operationsPerNanosecond) =>
        Math.Max(Bytes / gigabytesPerSecond, Operations / operationsPerNanosecond);

    /// <summary>Bounds by process name, from a week in term and every sixteenth neighbourhood.</summary>
    public static IReadOnlyDictionary<string, ProcessBound> Count(Population population)
    {
        const int Every = 16;
        using ModelRun run = new(population, [], new RunOptions { Start = new DateOnly(2026, 9, 14) });
        run.WarmUp(null, CancellationToken.None);
        using BlockScratch scratch = new(population, run.State.Tallies[0]);
        Streets streets = new(run.State);
        streets.Run(run.Day);
        using WeekCells cells = new(population, [scratch.Counting]);
        IBlockProcess[] processes =
        [
            new ResidentRefresh<CountedFloat, CountedInt>(run.State, streets),
            new PupilRefresh<CountedFloat, CountedInt>(run.State, streets),
            new WorkerRefresh<CountedFloat, CountedInt>(run.State, streets),
            new CommuteProcess<CountedFloat, CountedInt>(run.State),
            new SchoolTripProcess<CountedFloat, CountedInt>(run.State, streets, new WeekTallies(run.State)),
            new EverydayProcess<CountedFloat, CountedInt>(run.State),
            new ObservationProcess<CountedFloat, CountedInt>(run.State, cells, streets.Speed),
        ];
        double[] operations = new double[processes.Length];
        for (int day = 0; day < 7; day++)
        {
            run.Step();
            for (int n = 0; n < population.Neighbourhoods.Count; n += Every)
            {
                for (int p = 0; p < processes.Length; p++)
                {
                    CountedOperations.Reset();
                    processes[p].Run(run.Day, n, scratch);
                    operations[p] += CountedOperations.Total;
                }
            }
        }

        double residents = 0;
        for (int n = 0; n < population.Neighbourhoods.Count; n += Every)
        {
            residents += population.Residents.Layout.UsedIn(n);
        }

        Dictionary<string, ProcessBound> bounds = new(StringComparer.Ordinal);
        for (int p = 0; p < processes.Length; p++)
        {
            string name = processes[p].Description.Name;
            // The week counted is in term; a year has 190 school days where 52 such weeks would have 260.
            double inTerm = processes[p] is SchoolTripProcess<CountedFloat, CountedInt> ? SchoolDays * 7 / 5 : 1;
            bounds[name] = new ProcessBound(BytesPerResidentDay[name], operations[p] / 7 / residents * inTerm);
        }

        return bounds;
    }
}
