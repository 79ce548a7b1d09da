using Simulation.Scenarios.Diagnostics;

namespace Simulation.Experiments;

/// <summary>What was asked for cannot be run.</summary>
public sealed class ExperimentException : Exception
{
    /// <summary>An exception with a message alone.</summary>
    /// <param name="message">What is wrong and what to do instead; may have several lines.</param>
    public ExperimentException(string message)
        : base(message) => Diagnostics = [];

    /// <summary>An exception about a file with mistakes.</summary>
    /// <param name="what">What cannot be done, in a few words; the mistakes follow on lines of their own.</param>
    /// <param name="diagnostics">The mistakes, each with its place.</param>
    public ExperimentException(string what, IReadOnlyList<Diagnostic> diagnostics)
        : base(what + Environment.NewLine + DiagnosticPrinter.Print(diagnostics).TrimEnd()) => Diagnostics = diagnostics;

    /// <summary>The mistakes that the message shows, one by one; empty when they have no places.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }
}
