using Simulation.Scene.Composing;
using Simulation.Tests.Architecture;

namespace Simulation.Scene.Tests.Architecture;

public sealed class FolderArrowsTests
{
    [Fact]
    public void Folders_OfTheScene_PointOneWay() =>
        FolderArrows.Against(typeof(Composer), "Look", "Maps", "Labels", "Painting", "Composing", "Films").ShouldBeEmpty();
}
