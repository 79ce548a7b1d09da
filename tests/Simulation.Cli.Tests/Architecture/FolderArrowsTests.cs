using Simulation.Cli.Output;
using Simulation.Experiments.Running;
using Simulation.Reports;
using Simulation.Tests.Architecture;

namespace Simulation.Cli.Tests.Architecture;

public sealed class FolderArrowsTests
{
    [Fact]
    public void Folders_OfTheCommandLine_PointOneWay() =>
        FolderArrows.Against(typeof(Terminal), "", "Options", "Running", "Output", "Commands", "Program").ShouldBeEmpty();

    [Fact]
    public void Folders_OfExperiments_PointOneWay() =>
        FolderArrows.Against(typeof(ScenarioRunner), "", "Running", "Studies").ShouldBeEmpty();

    [Fact]
    public void Folders_OfReports_PointOneWay() =>
        FolderArrows.Against(typeof(StudyReport), "Tables", "Charts", "Pages", "").ShouldBeEmpty();
}
