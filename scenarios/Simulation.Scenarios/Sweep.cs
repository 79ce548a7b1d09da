using Simulation.Scenarios.Syntax;

namespace Simulation.Scenarios;

/// <summary>One value put at one path.</summary>
/// <param name="Path">Path as written.</param>
/// <param name="Value">Value, with its place in the file.</param>
public sealed record SweepSetting(ScalarNode Path, SyntaxNode Value)
{
    /// <summary><c>interventions.school_street.reach=40%</c>.</summary>
    public override string ToString() => $"{Path.Text}={Text(Value)}";

    private static string Text(SyntaxNode node) => node switch
    {
        ScalarNode scalar => scalar.Text,
        SequenceNode list => "[" + string.Join(", ", list.Items.Select(Text)) + "]",
        MappingNode block => "{ " + string.Join(", ", block.Entries.Select(e => $"{e.Key.Text}: {Text(e.Value)}")) + " }",
        _ => string.Empty,
    };
}

/// <summary>Variations of a scenario: each point is a set of settings made together.</summary>
/// <param name="Points">Points in the order in which they run.</param>
public sealed record Sweep(IReadOnlyList<IReadOnlyList<SweepSetting>> Points);
