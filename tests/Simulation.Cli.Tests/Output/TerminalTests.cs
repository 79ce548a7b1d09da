namespace Simulation.Cli.Tests.Output;

public sealed class TerminalTests
{
    private const string Sentence = "Run 10 of 11, about 0.5 s left: interventions.school_street.reach=100%; interventions.school_street.displacement=0%, seed 1";

    [Fact]
    public void SayAndComplain_SomebodyLooks_FitTheScreen()
    {
        using Printed printed = new(seen: true);
        printed.Terminal.Say(Sentence);
        printed.Terminal.Complain(Sentence);
        string[] lines = printed.Error.TrimEnd('\n').Split('\n');
        lines.ShouldAllBe(line => line.Length <= Simulation.Cli.Output.Terminal.Width);
        lines.Count(line => line.StartsWith("error: ", StringComparison.Ordinal)).ShouldBe(1);
        string.Join(' ', lines.Select(line => line.Trim())).ShouldBe($"{Sentence} error: {Sentence}");
    }

    [Fact]
    public void Say_NobodyLooks_KeepsASentenceOnItsLine()
    {
        using Printed printed = new();
        printed.Terminal.Say(Sentence);
        printed.Error.ShouldBe(Sentence + "\n");
    }
}
