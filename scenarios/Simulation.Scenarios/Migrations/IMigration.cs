using Simulation.Scenarios.Sources;
using Simulation.Scenarios.Syntax;

namespace Simulation.Scenarios.Migrations;

/// <summary>One step forward between versions of the language. One migration a file.</summary>
internal interface IMigration
{
    /// <summary>The version that it reads; it writes the next.</summary>
    int From { get; }

    /// <summary>Edits that bring <paramref name="root"/> forward, each with what a person should know of it.</summary>
    IEnumerable<TextEdit> Edits(MappingNode root);
}

/// <summary>A replacement of part of one line.</summary>
/// <param name="Span">What is replaced; it lies on one line.</param>
/// <param name="Replacement">What stands there then.</param>
/// <param name="Reason">Why, for the user.</param>
internal sealed record TextEdit(SourceSpan Span, string Replacement, string Reason);
