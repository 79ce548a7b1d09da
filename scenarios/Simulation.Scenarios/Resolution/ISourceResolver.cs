using Simulation.Scenarios.Sources;


namespace Simulation.Scenarios.Resolution;

/// <summary>Finds the texts that <c>extends</c> and <c>include</c> name.</summary>
public interface ISourceResolver
{
    /// <summary>The bytes of what <paramref name="reference"/> names, seen from <paramref name="from"/>; null when there is nothing.</summary>
    /// <param name="reference">What was written: <c>baseline</c>, <c>../plans/base.yaml</c>.</param>
    /// <param name="from">The text that names it.</param>
    ResolvedSource? Find(string reference, SourceText from);

    /// <summary>References that would be found, for spelling help.</summary>
    IReadOnlyList<string> Known(SourceText from);
}

/// <summary>A text found.</summary>
/// <param name="Name">Name for messages.</param>
/// <param name="Identity">What tells it from others.</param>
/// <param name="Bytes">Its bytes.</param>
public sealed record ResolvedSource(string Name, string Identity, byte[] Bytes);
