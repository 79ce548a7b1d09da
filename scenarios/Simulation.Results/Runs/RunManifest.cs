using System.Globalization;
using Simulation.Engine.Running;

namespace Simulation.Results.Runs;

/// <summary>What a run was: all that is needed to make it again, and what it cost.</summary>
public sealed record RunManifest
{
    /// <summary>Name of the scenario, as its file says.</summary>
    public required string ScenarioName { get; init; }

    /// <summary>The scenario file's text, word for word.</summary>
    public required string ScenarioText { get; init; }

    /// <summary>SHA-256 over what the scenario asks, hex: equal meaning, equal hash, however it was written.</summary>
    public required string ScenarioHash { get; init; }

    /// <summary>Values of <c>--set</c> and of the study's point, <c>path=value</c> a line; empty when the scenario ran as written.</summary>
    public string Settings { get; init; } = string.Empty;

    /// <summary>Draw of the parameters; 0 for the central values.</summary>
    public int Draw { get; init; }

    /// <summary>Seed of the luck.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Hash of the population's columns.</summary>
    public required string PopulationHash { get; init; }

    /// <summary>Where the population came from: <c>embedded</c> or <c>open data</c>.</summary>
    public required string PopulationSource { get; init; }

    /// <summary>Seed of the synthesis.</summary>
    public required ulong PopulationSeed { get; init; }

    /// <summary>What the population's open data did not agree on; a sentence each.</summary>
    public IReadOnlyList<string> PopulationWarnings { get; init; } = [];

    /// <summary>Residents in the population.</summary>
    public required int Residents { get; init; }

    /// <summary>Residents of the region that the population stands for; 0 when the population is the region.</summary>
    public long RegionResidents { get; init; }

    /// <summary>Residents of the region for each of the population: every number of people that is printed is the region's.</summary>
    public double Scale => RegionResidents > 0 && Residents > 0 ? (double)RegionResidents / Residents : 1;

    /// <summary>What is to be borne in mind with this run's figures; a sentence each.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>What the scenario costs within the run; null where nothing is done.</summary>
    public RunCost? Cost { get; init; }

    /// <summary>Residents more active that the scenario is held against; null where it names no target.</summary>
    public double? Target { get; init; }

    /// <summary>The years that residents have lived through, one a turn of the year; empty where nobody ages.</summary>
    public IReadOnlyList<YearLived> YearsLived { get; init; } = [];

    /// <summary>First day of the horizon.</summary>
    public required DateOnly Start { get; init; }

    /// <summary>Days of the horizon.</summary>
    public required int Days { get; init; }

    /// <summary>Worker threads (they change the speed, never the figures).</summary>
    public required int Workers { get; init; }

    /// <summary>Values that one vector operation worked on: 16, 8, 4 or 1. Any number gives the same state.</summary>
    public required int Lanes { get; init; }

    /// <summary>The program that made the run.</summary>
    public required BuildIdentity Build { get; init; }

    /// <summary>SHA-256 over the parameters in force, hex.</summary>
    public required string ParametersHash { get; init; }

    /// <summary>How the model is formed where evidence leaves it open, e.g. <c>propensity: moving, people: living</c>; empty in files that do not say.</summary>
    public string Structure { get; init; } = string.Empty;

    /// <summary>SHA-256 over the state columns after the last day, hex.</summary>
    public required string StateHash { get; init; }

    /// <summary>SHA-256 over all counts, hex: equal figures, equal digest; empty for a run that leaves no file.</summary>
    public string FiguresDigest { get; init; } = string.Empty;

    /// <summary>Seconds spent on the days of the horizon.</summary>
    public required double WallSeconds { get; init; }

    /// <summary>Seconds spent on the warm-up before the horizon.</summary>
    public double WarmUpSeconds { get; init; }

    /// <summary>Largest memory of the process, bytes.</summary>
    public required long PeakMemoryBytes { get; init; }

    /// <summary>Residents times days over <see cref="WallSeconds"/>.</summary>
    public double ResidentDaysPerSecond => WallSeconds > 0 ? (double)Residents * Days / WallSeconds : 0;

    /// <summary>The pairs of the table <c>manifest</c>, in a fixed order.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> ToPairs() =>
    [
        new("engine_version", Build.Version),
        new("model_hash", Build.Model),
        new("commit", Build.Commit),
        new("scenario", ScenarioName),
        new("scenario_text", ScenarioText),
        new("scenario_hash", ScenarioHash),
        new("settings", Settings),
        new("draw", Draw.ToString(CultureInfo.InvariantCulture)),
        new("seed", Seed.ToString(CultureInfo.InvariantCulture)),
        new("start", Start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        new("days", Days.ToString(CultureInfo.InvariantCulture)),
        new("residents", Residents.ToString(CultureInfo.InvariantCulture)),
        new("region_residents", (RegionResidents > 0 ? RegionResidents : Residents).ToString(CultureInfo.InvariantCulture)),
        new("warnings", string.Join('\n', Warnings)),
        .. Cost?.ToPairs() ?? [],
        .. Target is { } target ? [new KeyValuePair<string, string>("target", target.ToString("R", CultureInfo.InvariantCulture))] : Array.Empty<KeyValuePair<string, string>>(),
        .. YearsLived.Count > 0 ? [new KeyValuePair<string, string>("years_lived", YearLived.ToText(YearsLived))] : Array.Empty<KeyValuePair<string, string>>(),
        new("population_hash", PopulationHash),
        new("population_source", PopulationSource),
        new("population_seed", PopulationSeed.ToString(CultureInfo.InvariantCulture)),
        new("population_warnings", string.Join('\n', PopulationWarnings)),
        new("parameters_hash", ParametersHash),
        new("structure", Structure),
        new("state_hash", StateHash),
        new("figures_digest", FiguresDigest),
        new("workers", Workers.ToString(CultureInfo.InvariantCulture)),
        new("lanes", Lanes.ToString(CultureInfo.InvariantCulture)),
        new("wall_seconds", WallSeconds.ToString("R", CultureInfo.InvariantCulture)),
        new("warm_up_seconds", WarmUpSeconds.ToString("R", CultureInfo.InvariantCulture)),
        new("resident_days_per_second", ResidentDaysPerSecond.ToString("R", CultureInfo.InvariantCulture)),
        new("peak_memory_bytes", PeakMemoryBytes.ToString(CultureInfo.InvariantCulture)),
    ];

    /// <summary>The manifest that <paramref name="pairs"/> hold.</summary>
    /// <exception cref="FormatException">A pair is missing or cannot be read; the message names it.</exception>
    public static RunManifest FromPairs(IReadOnlyDictionary<string, string> pairs)
    {
        ArgumentNullException.ThrowIfNull(pairs);

        string Text(string key) => pairs.TryGetValue(key, out string? value)
            ? value
            : throw new FormatException($"the manifest has no '{key}'");

        T Number<T>(string key)
            where T : IParsable<T> =>
            T.TryParse(Text(key), CultureInfo.InvariantCulture, out T? value)
                ? value
                : throw new FormatException($"the manifest's '{key}' is '{Text(key)}', which cannot be read");

        return new RunManifest
        {
            Build = new BuildIdentity(Text("engine_version"), Text("model_hash"), Text("commit")),
            ScenarioName = Text("scenario"),
            ScenarioText = Text("scenario_text"),
            ScenarioHash = Text("scenario_hash"),
            Settings = Text("settings"),
            Draw = Number<int>("draw"),
            Seed = Number<ulong>("seed"),
            Start = Number<DateOnly>("start"),
            Days = Number<int>("days"),
            PopulationWarnings = (pairs.GetValueOrDefault("population_warnings") ?? string.Empty).Split('\n', StringSplitOptions.RemoveEmptyEntries),
            Residents = Number<int>("residents"),
            RegionResidents = pairs.ContainsKey("region_residents") && Number<long>("region_residents") is var region && region != Number<int>("residents") ? region : 0,
            Warnings = (pairs.GetValueOrDefault("warnings") ?? string.Empty).Split('\n', StringSplitOptions.RemoveEmptyEntries),
            Cost = RunCost.FromPairs(pairs),
            Target = pairs.ContainsKey("target") ? Number<double>("target") : null,
            YearsLived = YearLived.FromText(pairs.GetValueOrDefault("years_lived") ?? string.Empty),
            PopulationHash = Text("population_hash"),
            PopulationSource = Text("population_source"),
            PopulationSeed = Number<ulong>("population_seed"),
            ParametersHash = Text("parameters_hash"),
            Structure = pairs.GetValueOrDefault("structure") ?? string.Empty,
            StateHash = Text("state_hash"),
            FiguresDigest = Text("figures_digest"),
            Workers = Number<int>("workers"),
            Lanes = Number<int>("lanes"),
            WallSeconds = Number<double>("wall_seconds"),
            WarmUpSeconds = Number<double>("warm_up_seconds"),
            PeakMemoryBytes = Number<long>("peak_memory_bytes"),
        };
    }
}
