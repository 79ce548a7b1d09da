namespace Simulation.Cli;

/// <summary>Ends a command with a message for the user.</summary>
/// <param name="message">What is wrong and what to do instead; may have several lines.</param>
/// <param name="exitCode">What the shell is told.</param>
internal sealed class CommandException(string message, int exitCode = ExitCodes.BadInput) : Exception(message)
{
    /// <summary>What the shell is told.</summary>
    public int ExitCode { get; } = exitCode;
}
