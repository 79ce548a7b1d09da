using System.CommandLine;
using Simulation.Viewer.CommandLine;

namespace Simulation.Viewer.Tests.CommandLine;

public sealed class ScreenTests
{
    [Theory]
    [InlineData("--help")]
    [InlineData("render", "--help")]
    public void Help_FitsTheScreen(params string[] arguments)
    {
        using var output = new StringWriter();
        ViewerCommand.Create().Parse(arguments).Invoke(new InvocationConfiguration { Output = output }).ShouldBe(0);
        string[] lines = output.ToString().Split('\n');
        lines.Length.ShouldBeGreaterThan(15);
        lines.ShouldAllBe(line => line.TrimEnd().Length <= Screen.Width);
    }

    [Fact]
    public async Task Lines_LongerThanTheScreen_AreBrokenAtWords()
    {
        using var terminal = new StringWriter { NewLine = "\n" };
        await using var screen = new Screen(terminal);
        screen.WriteLine("Recording: 366 days of The school run together, 2,700,000 residents, from /somewhere/far/away/term.recording");
        await screen.WriteLineAsync("Port 5080 is in use. Close the other viewer, or give another port: --port 0 takes a free one.");
        terminal.ToString().ReplaceLineEndings("\n").ShouldBe(
            "Recording: 366 days of The school run together, 2,700,000 residents, from\n  /somewhere/far/away/term.recording\n"
            + "Port 5080 is in use. Close the other viewer, or give another port: --port 0\n  takes a free one.\n");
    }
}
