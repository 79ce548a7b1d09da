using Simulation.Cli.Output;

namespace Simulation.Cli.Tests.Output;

public sealed class ProgressDisplayTests
{
    [Fact]
    public void Show_NobodyLooks_PrintsPlainLinesOnly()
    {
        using Printed printed = new();

        new ProgressDisplay(printed.Terminal).Show("Simulating", 365, "days", 1_000_000, report =>
        {
            for (int day = 1; day <= 365; day++)
            {
                report(day);
            }
        });

        string[] lines = printed.Error.TrimEnd('\n').Split('\n');
        lines[0].ShouldBe("Simulating 365 days");
        lines[^1].ShouldStartWith("Simulating: 365 of 365 days, ");
        printed.Error.ShouldNotContain('\r');
        printed.Error.ShouldNotContain('\u001b');
        printed.Out.ShouldBeEmpty();
    }
}
