using Simulation.Engine.Interventions;
using Simulation.Engine.Observation;
using Simulation.Engine.Running;
using Simulation.Results.Indicators;
using Simulation.Results.Runs;

namespace Simulation.Cli.Tests.Output;

/// <summary>Small made-up runs whose comparison can be read at a glance.</summary>
internal static class ExampleRuns
{
    private static readonly DateOnly Start = new(2026, 9, 1);
    private static readonly int[] Deciles = [1, 2, 9, 10];

    private static readonly Stratum[] Strata =
        [new(Stratification.Everybody, "all", "everybody"), .. Deciles.Select(d => new Stratum(Stratification.Deprivation, $"{d}", $"decile {d}", Decile: d))];

    private static readonly Indicator[] Indicators =
        [.. new[] { "adults_inactive", "adults_active", "mean_minutes_adults", "school_walk", "gate_cars" }.Select(Indicator.Find)];

    /// <summary>A run in which the most deprived decile moves by <paramref name="shift"/>.</summary>
    public static IRunFigures Make(string name, double shift, params (Lever Lever, float Amount)[] effects) => Make(name, shift, 0, effects);

    /// <summary>The same, with all other deciles moved by <paramref name="others"/>.</summary>
    public static IRunFigures Make(string name, double shift, double others, params (Lever Lever, float Amount)[] effects)
    {
        RunInMemory run = new(name + ".yaml");
        Tally[] tallies = Counts(shift, others);
        for (int week = 1; week <= 6; week++)
        {
            run.Record(new WeekCounts { Date = Start.AddDays((7 * week) - 1), Strata = Strata, Indicators = Indicators, Tallies = tallies });
        }

        run.Complete(
            new RunManifest
            {
                ScenarioName = name,
                ScenarioText = name,
                ScenarioHash = name,
                Seed = 1,
                PopulationHash = "0123456789",
                PopulationSource = "embedded",
                PopulationSeed = 1,
                Residents = 130_000,
                Start = Start,
                Days = 42,
                Workers = 2,
                Lanes = 8,
                Build = new BuildIdentity("0.1.0", "00", string.Empty),
                ParametersHash = "0",
                StateHash = name,
                WallSeconds = 2,
                PeakMemoryBytes = 1_000_000,
            },
            [.. effects.Select(e => new Effect
            {
                Source = e.Lever.ToString(), Lever = e.Lever, Rows = [0], Amounts = [e.Amount], Starts = [Start.DayNumber],
            })],
            []);
        return run;
    }

    // Each decile has 25,000 adults and as many pupil days.
    private static Tally[] Counts(double shift, double others)
    {
        Tally[] tallies = new Tally[Strata.Length];
        for (int d = 0; d < Deciles.Length; d++)
        {
            double step = 0.09 - (0.06 * d) + (d == 0 ? shift : others);
            Tally tally = default;
            tally[CountKey.AdultsInactive] = (long)Math.Round(25_000 * (0.25 + step));
            tally[CountKey.AdultsActive] = (long)Math.Round(25_000 * (0.63 - step));
            tally[CountKey.AdultsFairlyActive] = 25_000 - tally[CountKey.AdultsInactive] - tally[CountKey.AdultsActive];
            tally[CountKey.AdultMinutes] = (long)Math.Round(4 * 25_000 * (310 - (400 * shift)));
            tally[CountKey.SchoolWalk] = (long)Math.Round(25_000 * (0.48 - step));
            tally[CountKey.SchoolCar] = 25_000 - tally[CountKey.SchoolWalk];
            tallies[d + 1] = tally;
            tallies[0].Add(tally);
        }

        tallies[0][CountKey.GateCars] = (long)Math.Round(1_000 * (41.5 + (50 * shift)));
        tallies[0][CountKey.OpenDays] = 1_000;
        tallies[0][CountKey.Schools] = 600;
        return tallies;
    }
}
