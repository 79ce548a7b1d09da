using System.Security.Cryptography;
using System.Text;
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

    /// <summary>SHA-256 over the facts that a run depends on; names, remarks, outputs and sweeps are not among them.</summary>
    public static string HashOf(IReadOnlyList<Fact> facts)
    {
        var text = new StringBuilder();
        foreach (Fact fact in facts)
        {
            if (fact.Path is not ("scenario" or "description" or "replicates" or "uncertainty.draws" or "target") && !fact.Path.StartsWith("outputs", StringComparison.Ordinal)
                && !fact.Path.EndsWith(".note", StringComparison.Ordinal) && !fact.Path.Contains(".cost.", StringComparison.Ordinal))
            {
                text.Append(fact.Path).Append('=').Append(fact.Value).Append('\n');
            }
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
