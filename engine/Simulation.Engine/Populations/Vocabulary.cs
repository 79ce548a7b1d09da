namespace Simulation.Engine.Populations;

/// <summary>What a resident is, in bits that do not change during a run (column <c>Residents.Traits</c>).</summary>
[Flags]
public enum Traits : byte
{
    /// <summary>Male, not disabled, and none of the below.</summary>
    None = 0,

    /// <summary>Female (the census's binary; the sources give no other split).</summary>
    Female = 1,

    /// <summary>Disabled or with a limiting long-term condition (Equality Act definition of Census 2021).</summary>
    Disabled = 2,

    /// <summary>Day-to-day activities limited a lot: the part of <see cref="Disabled"/> that the travel evidence measures.</summary>
    LimitedALot = 4,

    /// <summary>Lives in a household with at least one child under 16.</summary>
    WithChildren = 8,

    /// <summary>Lives in a household with at least one child under 11.</summary>
    WithChildrenUnder11 = 16,

    /// <summary>Lives in a household without a car or van.</summary>
    NoCar = 32,

    /// <summary>Full-time student aged 16 or over.</summary>
    Student = 64,

    /// <summary>Lives in a rural neighbourhood (RUC 2021).</summary>
    Rural = 128,
}

/// <summary>What a resident does for a living (column <c>Residents.Status</c>).</summary>
public enum EconomicStatus : byte
{
    /// <summary>Under 16, not of working age.</summary>
    Child = 0,

    /// <summary>In employment; has a row in <see cref="WorkerTable"/>.</summary>
    Employed = 1,

    /// <summary>Unemployed.</summary>
    Unemployed = 2,

    /// <summary>Full-time student, not in employment.</summary>
    Student = 3,

    /// <summary>Retired.</summary>
    Retired = 4,

    /// <summary>Economically inactive for another reason (looking after home or family, sick).</summary>
    Inactive = 5,
}

/// <summary>School phase (column <c>Schools.Phase</c>).</summary>
public enum SchoolPhase : byte
{
    /// <summary>Primary: Reception to Year 6, ages 4–10.</summary>
    Primary = 0,

    /// <summary>Secondary: Years 7 to 11 and sixth form, ages 11–18; the model sends ages 11–16.</summary>
    Secondary = 1,

    /// <summary>All-through, special and independent schools that take both.</summary>
    AllThrough = 2,
}

/// <summary>Where a worker works (column <c>Workers.Arrangement</c>).</summary>
public enum WorkArrangement : byte
{
    /// <summary>Travels to a fixed workplace.</summary>
    FixedPlace = 0,

    /// <summary>Mainly at or from home in Census 2021: full-time at home or hybrid, see <c>Workers.HomeDays</c>.</summary>
    MainlyHome = 1,

    /// <summary>No fixed place, offshore or abroad: travels by vehicle, no walk or cycle to work is modelled.</summary>
    NoFixedPlace = 2,
}

/// <summary>Settlement type of a neighbourhood (column <c>Neighbourhoods.Settlement</c>).</summary>
public enum Settlement : byte
{
    /// <summary>Urban, nearer to a major town or city.</summary>
    Urban = 0,

    /// <summary>Urban, further from a major town or city.</summary>
    UrbanFurther = 1,

    /// <summary>Larger or smaller rural settlement.</summary>
    Rural = 2,
}
