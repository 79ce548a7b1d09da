namespace Simulation.Engine.Interventions;

/// <summary>
/// The parameters of the model that interventions may move: the seam between the twenty-odd intervention kinds and the
/// daily processes. A kind never touches minutes of activity; it moves levers, and what follows is the model's business.
/// </summary>
public enum Lever : byte
{
    // --- one value a school -------------------------------------------------------------------------------------

    /// <summary>School: factor on motor traffic at the gate (1 = none removed). Multiplied.</summary>
    GateTraffic,

    /// <summary>School: extra minutes that a car trip costs because the car must stop further away. Added.</summary>
    CarAccessMinutes,

    /// <summary>School: share of pupils without an adult who find another way to be accompanied (walking bus …). Added to the baseline share.</summary>
    EscortOffer,

    /// <summary>School: norm and motivation to walk, logit. Added.</summary>
    SchoolWalkNorm,

    /// <summary>School: cycling skill and confidence, logit on cycling. Added.</summary>
    SchoolCycleSkill,

    /// <summary>School: minutes of moderate activity added to the school day (before compensation). Added.</summary>
    SchoolDayMinutes,

    // --- one value a neighbourhood ------------------------------------------------------------------------------

    /// <summary>Neighbourhood: share of the excess over 20 mph that drivers give up (compliance). Strongest wins.</summary>
    SpeedCompliance,

    /// <summary>Neighbourhood: factor on junction stress. Multiplied.</summary>
    JunctionStress,

    /// <summary>Neighbourhood: factor on the length of routes on foot and by bicycle (detour). Multiplied.</summary>
    WalkDetour,

    /// <summary>Neighbourhood: factor on motor traffic in residential streets. Multiplied.</summary>
    StreetTraffic,

    /// <summary>Neighbourhood: factor on link stress felt by people cycling. Multiplied.</summary>
    CycleStress,

    /// <summary>Neighbourhood: change of the distance to the nearest leisure offer, km. Added.</summary>
    OfferDistance,

    /// <summary>Neighbourhood: share of the price of leisure offers that is lifted (0–1). Added, capped at 1.</summary>
    PriceLifted,

    /// <summary>Neighbourhood: green-view deficit change. Added.</summary>
    GreenDeficit,

    /// <summary>Neighbourhood: leisure norm, logit. Added.</summary>
    LeisureNorm,

    /// <summary>Neighbourhood: walking-for-travel norm, logit. Added.</summary>
    WalkNorm,

    // --- one value a worker -------------------------------------------------------------------------------------

    /// <summary>Worker: minutes by which the start of work may be put off, on top of what the worker has. Added.</summary>
    FlexMinutes,

    /// <summary>Worker: days a week at home on top of the usual ones (only workers whose work can be done at home). Added.</summary>
    HomeDays,

    /// <summary>Worker: commute walking and cycling norm, logit. Added.</summary>
    CommuteNorm,

    /// <summary>Worker: cycling made easier by an e-bike or cycle scheme, logit on cycling. Added.</summary>
    CommuteCycle,

    // --- one value a resident -----------------------------------------------------------------------------------

    /// <summary>Resident: intention to be active, logit shift, decaying at the model's own rate once delivered. Impulse.</summary>
    Intention,

    /// <summary>Resident: leisure access made easier for this person (referral, membership, link worker), logit on leisure while it lasts. Added.</summary>
    LeisureSupport,

    /// <summary>Resident: public transport made free or cheaper, logit on walking for errands through walk legs. Added.</summary>
    TravelSupport,
}

/// <summary>Which table a lever has one value a row of.</summary>
public enum LeverTable : byte
{
    /// <summary><see cref="Populations.SchoolTable"/>.</summary>
    School,

    /// <summary><see cref="Populations.NeighbourhoodTable"/>.</summary>
    Neighbourhood,

    /// <summary><see cref="Populations.WorkerTable"/>.</summary>
    Worker,

    /// <summary><see cref="Populations.ResidentTable"/>.</summary>
    Resident,
}

/// <summary>How several effects on one lever and row combine.</summary>
public enum LeverCombination : byte
{
    /// <summary>Sum of amounts; neutral value 0.</summary>
    Add,

    /// <summary>Product of (1 + amount × ramp): an amount of −0.68 at full ramp removes 68 %; neutral value 1.</summary>
    Multiply,

    /// <summary>Largest amount; neutral value 0.</summary>
    Strongest,
}

/// <summary>What each lever is: its table, how effects on it combine, and the mechanism by which it acts.</summary>
public static class Levers
{
    /// <summary>Number of levers.</summary>
    public const int Count = (int)Lever.TravelSupport + 1;

    /// <summary>The table that <paramref name="lever"/> belongs to.</summary>
    public static LeverTable TableOf(Lever lever) => lever switch
    {
        <= Lever.SchoolDayMinutes => LeverTable.School,
        <= Lever.WalkNorm => LeverTable.Neighbourhood,
        <= Lever.CommuteCycle => LeverTable.Worker,
        _ => LeverTable.Resident,
    };

    /// <summary>How effects on <paramref name="lever"/> combine.</summary>
    public static LeverCombination CombinationOf(Lever lever) => lever switch
    {
        Lever.GateTraffic or Lever.JunctionStress or Lever.WalkDetour or Lever.StreetTraffic or Lever.CycleStress
            => LeverCombination.Multiply,
        Lever.SpeedCompliance => LeverCombination.Strongest,
        _ => LeverCombination.Add,
    };

    /// <summary>The mechanism by which a lever acts.</summary>
    public static Mechanism MechanismOf(Lever lever) => lever switch
    {
        Lever.CarAccessMinutes or Lever.EscortOffer or Lever.SchoolDayMinutes or Lever.WalkDetour or Lever.OfferDistance or Lever.FlexMinutes or Lever.HomeDays => Mechanism.Time,
        Lever.PriceLifted or Lever.TravelSupport => Mechanism.Cost,
        Lever.GateTraffic or Lever.SpeedCompliance or Lever.JunctionStress or Lever.StreetTraffic or Lever.CycleStress => Mechanism.Safety,
        Lever.SchoolWalkNorm or Lever.SchoolCycleSkill or Lever.GreenDeficit or Lever.LeisureNorm or Lever.WalkNorm
            or Lever.CommuteNorm or Lever.CommuteCycle or Lever.Intention or Lever.LeisureSupport => Mechanism.Motivation,
        _ => throw new ArgumentOutOfRangeException(nameof(lever), lever, "No mechanism is known of it."),
    };
}
