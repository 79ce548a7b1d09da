using System.Runtime.CompilerServices;
using Simulation.Engine.Interventions;
using Simulation.Engine.Numerics;
using Simulation.Engine.Parameters;
using Simulation.Engine.Populations;
using Simulation.Engine.Randomness;
using Simulation.Engine.State;

namespace Simulation.Engine.Processes;

/// <summary>What a pupil's way to school is like: the danger felt on it, what a metre of it costs, and who may go it alone.</summary>
/// <typeparam name="F">Float lanes.</typeparam>
/// <typeparam name="I">Integer lanes.</typeparam>
/// <param name="state">The run's columns.</param>
/// <param name="streets">Speed, stress and traffic at home and at school.</param>
internal sealed unsafe class SchoolRoute<F, I>(RunState state, Streets streets)
    where F : struct, IFloatLanes<F, I>
    where I : struct, IIntLanes<I, F>
{
    private readonly float stressWeight = state.Parameters[SchoolParameters.StressWeight];
    private readonly float stressDeviation = state.Parameters[StreetParameters.StressDeviation];
    private readonly float speedDeviation = state.Parameters[StreetParameters.SpeedDeviation];
    private readonly float routeSpread = state.Parameters[StreetParameters.RouteSpread];
    private readonly float trafficFeedback = state.Parameters[SchoolParameters.TrafficFeedback];
    private readonly float junctions = state.Parameters[StreetParameters.Junctions];
    private readonly float speed = state.Parameters[StreetParameters.Speed];
    private readonly float greenOnWalk = state.Parameters[SchoolParameters.GreenOnWalk];
    private readonly float speedOnWalk = state.Parameters[SchoolParameters.SpeedOnWalk];
    private readonly float junctionOnWalk = state.Parameters[SchoolParameters.JunctionOnWalk] * state.Parameters[StreetParameters.CrossingShare];
    private readonly float trafficOnWalk = state.Parameters[SchoolParameters.TrafficOnWalk] * Volume(state);
    private readonly float trafficOnWalkOlder = state.Parameters[SchoolParameters.TrafficOnWalkOlder] * Volume(state);
    private readonly float crossingDelay = state.Parameters[StreetParameters.CrossingDelay];
    private readonly float childSpeed = state.Parameters[SchoolParameters.ChildSpeed];
    private readonly float walkCostPrimary = state.Parameters[SchoolParameters.WalkCostPrimary];
    private readonly float walkCostSecondary = state.Parameters[SchoolParameters.WalkCostSecondary];
    private readonly float walkCost = state.Parameters[SchoolParameters.WalkCost];
    private readonly float permissionAt8 = state.Parameters[SchoolParameters.PermissionAt8];
    private readonly float permissionByAge = state.Parameters[SchoolParameters.PermissionByAge];
    private readonly float permissionByStress = state.Parameters[SchoolParameters.PermissionByStress];
    private readonly float otherEscort = state.Parameters[SchoolParameters.OtherEscort];

    /// <summary>
    /// The route: half of it at home, half near school, and something of its own. Leaves the danger felt (z-score) and the
    /// cost of a metre's walk (logit) of rows first … end − 1, and how much more of it crossings give than in the baseline.
    /// </summary>
    public void Feel(int neighbourhood, int first, int end, int* routeWords, float* danger, float* cost, float* worse)
    {
        PupilTable table = state.Population.Pupils;
        F half = F.All(0.5f);
        F homeSpeed = F.All(streets.Speed[neighbourhood]);
        F homeStress = F.All(state.Neighbourhoods.StreetStress[neighbourhood]);
        F homeJunctions = F.All(state.Levers[Lever.JunctionStress]![neighbourhood]);
        F homeDetour = F.All(state.Levers[Lever.WalkDetour]![neighbourhood]);
        F homeTraffic = F.All(state.Levers[Lever.StreetTraffic]![neighbourhood]);
        F onStress = F.All(stressWeight / stressDeviation);
        F onSpeed = F.All((1 - stressWeight) / speedDeviation);
        F routeSpread = F.All(this.routeSpread);
        F feedback = F.All(trafficFeedback);
        F junctionBase = F.All(junctions);
        F speedBase = F.All(this.speed);
        F green = F.All(greenOnWalk * state.Levers[Lever.GreenDeficit]![neighbourhood]);
        F speedOn = F.All(speedOnWalk / 50f);
        F junctionOn = F.All(junctionOnWalk);
        F trafficOn = F.All(trafficOnWalk + crossingDelay);
        F trafficOnOlder = F.All(trafficOnWalkOlder + crossingDelay);
        // A minute costs what it costs on today's average street, and what the evidence says of streets that differ from it.
        float seconds = childSpeed * 60f;
        F primary = F.All(walkCostPrimary / seconds);
        F secondary = F.All(walkCostSecondary / seconds);
        F evidence = F.All(walkCost / seconds);
        ushort* schools = table.School.Pointer;
        byte* ages = state.Pupils.Age.Pointer;
        fixed (float* schoolSpeed = streets.SchoolSpeed)
        fixed (float* schoolStress = streets.SchoolStress)
        fixed (float* schoolJunctions = streets.SchoolJunctions)
        fixed (float* schoolDetour = streets.SchoolDetour)
        fixed (float* schoolTraffic = streets.SchoolTraffic)
        fixed (float* schoolWay = streets.SchoolWayTraffic)
        {
            for (int row = first; row < end; row += F.Width)
            {
                I school = I.Load(schools + row);
                IndexCheck.Assert<F, I>(school, state.Population.Schools.Count);
                F speed = (homeSpeed + F.Gather(schoolSpeed, school)) * half;
                F stress = (homeStress + F.Gather(schoolStress, school)) * half;
                stress = F.Max(stress + (Luck.Normal<F, I>(I.Load(routeWords + row)) * routeSpread), F.All(0.02f));
                F before = stress;
                stress = stress * (homeJunctions + F.Gather(schoolJunctions, school)) * half;
                F traffic = ((homeTraffic + F.Gather(schoolTraffic, school)) * half) - F.All(1f);
                F felt = ((stress - junctionBase) * onStress) + ((speed - speedBase) * onSpeed) + (traffic * feedback);
                F.Store(felt, danger + row);
                F way = (homeTraffic * half) + F.Gather(schoolWay, school) - F.All(1f);
                F.Store((stress - before) * onStress, worse + row);
                I age = I.Load(ages + row);
                F differs = green + (speedOn * (speed - speedBase)) + (junctionOn * (stress - junctionBase))
                    + (way * F.Select(I.Less(I.All(14), age), trafficOnOlder, trafficOn));
                F perMetre = F.Select(I.Less(I.All(10), age), secondary, primary) + (evidence * differs);
                F detour = (homeDetour + F.Gather(schoolDetour, school)) * half;
                F.Store(perMetre * detour / Pace(F.FromInt(age)), cost + row);
            }
        }
    }

    // Traffic on the scale that its coefficient was estimated on.
    private static float Volume(RunState state) => Math.Min(1, state.Parameters[StreetParameters.Vehicles] * 0.865f / 6000f);

    /// <summary>Permission: nobody under seven; above, a lasting rank against a chance that falls with danger. Company likewise.</summary>
    public void Permit(int first, int end, int* rankWords, int* companyWords, float* danger)
    {
        byte* ages = state.Pupils.Age.Pointer;
        byte* gates = state.Pupils.Gates.Pointer;
        int* residents = state.Population.Pupils.Resident.Pointer;
        ushort* schools = state.Population.Pupils.School.Pointer;
        float* offers = state.Levers[Lever.EscortOffer]!.Pointer;
        F at8 = F.All(permissionAt8);
        F byAge = F.All(permissionByAge);
        F byStress = F.All(permissionByStress);
        F usual = F.All(otherEscort);
        for (int row = first; row < end; row += F.Width)
        {
            F age = F.FromInt(I.Load(ages + row));
            F chance = Polynomials<F, I>.Logistic(at8 + (byAge * (age - F.All(8f))) - (byStress * F.Load(danger + row)));
            I alone = F.Less(Luck.Uniform<F, I>(I.Load(rankWords + row)), chance) & ~F.Less(age, F.All(7f));
            IndexCheck.Assert<F, I>(I.Load(schools + row), state.Levers[Lever.EscortOffer]!.Length);
            F offer = usual + F.Gather(offers, I.Load(schools + row));
            I together = F.Less(Luck.Uniform<F, I>(I.Load(companyWords + row)), offer);
            I open = (alone & I.All(PupilState.Alone)) | (together & I.All(PupilState.Company));
            I exists = ~I.Less(I.Load(residents + row), I.All(0));
            I.Store(open & exists, gates + row);
        }
    }

    /// <summary>Pace of a child of some age against one of eleven: 0.8 at five, with an adult at its side.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F Pace(F age) =>
        F.Min(F.Max((age - F.All(5f)) * F.All(0.2f / 6f), F.All(0f)), F.All(0.2f)) + F.All(0.8f);
}
