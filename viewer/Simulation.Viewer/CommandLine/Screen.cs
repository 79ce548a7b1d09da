using System.Text;
using Simulation.Scenarios.Diagnostics;

namespace Simulation.Viewer.CommandLine;

/// <summary>Where the viewer prints. Where a person looks, lines are broken at words to fit; in a file or a pipe they stay whole.</summary>
/// <param name="terminal">The terminal.</param>
internal sealed class Screen(TextWriter terminal) : TextWriter
{
    /// <summary>Columns that every text fits in.</summary>
    public const int Width = 80;

    /// <summary>Standard output.</summary>
    public static TextWriter Output => Console.IsOutputRedirected ? Console.Out : new Screen(Console.Out);

    /// <summary>Standard error.</summary>
    public static TextWriter Error => Console.IsErrorRedirected ? Console.Error : new Screen(Console.Error);

    /// <inheritdoc/>
    public override Encoding Encoding => terminal.Encoding;

    /// <inheritdoc/>
    public override void Write(char value) => terminal.Write(value);

    /// <inheritdoc/>
    public override void WriteLine(string? value) => terminal.WriteLine(TextWrap.Fit(value ?? string.Empty, Width));

    /// <inheritdoc/>
    public override Task WriteLineAsync(string? value) => terminal.WriteLineAsync(TextWrap.Fit(value ?? string.Empty, Width));
}
