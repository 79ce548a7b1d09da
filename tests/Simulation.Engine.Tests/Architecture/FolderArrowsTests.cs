using Simulation.Engine.Running;
using Simulation.Tests.Architecture;

namespace Simulation.Engine.Tests.Architecture;

public sealed class FolderArrowsTests
{
    [Fact]
    public void Folders_OfTheEngine_PointOneWay() =>
        FolderArrows.Against(
            typeof(ModelRun),
            "Numerics", "Files", "Geography", "Parallelism", "Randomness", "Parameters", "Populations", "Populations.Files", "Time",
            "Embedded.Land", "Embedded.Land.Gazetteers", "Embedded.Figures", "Synthesis", "Embedded.Making", "Embedded", "OpenData",
            "Baselines", "Interventions", "Interventions.Kinds", "State", "Observation", "Processes", "Demography", "Validation", "Running",
            "Calibration", "Health", "Replays", "Documentation").ShouldBeEmpty();
}
