namespace Simulation.Results.Tests;

/// <summary>A folder that is gone when the test is.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("simulation-results-").FullName;

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public IReadOnlyList<string> Files() =>
        [.. Directory.GetFiles(Path).Select(f => System.IO.Path.GetFileName(f)!).Order(StringComparer.Ordinal)];

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
