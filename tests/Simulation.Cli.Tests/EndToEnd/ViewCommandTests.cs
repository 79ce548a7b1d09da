namespace Simulation.Cli.Tests.EndToEnd;

/// <summary>The command line without a viewer; with one, Simulation.Viewer.Tests tries the same command.</summary>
public sealed class ViewCommandTests : IDisposable
{
    private readonly Simulate simulate = new();

    public void Dispose() => simulate.Dispose();

    [Fact]
    public void View_ViewerNotBuilt_SaysHowToBuildIt()
    {
        using Simulate alone = simulate.CopyOfTheProgram();

        Outcome outcome = alone.Run("view", "baseline");

        outcome.ExitCode.ShouldBe(1);
        outcome.Error.ShouldContain("error: The viewer is not built.");
        outcome.Error.ShouldContain("dotnet build -c Release viewer/Simulation.Viewer");
        outcome.Out.ShouldBeEmpty();
    }

    [Fact]
    public void View_PopulationAndData_AreRefusedBeforeAnythingStarts()
    {
        Outcome outcome = simulate.Run("view", "--population", "a.population", "--data", "folder");

        outcome.ExitCode.ShouldBe(2);
        outcome.Error.ShouldContain("leave out --data and --residents");
    }
}
