using Simulation.Engine.Interventions;
using Simulation.Engine.Observation;
using Simulation.Engine.Running;
using Simulation.Engine.Validation;
using Simulation.Results.RunFiles;

namespace Simulation.Results.Tests;

/// <summary>Small made-up runs.</summary>
public static class Example
{
    public static readonly DateOnly Start = new(2026, 9, 1);

    public static readonly ValidationLine[] Validation =
    [
        new("B1", "Adults active", "Active Lives", 63.7, 1, 63.2, "%", true),
        new("B9", "Unequal characteristics", "not modelled", double.NaN, double.NaN, double.NaN, string.Empty, false),
    ];

    public static RunManifest Manifest(string name = "baseline") => new()
    {
        ScenarioName = name,
        ScenarioText = $"scenario: {name}\nversion: 1\n",
        ScenarioHash = "5ce0",
        Seed = 18_446_744_073_709_551_615,
        PopulationHash = "abcdef0123456789",
        PopulationSource = "embedded",
        PopulationSeed = 7,
        Residents = 2_000,
        Start = Start,
        Days = 28,
        Workers = 2,
        Lanes = 8,
        Build = new BuildIdentity("0.1.0", "0de1", "c0117"),
        ParametersHash = "00",
        StateHash = "ff",
        WallSeconds = 0.125,
        WarmUpSeconds = 1.5,
        PeakMemoryBytes = 123_456_789_012,
    };

    public static Effect Effect(string source = "school_street[1]", float amount = -0.5f, params int[] rows) => new()
    {
        Source = source,
        Lever = Lever.GateTraffic,
        Rows = rows.Length == 0 ? [0, 1] : rows,
        Amounts = [amount],
        Starts = [Start.DayNumber],
    };

    /// <summary>Ten weeks of one share by everybody and two deciles; <paramref name="shift"/> is added to the most deprived.</summary>
    public static IEnumerable<IndicatorRow[]> Weeks(double shift = 0, int weeks = 4)
    {
        for (int week = 0; week < weeks; week++)
        {
            DateOnly date = Start.AddDays((7 * week) + 6);
            double most = 0.4 + (0.01 * week) + shift;
            const double Least = 0.2;
            yield return
            [
                new(date, "adults_inactive", "all", "all", (most * 0.25) + (Least * 0.75), 1_000),
                new(date, "adults_inactive", "deprivation", "1", most, 250),
                new(date, "adults_inactive", "deprivation", "10", Least, 750),
                new(date, "school_walk", "all", "all", week < 2 ? 0.5 + shift : double.NaN, week < 2 ? 400 : 0),
            ];
        }
    }

    public static string Write(
        string path, IEnumerable<IndicatorRow[]> weeks, RunManifest? manifest = null, params Effect[] effects)
    {
        using RunFileWriter writer = RunFileWriter.Create(path, overwrite: false);
        foreach (IndicatorRow[] week in weeks)
        {
            writer.Record(week);
        }

        writer.Complete(manifest ?? Manifest(), effects, [("school trip", 0.25), ("commute", 0.5)], Validation);
        return path;
    }
}
