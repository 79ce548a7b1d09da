using Simulation.Scenarios.Diagnostics;
using Simulation.Scenarios.Syntax;
using Simulation.Scenarios.Values;

namespace Simulation.Scenarios.Binding;

/// <summary>Reads <c>target</c>, of a study and of a scenario alike.</summary>
internal sealed class TargetText(ValueReader values)
{
    /// <summary>The target; null where there is none, or it cannot be read.</summary>
    public StudyTarget? Read(SyntaxNode? node)
    {
        if (node is null || values.Text(node, "target", Shapes.Study.Find("target")!.Example) is not { } text)
        {
            return null;
        }

        if (NumberParser.TryReadStart(text, out double residents, out int used) && residents >= 1
            && text[used..].Trim() is "residents more active" or "more active" or "residents" or "")
        {
            return new StudyTarget(residents, text);
        }

        values.Bag.Error(Codes.NotAQuantity, node.Span, $"'target' takes a number of residents more active, not '{text}'.", "Write `target: 150,000 residents more active`: it is asked of the last year of the horizon.");
        return null;
    }
}
