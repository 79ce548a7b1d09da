using System.Text;
using Simulation.Engine.Interventions;
using Simulation.Engine.Interventions.Kinds;
using Simulation.Engine.Parameters;
using Simulation.Scenarios.Binding;
using Simulation.Scenarios.Diagnostics;
using Simulation.Scenarios.Values;

namespace Simulation.Scenarios.Documentation;

/// <summary>The reference part of the language guide, written from the same definitions that the reader checks by.</summary>
public static class LanguageReference
{
    /// <summary>Line above the reference in the guide.</summary>
    public const string Begin = "<!-- The reference below is written by `simulate docs`; changes made here are lost. -->";

    /// <summary>The reference, Markdown.</summary>
    public static string Generate()
    {
        var text = new StringBuilder();
        text.Append(Begin).Append("\n\n## Reference\n\n");
        Blocks(text);
        Interventions(text);
        Codes(text);
        return text.ToString();
    }

    /// <summary>The guide with its reference brought up to date.</summary>
    public static string Renew(string guide)
    {
        int at = guide.IndexOf(Begin, StringComparison.Ordinal);
        return (at < 0 ? guide.TrimEnd('\n') + "\n\n" : guide[..at]) + Generate();
    }

    private static void Blocks(StringBuilder text)
    {
        text.Append("### The blocks of a scenario\n\n");
        foreach (Shape shape in new[] { Shapes.Scenario, Shapes.Horizon, Shapes.Population, Shapes.Outputs, Shapes.Uncertainty, Shapes.Sweep, Shapes.Hypercube })
        {
            Table(text, shape);
        }

        text.Append("### The keys of every intervention\n\n");
        Table(text, new Shape("an intervention", Shapes.InterventionKeys));
        foreach (Shape shape in new[] { Shapes.Where, Shapes.Who, Shapes.PhaseIn, Shapes.Uptake, Shapes.OwnerCost, Shapes.EffectValue })
        {
            Table(text, shape);
        }
    }

    private static void Table(StringBuilder text, Shape shape)
    {
        text.Append("#### ").Append(char.ToUpperInvariant(shape.Name[0])).Append(shape.Name.AsSpan(1)).Append("\n\n| key | meaning | example |\n|---|---|---|\n");
        foreach (KeySpec key in shape.Keys)
        {
            text.Append("| `").Append(key.Name).Append('`').Append(key.Required ? " (needed)" : string.Empty).Append(" | ").Append(key.Summary);
            if (key.Words.Count > 0 && key.Form != ValueForm.Block)
            {
                text.Append(" One of: ").Append(string.Join(", ", key.Words)).Append('.');
            }

            text.Append(" | `").Append(key.Example).Append("` |\n");
        }

        text.Append('\n');
    }

    private static void Interventions(StringBuilder text)
    {
        text.Append("### The interventions\n\n");
        foreach (InterventionKind kind in InterventionCatalogue.Kinds)
        {
            One(text, kind);
        }
    }

    private static void One(StringBuilder text, InterventionKind kind)
    {
        text.Append("#### ").Append(kind.Key).Append("\n\n").Append(kind.Summary).Append('\n');
        if (kind.Exploratory)
        {
            text.Append("**Exploratory:** left out of headline results unless the scenario says `exploratory: include`.\n");
        }

        text.Append($"\nOwner: {kind.DefaultOwner}. Action Scales level: {kind.Level.ToString().ToLowerInvariant()}. Reaches {ReachParser.NounOf(kind.Reaches)}{Defaults(kind)}.\n\n");
        text.Append(kind.Mechanism).Append("\n\n");
        if (kind.Parameters.Count > 0)
        {
            text.Append("| setting | meaning | default | bounds |\n|---|---|---|---|\n");
            foreach (ParameterSpec spec in kind.Parameters)
            {
                string low = QuantityParser.Format(spec.Minimum, spec.Dimension);
                string high = QuantityParser.Format(spec.Maximum, spec.Dimension);
                text.Append($"| `{spec.Key}` | {spec.Summary} | {QuantityParser.Format(spec.Default, spec.Dimension)} | {(spec.Dimension == Dimension.Switch ? "yes or no" : low == high ? low : $"{low} to {high}")} |\n");
            }

            text.Append('\n');
        }

        IReadOnlyList<Parameter> effects = EffectSection.Defaults(kind);
        if (effects.Count > 0)
        {
            text.Append("| effect | meaning | value (plausible) | source |\n|---|---|---|---|\n");
            foreach (Parameter effect in effects)
            {
                text.Append($"| `{effect.Name[(kind.Key.Length + 1)..]}` | {effect.Meaning} | {EffectValues.Format(effect.Value, effect)} ({EffectValues.Format(effect.Minimum, effect)} to {EffectValues.Format(effect.Maximum, effect)}){(effect.Unit == "logit" ? " logit" : string.Empty)} | {effect.Source} ({effect.Grade.ToString().ToLowerInvariant()}) |\n");
            }

            text.Append('\n');
        }

        string weight = kind.Evidence.WeightParameter is { } name ? $" Log-odds are weighted {ParameterRegistry.Get(name).Value:0.##} for the design (`{name}`)." : string.Empty;
        text.Append($"Evidence ({Design(kind.Evidence.Design)}): {kind.Evidence.Finding} *{kind.Evidence.Source}.*{weight}\n\n");
    }

    private static string Defaults(InterventionKind kind)
    {
        var said = new List<string>();
        if (kind.DefaultPhase is { } phase)
        {
            said.Add($"{phase.ToString().ToLowerInvariant()} unless it says otherwise");
        }

        if (kind.DefaultWho != Who.Everyone)
        {
            string activity = kind.DefaultWho.Activity is { } levels ? $"{string.Join(" or ", KnownWords.ActivityWords(levels))}, " : string.Empty;
            said.Add(activity + (kind.DefaultWho.MaximumAge >= 90 ? $"aged {kind.DefaultWho.MinimumAge} and over unless it says otherwise" : $"aged {kind.DefaultWho.MinimumAge} to {kind.DefaultWho.MaximumAge} unless it says otherwise"));
        }

        if (kind.DefaultEmployerSizes is { } sizes)
        {
            said.Add($"{string.Join(", ", sizes.Select(s => KnownWords.EmployerSizes[s]))} unless it says otherwise");
        }

        if (kind.DefaultUptake != Uptake.Everyone)
        {
            said.Add($"uptake {QuantityParser.Format(kind.DefaultUptake.MostDeprived, Dimension.Share)} in the most to {QuantityParser.Format(kind.DefaultUptake.LeastDeprived, Dimension.Share)} in the least deprived tenth");
        }

        if (kind.DefaultAdherence < 1)
        {
            said.Add($"adherence {QuantityParser.Format(kind.DefaultAdherence, Dimension.Share)}");
        }

        return said.Count == 0 ? string.Empty : $" ({string.Join("; ", said)})";
    }

    private static string Design(StudyDesign design) => design switch
    {
        StudyDesign.Randomised => "randomised",
        StudyDesign.NaturalExperiment => "natural experiment",
        StudyDesign.Uncontrolled => "uncontrolled",
        StudyDesign.CrossSectional => "cross-sectional",
        StudyDesign.Mechanism => "mechanism",
        _ => "judgement",
    };

    private static void Codes(StringBuilder text)
    {
        text.Append("### The messages\n\n");
        foreach (DiagnosticCode code in Diagnostics.Codes.All)
        {
            text.Append("#### ").Append(code.Id).Append(" — ").Append(code.Title).Append("\n\n").Append(code.Help).Append("\n\n");
        }

        text.Length--;
    }
}
