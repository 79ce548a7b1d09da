namespace Simulation.Cli;

/// <summary>What the program tells the shell; <c>simulate --help</c> lists them.</summary>
internal static class ExitCodes
{
    /// <summary>All went well.</summary>
    public const int Success = 0;

    /// <summary>A scenario, a file or data cannot be used, or an output cannot be written; nothing was written.</summary>
    public const int BadInput = 1;

    /// <summary>The command line itself was wrong.</summary>
    public const int Usage = 2;

    /// <summary>A fault of the program.</summary>
    public const int Internal = 3;

    /// <summary>A check was not met: <c>validate --strict</c>.</summary>
    public const int NotMet = 4;

    /// <summary>The machine has too little memory.</summary>
    public const int Memory = 5;

    /// <summary>The terminal was closed (128 + SIGHUP, as shells expect).</summary>
    public const int HungUp = 129;

    /// <summary>Stopped by Ctrl-C (128 + SIGINT).</summary>
    public const int Interrupted = 130;

    /// <summary>Whoever read the output has ended (128 + SIGPIPE).</summary>
    public const int Unread = 141;

    /// <summary>Asked to end (128 + SIGTERM).</summary>
    public const int Terminated = 143;

    /// <summary>The list of them for the help text.</summary>
    public const string Words =
        "Exit codes: 0 done; 1 a scenario, file or data cannot be used; 2 the command line is wrong; 3 a fault of the program; "
        + "4 a check was not met (validate --strict); 5 too little memory; 129, 130, 143 stopped (terminal closed, Ctrl-C, asked to end).";

    /// <summary>The word for a code in JSON.</summary>
    /// <param name="code">The code.</param>
    public static string Word(int code) => code switch
    {
        Success => "done",
        BadInput => "input",
        Usage => "usage",
        NotMet => "not met",
        Memory => "memory",
        HungUp or Interrupted or Terminated => "stopped",
        _ => "internal",
    };
}
