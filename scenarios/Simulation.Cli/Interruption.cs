using System.Runtime.InteropServices;
using Simulation.Engine.Files;

namespace Simulation.Cli;

/// <summary>
/// Turns Ctrl-C, a request to end and a terminal that closes into a cancelled token, so that a run stops between two days and
/// takes its unfinished file with it. What does not stop by itself, because the system keeps it waiting for a file, is left
/// where it is after a while. A second signal ends the program at once.
/// </summary>
internal sealed class Interruption : IDisposable
{
    /// <summary>The longest that a day, a step of the synthesis or the closing of a file takes.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    private readonly CancellationTokenSource source = new();
    private readonly PosixSignalRegistration[] registrations;
    private volatile int exitCode = ExitCodes.Interrupted;

    /// <summary>Listens from now on.</summary>
    public Interruption() => registrations =
    [
        PosixSignalRegistration.Create(PosixSignal.SIGINT, context => Stop(context, ExitCodes.Interrupted)),
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => Stop(context, ExitCodes.Terminated)),
        PosixSignalRegistration.Create(PosixSignal.SIGHUP, context => Stop(context, ExitCodes.HungUp)),
    ];

    /// <summary>Cancelled when the program is to stop.</summary>
    public CancellationToken Token => source.Token;

    /// <summary>What the shell is told of the signal that came.</summary>
    public int ExitCode => exitCode;

    /// <summary>Runs work on a thread of its own, which can be left when it waits for a file that never answers.</summary>
    /// <param name="work">What to do; gives the exit code.</param>
    /// <returns>The exit code.</returns>
    public int Run(Func<int> work)
    {
        int result = ExitCodes.Internal;
        using ManualResetEventSlim ended = new();
        Thread thread = new(() =>
        {
            result = work();
            ended.Set();
        })
        { IsBackground = true, Name = "command" };
        thread.Start();
        if (WaitHandle.WaitAny([ended.WaitHandle, source.Token.WaitHandle]) == 1 && !ended.Wait(Patience))
        {
            PartialFiles.RemoveAll();
            return exitCode;
        }

        return result;
    }

    /// <summary>Stops listening.</summary>
    public void Dispose()
    {
        foreach (PosixSignalRegistration registration in registrations)
        {
            registration.Dispose();
        }

        source.Dispose();
    }

    private void Stop(PosixSignalContext context, int code)
    {
        context.Cancel = !source.IsCancellationRequested;
        if (!context.Cancel)
        {
            PartialFiles.RemoveAll();
        }

        exitCode = code;
        source.Cancel();
    }
}
