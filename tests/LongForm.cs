using FsCheck;

namespace Simulation;

/// <summary>
/// Sweeps have a short form, in every run of the tests, and a long one for reports: SIMULATION_LONG=1.
/// </summary>
internal static class LongForm
{
    /// <summary>Whether the long form is asked for.</summary>
    public static bool Asked => Environment.GetEnvironmentVariable("SIMULATION_LONG") == "1";

    /// <summary>
    /// How properties are checked: the same cases each time in the short form, so that one commit has one verdict; new
    /// cases each time in the long form, whose seed a failure prints.
    /// </summary>
    /// <param name="cases">How many cases in the short form; ten times as many in the long one.</param>
    public static Config Cases(int cases = 100) => Asked
        ? Config.QuickThrowOnFailure.WithMaxTest(10 * cases)
        : Config.QuickThrowOnFailure.WithMaxTest(cases).WithReplay(20_260_901UL, 2_700_001UL);
}
