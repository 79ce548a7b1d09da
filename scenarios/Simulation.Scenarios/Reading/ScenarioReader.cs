using Simulation.Scenarios.Binding;
using Simulation.Scenarios.Checks;
using Simulation.Scenarios.Diagnostics;
using Simulation.Scenarios.Resolution;
using Simulation.Scenarios.Sources;

namespace Simulation.Scenarios.Reading;

/// <summary>What came of reading a scenario.</summary>
/// <param name="Scenario">The scenario; null when there is any error.</param>
/// <param name="Diagnostics">Errors and warnings, by file, line and column.</param>
public sealed record ScenarioResult(Scenario? Scenario, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>Whether nothing may run.</summary>
    public bool HasErrors => Scenario is null;
}

/// <summary>Reads scenarios. Whatever the input, the answer is a scenario or diagnostics, never an exception.</summary>
public static class ScenarioReader
{
    /// <summary>Reads the file <paramref name="path"/>, or the library scenario of that name when there is no such file.</summary>
    /// <param name="path">Path or library name.</param>
    /// <param name="set">Settings <c>path=value</c>, applied in order to the resolved scenario.</param>
    public static ScenarioResult Read(string path, IReadOnlyList<string>? set = null)
    {
        var bag = new DiagnosticBag();
        byte[]? library = File.Exists(path) || Directory.Exists(path) ? null : ScenarioLibrary.Read(path);
        SourceText? source = library is not null
            ? SourceLoader.Decode("library/" + path, library, bag, "library:library/" + path.ToLowerInvariant() + ".yaml")
            : SourceLoader.LoadFile(path, bag);
        return Finish(source, bag, new FileSourceResolver(), set);
    }

    /// <summary>Reads a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="name">Name for messages; relative paths in the text start from its folder.</param>
    /// <param name="resolver">Finds what the text extends and includes; the library and the disk when null.</param>
    /// <param name="set">Settings <c>path=value</c>, applied in order to the resolved scenario.</param>
    public static ScenarioResult ReadText(string text, string name, ISourceResolver? resolver = null, IReadOnlyList<string>? set = null)
    {
        var bag = new DiagnosticBag();
        return Finish(SourceLoader.Check(new SourceText(name, text), bag), bag, resolver ?? new FileSourceResolver(), set);
    }

    /// <summary>Reads bytes, as a file would hold them.</summary>
    public static ScenarioResult ReadBytes(byte[] bytes, string name, ISourceResolver? resolver = null)
    {
        var bag = new DiagnosticBag();
        return Finish(SourceLoader.Decode(name, bytes, bag), bag, resolver ?? new FileSourceResolver());
    }

    private static ScenarioResult Finish(SourceText? source, DiagnosticBag bag, ISourceResolver resolver, IReadOnlyList<string>? set = null)
    {
        Scenario? scenario = null;
        if (source is not null && new ScenarioResolver(resolver, bag).Resolve(source) is { } merged
            && SetOption.Apply(merged, [.. (set ?? []).Select(Setting.OfCommandLine)], bag) is { } root)
        {
            scenario = new ScenarioBuilder(bag).Build(root, source);
            if (scenario is not null && !bag.HasErrors)
            {
                ReadingChecks.Check(scenario, bag);
            }
        }

        return new ScenarioResult(bag.HasErrors ? null : scenario, bag.Ordered());
    }
}
