using Simulation.Engine.OpenData;

namespace Simulation.Populations.Tests;

public sealed class PopulationKeyTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("simulation-key-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void FileName_AnotherSeedOrNumberOfResidents_IsAnotherName()
    {
        string[] names =
        [
            PopulationKey.FileName(null, 2_700_000, 1)!,
            PopulationKey.FileName(null, 2_700_000, 2)!,
            PopulationKey.FileName(null, 2_700_001, 1)!,
        ];

        names.Distinct().Count().ShouldBe(3);
        PopulationKey.FileName(null, 2_700_000, 1).ShouldBe(names[0]);
        names[0].ShouldStartWith("embedded-2700000-");
    }

    [Fact]
    public void FileName_OneByteOfTheDataChanged_IsAnotherName()
    {
        Fill();
        string before = PopulationKey.FileName(folder, 1000, 1)!;

        File.AppendAllText(Path.Combine(folder, OpenDataFormat.Files[^1].Name), "x");

        PopulationKey.FileName(folder, 1000, 1).ShouldNotBe(before);
    }

    [Fact]
    public void FileName_AnUnusedFileInTheFolder_ChangesNothing()
    {
        Fill();
        string before = PopulationKey.FileName(folder, 1000, 1)!;

        File.WriteAllText(Path.Combine(folder, "notes.txt"), "x");

        PopulationKey.FileName(folder, 1000, 1).ShouldBe(before);
    }

    [Fact]
    public void FileName_MissingFile_IsNull() => PopulationKey.FileName(folder, 1000, 1).ShouldBeNull();

    private void Fill()
    {
        foreach (OpenDataFile file in OpenDataFormat.Files)
        {
            File.WriteAllText(Path.Combine(folder, file.Name), file.Name);
        }
    }
}
