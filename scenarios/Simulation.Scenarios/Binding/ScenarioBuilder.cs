using Simulation.Engine.Interventions;
using Simulation.Engine.Parameters;
using Simulation.Scenarios.Diagnostics;
using Simulation.Scenarios.Sources;
using Simulation.Scenarios.Syntax;
using Simulation.Scenarios.Values;

namespace Simulation.Scenarios.Binding;

/// <summary>The merged tree to a checked <see cref="Scenario"/>; every mistake is found in one pass.</summary>
internal sealed class ScenarioBuilder(DiagnosticBag bag)
{
    /// <summary>Version of the language that this program reads.</summary>
    public const int Version = 1;

    private readonly ValueReader values = new(bag);
    private readonly FactList facts = new();

    /// <summary>The scenario; null when anything is wrong.</summary>
    public Scenario? Build(MappingNode root, SourceText source)
    {
        BlockReader.Open(root, Shapes.Scenario, bag);
        CheckVersion(root, values);
        string? name = Text(root, "scenario", 100);
        string description = Text(root, "description", 5000) ?? string.Empty;
        (DateOnly start, int days) = new HorizonSection(values, facts).Read(root.Find("horizon")?.Value);
        (int? residents, int? populationSeed) = Population(root.Find("population")?.Value);
        int? seed = Whole(root, "seed", 0, int.MaxValue);
        IReadOnlyDictionary<string, double> parameters = new ParameterSection(values, facts).Read(root.Find("parameters")?.Value);
        MappingNode? structure = root.Find("structure") is { } written ? BlockReader.Open(written.Value, Shapes.Structure, bag) : null;
        PropensityStructure propensity = Structure<PropensityStructure>(structure, "propensity", KnownWords.Propensities);
        PeopleStructure people = Structure<PeopleStructure>(structure, "people", KnownWords.People);
        Mechanism held = Held(structure);
        IReadOnlyList<ScenarioIntervention> interventions =
            new InterventionsSection(values, facts, start, days, parameters).Read(root.Find("interventions")?.Value);
        (IReadOnlyList<string>? indicators, IReadOnlyList<string>? strata) = Outputs(root.Find("outputs")?.Value);
        int draws = 0;
        if (root.Find("uncertainty") is { } uncertainty && BlockReader.Open(uncertainty.Value, Shapes.Uncertainty, bag) is { } block
            && block.Find("draws") is { } entry)
        {
            draws = values.Whole(entry.Value, "draws", "100", 1, 100_000) ?? 0;
            facts.Add("uncertainty.draws", $"{draws}", entry.Value.Span);
        }

        StudyTarget? target = new TargetText(values).Read(root.Find("target")?.Value);
        if (target is not null)
        {
            facts.Add("target", target.Text, root.Find("target")!.Value.Span);
        }

        bool exploratory = root.Find("exploratory") is { } explore && values.Choice(explore.Value, "exploratory", ["leave out", "include"]) == "include";
        facts.Add("exploratory", exploratory ? "include" : "leave out", root.Find("exploratory")?.Value.Span);
        Sweep? sweep = new SweepSection(values).Read(root.Find("sweep")?.Value);
        int replicates = Whole(root, "replicates", 1, 100_000) ?? 1;
        if (sweep is not null)
        {
            SweepCheck.CheckPaths(sweep, bag);
        }

        if (sweep is not null && !bag.HasErrors)
        {
            SweepCheck.Check(root, sweep, source, bag);
        }

        if (bag.HasErrors || name is null)
        {
            return null;
        }

        Scenario scenario = new()
        {
            Name = name,
            Description = description,
            Start = start,
            Days = days,
            Residents = residents,
            PopulationSeed = populationSeed,
            Seed = seed,
            Interventions = interventions,
            ParameterOverrides = parameters,
            Propensity = propensity,
            People = people,
            Held = held,
            Indicators = indicators,
            Strata = strata,
            Draws = draws,
            Target = target,
            IncludeExploratory = exploratory,
            Sweep = sweep,
            Replicates = replicates,
            Text = source.Text,
            Facts = facts.ToList(),
            Hash = string.Empty,
            Syntax = root,
        };
        return scenario with { Hash = ScenarioMeaning.HashOf(scenario) };
    }

    /// <summary>Refuses a file of another version of the language.</summary>
    internal static void CheckVersion(MappingNode root, ValueReader values)
    {
        if (root.Find("version") is { } entry && values.Whole(entry.Value, "version", "1", 0, 1000) is { } version && version != Version)
        {
            values.Bag.Error(
                Codes.Version, entry.Value.Span, $"The file is in version {version} of the language; this program reads version {Version}.",
                version > Version ? "Use a newer program." : "Run `simulate migrate` on it.");
        }
    }

    private string? Text(MappingNode root, string key, int longest)
    {
        if (root.Find(key) is not { } entry)
        {
            return null;
        }

        string? text = values.Text(entry.Value, key, Shapes.Scenario.Find(key)!.Example, longest);
        if (text is not null)
        {
            facts.Add(key, text, entry.Value.Span);
        }

        return text;
    }

    private int? Whole(MappingNode block, string key, int minimum, int maximum, string path = "")
    {
        if (block.Find(key) is not { } entry)
        {
            return null;
        }

        int? number = values.Whole(entry.Value, key, "1", minimum, maximum);
        if (number is not null)
        {
            facts.Add(path + key, $"{number}", entry.Value.Span);
        }

        return number;
    }

    private (int? Residents, int? Seed) Population(SyntaxNode? node) =>
        node is not null && BlockReader.Open(node, Shapes.Population, bag) is { } block
            ? (Whole(block, "residents", 1000, 10_000_000, "population."), Whole(block, "seed", 0, int.MaxValue, "population."))
            : (null, null);

    // The first word of each structure is what is taken unless the file says otherwise.
    private T Structure<T>(MappingNode? block, string key, IReadOnlyList<string> words)
        where T : struct, Enum
    {
        SyntaxNode? written = block?.Find(key)?.Value;
        string word = (written is null ? null : values.Choice(written, key, words)) ?? words[0];
        facts.Add("structure." + key, word, written?.Span);
        return Enum.Parse<T>(word, ignoreCase: true);
    }

    private Mechanism Held(MappingNode? block)
    {
        if (block?.Find("held_back")?.Value is not { } written || values.Bits(written, "held_back", KnownWords.Mechanisms) is not { } bits)
        {
            return Mechanism.None;
        }

        string words = string.Join(", ", KnownWords.WordsOf(bits, KnownWords.Mechanisms));
        facts.Add("structure.held_back", words, written.Span);
        if (!bag.HasErrors)
        {
            bag.Warn(Codes.MechanismHeld, written.Span, $"Held back: {words}. What is answered is what is left of the plan.", "Remove `held_back` for the whole of it.");
        }

        return (Mechanism)bits;
    }

    private (IReadOnlyList<string>? Indicators, IReadOnlyList<string>? Strata) Outputs(SyntaxNode? node) =>
        node is not null && BlockReader.Open(node, Shapes.Outputs, bag) is { } block
            ? (Known(block, "indicators", KnownWords.Indicators), Known(block, "by", KnownWords.Strata))
            : (null, null);

    private List<string>? Known(MappingNode block, string key, IReadOnlyList<string> known)
    {
        if (block.Find(key) is not { } entry)
        {
            return null;
        }

        var kept = new List<string>();
        foreach (ScalarNode word in values.Words(entry.Value, key, known[0]))
        {
            string text = word.Text.Trim();
            if (known.Contains(text))
            {
                kept.Add(text);
            }
            else
            {
                bag.Error(Codes.UnknownOutput, word.Span, $"'{text}' is none of the known {(key == "by" ? "ways to break figures down" : "indicators")}.", NoSuchData.What(text) is { } none ? $"{none} Known: {string.Join(", ", known)}." : NearestWord.HintOrList(text, known));
            }
        }

        facts.Add("outputs." + key, string.Join(", ", kept), entry.Value.Span);
        return kept;
    }
}
