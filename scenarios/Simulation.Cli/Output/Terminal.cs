using System.Text;
using Simulation.Experiments;
using Simulation.Scenarios.Diagnostics;
using Spectre.Console;

namespace Simulation.Cli.Output;

/// <summary>
/// Where the program prints: results to standard output, progress and complaints to standard error. Colour and redrawn
/// lines only where a person looks; text that goes to a file or a pipe has neither.
/// </summary>
internal sealed class Terminal : IReporter
{
    /// <summary>Columns that every text fits in.</summary>
    public const int Width = 80;

    private readonly TextWriter output;
    private readonly TextWriter error;

    /// <summary>A terminal that prints to the given writers.</summary>
    /// <param name="output">Standard output.</param>
    /// <param name="error">Standard error.</param>
    /// <param name="outputIsSeen">Whether a person looks at the output.</param>
    /// <param name="errorIsSeen">Whether a person looks at the error stream.</param>
    /// <param name="colour">Whether colour is wanted.</param>
    public Terminal(TextWriter output, TextWriter error, bool outputIsSeen = false, bool errorIsSeen = false, bool colour = false)
    {
        this.output = output;
        this.error = error;
        ErrorIsSeen = errorIsSeen;
        Out = Make(output, outputIsSeen, colour);
        Error = Make(error, errorIsSeen, colour);
    }

    /// <summary>The command that runs, as the user writes it; JSON says it.</summary>
    public string Command { get; set; } = string.Empty;

    /// <summary>Standard output, for styled text.</summary>
    public IAnsiConsole Out { get; }

    /// <summary>Standard error, for styled text and progress.</summary>
    public IAnsiConsole Error { get; }

    /// <summary>Whether a person looks at the error stream, so that a line may be redrawn.</summary>
    public bool ErrorIsSeen { get; }

    /// <summary>Standard output, for text that must not be touched.</summary>
    public TextWriter RawOut => output;

    /// <summary>The terminal of this process.</summary>
    public static Terminal OfProcess()
    {
        UTF8Encoding utf8 = new(encoderShouldEmitUTF8Identifier: false);
        StreamWriter output = new(new StandardStream(Console.OpenStandardOutput, mayBeLost: false), utf8) { AutoFlush = true };
        StreamWriter error = new(new StandardStream(Console.OpenStandardError, mayBeLost: true), utf8) { AutoFlush = true };
        bool dumb = Environment.GetEnvironmentVariable("TERM") == "dumb";
        bool colour = string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        return new Terminal(output, error, !Console.IsOutputRedirected && !dumb, !Console.IsErrorRedirected && !dumb, colour);
    }

    /// <summary>Prints lines of a result.</summary>
    public void WriteLine(string text = "") => output.WriteLine(text);

    /// <summary>Prints a sentence of a result, broken at words.</summary>
    /// <param name="text">The sentence.</param>
    /// <param name="indent">Spaces before every line.</param>
    public void WriteParagraph(string text, int indent = 0)
    {
        foreach (string line in TextWrap.Lines(text, Width - indent))
        {
            output.WriteLine(new string(' ', indent) + line);
        }
    }

    /// <summary>Prints a heading of a result.</summary>
    public void WriteHeading(string text)
    {
        output.WriteLine();
        Out.Write(new Text(text, new Style(decoration: Decoration.Bold)));
        output.WriteLine();
    }

    /// <summary>Says what is being done: to standard error, so that results can be redirected without it.</summary>
    public void Say(string text) => error.WriteLine(Fitted(text));

    /// <inheritdoc/>
    public void Show(string title, int total, string unit, int residents, Action<Action<int>> work) =>
        new ProgressDisplay(this).Show(title, total, unit, residents, work);

    /// <summary>Complains.</summary>
    /// <param name="text">What is wrong and what to do instead.</param>
    public void Complain(string text)
    {
        const string Prefix = "error: ";
        Error.Write(new Text(Prefix, new Style(Color.Red)));
        error.WriteLine(Fitted(Prefix + text)[Prefix.Length..]);
    }

    // In a log a sentence stays on its line, so that it can be searched for.
    private string Fitted(string text) => ErrorIsSeen ? TextWrap.Fit(text, Width) : text;

    private static IAnsiConsole Make(TextWriter writer, bool seen, bool colour)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = seen ? AnsiSupport.Detect : AnsiSupport.No,
            Interactive = seen ? InteractionSupport.Detect : InteractionSupport.No,
            ColorSystem = seen && colour ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
        });
        console.Profile.Width = Width;
        return console;
    }
}
