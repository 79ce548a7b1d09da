using Simulation.Engine.Interventions;
using Simulation.Engine.Observation;
using Simulation.Engine.Running;
using Simulation.Engine.Validation;
using Simulation.Results.RunFiles;
using Simulation.Results.Runs;

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

    /// <summary>What the example runs keep.</summary>
    public static readonly Indicator[] Indicators = [Indicator.Find("adults_inactive"), Indicator.Find("school_walk")];

    /// <summary>Everybody, the most and the least deprived decile.</summary>
    public static readonly Stratum[] Strata =
    [
        new(Stratification.Everybody, "all", "everybody"),
        new(Stratification.Deprivation, "1", "decile 1", Decile: 1),
        new(Stratification.Deprivation, "10", "decile 10", Decile: 10),
    ];

    /// <summary>Weeks of 100,000 adults, a quarter of them in the most deprived decile, to whose share inactive <paramref name="shift"/> is added; school in the first two.</summary>
    public static IEnumerable<ExampleWeek> Weeks(double shift = 0, int weeks = 4)
    {
        for (int week = 0; week < weeks; week++)
        {
            Tally most = Adults(25_000, 0.4 + (0.01 * week) + shift);
            Tally least = Adults(75_000, 0.2);
            Tally all = most;
            all.Add(least);
            if (week < 2)
            {
                all[CountKey.SchoolWalk] = (long)Math.Round(40_000 * (0.5 + shift));
                all[CountKey.SchoolCar] = 40_000 - all[CountKey.SchoolWalk];
            }

            yield return new ExampleWeek(Start.AddDays((7 * week) + 6), [all, most, least]);
        }
    }

    /// <summary>Hands a week to a sink.</summary>
    public static void Record(this ICountSink sink, ExampleWeek week) =>
        sink.Record(new WeekCounts { Date = week.Date, Strata = Strata, Indicators = Indicators, Tallies = week.Tallies });

    public static string Write(
        string path, IEnumerable<ExampleWeek> weeks, RunManifest? manifest = null, params Effect[] effects)
    {
        using RunFileWriter writer = RunFileWriter.Create(path, overwrite: false);
        foreach (ExampleWeek week in weeks)
        {
            writer.Record(week);
        }

        writer.Complete(manifest ?? Manifest(), effects, [("school trip", 0.25), ("commute", 0.5)], Validation);
        return path;
    }

    private static Tally Adults(long adults, double inactive)
    {
        Tally tally = default;
        tally[CountKey.AdultsInactive] = (long)Math.Round(adults * inactive);
        tally[CountKey.AdultsActive] = adults - tally[CountKey.AdultsInactive];
        return tally;
    }
}

/// <summary>Counts of one week, in the order of <see cref="Example.Strata"/>.</summary>
public sealed record ExampleWeek(DateOnly Date, Tally[] Tallies);
