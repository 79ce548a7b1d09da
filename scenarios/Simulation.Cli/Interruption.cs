using System.Runtime.InteropServices;

namespace Simulation.Cli;

/// <summary>
/// Turns Ctrl-C and a request to end into a cancelled token, so that a run stops between two days and takes its
/// unfinished file with it. A second Ctrl-C ends the program at once.
/// </summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource source = new();
    private readonly PosixSignalRegistration interrupt;
    private readonly PosixSignalRegistration terminate;

    /// <summary>Listens from now on.</summary>
    public Interruption()
    {
        interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
    }

    /// <summary>Cancelled when the user wants the program to stop.</summary>
    public CancellationToken Token => source.Token;

    /// <summary>Stops listening.</summary>
    public void Dispose()
    {
        interrupt.Dispose();
        terminate.Dispose();
        source.Dispose();
    }

    private void Stop(PosixSignalContext context)
    {
        context.Cancel = !source.IsCancellationRequested;
        source.Cancel();
    }
}
