using Simulation.Scenarios.Binding;
using Simulation.Scenarios.Diagnostics;
using Simulation.Scenarios.Reading;
using Simulation.Scenarios.Resolution;
using Simulation.Scenarios.Sources;
using Simulation.Scenarios.Syntax;
using Simulation.Scenarios.Values;

namespace Simulation.Scenarios.Studies;

/// <summary>What came of reading a study.</summary>
/// <param name="Study">The study; null when there is any error.</param>
/// <param name="Diagnostics">Errors and warnings, by file, line and column.</param>
public sealed record StudyResult(Study? Study, IReadOnlyList<Diagnostic> Diagnostics);

/// <summary>
/// Reads studies: a file that begins with <c>study</c>, or a scenario, whose sweep, draws and replicates are a study by
/// themselves. Whatever the input, the answer is a study or diagnostics, never an exception.
/// </summary>
public static class StudyReader
{
    private const int MostScenarios = 50;
    private const int MostDraws = 10_000;
    private const int MostSeeds = 1_000;

    /// <summary>Reads the file <paramref name="path"/>, or the library scenario of that name when there is no such file.</summary>
    /// <param name="path">Path or library name.</param>
    /// <param name="set">Settings <c>path=value</c>, applied in order to every scenario of the study.</param>
    public static StudyResult Read(string path, IReadOnlyList<string>? set = null)
    {
        var bag = new DiagnosticBag();
        if (Open(path, bag) is var (source, root))
        {
            Study? study = new Reader(bag, source, set ?? []).Read(root);
            return new StudyResult(bag.HasErrors ? null : study, bag.Ordered());
        }

        ScenarioResult scenario = ScenarioReader.Read(path, set);
        return new StudyResult(scenario.Scenario is { } one ? Study.Of(one) : null, scenario.Diagnostics);
    }

    /// <summary>Whether the file <paramref name="path"/> is a study by its own first word, and not a scenario.</summary>
    /// <param name="path">Path; where there is no file, there is no study.</param>
    public static bool IsStudy(string path) => Open(path, new DiagnosticBag()) is not null;

    /// <summary>Reads an amount for a whole horizon, such as <c>£5m</c>; when false, <paramref name="problem"/> says what is in the way, if more is known.</summary>
    public static bool TryReadBudget(string text, out double pounds, out string problem)
    {
        ArgumentNullException.ThrowIfNull(text);
        bool read = MoneyParser.TryRead(text, out Money money, out problem) && money is { PerUnit: null, PerYear: false };
        pounds = money.Pounds;
        return read;
    }

    private static (SourceText Source, MappingNode Root)? Open(string path, DiagnosticBag bag) =>
        File.Exists(path) && SourceLoader.LoadFile(path, bag) is { } source && YamlSyntaxReader.Read(source, bag) is MappingNode root && root.Find("study") is not null
            ? (source, root)
            : null;

    private sealed class Reader(DiagnosticBag bag, SourceText source, IReadOnlyList<string> set)
    {
        private readonly ValueReader values = new(bag);

        public Study? Read(MappingNode root)
        {
            BlockReader.Open(root, Shapes.Study, bag);
            string? name = root.Find("study") is { } title ? values.Text(title.Value, "study", "Which package?") : null;
            string? description = root.Find("description") is { } words ? values.Text(words.Value, "description", "What it is for.", 5000) : null;
            ScenarioBuilder.CheckVersion(root, values);
            Setting[] settings = [.. Settings(root), .. set.Select(Setting.OfCommandLine)];
            Scenario[] scenarios = [.. Scenarios(root, settings)];
            int? draws = Whole(root, "draws", 0, MostDraws);
            int? seeds = Whole(root, "seeds", 1, MostSeeds);
            StudyTarget? target = new TargetText(values).Read(root.Find("target")?.Value);
            double? budget = Budget(root);
            return name is null || bag.HasErrors ? null : new Study
            {
                Name = name,
                Description = description ?? string.Empty,
                Scenarios = scenarios,
                Draws = draws ?? scenarios.Max(s => s.Draws),
                Seeds = seeds ?? scenarios.Max(s => s.Replicates),
                Target = target,
                Budget = budget,
                Text = source.Text,
            };
        }

        private int? Whole(MappingNode root, string key, int least, int most) =>
            root.Find(key) is { } entry ? values.Whole(entry.Value, key, Shapes.Study.Find(key)!.Example, least, most) : null;

        private IEnumerable<Setting> Settings(MappingNode root)
        {
            if (root.Find("set") is not { } entry)
            {
                yield break;
            }

            foreach (ScalarNode setting in values.Words(entry.Value, "set", "[horizon.years=3]"))
            {
                yield return Setting.Of(setting);
            }
        }

        private IEnumerable<Scenario> Scenarios(MappingNode root, Setting[] settings)
        {
            if (root.Find("scenarios") is not { } entry)
            {
                yield break;
            }

            IReadOnlyList<ScalarNode> names = values.Words(entry.Value, "scenarios", "[school-run-together]");
            if (names.Count > MostScenarios)
            {
                bag.Error(Codes.OutOfBounds, entry.Value.Span, $"The study has {names.Count} scenarios; the most is {MostScenarios}.", "A sweep makes many variations of one.");
                yield break;
            }

            Scenario? first = null;
            var lines = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
            foreach (ScalarNode name in names)
            {
                if (!lines.TryAdd(name.Text.Trim(), name.Span.Line))
                {
                    bag.Error(Codes.DuplicateName, name.Span, $"'{name.Text}' is in the list twice (line {lines[name.Text.Trim()]}); a study runs each once.", "Remove one, or give each a file of its own.");
                    continue;
                }

                if (Scenario(name, settings) is not { } scenario)
                {
                    continue;
                }

                if (scenario.Interventions.Count == 0)
                {
                    bag.Error(Codes.KeysExclude, name.Span, $"'{name.Text}' does nothing: it is the baseline, which every study runs by itself.", "Leave it out of the list.");
                }

                first ??= scenario;
                if ((scenario.Start, scenario.Days, scenario.Residents) != (first.Start, first.Days, first.Residents))
                {
                    bag.Error(
                        Codes.KeysExclude, name.Span,
                        $"'{name.Text}' runs {scenario.Days:N0} days from {scenario.Start:yyyy-MM-dd}, and '{names[0].Text}' {first.Days:N0} from {first.Start:yyyy-MM-dd}{(scenario.Residents != first.Residents ? ", of other numbers of residents" : string.Empty)}.",
                        "Give all the same with `set: [horizon.years=3]`.");
                }

                yield return scenario;
            }
        }

        private Scenario? Scenario(ScalarNode name, Setting[] settings)
        {
            var resolver = new FileSourceResolver();
            if (resolver.Find(name.Text.Trim(), source) is not { } found)
            {
                bag.Error(
                    Codes.UnknownBase, name.Span, $"There is no library scenario and no file called '{name.Text}'.",
                    NearestWord.HintOrList(name.Text, [.. resolver.Known(source)]));
                return null;
            }

            return SourceLoader.Decode(found.Name, found.Bytes, bag, found.Identity) is { } text
                && new ScenarioResolver(resolver, bag).Resolve(text) is { } merged && SetOption.Apply(merged, settings, bag) is { } tree
                && new ScenarioBuilder(bag).Build(tree, text) is { } built
                ? settings.Length == 0 ? built : built with { Text = ResolvedText.Print(built) }
                : null;
        }

        private double? Budget(MappingNode root)
        {
            if (root.Find("budget") is not { } entry || values.Text(entry.Value, "budget", "£5m") is not { } text)
            {
                return null;
            }

            if (TryReadBudget(text, out double pounds, out string problem))
            {
                return pounds;
            }

            bag.Error(Codes.NotMoney, entry.Value.Span, $"'budget' takes an amount for the whole horizon, not '{text}'{(problem.Length > 0 ? $": {problem}" : string.Empty)}.", "Write `budget: £5m`.");
            return null;
        }
    }
}
