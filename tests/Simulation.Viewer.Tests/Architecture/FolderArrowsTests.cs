using Simulation.Tests.Architecture;
using Simulation.Viewer.Hosting;

namespace Simulation.Viewer.Tests.Architecture;

public sealed class FolderArrowsTests
{
    [Fact]
    public void Folders_OfTheHost_PointOneWay() =>
        FolderArrows.Against(
            typeof(ViewerServer),
            "", "Protocol", "Stories", "Steering", "Sources", "Recordings", "Live", "Hosting", "Replay", "Wall", "Rendering", "CommandLine").ShouldBeEmpty();
}
