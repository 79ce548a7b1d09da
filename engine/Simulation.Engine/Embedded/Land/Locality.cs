using Simulation.Engine.Populations;

namespace Simulation.Engine.Embedded.Land;

/// <summary>A suburb, town or village around which neighbourhoods are laid out.</summary>
/// <param name="Name">Name.</param>
/// <param name="Longitude">Degrees east of its middle.</param>
/// <param name="Latitude">Degrees north of its middle.</param>
/// <param name="Residents">Rough number of residents: sets its share of the place's neighbourhoods.</param>
/// <param name="Deprivation">Rough typical national deprivation decile, 1 = most deprived.</param>
/// <param name="Settlement">Settlement type.</param>
/// <param name="Students">Extra weight of residents aged 16–24: 0 none, 1 a student quarter.</param>
internal sealed record Locality(
    string Name,
    double Longitude,
    double Latitude,
    double Residents,
    double Deprivation,
    Settlement Settlement = Settlement.Urban,
    double Students = 0);
