namespace Simulation.Engine.Embedded.Making;

/// <summary>What a draw from <see cref="Chance"/> is for. Fixed numbers: adding one changes no other's luck.</summary>
internal enum Draw
{
    Phase = 1,
    Residents = 2,
    DecileWave = 3,
    DecileJitter = 4,
    Age = 5,
    Size = 6,
    Cars = 7,
    Disabled = 8,
    Employed = 9,
    Unemployed = 10,
    Students = 11,
    Travel = 12,
    Hours = 13,
    Female = 14,
    GreenSpace = 15,
    SchoolSite = 16,
    SchoolSize = 17,
    Qualifications = 18,
    EthnicGroups = 19,
}
