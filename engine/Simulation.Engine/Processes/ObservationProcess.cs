using Simulation.Engine.Numerics;
using Simulation.Engine.Observation;
using Simulation.Engine.Populations;
using Simulation.Engine.State;

namespace Simulation.Engine.Processes;

/// <summary>
/// Counts a neighbourhood's week. Lanes turn each resident's four weeks into one word, its profile and its minutes; then each
/// row costs one addition to one bin of the worker's <see cref="CountingBench"/>.
/// </summary>
/// <typeparam name="F">Float lanes.</typeparam>
/// <typeparam name="I">Integer lanes.</typeparam>
/// <param name="state">The run's columns.</param>
/// <param name="cells">Takes the counts.</param>
/// <param name="speeds">Speed on through roads by neighbourhood, mph.</param>
internal sealed unsafe class ObservationProcess<F, I>(RunState state, WeekCells cells, float[] speeds) : IBlockProcess
    where F : struct, IFloatLanes<F, I>
    where I : struct, IIntLanes<I, F>
{
    // A resident's word: its bin above its minutes.
    private const int BinShift = CountingBench.MonthBits;

    // A pupil's word: distance band × 2^16 + its week's modes.
    private const int BandShift = 16;

    /// <inheritdoc/>
    public ProcessDescription Description { get; } = new(
        "Observation",
        "day",
        "Sundays",
        "Active Lives categories over 28 days, travel days, trips by mode are counted; nothing of the model changes.")
    {
        Reads =
        [
            .. state.Residents.WeekMinutes.Select(week => week.Info),
            state.Residents.Key, state.Residents.TravelDays, state.Residents.LeisureDays, state.Population.Residents.Age,
            state.Population.Pupils.Resident, state.Population.Pupils.Distance, state.Pupils.WalkMinutes, state.Pupils.WeekModes,
            state.Population.Workers.Resident, state.Workers.WeekModes,
        ],
        Takes = "speeds of streets",
        Gives = "counts of the neighbourhood, and of national decile × age × sex × disability; every fourth Sunday adults by minutes, for health",
    };

    /// <inheritdoc/>
    public void Run(DayContext context, int neighbourhood, BlockScratch scratch)
    {
        if (!context.LastOfWeek)
        {
            return;
        }

        CountingBench bench = scratch.Counting;
        int decile = Demographics.DecileIndex(state.Population.Neighbourhoods.Decile[neighbourhood]);
        int* words = scratch.Words[0].Pointer;
        Tally sum = default;
        FindBins(neighbourhood, words);
        CountResidents(neighbourhood, words, bench.Residents, decile, ref sum);
        CountSessions(neighbourhood, ref sum);

        // Before the pupils' words take the place of the residents'.
        if (DoseBands.CountedOn(context.Day.Date))
        {
            CountDoses(neighbourhood, words);
        }

        bench.WalkTime += BandTrips(neighbourhood, words, ref sum);
        CountPupils(neighbourhood, words, bench.Pupils, decile);
        CountWorkers(neighbourhood, bench.Workers, decile);
        SumWorkers(neighbourhood, ref sum);
        cells.Sums[neighbourhood] = sum;
    }

    private void FindBins(int n, int* words)
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
        // The bin of an active resident who travels most. A mask is −1 in each lane where it holds and lowers it.
        I mostActive = I.All(CountingBench.Bin(CountingBench.Profiles - 1, 0));
        for (int i = 0; i < rows; i += F.Width)
        {
            I key = I.Load(keys + i);
            I month = I.Load(a + i) + I.Load(b + i) + I.Load(c + i) + I.Load(d + i);
            I notActive = CategoryProcess<F, I>.NotActive(key, month);
            I travelled = Kernels<F, I>.CountWord(I.Load(days + i) & I.All(0x0FFFFFFF));
            I notTravelling = I.Less(travelled, I.All(4)) + I.Less(travelled, I.All(12)) + I.Less(travelled, I.All(20));
            I bin = mostActive + key + (((notActive << 2) + notTravelling) << CountingBench.ProfileShift);
            I.Store((bin << BinShift) + month, words + i);
        }
    }

    private void CountResidents(int n, int* words, PackedCounters counters, int decile, ref Tally sum)
    {
        int rows = state.Population.Residents.Layout.UsedIn(n);
        ulong* bins = counters.Open(decile, rows);
        ProfileTotals totals = default;
        totals.Before(bins);
        for (int i = 0; i < rows; i++)
        {
            uint word = (uint)words[i];
            IndexCheck.Assert((int)(word >> BinShift), CountingBench.Profiles << CountingBench.ProfileShift);
            bins[word >> BinShift] += (1UL << CountingBench.MinuteBits) | (word & ((1 << BinShift) - 1));
        }

        totals.After(bins, ref sum);
    }

    // Bit 0 is today by now, so that seven bits are this week's days.
    private void CountSessions(int n, ref Tally sum)
    {
        Segments layout = state.Population.Residents.Layout;
        byte* keys = state.Residents.Key.Pointer;
        byte* days = state.Residents.LeisureDays.Pointer;
        I firstAdult = I.All(Demographics.FirstAdultKey);
        I vacant = I.All(Demographics.Vacant);
        I sessions = I.All(0);
        I adults = I.All(0);
        I residents = I.All(0);
        for (int row = layout.First(n); row < layout.VectorEnd(n); row += F.Width)
        {
            I key = I.Load(keys + row);
            I lives = I.Less(key, vacant);
            I adult = lives & ~I.Less(key, firstAdult);
            sessions += Kernels<F, I>.CountByte(I.Load(days + row) & I.All(0x7F)) & adult;
            adults += I.All(1) & adult;
            residents += I.All(1) & lives;
        }

        sum[CountKey.AdultSessions] = I.Sum(sessions);
        sum[CountKey.AdultsOfSessions] = I.Sum(adults);
        sum[CountKey.StreetResidents] = I.Sum(residents);
        sum[CountKey.StreetSpeed] = sum[CountKey.StreetResidents] * (long)MathF.Round(10 * speeds[n]);
    }

    // The distribution of activity by age and sex, of which health is a function: no mean would do.
    private void CountDoses(int n, int* words)
    {
        Segments layout = state.Population.Residents.Layout;
        int first = layout.First(n);
        int rows = layout.UsedIn(n);
        byte* ages = state.Population.Residents.Age.Pointer + first;
        byte* keys = state.Residents.Key.Pointer + first;
        Span<ushort> counts = cells.Doses(n);
        counts.Clear();
        for (int i = 0; i < rows; i++)
        {
            counts[DoseBands.Cell(ages[i], keys[i], words[i] & ((1 << BinShift) - 1))]++;
        }
    }

    // Each pupil's word and the neighbourhood's trips; returns the minutes of all its walks.
    private int BandTrips(int n, int* words, ref Tally sum)
    {
        PupilTable table = state.Population.Pupils;
        int first = table.Layout.First(n);
        int rows = table.Layout.VectorEnd(n) - first;
        ushort* distances = table.Distance.Pointer + first;
        ushort* weeks = state.Pupils.WeekModes.Pointer + first;
        byte* walks = state.Pupils.WalkMinutes.Pointer + first;
        I nibble = I.All(0xF);
        I zero = I.All(0);
        I walk = zero, cycle = zero, transit = zero, car = zero, minutes = zero;
        for (int i = 0; i < rows; i += F.Width)
        {
            I metres = I.Load(distances + i);
            I band = I.All(3) + I.Less(metres, I.All(1609)) + I.Less(metres, I.All(3219)) + I.Less(metres, I.All(8047));
            I modes = I.Load(weeks + i);
            I.Store((band << BandShift) + modes, words + i);
            I walked = modes & nibble;
            walk += walked;
            cycle += (modes >>> 4) & nibble;
            transit += (modes >>> 8) & nibble;
            car += modes >>> 12;
            // At most seven walks of 255 minutes: the product fits, and so does a neighbourhood's sum.
            minutes += walked * I.Load(walks + i);
        }

        sum[CountKey.SchoolWalk] = I.Sum(walk);
        sum[CountKey.SchoolCycle] = I.Sum(cycle);
        sum[CountKey.SchoolTransit] = I.Sum(transit);
        sum[CountKey.SchoolCar] = I.Sum(car);
        return I.Sum(minutes);
    }

    private void CountPupils(int n, int* words, PackedCounters counters, int decile)
    {
        PupilTable table = state.Population.Pupils;
        int* residents = table.Resident.Pointer + table.Layout.First(n);
        int count = table.Layout.UsedIn(n);
        byte* keys = state.Residents.Key.Pointer;
        for (int from = 0, end; from < count; from = end)
        {
            end = Math.Min(count, from + counters.Capacity);
            ulong* bins = counters.Open(decile, end - from);
            for (int i = from; i < end; i++)
            {
                IndexCheck.Assert(residents[i], state.Residents.Key.Length);
                uint word = (uint)words[i];
                bins[((uint)keys[residents[i]] * CountingBench.DistanceBands) + (word >> BandShift)] += WeekOfModes.Spread(word & 0xFFFF);
            }
        }
    }

    private void CountWorkers(int n, PackedCounters counters, int decile)
    {
        WorkerTable table = state.Population.Workers;
        int first = table.Layout.First(n);
        int count = table.Layout.UsedIn(n);
        byte* keys = state.Residents.Key.Pointer;
        int* residents = table.Resident.Pointer + first;
        int* weeks = state.Workers.WeekModes.Pointer + first;
        for (int from = 0, end; from < count; from = end)
        {
            end = Math.Min(count, from + counters.Capacity);
            ulong* bins = counters.Open(decile, end - from);
            for (int i = from; i < end; i++)
            {
                IndexCheck.Assert(residents[i], state.Residents.Key.Length);
                bins[keys[residents[i]]] += WeekOfModes.Spread((uint)weeks[i]);
            }
        }
    }

    // The neighbourhood's commutes.
    private void SumWorkers(int n, ref Tally sum)
    {
        Segments layout = state.Population.Workers.Layout;
        int first = layout.First(n);
        int rows = layout.VectorEnd(n) - first;
        int* weeks = state.Workers.WeekModes.Pointer + first;
        I nibble = I.All(0xF);
        I zero = I.All(0);
        I walk = zero, cycle = zero, transit = zero, car = zero, home = zero;
        for (int i = 0; i < rows; i += F.Width)
        {
            I modes = I.Load(weeks + i);
            walk += modes & nibble;
            cycle += (modes >>> 4) & nibble;
            transit += (modes >>> 8) & nibble;
            car += (modes >>> 12) & nibble;
            home += modes >>> 16;
        }

        sum[CountKey.CommuteWalk] = I.Sum(walk);
        sum[CountKey.CommuteCycle] = I.Sum(cycle);
        sum[CountKey.CommuteTransit] = I.Sum(transit);
        sum[CountKey.CommuteCar] = I.Sum(car);
        sum[CountKey.CommuteHome] = I.Sum(home);
    }
}
