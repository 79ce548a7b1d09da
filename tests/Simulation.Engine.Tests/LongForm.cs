namespace Simulation.Engine.Tests;

/// <summary>Sweeps have a short form, in every run of the tests, and a long one for reports: SIMULATION_LONG=1.</summary>
public static class LongForm
{
    /// <summary>Whether the long form is asked for.</summary>
    public static bool Asked => Environment.GetEnvironmentVariable("SIMULATION_LONG") == "1";
}
