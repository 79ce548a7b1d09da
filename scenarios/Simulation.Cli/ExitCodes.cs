namespace Simulation.Cli;

/// <summary>What the program tells the shell.</summary>
internal static class ExitCodes
{
    /// <summary>All went well.</summary>
    public const int Success = 0;

    /// <summary>A scenario, a file or data cannot be used; nothing was written.</summary>
    public const int BadInput = 1;

    /// <summary>The command line itself was wrong.</summary>
    public const int Usage = 2;

    /// <summary>A fault of the program.</summary>
    public const int Internal = 3;

    /// <summary>Stopped by Ctrl-C (128 + SIGINT, as shells expect).</summary>
    public const int Interrupted = 130;
}
