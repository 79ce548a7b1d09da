using Simulation.Engine.Interventions;
using Simulation.Engine.Observation;
using Simulation.Engine.Running;
using Simulation.Results.Indicators;
using Simulation.Results.RunFiles;

namespace Simulation.Cli.Tests.Output;

/// <summary>Small made-up runs whose comparison can be read at a glance.</summary>
internal static class ExampleRuns
{
    private static readonly DateOnly Start = new(2026, 9, 1);
    private static readonly string[] Deciles = ["1", "2", "9", "10"];

    /// <summary>A run in which the most deprived decile moves by <paramref name="shift"/>.</summary>
    public static IRunFigures Make(string name, double shift, params (Lever Lever, float Amount)[] effects) => Make(name, shift, 0, effects);

    /// <summary>The same, with all other deciles moved by <paramref name="others"/>.</summary>
    public static IRunFigures Make(string name, double shift, double others, params (Lever Lever, float Amount)[] effects)
    {
        RunInMemory run = new(name + ".yaml");
        for (int week = 1; week <= 6; week++)
        {
            DateOnly date = Start.AddDays((7 * week) - 1);
            List<IndicatorRow> rows = [];
            foreach ((string indicator, double level, double sign) in new[]
            {
                ("adults_inactive", 0.25, 1.0), ("adults_active", 0.63, -1.0), ("school_walk", 0.48, -1.0),
            })
            {
                double all = 0;
                for (int d = 0; d < Deciles.Length; d++)
                {
                    double value = level + (sign * (0.09 - (0.06 * d))) + (sign * (d == 0 ? shift : others));
                    rows.Add(new IndicatorRow(date, indicator, "deprivation", Deciles[d], value, 25_000));
                    all += value / Deciles.Length;
                }

                rows.Insert(0, new IndicatorRow(date, indicator, "all", "all", all, 100_000));
            }

            rows.Add(new IndicatorRow(date, "mean_minutes_adults", "all", "all", 310 - (400 * shift), 100_000));
            rows.Add(new IndicatorRow(date, "gate_cars", "all", "all", 41.5 + (50 * shift), 600));
            run.Record(rows.ToArray());
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
}
