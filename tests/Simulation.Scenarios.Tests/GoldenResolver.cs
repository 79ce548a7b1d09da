using System.Text;
using Simulation.Scenarios.Resolution;
using Simulation.Scenarios.Sources;

namespace Simulation.Scenarios.Tests;

/// <summary>The library, and files beside the golden ones, under names that do not depend on where the tests run.</summary>
internal sealed class GoldenResolver : ISourceResolver
{
    public ResolvedSource? Find(string reference, SourceText from)
    {
        if (ScenarioLibrary.Read(reference) is { } bytes)
        {
            return new ResolvedSource($"library/{reference}.yaml", "library:" + reference, bytes);
        }

        string file = Path.Combine(RepositoryFiles.Golden, reference);
        return File.Exists(file) ? new ResolvedSource(reference, reference, File.ReadAllBytes(file))
            : reference == "big.yaml" ? new ResolvedSource(reference, reference, Encoding.UTF8.GetBytes(new string('#', 1_000_001)))
            : null;
    }

    public IReadOnlyList<string> Known(SourceText from) => ScenarioLibrary.Names;
}
