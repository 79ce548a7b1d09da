using Simulation.Engine.Interventions;
using Simulation.Engine.Numerics;
using Simulation.Engine.Parameters;
using Simulation.Engine.Populations;
using Simulation.Engine.State;

namespace Simulation.Engine.Processes;

/// <summary>
/// What a minute's walk or ride costs adults more (above 0) or less than in the baseline, as a share of a minute's own cost,
/// along the streets of their neighbourhood and those near by. Exactly 0 where no lever has moved anything.
/// </summary>
internal sealed class StreetChanges
{
    // Stress of an uncontrolled crossing by vehicles in twelve hours at 30 mph (JIBE-MITO): 1/(300 · 30 + 16,500).
    private const float StressByVehicle = 0.865f / 25_500f;

    // Half of a way to work or school is taken to lie at home; where an employer stands is not known.
    private const float HomeHalf = 0.5f;

    private readonly RunState state;
    private readonly LinkStress link;
    private readonly (int Neighbourhood, float Weight)[][] around;
    private readonly float speedOn;
    private readonly float speedOnOlder;
    private readonly float errandJunction;
    private readonly float errandGreen;
    private readonly float workJunction;
    private readonly float workGreen;
    private readonly float delay;
    private readonly float stressByTraffic;
    private readonly float[] walkHere;
    private readonly float[] walkOlderHere;
    private readonly float[] workHere;
    private readonly float[] cycleHere;

    /// <summary>Changes over the run's neighbourhoods.</summary>
    public StreetChanges(RunState state)
    {
        this.state = state;
        ParameterSet set = state.Parameters;
        link = new LinkStress(set);
        float crossings = set[StreetParameters.CrossingShare];
        speedOn = set[EverydayParameters.ErrandSpeed] / 50;
        speedOnOlder = set[EverydayParameters.ErrandSpeedOlder] / 50;
        errandJunction = set[EverydayParameters.ErrandJunction] * crossings;
        errandGreen = set[EverydayParameters.ErrandGreen];
        workJunction = set[CommuteParameters.JunctionOnWalk] * crossings;
        workGreen = set[CommuteParameters.GreenOnWalk];
        delay = set[StreetParameters.CrossingDelay];
        stressByTraffic = StressByVehicle * set[StreetParameters.Vehicles];
        int count = state.Population.Neighbourhoods.Count;
        around = Around(state.Population.Neighbourhoods, set[StreetParameters.Reach]);
        walkHere = new float[count];
        walkOlderHere = new float[count];
        workHere = new float[count];
        cycleHere = new float[count];
        Walk = new float[count];
        WalkOlder = new float[count];
        WorkWalk = new float[count];
        CycleStress = new float[count];
    }

    /// <summary>Errands and leisure on foot under 65, by neighbourhood.</summary>
    public float[] Walk { get; }

    /// <summary>The same from 65.</summary>
    public float[] WalkOlder { get; }

    /// <summary>Walking to work, besides the detour.</summary>
    public float[] WorkWalk { get; }

    /// <summary>Change of the stress felt on a ride, 0–1, from the half of the way that lies at home.</summary>
    public float[] CycleStress { get; }

    /// <summary>Works out this morning's changes.</summary>
    /// <param name="speeds">Speed by neighbourhood, mph.</param>
    public void Run(float[] speeds)
    {
        LeverState levers = state.Levers;
        for (int n = 0; n < walkHere.Length; n++)
        {
            float free = state.Neighbourhoods.StreetSpeed[n];
            float stress = state.Neighbourhoods.StreetStress[n];
            float traffic = levers[Lever.StreetTraffic]![n];
            float detour = levers[Lever.WalkDetour]![n];
            float green = levers[Lever.GreenDeficit]![n];
            float crossing = (Math.Max(stress + (stressByTraffic * (traffic - 1)), 0) * levers[Lever.JunctionStress]![n]) - stress;
            float slower = speeds[n] - free;
            float wait = delay * (traffic - 1);
            float common = (errandJunction * crossing) + (errandGreen * green) + wait;
            walkHere[n] = (detour * (1 + (speedOn * slower) + common)) - 1;
            walkOlderHere[n] = (detour * (1 + ((speedOn + speedOnOlder) * slower) + common)) - 1;
            workHere[n] = HomeHalf * ((workJunction * crossing) + (workGreen * green) + wait);
            cycleHere[n] = HomeHalf * ((link.Of(speeds[n], traffic) * levers[Lever.CycleStress]![n]) - link.Of(free, 1));
        }

        for (int n = 0; n < around.Length; n++)
        {
            Walk[n] = Mean(walkHere, around[n]);
            WalkOlder[n] = Mean(walkOlderHere, around[n]);
            WorkWalk[n] = Mean(workHere, around[n]);
            CycleStress[n] = Mean(cycleHere, around[n]);
        }
    }

    private static float Mean(float[] values, (int Neighbourhood, float Weight)[] weights)
    {
        float sum = 0;
        foreach ((int n, float weight) in weights)
        {
            sum += weight * values[n];
        }

        return sum;
    }

    // A neighbourhood's own streets weigh most, those of others the less the further; beyond five lengths nothing is left (e⁻⁵).
    private static (int Neighbourhood, float Weight)[][] Around(NeighbourhoodTable table, float reach)
    {
        var around = new (int, float)[table.Count][];
        List<(int Neighbourhood, float Weight)> near = [];
        for (int n = 0; n < table.Count; n++)
        {
            near.Clear();
            float sum = 0;
            for (int other = 0; other < table.Count; other++)
            {
                float dx = table.X[other] - table.X[n];
                float dy = table.Y[other] - table.Y[n];
                float square = (dx * dx) + (dy * dy);
                if (square < 25 * reach * reach)
                {
                    float weight = Scalar.Exp(-MathF.Sqrt(square) / reach);
                    near.Add((other, weight));
                    sum += weight;
                }
            }

            around[n] = [.. near.Select(o => (o.Neighbourhood, o.Weight / sum))];
        }

        return around;
    }
}
