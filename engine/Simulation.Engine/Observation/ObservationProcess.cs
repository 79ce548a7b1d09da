using System.Runtime.Intrinsics;
using Simulation.Engine.Numerics;
using Simulation.Engine.Populations;
using Simulation.Engine.Processes;
using Simulation.Engine.State;

namespace Simulation.Engine.Observation;

/// <summary>
/// Counts a neighbourhood's week into <see cref="WeekCells"/>. Lanes turn each resident's four weeks into a small number,
/// its profile; one pass over rows adds what each profile counts for to the cell of the resident's key.
/// </summary>
/// <typeparam name="F">Float lanes.</typeparam>
/// <typeparam name="I">Integer lanes.</typeparam>
internal sealed unsafe class ObservationProcess<F, I>(ModelState state, WeekCells cells) : IBlockProcess
    where F : struct, IFloatLanes<F, I>
    where I : struct, IIntLanes<I, F>
{
    // A resident's profile: activity category (0–2) × 4 + how often it travels on foot or by cycle (0–3).
    private const int Profiles = 16;

    // What a resident of each profile adds to the first two words of its cell.
    private static readonly ulong[] ProfileWords = [.. Enumerable.Range(0, Profiles).SelectMany(WordsOf)];

    /// <inheritdoc/>
    public ProcessDescription Description { get; } = new(
        "Observation",
        "day",
        "Sundays",
        "week's minutes, days of travel, modes",
        "counts of the neighbourhood, and of national decile × age × sex × disability; the category shown for the resident",
        "Active Lives categories over 28 days, travel days, trips by mode are counted; nothing of the model changes.");

    /// <inheritdoc/>
    public void Run(DayContext context, int neighbourhood, BlockScratch scratch)
    {
        if (!context.LastOfWeek)
        {
            return;
        }

        CountingBench bench = scratch.Counting;
        int* profiles = scratch.Words[0].Pointer;
        int* months = scratch.Words[1].Pointer;
        Categorise(neighbourhood, profiles, months);
        CountResidents(neighbourhood, profiles, months, bench);
        int walked = CountPupils(neighbourhood, scratch.Words[0].Pointer, bench);
        CountWorkers(neighbourhood, bench);
        int decile = Demographics.DecileIndex(state.Population.Neighbourhoods.Decile[neighbourhood]);
        cells.Sums[neighbourhood] = bench.Close(decile, walked);
    }

    private void Categorise(int n, int* profiles, int* months)
    {
        Segments layout = state.Population.Residents.Layout;
        int first = layout.First(n);
        int rows = layout.VectorEnd(n) - first;
        ResidentState residents = state.Residents;
        ushort* a = residents.WeekMinutes[0].Pointer + first;
        ushort* b = residents.WeekMinutes[1].Pointer + first;
        ushort* c = residents.WeekMinutes[2].Pointer + first;
        ushort* d = residents.WeekMinutes[3].Pointer + first;
        byte* keys = residents.Key.Pointer + first;
        int* days = residents.TravelDays.Pointer + first;
        byte* codes = residents.Today.Pointer + first;
        I firstAdult = I.All(Demographics.FirstAdultKey);
        I firstCounted = I.All(Demographics.FirstCountedKey);
        I vacant = I.All(Demographics.Vacant);
        I one = I.All(1);
        for (int i = 0; i < rows; i += F.Width)
        {
            I key = I.Load(keys + i);
            I month = I.Load(a + i) + I.Load(b + i) + I.Load(c + i) + I.Load(d + i);
            // Adults: 30 and 150 minutes a week. Children: 30 and 60 minutes a day.
            I child = I.Less(key, firstAdult);
            I belowLow = I.Less(month, I.Select(child, I.All(28 * 30), I.All(4 * 30)));
            I belowHigh = I.Less(month, I.Select(child, I.All(28 * 60), I.All(4 * 150)));
            // A mask is −1 in each lane where it holds.
            I category = I.All(2) + belowLow + belowHigh;
            I travelled = Kernels<F, I>.CountWord(I.Load(days + i) & I.All(0x0FFFFFFF));
            I often = I.All(3) + I.Less(travelled, I.All(4)) + I.Less(travelled, I.All(12)) + I.Less(travelled, I.All(20));
            I.Store((key << 4) + (category << 2) + often, profiles + i);
            I.Store(month, months + i);
            I shown = (category + one) & ~I.Less(key, firstCounted) & I.Less(key, vacant);
            I others = I.Load(codes + i) & I.All(0xFF & ~(DayCode.CategoryMask << DayCode.CategoryShift));
            I.Store(others | (shown << DayCode.CategoryShift), codes + i);
        }
    }

    private void CountResidents(int n, int* profiles, int* months, CountingBench bench)
    {
        int rows = state.Population.Residents.Layout.UsedIn(n);
        ulong* cells = bench.Cells;
        ulong* minutes = bench.Minutes;
        fixed (ulong* words = ProfileWords)
        {
            for (int i = 0; i < rows; i++)
            {
                int key = profiles[i] >> 4;
                Bounds.Assert(key, Demographics.AllKeys);
                ulong* cell = cells + (key * CellSum.Words);
                Vector128<ulong> counted = Vector128.Load(words + (2 * (profiles[i] & (Profiles - 1))));
                (Vector128.Load(cell) + counted).Store(cell);
                minutes[key] += (uint)months[i];
            }
        }
    }

    // Returns the minutes of all walks of the week.
    private int CountPupils(int n, int* bands, CountingBench bench)
    {
        PupilTable table = state.Population.Pupils;
        int first = table.Layout.First(n);
        int count = table.Layout.UsedIn(n);
        int walked = BandTrips(first, table.Layout.VectorEnd(n) - first, bands);
        byte* keys = state.Residents.Key.Pointer;
        int* residents = table.Resident.Pointer + first;
        ushort* weeks = state.Pupils.WeekModes.Pointer + first;
        ulong* school = bench.Cells + CellSum.School;
        ulong* trips = bench.Trips;
        for (int i = 0; i < count; i++)
        {
            ulong modes = Spread(weeks[i]);
            weeks[i] = 0;
            Bounds.Assert(residents[i], state.Residents.Key.Length);
            school[keys[residents[i]] * CellSum.Words] += modes;
            trips[bands[i]] += modes;
        }

        return walked;
    }

    // Phase × distance band of each pupil; returns the minutes of all walks of the week.
    private int BandTrips(int first, int rows, int* bands)
    {
        ushort* distances = state.Population.Pupils.Distance.Pointer + first;
        ushort* weeks = state.Pupils.WeekModes.Pointer + first;
        byte* ages = state.Pupils.Age.Pointer + first;
        byte* walks = state.Pupils.WalkMinutes.Pointer + first;
        I minutes = I.All(0);
        for (int i = 0; i < rows; i += F.Width)
        {
            I metres = I.Load(distances + i);
            I band = I.All(3) + I.Less(metres, I.All(1609)) + I.Less(metres, I.All(3219)) + I.Less(metres, I.All(8047));
            I.Store(band + (~I.Less(I.Load(ages + i), I.All(11)) & I.All(4)), bands + i);
            // At most seven walks of 255 minutes: the product fits, and so does a neighbourhood's sum.
            minutes += (I.Load(weeks + i) & I.All(0xF)) * I.Load(walks + i);
        }

        return I.Sum(minutes);
    }

    private void CountWorkers(int n, CountingBench bench)
    {
        WorkerTable table = state.Population.Workers;
        byte* keys = state.Residents.Key.Pointer;
        int* residents = table.Resident.Pointer;
        int* weeks = state.Workers.WeekModes.Pointer;
        int end = table.Layout.End(n);
        for (int row = table.Layout.First(n); row < end; row++)
        {
            uint modes = (uint)weeks[row];
            weeks[row] = 0;
            Bounds.Assert(residents[row], state.Residents.Key.Length);
            ulong* cell = bench.Cells + (keys[residents[row]] * CellSum.Words);
            cell[CellSum.Commute] += Spread(modes & 0xFFFF);
            cell[CellSum.Home] += modes >> 16;
        }
    }

    // Activity: one counter a category. Travel: at least 4, 12, 20 of 28 days, so that who travels more counts in each.
    private static ulong[] WordsOf(int profile)
    {
        int category = profile >> 2;
        int often = profile & 3;
        return [1UL << (16 * category), 0x0001_0001_0001UL & ((1UL << (16 * often)) - 1)];
    }

    // Four nibbles to four half-words.
    private static ulong Spread(ulong nibbles)
    {
        ulong pairs = (nibbles | (nibbles << 24)) & 0x0000_00FF_0000_00FF;
        return (pairs | (pairs << 12)) & 0x000F_000F_000F_000F;
    }
}
