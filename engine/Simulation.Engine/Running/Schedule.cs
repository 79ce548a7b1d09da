using Simulation.Engine.Interventions;
using Simulation.Engine.Numerics;
using Simulation.Engine.Observation;
using Simulation.Engine.Processes;
using Simulation.Engine.State;

namespace Simulation.Engine.Running;

/// <summary>
/// The day, readable in one screen: what runs at dawn for the whole area, what runs for each neighbourhood, what runs at
/// dusk. <c>simulate describe</c> and ODD.md print it.
/// </summary>
internal sealed class Schedule
{
    private Schedule(RunState state, IReadOnlyList<Effect> effects, BlockScratch[] scratches)
    {
        Tallies = new WeekTallies(state);
        Cells = new WeekCells(state.Population, [.. scratches.Select(s => s.Counting)]);
        Streets = new Streets(state);
        Interventions = new InterventionProcess(state, effects);
        Gate = new GateProcess(state, Tallies);
        Dawn = [new CalendarProcess(state), Interventions, Streets];
        Dusk = [Gate, new CompanyProcess(state)];
    }

    /// <summary>Once a day, before the neighbourhoods.</summary>
    public IReadOnlyList<IDayProcess> Dawn { get; }

    /// <summary>For each neighbourhood, in this order while its rows are in the cache.</summary>
    public IReadOnlyList<IBlockProcess> Day { get; private set; } = [];

    /// <summary>Once a day, after the neighbourhoods.</summary>
    public IReadOnlyList<IDayProcess> Dusk { get; }

    /// <summary>Brings a neighbourhood's habits and odds to balance; used once, at the start.</summary>
    public Action<int, BlockScratch> Settle { get; private set; } = (_, _) => { };

    /// <summary>Works out a neighbourhood's odds anew from where its rows stand; used when rows have been laid anew.</summary>
    public Action<int, BlockScratch> Renew { get; private set; } = (_, _) => { };

    public WeekCells Cells { get; }

    public WeekTallies Tallies { get; }

    public Streets Streets { get; }

    public InterventionProcess Interventions { get; }

    public GateProcess Gate { get; }

    /// <summary>Lines of the schedule in the order in which they run.</summary>
    public IReadOnlyList<ProcessDescription> Lines =>
        [.. Dawn.Select(p => p.Description), .. Day.Select(p => p.Description), .. Dusk.Select(p => p.Description)];

    /// <summary>The schedule with kernels of the given width (16, 8, 4 or 1 lanes).</summary>
    public static Schedule Create(RunState state, IReadOnlyList<Effect> effects, BlockScratch[] scratches, int lanes)
    {
        Schedule schedule = new(state, effects, scratches);
        switch (lanes)
        {
            case 16: schedule.Fill<F16, I16>(state); break;
            case 8: schedule.Fill<F8, I8>(state); break;
            case 4: schedule.Fill<F4, I4>(state); break;
            case 1: schedule.Fill<F1, I1>(state); break;
            default: throw new ArgumentOutOfRangeException(nameof(lanes), lanes, "Kernels are made for 16, 8, 4 or 1 lanes.");
        }

        return schedule;
    }

    private void Fill<F, I>(RunState state)
        where F : struct, IFloatLanes<F, I>
        where I : struct, IIntLanes<I, F>
    {
        ResidentRefresh<F, I> residents = new(state, Streets);
        PupilRefresh<F, I> pupils = new(state, Streets);
        WorkerRefresh<F, I> workers = new(state, Streets);
        Day =
        [
            new NewWeekProcess(state),
            new JoiningProcess(state, Interventions),
            residents,
            pupils,
            workers,
            new CommuteProcess<F, I>(state),
            new SchoolTripProcess<F, I>(state, Streets, Tallies),
            new EverydayProcess<F, I>(state),
            new CategoryProcess<F, I>(state),
            new ObservationProcess<F, I>(state, Cells, Streets.Speed),
        ];
        Renew = (neighbourhood, scratch) =>
        {
            residents.Renew(neighbourhood, scratch);
            pupils.Refresh(neighbourhood, state.Population.Pupils.Layout.First(neighbourhood), state.Population.Pupils.Layout.VectorEnd(neighbourhood), scratch);
            workers.Renew(neighbourhood, scratch);
        };
        Settle = (neighbourhood, scratch) =>
        {
            residents.Settle(neighbourhood, scratch);
            pupils.Settle(
                neighbourhood,
                state.Population.Pupils.Layout.First(neighbourhood),
                state.Population.Pupils.Layout.VectorEnd(neighbourhood),
                scratch);
            workers.Renew(neighbourhood, scratch);
        };
    }
}
