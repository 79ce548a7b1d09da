using System.CommandLine;
using Simulation.Cli.Output;

namespace Simulation.Cli.Commands;

/// <summary><c>simulate validate</c>: published figures beside the model's, met or not.</summary>
internal static class ValidateCommand
{
    public static Command Make(Terminal terminal, CancellationToken cancellation)
    {
        Command command = new("validate", "Set published figures beside the model's.");
        return command;
    }
}
