using Simulation.Engine.Parameters;

namespace Simulation.Engine.Processes;

/// <summary>
/// Mean stress of a ride, 0–1, of which a share is among traffic: −1.25 + 0.0583 a mph + 0.000167 a vehicle in twelve hours
/// (JIBE-MITO, cycling in mixed traffic; 0.865 of a day's vehicles pass in them).
/// </summary>
/// <param name="set">The run's parameters.</param>
internal sealed class LinkStress(ParameterSet set)
{
    private readonly float mixed = set[StreetParameters.MixedShare];
    private readonly float byTraffic = 0.000167f * 0.865f * set[StreetParameters.Vehicles];

    /// <summary>Stress at a speed (mph) and traffic (1 = baseline).</summary>
    public float Of(float speed, float traffic) => mixed * Math.Clamp(-1.25f + (0.0583f * speed) + (byTraffic * traffic), 0, 1);
}
