using Simulation.Cli.Output;

namespace Simulation.Cli.Tests.Output;

/// <summary>A terminal that keeps what is printed.</summary>
internal sealed class Printed : IDisposable
{
    private readonly StringWriter output = new() { NewLine = "\n" };
    private readonly StringWriter error = new() { NewLine = "\n" };

    public Printed(bool seen = false, bool colour = false) => Terminal = new Terminal(output, error, seen, seen, colour);

    public Terminal Terminal { get; }

    public string Out => output.ToString().ReplaceLineEndings("\n");

    public string Error => error.ToString().ReplaceLineEndings("\n");

    public void Dispose()
    {
        output.Dispose();
        error.Dispose();
    }
}
