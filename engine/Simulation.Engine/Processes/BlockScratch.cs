using Simulation.Engine.Observation;
using Simulation.Engine.Populations;
using Simulation.Engine.State;

namespace Simulation.Engine.Processes;

/// <summary>
/// One worker's workbench for the neighbourhood in hand; it holds nothing from one day to the next. Everything for one neighbourhood is a few
/// kilobytes and stays in the first- and second-level caches while all processes of the day pass over it.
/// </summary>
public sealed class BlockScratch : IDisposable
{
    /// <summary>Entries of <see cref="FreeMinutes"/> before the first worker: nobody, and an adult not in work.</summary>
    public const int FirstWorkerSlot = 2;

    /// <summary>Free minutes of an adult who is not in work: more than any walk.</summary>
    public const int AlwaysFree = 10_000;

    /// <summary>A workbench large enough for any neighbourhood of <paramref name="population"/>.</summary>
    /// <param name="population">The population of the run.</param>
    /// <param name="tally">Where its worker counts.</param>
    public BlockScratch(Population population, WorkerTally tally)
    {
        int residents = Largest(population.Residents.Layout);
        int workers = Largest(population.Workers.Layout);
        FreeMinutes = Column<int>.Allocate(workers + FirstWorkerSlot);
        Days = Column<int>.Allocate(residents);
        EscortMinutes = Column<int>.Allocate(residents);
        // Written eight rows at a time, from any row on.
        HouseholdDays = Column<int>.Allocate(residents + 8);
        Company = Column<float>.Allocate(residents);
        Zeros = Column<float>.Allocate(residents);
        Parts = [.. Enumerable.Range(0, 4).Select(_ => Column<float>.Allocate(Math.Max(residents, workers)))];
        Words = [.. Enumerable.Range(0, 4).Select(_ => Column<int>.Allocate(Math.Max(residents, workers)))];
        Tally = tally;
        FreeMinutes[0] = -AlwaysFree;
        FreeMinutes[1] = AlwaysFree;
    }

    /// <summary>Minutes between the school gate's opening and when each worker must leave for work: slot 0 nobody, 1 not in work, 2 + i the i-th worker.</summary>
    public Column<int> FreeMinutes { get; }

    /// <summary>What each resident did today, as far as worked out; see <see cref="DayWord"/>. All zero when a neighbourhood's day begins.</summary>
    public Column<int> Days { get; }

    /// <summary>Minutes that a resident walked bringing children to school today.</summary>
    public Column<int> EscortMinutes { get; }

    /// <summary>Active days of each resident's household in the last seven, and its size × 65,536.</summary>
    public Column<int> HouseholdDays { get; }

    /// <summary>Share of active days of the rest of the household, less the mean.</summary>
    public Column<float> Company { get; }

    /// <summary>Nothing, for every row: stands for a column that no intervention has made.</summary>
    public Column<float> Zeros { get; }

    /// <summary>Workers of the neighbourhood in hand whom an intervention reached or left this morning, as rows.</summary>
    public List<int> TouchedWorkers { get; } = [];

    /// <summary>Residents of the neighbourhood in hand whom an intervention reached or left this morning, as rows.</summary>
    public List<int> TouchedResidents { get; } = [];

    /// <summary>Four buffers for the luck of the rows in hand.</summary>
    public Column<int>[] Words { get; }

    /// <summary>Four buffers for parts of a utility between two passes.</summary>
    public Column<float>[] Parts { get; }

    /// <summary>What this worker counts by school, class and employer.</summary>
    public WorkerTally Tally { get; }

    /// <summary>Where the week is counted.</summary>
    internal CountingBench Counting { get; } = new();

    /// <summary>Releases the columns.</summary>
    public void Dispose()
    {
        FreeMinutes.Dispose();
        Days.Dispose();
        EscortMinutes.Dispose();
        HouseholdDays.Dispose();
        Company.Dispose();
        Zeros.Dispose();
        Array.ForEach(Parts, part => part.Dispose());
        Array.ForEach(Words, words => words.Dispose());
        Counting.Dispose();
    }

    private static int Largest(Segments layout)
    {
        int largest = Segments.Alignment;
        for (int n = 0; n < layout.Count; n++)
        {
            largest = Math.Max(largest, layout.PaddedEnd(n) - layout.First(n));
        }

        return largest;
    }
}
