using System.Runtime.Intrinsics.X86;
using Simulation.Engine.Populations;
using Simulation.Engine.State;

namespace Simulation.Engine.Processes;

/// <summary>
/// The columns that every day passes over, to be called into the cache one neighbourhood ahead. With few residents a
/// neighbourhood's part of a column is two or three cache lines, too short for the processor to guess what comes next, and
/// each of some fifty columns would wait for memory.
/// </summary>
internal sealed unsafe class HotColumns
{
    // The start of a longer part is enough: from there on the processor fetches ahead by itself.
    private const int Lines = 4;
    private const int LineBytes = 64;

    private readonly List<(nint Address, int Bytes, Segments Layout)> columns = [];

    /// <summary>The daily columns of a run.</summary>
    public HotColumns(ModelState state)
    {
        Segments residents = state.Population.Residents.Layout;
        Add(residents, state.Residents.Key, state.Residents.LeisureDays, state.Residents.Today);
        Add(residents, state.Residents.WeekMinutes);
        Add(residents, state.Residents.TravelDays);
        Add(residents, state.Residents.LeisureOdds, state.Residents.ErrandOdds);

        WorkerTable jobs = state.Population.Workers;
        WorkerState workers = state.Workers;
        Add(jobs.Layout, jobs.WorkDays, jobs.HomeDays, jobs.HomeCapable, jobs.FlexMinutes);
        Add(jobs.Layout, jobs.Start);
        Add(jobs.Layout, jobs.Resident);
        Add(jobs.Layout, workers.WalkMinutes, workers.CycleMinutes, workers.TravelMinutes, workers.Circumstances);
        Add(jobs.Layout, workers.FirstHomeDay, workers.ActiveDays, workers.ExtraFlex, workers.ExtraHomeDays);
        Add(jobs.Layout, workers.WalkShare, workers.CycleShare, workers.TransitShare);
        Add(jobs.Layout, workers.WeekModes);

        PupilTable places = state.Population.Pupils;
        PupilState pupils = state.Pupils;
        Add(places.Layout, places.School);
        Add(places.Layout, places.Resident, places.FirstAdult, places.SecondAdult);
        Add(places.Layout, pupils.WalkMinutes, pupils.Age, pupils.Gates, pupils.WalkDays, pupils.Today);
        Add(places.Layout, pupils.FirstSlot, pupils.SecondSlot, pupils.CycleShare, pupils.BusShare, pupils.WeekModes);
        Add(places.Layout, pupils.WalkOdds);
    }

    /// <summary>Asks for the first lines of a neighbourhood's part of each column.</summary>
    public void Fetch(int neighbourhood)
    {
        if (!Sse.IsSupported)
        {
            return;
        }

        foreach ((nint address, int bytes, Segments layout) in columns)
        {
            byte* start = (byte*)address + ((long)layout.First(neighbourhood) * bytes);
            byte* end = (byte*)address + ((long)layout.End(neighbourhood) * bytes);
            end = end < start + (Lines * LineBytes) ? end : start + (Lines * LineBytes);
            for (byte* line = start; line < end; line += LineBytes)
            {
                Sse.Prefetch0(line);
            }
        }
    }

    private void Add<T>(Segments layout, params Column<T>[] added)
        where T : unmanaged
    {
        foreach (Column<T> column in added)
        {
            columns.Add(((nint)column.Pointer, sizeof(T), layout));
        }
    }
}
