using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;
using Simulation.Engine.Populations;
using Simulation.Engine.State;

namespace Simulation.Engine.Processes;

/// <summary>
/// The columns that a day passes over, to be called into the cache one neighbourhood ahead. With few residents a
/// neighbourhood's part of a column is two or three cache lines, too short for the processor to guess what comes next, and
/// each of some fifty columns would wait for memory.
/// </summary>
internal sealed unsafe class HotColumns
{
    // The start of a longer part is enough: from there on the processor fetches ahead by itself.
    private const int Lines = 12;
    private const int LineBytes = 64;

    private readonly TableColumns[] daily;
    private readonly TableColumns[] refreshed;
    private readonly TableColumns[] weeks;
    private readonly TableColumns[] counted;

    /// <summary>The columns of a run.</summary>
    public HotColumns(ModelState state)
    {
        Population population = state.Population;
        ResidentTable people = population.Residents;
        ResidentState residents = state.Residents;
        WorkerTable jobs = population.Workers;
        WorkerState workers = state.Workers;
        PupilTable places = population.Pupils;
        PupilState pupils = state.Pupils;
        daily =
        [
            new TableColumns(people.Layout)
                .And(residents.Key, residents.LeisureDays, residents.Today)
                .And(residents.TravelDays)
                .And(residents.LeisureOdds, residents.ErrandOdds),
            new TableColumns(jobs.Layout)
                .And(jobs.WorkDays, jobs.HomeDays, jobs.HomeCapable, jobs.FlexMinutes)
                .And(jobs.Start)
                .And(jobs.Resident)
                .And(workers.WalkMinutes, workers.CycleMinutes, workers.TravelMinutes, workers.Circumstances)
                .And(workers.FirstHomeDay, workers.ActiveDays, workers.ExtraFlex, workers.ExtraHomeDays)
                .And(workers.WalkShare, workers.CycleShare, workers.TransitShare)
                .And(workers.WeekModes),
            new TableColumns(places.Layout)
                .And(places.School)
                .And(places.Resident, places.FirstAdult, places.SecondAdult)
                .And(pupils.WalkMinutes, pupils.Age, pupils.Gates, pupils.WalkDays, pupils.Today)
                .And(pupils.FirstSlot, pupils.SecondSlot, pupils.CycleShare, pupils.BusShare, pupils.WeekModes)
                .And(pupils.WalkOdds),
        ];
        refreshed =
        [
            new TableColumns(people.Layout)
                .And(residents.Habit, residents.Fitness, residents.Intention)
                .And(people.Traits),
            new TableColumns(population.Households.Layout)
                .And(population.Households.FirstResident)
                .And(population.Households.Size),
            new TableColumns(jobs.Layout)
                .And(jobs.Employer)
                .And(jobs.Distance)
                .And(jobs.Arrangement)
                .And(workers.Habit),
            new TableColumns(places.Layout)
                .And(places.Class)
                .And(places.Distance)
                .And(pupils.Habit)
                .And(pupils.Circumstances),
        ];
        weeks = [.. residents.WeekMinutes.Select(week => new TableColumns(people.Layout).And(week))];
        counted = [.. weeks, new TableColumns(places.Layout).And(places.Distance)];
    }

    /// <summary>Asks for the first lines of a neighbourhood's part of each column that it needs today.</summary>
    public void Fetch(DayContext context, int neighbourhood)
    {
        if (!Sse.IsSupported)
        {
            return;
        }

        Fetch(daily, neighbourhood);
        if (context.RefreshDue(neighbourhood))
        {
            Fetch(refreshed, neighbourhood);
            Fetch(weeks, neighbourhood);
        }
        else if (context.LastOfWeek)
        {
            Fetch(counted, neighbourhood);
        }
        else
        {
            weeks[context.WeekColumn].Fetch(neighbourhood);
        }
    }

    private static void Fetch(TableColumns[] tables, int neighbourhood)
    {
        foreach (TableColumns table in tables)
        {
            table.Fetch(neighbourhood);
        }
    }

    /// <summary>Columns of one table, by the size of their values: those of one size take equally many lines.</summary>
    private sealed class TableColumns(Segments layout)
    {
        private readonly List<nint>[] bySize = [[], [], []];

        public TableColumns And<T>(params ReadOnlySpan<Column<T>> added)
            where T : unmanaged
        {
            foreach (Column<T> column in added)
            {
                bySize[BitOperations.Log2((uint)sizeof(T))].Add((nint)column.Pointer);
            }

            return this;
        }

        public void Fetch(int neighbourhood)
        {
            long first = layout.First(neighbourhood);
            int rows = layout.UsedIn(neighbourhood);
            for (int size = 0; size < bySize.Length; size++)
            {
                int bytes = Math.Min(rows << size, Lines * LineBytes);
                foreach (nint column in CollectionsMarshal.AsSpan(bySize[size]))
                {
                    byte* start = (byte*)column + (first << size);
                    for (int line = 0; line < bytes; line += LineBytes)
                    {
                        Sse.Prefetch0(start + line);
                    }
                }
            }
        }
    }
}
