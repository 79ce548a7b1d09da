using Simulation.Cli.Output;
using Simulation.Experiments.Running;
using Simulation.Reports;
using Simulation.Tests.Architecture;

namespace Simulation.Cli.Tests.Architecture;

public sealed class FolderArrowsTests
{
    [Fact]
    public void Folders_OfTheCommandLine_PointOneWay() =>
        FolderArrows.Against(typeof(Terminal).Assembly, "", "Running", "Output", "Commands", "Program").ShouldBeEmpty();

    [Fact]
    public void Folders_OfExperiments_PointOneWay() =>
        FolderArrows.Against(typeof(ScenarioRunner).Assembly, "", "Running", "Studies").ShouldBeEmpty();

    [Fact]
    public void Folders_OfReports_PointOneWay() =>
        FolderArrows.Against(typeof(StudyReport).Assembly, "Tables", "Charts", "Pages", "").ShouldBeEmpty();
}
