using Simulation.Results.Runs;
using Simulation.Tests.Architecture;

namespace Simulation.Results.Tests.Architecture;

public sealed class FolderArrowsTests
{
    [Fact]
    public void Folders_OfResults_PointOneWay() =>
        FolderArrows.Against(typeof(RunManifest), "Runs", "Indicators", "RunFiles", "Sentences", "Health", "Comparisons", "Statistics", "Studies").ShouldBeEmpty();

    [Fact]
    public void Against_ListTheOtherWayRound_FindsTheArrows()
    {
        IReadOnlyList<string> wrong = FolderArrows.Against(typeof(RunManifest), "Comparisons", "Runs", "RunFiles", "Sentences", "Statistics", "Studies");

        wrong.ShouldContain(line => line.StartsWith("Comparisons uses Runs", StringComparison.Ordinal));
        wrong.ShouldContain("Simulation.Results/Indicators is not in the list of folders");
    }
}
