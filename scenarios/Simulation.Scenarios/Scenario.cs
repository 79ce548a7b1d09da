using Simulation.Engine.Interventions;
using Simulation.Engine.Parameters;
using Simulation.Scenarios.Sources;
using Simulation.Scenarios.Syntax;

namespace Simulation.Scenarios;

/// <summary>A checked scenario: a what-if in canonical units, ready to be bound to any population.</summary>
public sealed record Scenario
{
    /// <summary>The most days of a run: thirty years, as far as the tables of births and deaths and people's identities reach.</summary>
    public const int LongestDays = 10_958;

    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>What it is for; empty when not given.</summary>
    public string Description { get; init; } = string.Empty;

    /// <summary>First day of the horizon.</summary>
    public required DateOnly Start { get; init; }

    /// <summary>Days of the horizon.</summary>
    public required int Days { get; init; }

    /// <summary>The day after the last.</summary>
    public DateOnly End => Start.AddDays(Days);

    /// <summary>Interventions in the order in which they were written, inherited ones first.</summary>
    public required IReadOnlyList<ScenarioIntervention> Interventions { get; init; }

    /// <summary>Numbers of the model that differ from the registry, by name.</summary>
    public required IReadOnlyDictionary<string, double> ParameterOverrides { get; init; }

    /// <summary>What is taken to become of propensities.</summary>
    public PropensityStructure Propensity { get; init; }

    /// <summary>Whether people live on into later years or stay as they are.</summary>
    public PeopleStructure People { get; init; }

    /// <summary>Mechanisms that are held back; a baseline has none that could show.</summary>
    public Mechanism Held { get; init; }

    /// <summary>The two structures in the file's own words.</summary>
    public string Structure => $"propensity: {Propensity.ToString().ToLowerInvariant()}, people: {People.ToString().ToLowerInvariant()}";

    /// <summary>What is to be reached, or null.</summary>
    public StudyTarget? Target { get; init; }

    /// <summary>Number of residents asked for, or null.</summary>
    public int? Residents { get; init; }

    /// <summary>Seed of the synthesis asked for, or null.</summary>
    public int? PopulationSeed { get; init; }

    /// <summary>Seed of the luck asked for, or null.</summary>
    public int? Seed { get; init; }

    /// <summary>Indicators to keep; null = all.</summary>
    public IReadOnlyList<string>? Indicators { get; init; }

    /// <summary>Strata to keep; null = all.</summary>
    public IReadOnlyList<string>? Strata { get; init; }

    /// <summary>Draws of the parameters from their ranges; 0 = none.</summary>
    public int Draws { get; init; }

    /// <summary>Variations, or null.</summary>
    public Sweep? Sweep { get; init; }

    /// <summary>Runs of each variation with different luck.</summary>
    public int Replicates { get; init; } = 1;

    /// <summary>Whether exploratory levers count.</summary>
    public bool IncludeExploratory { get; init; }

    /// <summary>The file as written, for the manifest.</summary>
    public required string Text { get; init; }

    /// <summary>Everything that the scenario means, in canonical words, sorted by path.</summary>
    public required IReadOnlyList<Fact> Facts { get; init; }

    /// <summary>
    /// SHA-256 (hex) over what the scenario asks of the residents of a run, see <see cref="Binding.ScenarioMeaning"/>: equal meaning, equal
    /// hash, however it was written and whether a default was written out or not.
    /// </summary>
    public required string Hash { get; init; }

    /// <summary>The merged tree, every node with the place that it came from.</summary>
    public required MappingNode Syntax { get; init; }
}

/// <summary>One intervention of a scenario.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Request">What is asked of it, in canonical units.</param>
/// <param name="Span">Where it stands.</param>
/// <param name="Spans">Where its keys stand, by key (<c>reach</c>, <c>where.places</c>).</param>
public sealed record ScenarioIntervention(
    InterventionKind Kind, InterventionRequest Request, SourceSpan Span, IReadOnlyDictionary<string, SourceSpan> Spans)
{
    /// <summary>Name in reports.</summary>
    public string Name => Request.Source;

    /// <summary>Intervals given with <c>effect</c>, by effect name.</summary>
    public IReadOnlyDictionary<string, (double Low, double High)> EffectIntervals { get; init; } =
        new Dictionary<string, (double Low, double High)>();

    /// <summary>Place of <paramref name="key"/> in the file, or of the intervention when the key was not written.</summary>
    public SourceSpan SpanOf(string key) => Spans.TryGetValue(key, out SourceSpan? span) ? span : Span;
}
