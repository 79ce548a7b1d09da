using System.Diagnostics;
using Simulation.Engine.Interventions;
using Simulation.Engine.Parallelism;
using Simulation.Engine.Processes;
using Simulation.Engine.State;
using Simulation.Engine.Time;

namespace Simulation.Engine.Running;

/// <summary>The day over one layout of rows: dawn, each neighbourhood, dusk. Rows laid anew have a loop of their own.</summary>
internal sealed class DayLoop : IDisposable
{
    private readonly WorkerTeam team;
    private readonly ProcessClocks clocks;
    private readonly BlockScratch[] scratches;
    private readonly IBlockProcess[] processes;
    private readonly HotColumns columns;
    private readonly WriteGuard[]? guards;
    private readonly Action<int, int> block;

    /// <summary>Sets up everything that stands on a layout of rows.</summary>
    /// <param name="state">The columns; the loop disposes of them.</param>
    /// <param name="effects">What the interventions do, on these rows.</param>
    /// <param name="team">Workers, who are only borrowed.</param>
    /// <param name="lanes">Lanes of the kernels.</param>
    /// <param name="checkWrites">Whether processes are held to the columns that they say they write.</param>
    /// <param name="clocks">Clocks that go on; null for new ones.</param>
    public DayLoop(RunState state, IReadOnlyList<Effect> effects, WorkerTeam team, int lanes, bool checkWrites, ProcessClocks? clocks)
    {
        State = state;
        this.team = team;
        scratches = [.. state.Tallies.Select(tally => new BlockScratch(state.Population, tally))];
        Schedule = Schedule.Create(state, effects, scratches, lanes);
        Context = new DayContext(state);
        processes = [.. Schedule.Day];
        columns = new HotColumns(state);
        guards = checkWrites ? [.. scratches.Select(_ => new WriteGuard(state))] : null;
        this.clocks = clocks ?? new ProcessClocks(scratches.Length, Schedule);
        block = RunBlock;
    }

    /// <summary>The columns.</summary>
    public RunState State { get; }

    /// <summary>What runs when.</summary>
    public Schedule Schedule { get; }

    /// <summary>What every process shares of the day just simulated.</summary>
    public DayContext Context { get; }

    /// <summary>What each process has taken.</summary>
    public ProcessClocks Clocks => clocks;

    /// <summary>Simulates a day.</summary>
    /// <param name="day">The day.</param>
    /// <param name="week">Told the last day of a week once it has been counted; null when nobody asks.</param>
    public void Run(DayInfo day, Action<DateOnly>? week)
    {
        Context.Begin(day);
        if (day.Weekday == 0)
        {
            Schedule.Tallies.Reset();
        }

        long clock = Stopwatch.GetTimestamp();
        for (int i = 0; i < Schedule.Dawn.Count; i++)
        {
            Run(Schedule.Dawn[i]);
            clock = ProcessClocks.Lap(ref clocks.Dawn(i), clock);
        }

        team.Run(State.Population.Neighbourhoods.Count, block);
        clock = Stopwatch.GetTimestamp();
        for (int i = 0; i < Schedule.Dusk.Count; i++)
        {
            Run(Schedule.Dusk[i]);
            clock = ProcessClocks.Lap(ref clocks.Dusk(i), clock);
        }

        if (Context.LastOfWeek)
        {
            Schedule.Cells.Gather();
            week?.Invoke(day.Date);
            ProcessClocks.Lap(ref clocks.Recording, clock);
        }

        State.Clock.Today = day.Date.AddDays(1);
    }

    /// <summary>First values near the balance: what the warm-up begins with.</summary>
    public void Settle()
    {
        Initialisation initialisation = new(State);
        initialisation.Lay();
        Schedule.Streets.Run(Context);
        team.Run(State.Population.Neighbourhoods.Count, (worker, n) =>
        {
            initialisation.Run(n);
            Schedule.Settle(n, scratches[worker]);
        });
    }

    /// <summary>Works out anew what follows from where people live, learn and work, when rows have been laid anew.</summary>
    public void Renew()
    {
        Schedule.Streets.Run(Context);
        Initialisation initialisation = new(State);
        team.Run(State.Population.Neighbourhoods.Count, (worker, n) =>
        {
            initialisation.Derive(n);
            Schedule.Renew(n, scratches[worker]);
        });
    }

    /// <summary>Releases columns, scratch and cells.</summary>
    public void Dispose()
    {
        Array.ForEach(scratches, scratch => scratch.Dispose());
        Schedule.Cells.Dispose();
        State.Dispose();
    }

    private void Run(IDayProcess process)
    {
        if (guards is null)
        {
            process.Run(Context);
        }
        else
        {
            guards[0].Run(process, Context);
        }
    }

    private void RunBlock(int worker, int neighbourhood)
    {
        BlockScratch scratch = scratches[worker];
        if (neighbourhood + 1 < State.Population.Neighbourhoods.Count)
        {
            columns.Fetch(Context, neighbourhood + 1);
        }

        if (guards is not null)
        {
            foreach (IBlockProcess process in processes)
            {
                guards[worker].Run(process, Context, neighbourhood, scratch);
            }

            return;
        }

        if (!ProcessClocks.Looks(neighbourhood, State.Clock.Today.DayNumber))
        {
            foreach (IBlockProcess process in processes)
            {
                process.Run(Context, neighbourhood, scratch);
            }

            return;
        }

        long[] mine = clocks.Of(worker);
        long clock = Stopwatch.GetTimestamp();
        for (int i = 0; i < processes.Length; i++)
        {
            processes[i].Run(Context, neighbourhood, scratch);
            clock = ProcessClocks.Lap(ref mine[i], clock);
        }
    }
}
