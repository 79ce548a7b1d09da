using Simulation.Scenarios.Syntax;

namespace Simulation.Scenarios.Resolution;

/// <summary>What an item of <c>interventions</c> is called: its <c>name</c>, else its kind.</summary>
internal static class InterventionNames
{
    /// <summary>Name of an item, or null when it is not one intervention.</summary>
    public static string? Of(SyntaxNode item)
    {
        string? kind = KindOf(item);
        return kind is not null && item is MappingNode { Entries: [{ Value: MappingNode settings }] }
            && settings.Find("name")?.Value is ScalarNode { IsEmpty: false } name ? name.Text.Trim() : kind;
    }

    /// <summary>Kind of an item as written, or null when it is not one intervention.</summary>
    public static string? KindOf(SyntaxNode item) => item switch
    {
        ScalarNode { IsEmpty: false } scalar => scalar.Text.Trim(),
        MappingNode { Entries: [var entry] } => entry.Key.Text,
        _ => null,
    };
}
