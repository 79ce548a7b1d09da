namespace Simulation.Scenarios.Sources;

/// <summary>A stretch of a text; lines and columns count from 1, the end is exclusive.</summary>
/// <param name="Source">The text.</param>
/// <param name="Line">First line; 0 when the file as a whole is meant.</param>
/// <param name="Column">First column.</param>
/// <param name="EndLine">Last line.</param>
/// <param name="EndColumn">Column after the last.</param>
public sealed record SourceSpan(SourceText Source, int Line, int Column, int EndLine, int EndColumn)
{
    /// <summary>The file as a whole.</summary>
    public static SourceSpan Whole(SourceText source) => new(source, 0, 0, 0, 0);

    /// <summary><c>file:line:column</c>, or <c>file</c> when the whole of it is meant.</summary>
    public override string ToString() => Line == 0 ? Source.Name : $"{Source.Name}:{Line}:{Column}";
}
