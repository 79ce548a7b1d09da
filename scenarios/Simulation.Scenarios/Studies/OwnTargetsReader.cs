using System.Globalization;
using Simulation.Engine.Observation;
using Simulation.Engine.Parameters;
using Simulation.Scenarios.Binding;
using Simulation.Scenarios.Diagnostics;
using Simulation.Scenarios.Resolution;
using Simulation.Scenarios.Syntax;
using Simulation.Scenarios.Values;

namespace Simulation.Scenarios.Studies;

/// <summary>Reads files that begin with <c>targets</c>. Whatever the input, the answer is targets or diagnostics, never an exception.</summary>
public static class OwnTargetsReader
{
    private const string Everybody = "all";

    /// <summary>Reads the file <paramref name="path"/>.</summary>
    /// <returns>The targets, null when there is any error, and what is wrong, by file, line and column.</returns>
    public static (OwnTargets? Targets, IReadOnlyList<Diagnostic> Diagnostics) Read(string path)
    {
        var bag = new DiagnosticBag();
        OwnTargets? targets = SourceLoader.LoadFile(path, bag) is { } source && YamlSyntaxReader.Read(source, bag) is { } root
            && BlockReader.Open(root, Shapes.Targets, bag) is { } block ? new Reader(bag).Read(block) : null;
        return (bag.HasErrors ? null : targets, bag.Ordered());
    }

    private sealed class Reader(DiagnosticBag bag)
    {
        private readonly ValueReader values = new(bag);

        public OwnTargets? Read(MappingNode root)
        {
            ScenarioBuilder.CheckVersion(root, values);
            string? name = Text(root, Shapes.Targets, "targets");
            string? description = root.Find("description") is { } words ? values.Text(words.Value, "description", "Where the figures come from.", 5000) : null;
            string[] settings = root.Find("set") is { } set ? [.. values.Words(set.Value, "set", "[horizon.days=182]").Select(w => w.Text)] : [];
            Parameter[] numbers = [.. Numbers(root)];
            OwnFigure[] figures = [.. Figures(root)];
            return name is null || bag.HasErrors ? null
                : new OwnTargets { Name = name, Description = description ?? string.Empty, Settings = settings, Numbers = numbers, Figures = figures };
        }

        private IEnumerable<Parameter> Numbers(MappingNode root)
        {
            if (root.Find("numbers") is not { } entry)
            {
                yield break;
            }

            IReadOnlyList<ScalarNode> names = values.Words(entry.Value, "numbers", "[school.walk_cost_primary]");
            if (names.Count > OwnTargets.MostNumbers)
            {
                bag.Error(Codes.OutOfBounds, entry.Value.Span, $"{names.Count} numbers are to move; the most is {OwnTargets.MostNumbers}.", "`simulate study screen` tells which of them matter.");
            }

            var seen = new HashSet<string>(StringComparer.Ordinal);
            foreach (ScalarNode name in names)
            {
                Parameter? known = ParameterRegistry.All.FirstOrDefault(p => p.Name == name.Text);
                if (known is null)
                {
                    bag.Error(
                        Codes.UnknownParameter, name.Span, $"The model has no parameter called '{name.Text}'.",
                        NearestWord.Hint(name.Text, ParameterRegistry.All.Select(p => p.Name)) ?? "`simulate describe` prints the parameters.");
                }
                else if (known.Minimum >= known.Maximum)
                {
                    bag.Error(Codes.OutOfBounds, name.Span, $"'{name.Text}' has no range to move in.", "Leave it out.");
                }
                else if (!seen.Add(known.Name))
                {
                    bag.Error(Codes.DuplicateName, name.Span, $"'{name.Text}' is in the list twice.", "Remove one.");
                }
                else
                {
                    yield return known;
                }
            }
        }

        private IEnumerable<OwnFigure> Figures(MappingNode root)
        {
            if (root.Find("figures") is not { } entry)
            {
                yield break;
            }

            if (entry.Value is not SequenceNode { Items.Count: > 0 } list)
            {
                bag.Error(Codes.ExpectedList, entry.Value.Span, "'figures' takes a list of one or more figures.", "Write `- { indicator: school_walk, value: 38%, error: 2% }`.");
                yield break;
            }

            foreach (SyntaxNode item in list.Items)
            {
                if (BlockReader.Open(item, Shapes.Figure, bag) is { } block && Figure(block) is { } figure)
                {
                    yield return figure;
                }
            }
        }

        private OwnFigure? Figure(MappingNode block)
        {
            string? indicator = block.Find("indicator") is { } measure ? values.Choice(measure.Value, "indicator", KnownWords.Indicators) : null;
            if (indicator is null)
            {
                return null;
            }

            bool share = Indicator.Find(indicator) is { Unit: IndicatorUnit.Share or IndicatorUnit.Slope };
            double? value = Number(block, "value", share, least: share ? -1 : double.MinValue);
            double? error = Number(block, "error", share, least: 0);
            double? model = block.Find("model") is null ? 0 : Number(block, "model", share, least: 0);
            string by = block.Find("by") is { } kind ? values.Choice(kind.Value, "by", KnownWords.Strata) ?? Everybody : Everybody;
            string? stratum = block.Find("stratum") is null ? Everybody : Text(block, Shapes.Figure, "stratum");
            if ((by == Everybody) != (block.Find("stratum") is null))
            {
                bag.Error(Codes.MissingKey, block.Span, "'by' and 'stratum' go together.", "Write `by: place, stratum: Halton`, or leave both out.");
                return null;
            }

            if (error + model == 0)
            {
                bag.Error(Codes.OutOfBounds, block.Find("error")!.Value.Span, "No figure is known to be exactly so, and no run could meet it.", "Write its standard error, such as `error: 2%`.");
                return null;
            }

            return value is null || error is null || model is null || stratum is null ? null : new OwnFigure(indicator, by, stratum, value.Value, error.Value, model.Value);
        }

        private double? Number(MappingNode block, string key, bool share, double least)
        {
            if (block.Find(key) is not { } entry || Text(block, Shapes.Figure, key) is not { } text)
            {
                return null;
            }

            string digits = text.TrimEnd('%').TrimEnd();
            bool percent = digits.Length < text.Length;
            if (!double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) || !double.IsFinite(number) || (percent && !share))
            {
                bag.Error(
                    Codes.NotAQuantity, entry.Value.Span, $"'{key}' takes {(share ? "a share" : "a number in the measure's unit")}, not '{text}'.",
                    share ? $"Write `{key}: 38%`." : $"Write `{key}: 120`.");
                return null;
            }

            number = percent ? number / 100 : number;
            if (number < least || (share && number > 1))
            {
                bag.Error(Codes.NotAShare, entry.Value.Span, $"'{key}' is {text}, and {(share ? "a share lies between 0% and 100%" : "it is never below 0")}.", share ? $"Write `{key}: 38%`." : $"Write `{key}: 12`.");
                return null;
            }

            return number;
        }

        private string? Text(MappingNode block, Shape shape, string key) =>
            block.Find(key) is { } entry ? values.Text(entry.Value, key, shape.Find(key)!.Example) : null;
    }
}
