using Simulation.Engine.Numerics;
using Simulation.Engine.Populations;
using Simulation.Engine.Processes;
using Simulation.Engine.State;

namespace Simulation.Engine.Observation;

/// <summary>
/// Counts a neighbourhood's week into its <see cref="WeekCells"/>. Lanes turn each resident's four weeks into a small
/// number; one pass over rows counts those numbers, and the cells are made from the counts.
/// </summary>
/// <typeparam name="F">Float lanes.</typeparam>
/// <typeparam name="I">Integer lanes.</typeparam>
internal sealed unsafe class ObservationProcess<F, I>(ModelState state, WeekCells cells) : IBlockProcess
    where F : struct, IFloatLanes<F, I>
    where I : struct, IIntLanes<I, F>
{
    // A resident's profile: activity category (0–2) × 4 + how often it travels on foot or by cycle (0–3).
    private const int Profiles = 16;

    // One word a profile: minutes below, residents above. 65,535 residents of 4 × 65,535 minutes stay below 2^40.
    private const int ResidentShift = 40;

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

        Categorise(neighbourhood, scratch.Words[0].Pointer, scratch.Words[1].Pointer);
        CountResidents(neighbourhood, scratch.Words[0].Pointer, scratch.Words[1].Pointer);
        CountPupils(neighbourhood, scratch.Words[0].Pointer);
        CountWorkers(neighbourhood);
        cells.Sums[neighbourhood] = cells.Sum(neighbourhood);
    }

    private void Categorise(int n, int* profiles, int* months)
    {
        Segments layout = state.Population.Residents.Layout;
        int first = layout.First(n);
        int rows = layout.PaddedEnd(n) - first;
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

    private void CountResidents(int n, int* profiles, int* months)
    {
        const ulong MinutesMask = (1UL << ResidentShift) - 1;
        int rows = state.Population.Residents.Layout.UsedIn(n);
        ulong* counts = stackalloc ulong[Demographics.AllKeys * Profiles];
        new Span<ulong>(counts, Demographics.AllKeys * Profiles).Clear();
        for (int i = 0; i < rows; i++)
        {
            counts[profiles[i]] += (1UL << ResidentShift) + (uint)months[i];
        }

        int cell = n * Demographics.AllKeys;
        for (int key = 0; key < Demographics.AllKeys; key++)
        {
            ulong* k = counts + (key * Profiles);
            ulong never = k[0] + k[4] + k[8];
            ulong weekly = k[1] + k[5] + k[9];
            ulong thrice = k[2] + k[6] + k[10];
            ulong most = k[3] + k[7] + k[11];
            cells.Activity[cell + key] =
                ((k[0] + k[1] + k[2] + k[3]) >> ResidentShift)
                | (((k[4] + k[5] + k[6] + k[7]) >> ResidentShift) << 16)
                | (((k[8] + k[9] + k[10] + k[11]) >> ResidentShift) << 32);
            cells.Travel[cell + key] =
                ((weekly + thrice + most) >> ResidentShift)
                | (((thrice + most) >> ResidentShift) << 16)
                | ((most >> ResidentShift) << 32);
            cells.Minutes[cell + key] = (long)((never + weekly + thrice + most) & MinutesMask);
        }
    }

    private void CountPupils(int n, int* bands)
    {
        PupilTable table = state.Population.Pupils;
        int first = table.Layout.First(n);
        int count = table.Layout.UsedIn(n);
        cells.WalkTime[n] = BandTrips(first, table.Layout.PaddedEnd(n) - first, bands);
        Array.Clear(cells.Trips, n * WeekCells.TripBands, WeekCells.TripBands);
        Array.Clear(cells.School, n * Demographics.AllKeys, Demographics.AllKeys);
        byte* keys = state.Residents.Key.Pointer;
        int* residents = table.Resident.Pointer + first;
        ushort* weeks = state.Pupils.WeekModes.Pointer + first;
        fixed (ulong* school = &cells.School[n * Demographics.AllKeys])
        fixed (ulong* trips = &cells.Trips[n * WeekCells.TripBands])
        {
            for (int i = 0; i < count; i++)
            {
                ulong modes = Spread(weeks[i]);
                weeks[i] = 0;
                school[keys[residents[i]]] += modes;
                trips[bands[i]] += modes;
            }
        }
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

    private void CountWorkers(int n)
    {
        Array.Clear(cells.Commute, n * Demographics.AllKeys, Demographics.AllKeys);
        Array.Clear(cells.Home, n * Demographics.AllKeys, Demographics.AllKeys);
        WorkerTable table = state.Population.Workers;
        byte* keys = state.Residents.Key.Pointer;
        int* residents = table.Resident.Pointer;
        int* weeks = state.Workers.WeekModes.Pointer;
        int end = table.Layout.End(n);
        fixed (ulong* commute = &cells.Commute[n * Demographics.AllKeys])
        fixed (int* home = &cells.Home[n * Demographics.AllKeys])
        {
            for (int row = table.Layout.First(n); row < end; row++)
            {
                uint modes = (uint)weeks[row];
                weeks[row] = 0;
                int key = keys[residents[row]];
                commute[key] += Spread(modes & 0xFFFF);
                home[key] += (int)(modes >> 16);
            }
        }
    }

    // Four nibbles to four half-words.
    private static ulong Spread(ulong nibbles)
    {
        ulong pairs = (nibbles | (nibbles << 24)) & 0x0000_00FF_0000_00FF;
        return (pairs | (pairs << 12)) & 0x000F_000F_000F_000F;
    }
}
