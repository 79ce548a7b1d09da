using Simulation.Engine.Interventions;
using Simulation.Engine.Numerics;
using Simulation.Engine.Parameters;
using Simulation.Engine.State;

namespace Simulation.Engine.Processes;

/// <summary>
/// Speed, stress and traffic of the streets as they are this morning, by neighbourhood and as seen from each school: small
/// tables that the refreshes of pupils, residents and workers read.
/// </summary>
internal sealed class Streets(RunState state) : IDayProcess
{
    private readonly StreetChanges changes = new(state);
    private readonly LinkStress link = new(state.Parameters);
    private PupilRefresh<F1, I1>? single;

    /// <summary>What has changed for adults of each neighbourhood since the baseline.</summary>
    public StreetChanges Changes => changes;

    /// <summary>What the half of the way near each school adds to the traffic along all of it, which is 1 in the baseline.</summary>
    public float[] SchoolWayTraffic { get; } = new float[state.Population.Schools.Count];

    /// <summary>Change of the stress of cycling since the baseline, from the half of the way near each school.</summary>
    public float[] SchoolCycleStress { get; } = new float[state.Population.Schools.Count];

    /// <summary>Speed on through roads by neighbourhood, mph.</summary>
    public float[] Speed { get; } = new float[state.Population.Neighbourhoods.Count];

    /// <summary>Speed near each school, mph.</summary>
    public float[] SchoolSpeed { get; } = new float[state.Population.Schools.Count];

    /// <summary>Junction stress near each school before interventions.</summary>
    public float[] SchoolStress { get; } = new float[state.Population.Schools.Count];

    /// <summary>Factor of interventions on junction stress near each school.</summary>
    public float[] SchoolJunctions { get; } = new float[state.Population.Schools.Count];

    /// <summary>Factor of interventions on route length near each school.</summary>
    public float[] SchoolDetour { get; } = new float[state.Population.Schools.Count];

    /// <summary>Traffic near each school, 1 = baseline: cars at the gate, what closes it to them, and through traffic.</summary>
    public float[] SchoolTraffic { get; } = new float[state.Population.Schools.Count];

    /// <summary>Minutes of activity that interventions add to today's school day, less what children take back; whole ones.</summary>
    public float[] SchoolMinutes { get; } = new float[state.Population.Schools.Count];

    /// <inheritdoc/>
    public ProcessDescription Description { get; } = new(
        "Streets",
        "dawn",
        "daily",
        "Drivers give up a share of their speed above 20 mph; crossings take stress away; school streets take gate traffic away. What it changes is felt by residents near by, the less the further.")
    {
        Reads =
        [
            state.Levers.InfoOf(Lever.SpeedCompliance), state.Levers.InfoOf(Lever.JunctionStress), state.Levers.InfoOf(Lever.WalkDetour),
            state.Levers.InfoOf(Lever.StreetTraffic), state.Levers.InfoOf(Lever.GateTraffic), state.Levers.InfoOf(Lever.SchoolDayMinutes),
            state.Levers.InfoOf(Lever.CycleStress), state.Levers.InfoOf(Lever.GreenDeficit),
            state.Neighbourhoods.StreetSpeed, state.Neighbourhoods.StreetStress, state.Schools.GateTraffic,
        ],
        Gives = "speed, stress and traffic of streets and around schools; what a walk and a ride cost more or less than in the baseline; minutes added to the school day",
    };

    /// <inheritdoc/>
    public void Run(DayContext context)
    {
        float calm = state.Parameters[StreetParameters.CalmSpeed];
        var table = state.Population.Schools;
        var compliance = state.Levers[Lever.SpeedCompliance]!;
        for (int n = 0; n < Speed.Length; n++)
        {
            float free = state.Neighbourhoods.StreetSpeed[n];
            Speed[n] = free - (compliance[n] * Math.Max(0, free - calm));
        }

        changes.Run(Speed);
        var junctions = state.Levers[Lever.JunctionStress]!;
        var detour = state.Levers[Lever.WalkDetour]!;
        var street = state.Levers[Lever.StreetTraffic]!;
        var gate = state.Levers[Lever.GateTraffic]!;
        var cycling = state.Levers[Lever.CycleStress]!;
        var minutes = state.Levers[Lever.SchoolDayMinutes]!;
        float gateShare = state.Parameters[SchoolParameters.GateShare];
        float kept = 1 - state.Parameters[SchoolParameters.Compensation];
        for (int s = 0; s < SchoolSpeed.Length; s++)
        {
            int n = table.Neighbourhood[s];
            SchoolSpeed[s] = Speed[n];
            SchoolStress[s] = state.Neighbourhoods.StreetStress[n];
            SchoolJunctions[s] = junctions[n];
            SchoolDetour[s] = detour[n];
            SchoolTraffic[s] = state.Schools.GateTraffic[s] * gate[s] * street[n];
            SchoolWayTraffic[s] = ((0.5f - gateShare) * street[n]) + (gateShare * SchoolTraffic[s]);
            float along = ((0.5f - gateShare) * link.Of(Speed[n], street[n])) + (gateShare * link.Of(Speed[n], SchoolTraffic[s]));
            SchoolCycleStress[s] = (along * cycling[n]) - (0.5f * link.Of(state.Neighbourhoods.StreetSpeed[n], 1));
            SchoolMinutes[s] = (float)Math.Floor((minutes[s] * kept) + Turn(context.Day.Number + s));
        }
    }

    // A share in [0, 1) that visits all of them evenly from day to day and from school to school (multiples of the golden
    // ratio): minutes are whole, and added to before rounding down they are right on average.
    private static double Turn(int index)
    {
        double turns = index * 0.6180339887498949;
        return turns - Math.Floor(turns);
    }

    /// <summary>Works out one pupil at once, because an intervention touched the school today.</summary>
    public void RefreshOnePupil(int neighbourhood, int row, BlockScratch scratch)
    {
        PupilRefresh<F1, I1> kernel = LazyInitializer.EnsureInitialized(ref single, () => new PupilRefresh<F1, I1>(state, this));
        kernel.Refresh(neighbourhood, row, row + 1, scratch);
    }

    /// <summary>Speed and stress of every neighbourhood before interventions: urban or rural, and a lasting difference of its own.</summary>
    public static void Lay(RunState state)
    {
        var luck = new Randomness.Luck(state.Seed, Randomness.LuckStream.NeighbourhoodStreets);
        ParameterSet set = state.Parameters;
        for (int n = 0; n < state.Neighbourhoods.StreetSpeed.Length; n++)
        {
            (uint speed, uint stress) = luck.Words(n, 0);
            bool rural = state.Population.Neighbourhoods.Settlement[n] == (byte)Populations.Settlement.Rural;
            float mean = set[rural ? StreetParameters.SpeedRural : StreetParameters.Speed];
            state.Neighbourhoods.StreetSpeed[n] = mean + (set[StreetParameters.SpeedSpread] * Randomness.Luck.Normal(speed));
            state.Neighbourhoods.StreetStress[n] = Math.Clamp(
                set[StreetParameters.Junctions] + (set[StreetParameters.JunctionSpread] * Randomness.Luck.Normal(stress)), 0.05f, 0.95f);
        }
    }
}
