using System.Numerics;
using Simulation.Engine.Populations;
using Simulation.Engine.Processes;
using Simulation.Engine.State;

namespace Simulation.Engine.Observation;

/// <summary>
/// The week's counts in cells of neighbourhood × demographic key. Every stratification that is published is a sum of cells;
/// each cell is written by whoever has the neighbourhood in hand, so no sum depends on the number of workers.
/// </summary>
/// <remarks>
/// Several 16-bit counters share one word, so that a resident costs three additions: a neighbourhood has far fewer than
/// 65,536 residents of one key.
/// </remarks>
internal sealed unsafe class WeekCells : IBlockProcess
{
    /// <summary>Phases × distance bands of school trips.</summary>
    public const int TripBands = 8;

    private readonly ModelState state;
    private readonly int cells;

    /// <summary>Empty cells for the run's population.</summary>
    public WeekCells(ModelState state)
    {
        this.state = state;
        cells = Demographics.AllKeys;
        int all = state.Population.Neighbourhoods.Count * cells;
        Activity = new ulong[all];
        Travel = new ulong[all];
        Minutes = new long[all];
        School = new ulong[all];
        Commute = new ulong[all];
        Home = new int[all];
        Trips = new ulong[state.Population.Neighbourhoods.Count * TripBands];
        WalkTime = new long[state.Population.Neighbourhoods.Count];
    }

    /// <summary>Residents by activity over 28 days: inactive (children: less active), fairly active, active; 16 bits each.</summary>
    public ulong[] Activity { get; }

    /// <summary>Residents with travel on foot or by cycle on at least 4, 12, 20 of 28 days; 16 bits each.</summary>
    public ulong[] Travel { get; }

    /// <summary>Countable minutes over 28 days.</summary>
    public long[] Minutes { get; }

    /// <summary>School days of the week by mode: walk, cycle, transit, car; 16 bits each.</summary>
    public ulong[] School { get; }

    /// <summary>Commuting days of the week by mode: walk, cycle, transit, car; 16 bits each.</summary>
    public ulong[] Commute { get; }

    /// <summary>Days worked at home.</summary>
    public int[] Home { get; }

    /// <summary>School days by mode for each phase × distance band (under 1, 1–2, 2–5, 5+ miles), by neighbourhood.</summary>
    public ulong[] Trips { get; }

    /// <summary>Minutes of one-way walks to school, by neighbourhood.</summary>
    public long[] WalkTime { get; }

    /// <inheritdoc/>
    public ProcessDescription Description { get; } = new(
        "Observation",
        "day",
        "Sundays",
        "week's minutes, days of travel, modes",
        "cells of neighbourhood × age × sex × disability; the category shown for the resident",
        "Active Lives categories over 28 days, travel days, trips by mode are counted; nothing of the model changes.");

    /// <inheritdoc/>
    public void Run(DayContext context, int neighbourhood, BlockScratch scratch)
    {
        if (!context.LastOfWeek)
        {
            return;
        }

        CountResidents(neighbourhood);
        CountPupils(neighbourhood);
        CountWorkers(neighbourhood);
    }

    private void CountResidents(int n)
    {
        Span<ulong> activity = Clear(Activity, n);
        Span<ulong> travel = Clear(Travel, n);
        Span<long> minutes = Minutes.AsSpan(n * cells, cells);
        minutes.Clear();
        ResidentState residents = state.Residents;
        ushort* a = residents.WeekMinutes[0].Pointer;
        ushort* b = residents.WeekMinutes[1].Pointer;
        ushort* c = residents.WeekMinutes[2].Pointer;
        ushort* d = residents.WeekMinutes[3].Pointer;
        byte* keys = residents.Key.Pointer;
        int* days = residents.TravelDays.Pointer;
        byte* codes = residents.Today.Pointer;
        int end = state.Population.Residents.Layout.End(n);
        for (int row = state.Population.Residents.Layout.First(n); row < end; row++)
        {
            int key = keys[row];
            int month = a[row] + b[row] + c[row] + d[row];
            // Adults: 30 and 150 minutes a week. Children: 30 and 60 minutes a day.
            bool adult = key >= Demographics.FirstAdultKey;
            int low = adult ? 4 * 30 : 28 * 30;
            int high = adult ? 4 * 150 : 28 * 60;
            int category = (month >= low ? 1 : 0) + (month >= high ? 1 : 0);
            activity[key] += 1UL << (16 * category);
            int travelled = BitOperations.PopCount((uint)days[row] & 0x0FFFFFFF);
            travel[key] += (travelled >= 4 ? 1UL : 0) + (travelled >= 12 ? 1UL << 16 : 0) + (travelled >= 20 ? 1UL << 32 : 0);
            minutes[key] += month;
            int shown = key < Demographics.FirstCountedKey ? 0 : category + 1;
            codes[row] = (byte)((codes[row] & ~(DayCode.CategoryMask << DayCode.CategoryShift)) | (shown << DayCode.CategoryShift));
        }
    }

    private void CountPupils(int n)
    {
        Span<ulong> school = Clear(School, n);
        Span<ulong> trips = Trips.AsSpan(n * TripBands, TripBands);
        trips.Clear();
        PupilTable table = state.Population.Pupils;
        PupilState pupils = state.Pupils;
        long walkTime = 0;
        int end = table.Layout.End(n);
        for (int row = table.Layout.First(n); row < end; row++)
        {
            uint modes = pupils.WeekModes.Pointer[row];
            if (modes == 0)
            {
                continue;
            }

            pupils.WeekModes.Pointer[row] = 0;
            ulong spread = (modes & 0xFUL) | ((modes & 0xF0UL) << 12) | ((modes & 0xF00UL) << 24) | ((modes & 0xF000UL) << 36);
            school[state.Residents.Key.Pointer[table.Resident.Pointer[row]]] += spread;
            int metres = table.Distance.Pointer[row];
            int band = metres < 1609 ? 0 : metres < 3219 ? 1 : metres < 8047 ? 2 : 3;
            trips[(pupils.Age.Pointer[row] < 11 ? 0 : 4) + band] += spread;
            walkTime += (modes & 0xF) * pupils.WalkMinutes.Pointer[row];
        }

        WalkTime[n] = walkTime;
    }

    private void CountWorkers(int n)
    {
        Span<ulong> commute = Clear(Commute, n);
        Span<int> home = Home.AsSpan(n * cells, cells);
        home.Clear();
        WorkerTable table = state.Population.Workers;
        WorkerState workers = state.Workers;
        int end = table.Layout.End(n);
        for (int row = table.Layout.First(n); row < end; row++)
        {
            uint modes = (uint)workers.WeekModes.Pointer[row];
            workers.WeekModes.Pointer[row] = 0;
            int key = state.Residents.Key.Pointer[table.Resident.Pointer[row]];
            commute[key] += (modes & 0xFUL) | ((modes & 0xF0UL) << 12) | ((modes & 0xF00UL) << 24) | ((modes & 0xF000UL) << 36);
            home[key] += (int)(modes >> 16) & 0xF;
        }
    }

    private Span<ulong> Clear(ulong[] counts, int n)
    {
        Span<ulong> span = counts.AsSpan(n * cells, cells);
        span.Clear();
        return span;
    }
}
