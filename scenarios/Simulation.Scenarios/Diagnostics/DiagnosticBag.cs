using Simulation.Scenarios.Sources;


namespace Simulation.Scenarios.Diagnostics;

/// <summary>Collects what is wrong while reading goes on.</summary>
internal sealed class DiagnosticBag
{
    private readonly List<Diagnostic> found = [];
    private readonly HashSet<(string Code, string Span, string Message)> seen = [];

    /// <summary>Whether any error was found.</summary>
    public bool HasErrors { get; private set; }

    /// <summary>Whether as much is wrong as will be told: reading on would teach nothing.</summary>
    public bool IsFull => found.Count >= SyntaxLimits.Diagnostics;

    /// <summary>Everything found, by file in the order met, then by line and column.</summary>
    public IReadOnlyList<Diagnostic> Ordered()
    {
        List<string> files = [.. found.Select(d => d.Span.Source.Name).Distinct(StringComparer.Ordinal)];
        return [.. found
            .Select((d, i) => (Diagnostic: d, Index: i))
            .OrderBy(x => files.IndexOf(x.Diagnostic.Span.Source.Name))
            .ThenBy(x => x.Diagnostic.Span.Line)
            .ThenBy(x => x.Diagnostic.Span.Column)
            .ThenBy(x => x.Index)
            .Select(x => x.Diagnostic)];
    }

    /// <summary>Adds an error.</summary>
    public void Error(DiagnosticCode code, SourceSpan span, string message, string? hint) =>
        Add(new Diagnostic(code, Severity.Error, span, message, hint));

    /// <summary>Adds a warning.</summary>
    public void Warn(DiagnosticCode code, SourceSpan span, string message, string? hint) =>
        Add(new Diagnostic(code, Severity.Warning, span, message, hint));

    private void Add(Diagnostic diagnostic)
    {
        HasErrors |= diagnostic.Severity == Severity.Error;

        // A value reached twice (through an alias, or a base used by two parts) is one mistake.
        if (found.Count < SyntaxLimits.Diagnostics
            && seen.Add((diagnostic.Code.Id, diagnostic.Span.ToString(), diagnostic.Message)))
        {
            found.Add(diagnostic);
        }
    }
}
