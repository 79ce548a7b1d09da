using Simulation.Engine.Interventions;
using Simulation.Scenarios.Diagnostics;
using Simulation.Scenarios.Sources;
using Simulation.Scenarios.Syntax;
using Simulation.Scenarios.Values;

namespace Simulation.Scenarios.Binding;

/// <summary>Reads the settings of one intervention.</summary>
internal sealed class InterventionSection(
    ValueReader values, FactList facts, InterventionKind kind, string source, DateOnly horizonStart, int days, IReadOnlyDictionary<string, double> parameters)
{
    private readonly Dictionary<string, SourceSpan> spans = new(StringComparer.Ordinal);
    private readonly string path = $"interventions.{source}.";

    /// <summary>The intervention; what could not be read takes its default, the diagnostics say so.</summary>
    public ScenarioIntervention? Read(MappingNode settings, SourceSpan at)
    {
        Shape shape = Shapes.Intervention(kind);
        BlockReader.Open(settings, shape, values.Bag, kind.Key);
        facts.Add(path + "kind", kind.Key, at);

        string owner = Owner(settings);
        var target = new TargetSection(values, kind, Note);
        target.ReadReach(Value(settings, "reach"));
        Target where = target.Where(Value(settings, "where"));
        Who who = target.Who(Value(settings, "who"));
        Uptake? uptake = Uptake(Value(settings, "uptake"));
        double? adherence = null;
        if (Value(settings, "adherence") is { } dose)
        {
            adherence = values.Share(dose, "adherence", "80%");
        }

        Note("adherence", QuantityParser.Format(adherence ?? kind.DefaultAdherence, Dimension.Share), Value(settings, "adherence")?.Span);
        bool need = Value(settings, "intensity") is { } intensity && values.Choice(intensity, "intensity", ["uniform", "proportionate to need"]) == "proportionate to need";
        Note("intensity", need ? "proportionate to need" : "uniform", Value(settings, "intensity")?.Span);

        (DateOnly start, int over) = PhaseIn(Value(settings, "phase_in"));
        DateOnly? end = Until(Value(settings, "until"), start);
        CheckDates(start, end, at, settings);
        double? fade = AfterEnd(Value(settings, "after_it_ends"), end is not null || HasLength(settings));

        var effects = new EffectSection(values, kind, Note);
        effects.Read(Value(settings, "effect"));
        IReadOnlyList<CostItem> costs = new CostSection(values, Note, owner, kind.Reaches).Read(Value(settings, "cost"));
        if (Value(settings, "note") is { } note)
        {
            Note("note", values.Text(note, "note", "a remark", 1000) ?? string.Empty, note.Span);
        }

        if (Value(settings, "name") is { } name)
        {
            values.Text(name, "name", "school streets phase 2");
        }

        return new ScenarioIntervention(
            kind,
            new InterventionRequest
            {
                Source = source,
                Owner = owner,
                Where = where,
                Who = who,
                Reach = target.Reach,
                Uptake = uptake,
                Adherence = adherence,
                ProportionateToNeed = need,
                PhaseIn = new PhaseIn(start.DayNumber, over),
                End = end?.DayNumber ?? int.MaxValue,
                FadeDays = fade,
                Values = OwnValues(settings, shape),
                Effect = effects.Values,
                Parameters = parameters,
                Costs = costs,
            },
            at,
            spans)
        {
            EffectIntervals = effects.Intervals,
        };
    }

    private static SyntaxNode? Value(MappingNode settings, string key) => settings.Find(key)?.Value;

    /// <summary>Whether it, or a part of it, ends for each unit after so long: as written, or as its kind does.</summary>
    private bool HasLength(MappingNode settings) =>
        kind.Parameters.Any(p => p.Key.Split('.') is [.. var group, "for"]
            && (double.IsFinite(p.Default) || (group is [var name] ? (Value(settings, name) as MappingNode)?.Find("for") : settings.Find("for")) is not null));

    private void Note(string key, string value, SourceSpan? span)
    {
        facts.Add(path + key, value, span);
        if (span is not null)
        {
            spans[key] = span;
        }
    }

    private string Owner(MappingNode settings)
    {
        string owner = kind.DefaultOwner;
        if (Value(settings, "owner") is { } node && values.Text(node, "owner", kind.DefaultOwner) is { } text)
        {
            owner = Owners.All.FirstOrDefault(o => o.Equals(text, StringComparison.OrdinalIgnoreCase)) ?? text;
            if (!Owners.All.Contains(owner))
            {
                values.Bag.Warn(Codes.UnknownOwner, node.Span, $"'{owner}' is none of the usual owners; it is used as given.", NearestWord.HintOrList(owner, [.. Owners.All]));
            }
        }

        Note("owner", owner, Value(settings, "owner")?.Span);
        return owner;
    }

    private Uptake? Uptake(SyntaxNode? node)
    {
        Uptake? read = null;
        if (node is MappingNode && BlockReader.Open(node, Shapes.Uptake, values.Bag) is { } block)
        {
            double? most = block.Find("most_deprived") is { } m ? values.Share(m.Value, "most_deprived", "30%") : null;
            double? least = block.Find("least_deprived") is { } l ? values.Share(l.Value, "least_deprived", "50%") : null;
            read = most is not null && least is not null ? new Uptake(most.Value, least.Value) : null;
        }
        else if (node is not null and not MappingNode && values.Share(node, "uptake", "40%") is { } share)
        {
            read = new Uptake(share, share);
        }

        Uptake used = read ?? kind.DefaultUptake;
        string Percent(double s) => QuantityParser.Format(s, Dimension.Share);
        Note("uptake", used.MostDeprived == used.LeastDeprived ? Percent(used.MostDeprived) : $"{Percent(used.MostDeprived)} (most deprived) to {Percent(used.LeastDeprived)} (least deprived)", node?.Span);
        return read;
    }

    private (DateOnly Start, int Over) PhaseIn(SyntaxNode? node)
    {
        DateOnly start = horizonStart;
        int over = 0;
        SourceSpan? startSpan = null;
        SourceSpan? overSpan = null;
        if (node is ScalarNode { IsEmpty: false } single)
        {
            startSpan = single.Span;
            start = values.Date(single, "phase_in", "2027-01-04") ?? start;
        }
        else if (node is not null && BlockReader.Open(node, Shapes.PhaseIn, values.Bag) is { } block)
        {
            if (block.Find("start") is { } entry)
            {
                startSpan = entry.Value.Span;
                start = values.Date(entry.Value, "start", "2027-01-04") ?? start;
            }

            if (block.Find("over") is { } stretch)
            {
                overSpan = stretch.Value.Span;
                over = values.Span(stretch.Value, "over", "12 months") is { } span ? span.From(start).DayNumber - start.DayNumber : 0;
            }
        }

        Note("phase_in.start", DateParser.Format(start), startSpan);
        Note("phase_in.over", $"{over} days", overSpan);
        return (start, over);
    }

    /// <summary>The first day on which it no longer acts.</summary>
    private DateOnly? Until(SyntaxNode? node, DateOnly start)
    {
        DateOnly? end = null;
        if (node is not null && values.Scalar(node, "until", "2029-07-31") is { } scalar)
        {
            if (QuantityParser.TryRead(scalar.Text, out Quantity quantity, out _) == QuantityParser.Outcome.Read && quantity.HasUnit)
            {
                end = values.Span(scalar, "until", "18 months")?.From(start);
            }
            else
            {
                if (scalar.Text.Trim().ToLowerInvariant() is "forever" or "always" or "never" or "no end" or "permanent" or "permanently")
                {
                    values.Bag.Error(Codes.NotADate, scalar.Span, $"'until' takes a date, not '{scalar.Text}'.", "Without `until` it stays: remove the key.");
                    return null;
                }

                end = values.Date(scalar, "until", "2029-07-31") is { } last ? new LastDay(last).End : null;
            }
        }

        Note("until", end is { } day ? LastDay.Before(day).ToString() : "no end", node?.Span);
        return end;
    }

    private void CheckDates(DateOnly start, DateOnly? end, SourceSpan at, MappingNode settings)
    {
        if (start < horizonStart)
        {
            values.Bag.Error(
                Codes.StartsTooEarly, Value(settings, "phase_in")?.Span ?? at, $"'{source}' starts on {DateParser.Format(start)}, before the first day of the run ({DateParser.Format(horizonStart)}).",
                $"Start it on {DateParser.Format(horizonStart)} or later, or move the start of the horizon.");
        }
        else if (end <= start)
        {
            values.Bag.Error(
                Codes.EndsBeforeStart, Value(settings, "until")!.Span, $"'{source}' ends on {LastDay.Before(end.Value)}, and starts on {DateParser.Format(start)}.",
                $"Write {DateParser.Format(start)} or a later day, or a length such as `until: 18 months`.");
        }
        else if (start >= horizonStart.AddDays(days))
        {
            values.Bag.Warn(Codes.NeverActs, Value(settings, "phase_in")?.Span ?? at, $"'{source}' starts on {DateParser.Format(start)}, after the last day of the run ({DateParser.Format(horizonStart.AddDays(days - 1))}).", "Start it earlier, or lengthen the horizon.");
        }
    }

    private double? AfterEnd(SyntaxNode? node, bool ends)
    {
        double? fade = null;
        string said = "the default of its kind";
        if (node is not null && values.Scalar(node, "after_it_ends", "fades over 26 weeks") is { } scalar)
        {
            string text = string.Join(' ', scalar.Text.Trim().ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries));
            string span = string.Empty;
            double divisor = 1;
            if (text is "stops at once" or "stops")
            {
                fade = 0;
            }
            else if (text.StartsWith("fades over ", StringComparison.Ordinal))
            {
                // Three time constants: what is left then is one twentieth.
                (span, divisor) = (text[11..], 3);
            }
            else if (text.StartsWith("half-life ", StringComparison.Ordinal) || text.StartsWith("half life ", StringComparison.Ordinal))
            {
                (span, divisor) = (text[10..], Math.Log(2));
            }
            else
            {
                values.Bag.Error(Codes.NotAfterEnd, scalar.Span, $"'after_it_ends' does not understand '{scalar.Text}'.", "Write `stops at once`, `fades over 26 weeks` or `half-life 13 weeks`.");
            }

            if (span.Length > 0 && values.Quantity(scalar with { Text = span }, "after_it_ends", 0, 40_000) is { } stretch)
            {
                fade = stretch / divisor;
            }

            said = fade is null ? said : fade == 0 ? "stops at once" : $"fades with a time constant of {QuantityParser.Format(fade.Value, Dimension.Duration)}";
            if (!ends && fade is not null)
            {
                values.Bag.Warn(Codes.NeverActs, scalar.Span, $"'{source}' has no end, so nothing happens after it.", "Add `until`.");
            }
        }

        Note("after_it_ends", said, node?.Span);
        return fade;
    }

    private Dictionary<string, double> OwnValues(MappingNode settings, Shape shape)
    {
        var read = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (string group in kind.Parameters.Select(p => p.Key).Where(k => k.Contains('.', StringComparison.Ordinal)).Select(k => k.Split('.')[0]).Distinct(StringComparer.Ordinal))
        {
            if (settings.Find(group) is { } entry)
            {
                BlockReader.Open(entry.Value, shape.Find(group)!.Block!, values.Bag, group);
            }
        }

        foreach (ParameterSpec spec in kind.Parameters)
        {
            string[] parts = spec.Key.Split('.');
            SyntaxNode? node = Value(settings, parts[0]);
            if (parts.Length > 1)
            {
                node = (node as MappingNode)?.Find(parts[1])?.Value;
            }

            double? value = node is null ? null : values.Quantity(node, parts[^1], spec.Dimension, spec.Minimum, spec.Maximum);
            if (value is not null)
            {
                read[spec.Key] = value.Value;
            }

            Note(spec.Key, QuantityParser.Format(value ?? spec.Default, spec.Dimension), node?.Span);
        }

        return read;
    }
}
