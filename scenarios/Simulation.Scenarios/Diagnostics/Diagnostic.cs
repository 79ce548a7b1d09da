using Simulation.Scenarios.Sources;


namespace Simulation.Scenarios.Diagnostics;

/// <summary>How bad it is.</summary>
public enum Severity : byte
{
    /// <summary>Nothing runs.</summary>
    Error,

    /// <summary>It runs; the author should know.</summary>
    Warning,
}

/// <summary>A kind of mistake, with its page in the language guide.</summary>
/// <param name="Id">Stable code, e.g. <c>SIM0101</c>.</param>
/// <param name="Title">The mistake in a few words.</param>
/// <param name="Help">What it means and what to do: the page of the guide.</param>
public sealed record DiagnosticCode(string Id, string Title, string Help);

/// <summary>One mistake (or warning) found in a scenario.</summary>
/// <param name="Code">Which kind of mistake.</param>
/// <param name="Severity">Error or warning.</param>
/// <param name="Span">Where.</param>
/// <param name="Message">What is wrong and what was expected.</param>
/// <param name="Hint">What to write instead, or null.</param>
public sealed record Diagnostic(DiagnosticCode Code, Severity Severity, SourceSpan Span, string Message, string? Hint)
{
    /// <summary><c>file:line:column: error SIM0101: message</c>.</summary>
    public override string ToString() =>
        $"{Span}: {(Severity == Severity.Error ? "error" : "warning")} {Code.Id}: {Message}";
}
