using Simulation.Engine.Numerics;
using Simulation.Engine.Parameters;
using Simulation.Engine.Populations;
using Simulation.Engine.Randomness;
using Simulation.Engine.State;

namespace Simulation.Engine.Processes;

/// <summary>
/// First values of a run's columns, near the stationary state: what follows once from the population, and habits and odds
/// as they balance. The warm-up does the rest.
/// </summary>
internal sealed unsafe class Initialisation(RunState state)
{
    private readonly Luck commute = new(state.Seed, LuckStream.CommuteTaste);

    /// <summary>What concerns the area as a whole.</summary>
    public void Lay()
    {
        Streets.Lay(state);
        state.Classes.WalkShare.Values.Fill(state.Baseline["mean.school_walk"]);
        state.Employers.ActiveShare.Values.Fill(state.Baseline["mean.commute_active"]);
    }

    /// <summary>One neighbourhood's residents, pupils and workers, before odds are worked out.</summary>
    public void Run(int neighbourhood)
    {
        Residents(neighbourhood);
        Workers(neighbourhood);
        Pupils(neighbourhood);
    }

    /// <summary>What follows of workers and pupils from where they live, learn and work, once rows have been laid anew.</summary>
    public void Derive(int neighbourhood)
    {
        Workers(neighbourhood);
        Pupils(neighbourhood);
    }

    private void Residents(int n)
    {
        ResidentTable table = state.Population.Residents;
        int end = table.Layout.PaddedEnd(n);
        for (int row = table.Layout.First(n); row < end; row++)
        {
            byte key = Demographics.KeyOf(table.Age.Pointer[row], (Traits)table.Traits.Pointer[row]);
            state.Residents.Key.Pointer[row] = key;
            state.Residents.Identity.Pointer[row] = row;
            state.Residents.Fitness.Pointer[row] = 32768;
        }
    }

    private void Workers(int n)
    {
        WorkerTable table = state.Population.Workers;
        WorkerState workers = state.Workers;
        float walk = 60 * state.Parameters[CommuteParameters.WalkSpeed];
        float cycle = 60 * state.Parameters[CommuteParameters.CycleSpeed];
        float car = 60 * state.Parameters[CommuteParameters.CarSpeed];
        float transit = 60 * state.Parameters[CommuteParameters.TransitSpeed];
        float carStart = state.Parameters[CommuteParameters.CarStart];
        float transitWait = state.Parameters[CommuteParameters.TransitWait];
        float stopMinutes = state.Parameters[CommuteParameters.TransitWalk];
        float stopSpread = state.Parameters[CommuteParameters.TransitWalkSpread];
        int end = table.Layout.End(n);
        for (int row = table.Layout.First(n); row < end; row++)
        {
            int metres = table.Distance.Pointer[row];
            int resident = table.Resident.Pointer[row];
            workers.Identity.Pointer[row] = state.Residents.Identity.Pointer[resident];
            byte circumstances = Circumstances(resident);
            workers.WalkMinutes.Pointer[row] = Minutes(metres / walk);
            workers.CycleMinutes.Pointer[row] = Minutes(metres / cycle);
            workers.TravelMinutes.Pointer[row] = Minutes((circumstances & 3) > 0 ? carStart + (metres / car) : transitWait + (metres / transit));
            // The words of the taste stream's day 1 are nobody else's.
            (uint stop, uint turn) = commute.Words(workers.Identity.Pointer[row], 1);
            int onFoot = Math.Min(WorkerState.LongestStop, (int)((stopMinutes * Scalar.Exp(stopSpread * Luck.Normal(stop))) + 0.5f));
            workers.Circumstances.Pointer[row] = (byte)(circumstances | (onFoot << WorkerState.StopShift));
            workers.FirstHomeDay.Pointer[row] = (byte)(5 * Luck.Uniform(turn));
        }
    }

    private void Pupils(int n)
    {
        PupilTable table = state.Population.Pupils;
        PupilState pupils = state.Pupils;
        float speed = 60 * state.Parameters[SchoolParameters.ChildSpeed];
        int firstWorker = state.Population.Workers.Layout.First(n);
        int end = table.Layout.End(n);
        for (int row = table.Layout.First(n); row < end; row++)
        {
            int resident = table.Resident.Pointer[row];
            byte age = state.Population.Residents.Age.Pointer[resident];
            pupils.Identity.Pointer[row] = state.Residents.Identity.Pointer[resident];
            pupils.Age.Pointer[row] = age;
            pupils.Circumstances.Pointer[row] = Circumstances(resident);
            float pace = SchoolRoute<F1, I1>.Pace(new F1(age)).V;
            pupils.WalkMinutes.Pointer[row] = Minutes(table.Distance.Pointer[row] / (speed * pace));
            pupils.FirstSlot.Pointer[row] = Slot(table.FirstAdult.Pointer[row], table.FirstAdultWorker.Pointer[row], firstWorker);
            pupils.SecondSlot.Pointer[row] = Slot(table.SecondAdult.Pointer[row], table.SecondAdultWorker.Pointer[row], firstWorker);
        }
    }

    private byte Circumstances(int resident)
    {
        byte cars = state.Population.Households.Cars[state.Population.Residents.Household[resident]];
        bool limited = ((Traits)state.Population.Residents.Traits[resident] & Traits.LimitedALot) != 0;
        return (byte)(Math.Min((int)cars, 3) | (limited ? 4 : 0));
    }

    private static ushort Slot(int adult, int worker, int firstWorker) =>
        (ushort)(adult < 0 ? 0 : worker < 0 ? 1 : BlockScratch.FirstWorkerSlot + worker - firstWorker);

    private static byte Minutes(float minutes) => (byte)Math.Min(255, (int)(minutes + 0.5f));
}
