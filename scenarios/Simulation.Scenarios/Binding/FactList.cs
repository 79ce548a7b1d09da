using Simulation.Scenarios.Sources;

namespace Simulation.Scenarios.Binding;

/// <summary>Collects what a scenario means while it is read.</summary>
internal sealed class FactList
{
    private readonly SortedDictionary<string, Fact> facts = new(StringComparer.Ordinal);

    /// <summary>Adds a fact; a second one for the same path replaces the first.</summary>
    public void Add(string path, string value, SourceSpan? origin) => facts[path] = new Fact(path, value, origin);

    /// <summary>All facts, by path.</summary>
    public IReadOnlyList<Fact> ToList() => [.. facts.Values];
}
