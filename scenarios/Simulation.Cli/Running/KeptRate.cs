using System.Text.Json;
using Simulation.Engine.Running;
using Simulation.Experiments.Running;
using Simulation.Populations;
using Simulation.Scenarios;

namespace Simulation.Cli.Running;

/// <summary>The rate of the last run of some size, kept in the cache folder.</summary>
internal static class KeptRate
{
    /// <summary>Smaller runs spend their time on starting, and would make a large one look slower than it is.</summary>
    private const int LeastResidents = 50_000;

    private const int LeastDays = 7;

    /// <summary>A run may stand for runs of up to so many times its residents.</summary>
    private const int LargestStep = 10;

    /// <summary>Keeps the rate of a run that is large enough and wrote all its figures.</summary>
    public static void Remember(FinishedRun finished, Scenario scenario)
    {
        if (finished.File is null || scenario.Indicators is not null || scenario.Strata is not null
            || finished.Figures.Manifest is not { Residents: >= LeastResidents, Days: >= LeastDays } run
            || CacheFolder.Rate() is not { } path)
        {
            return;
        }

        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            OutputFile.Write(path, JsonSerializer.Serialize(MeasuredRate.Of(run, new FileInfo(finished.File).Length)));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or CommandException)
        {
            // A cache that cannot be written costs the next plan a measurement, and this run nothing.
        }
    }

    /// <summary>The rate kept, when it was measured with this engine on a run that can stand for one of <paramref name="residents"/>.</summary>
    public static MeasuredRate? Find(long residents)
    {
        try
        {
            MeasuredRate? rate = CacheFolder.Rate() is { } path && File.Exists(path) ? JsonSerializer.Deserialize<MeasuredRate>(File.ReadAllText(path)) : null;
            return rate is not null && rate.Engine == BuildIdentity.Current.Version && rate.ResidentDaysPerSecond > 0
                && residents <= (long)rate.Residents * LargestStep
                ? rate
                : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }
}
