namespace Simulation.Populations.Tests;

public sealed class CacheFolderTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("simulation-cache-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Prune_MoreThanTheRoom_RemovesWhatWasUsedLongestAgo()
    {
        Put("old.population", 100, daysAgo: 3);
        Put("older.population", 100, daysAgo: 4);
        Put("new.population", 100, daysAgo: 1);
        Put("notes.txt", 1000, daysAgo: 9);

        CacheFolder.Prune(folder, "*.population", room: 250);

        Names().ShouldBe(["new.population", "notes.txt", "old.population"]);
    }

    [Fact]
    public void Use_OfAnOldPopulation_KeepsItBeforeANewerOne()
    {
        Put("old.population", 100, daysAgo: 3);
        Put("new.population", 100, daysAgo: 1);

        CacheFolder.Use(Path.Combine(folder, "old.population"));
        CacheFolder.Prune(folder, "*.population", room: 100);

        Names().ShouldBe(["old.population"]);
    }

    [Fact]
    public void Prune_NewestLargerThanTheRoom_StaysAlone()
    {
        Put("old.population", 10, daysAgo: 3);
        Put("new.population", 1000, daysAgo: 1);

        CacheFolder.Prune(folder, "*.population", room: 100);

        Names().ShouldBe(["new.population"]);
    }

    [Fact]
    public void Prune_PartOfAKilledBuild_IsRemovedADayLater()
    {
        Put("a.population.77.partial", 10, daysAgo: 2);
        Put("b.population.78.partial", 10, daysAgo: 0);

        CacheFolder.Prune(folder, "*.population", room: 100);

        Names().ShouldBe(["b.population.78.partial"]);
    }

    [Fact]
    public void Use_MissingFile_IsNoFault() => CacheFolder.Use(Path.Combine(folder, "gone.population"));

    private void Put(string name, int bytes, int daysAgo)
    {
        string path = Path.Combine(folder, name);
        File.WriteAllBytes(path, new byte[bytes]);
        File.SetLastWriteTimeUtc(path, DateTime.UtcNow.AddDays(-daysAgo));
    }

    private string[] Names() => [.. Directory.GetFiles(folder).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];
}
