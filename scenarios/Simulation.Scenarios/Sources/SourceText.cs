namespace Simulation.Scenarios.Sources;

/// <summary>A text that scenarios are read from, with its lines for error messages.</summary>
public sealed class SourceText
{
    private readonly string[] lines;

    /// <summary>A text called <paramref name="name"/>.</summary>
    /// <param name="name">Name as the user gave it: a path, or <c>library/baseline.yaml</c>, or <c>--set</c>.</param>
    /// <param name="text">The whole text.</param>
    /// <param name="identity">What tells it from other texts: a full path, or <c>library:NAME</c>; the name when null.</param>
    public SourceText(string name, string text, string? identity = null)
    {
        Name = name;
        Identity = identity ?? name;
        Text = text;
        lines = text.Split('\n');
    }

    /// <summary>Name as the user gave it.</summary>
    public string Name { get; }

    /// <summary>Full path, or <c>library:NAME</c>.</summary>
    public string Identity { get; }

    /// <summary>The whole text.</summary>
    public string Text { get; }

    /// <summary>Number of lines.</summary>
    public int LineCount => lines.Length;

    /// <summary>Line <paramref name="number"/>, from 1, without its line break; empty when there is none.</summary>
    public string Line(int number) =>
        number >= 1 && number <= lines.Length ? lines[number - 1].TrimEnd('\r') : string.Empty;
}
