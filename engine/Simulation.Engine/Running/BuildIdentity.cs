using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace Simulation.Engine.Running;

/// <summary>
/// Which program made a run. Two runs come from the same model when <see cref="Model"/> is equal: only then may they be
/// compared, or one stand for the other when a study goes on.
/// </summary>
/// <param name="Version">Released version, e.g. <c>0.1.0</c>.</param>
/// <param name="Model">
/// SHA-256, hex, over all that decides a run's results once population, effects and parameters are given: the engine's source
/// and the solved baseline. A build of another commit that changes neither has the same.
/// </param>
/// <param name="Commit">Commit that was built, hex; empty for a build outside a git checkout.</param>
public sealed record BuildIdentity(string Version, string Model, string Commit)
{
    private const string Sources = "model-sources.txt";
    private const int Shown = 8;

    /// <summary>The program that runs.</summary>
    public static BuildIdentity Current { get; } = Find(typeof(BuildIdentity).Assembly);

    /// <summary>Whether runs of both builds may stand beside each other.</summary>
    /// <param name="other">The other build.</param>
    public bool SameModel(BuildIdentity other) => Model == other.Model;

    /// <summary>For messages: <c>0.1.0 (model 1a2b3c4d, commit 5e6f7a8b)</c>.</summary>
    public override string ToString() =>
        $"{Version} (model {Short(Model)}{(Commit.Length == 0 ? string.Empty : ", commit " + Short(Commit))})";

    /// <summary>The hash of a list of sources: one line each, hash and path, in any order.</summary>
    internal static string HashOf(string list)
    {
        string[] lines = [.. list.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(line => line.Replace('\\', '/')).Order(StringComparer.Ordinal)];
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))));
    }

    private static string Short(string hash) => hash[..Math.Min(Shown, hash.Length)];

    private static BuildIdentity Find(Assembly engine)
    {
        // The compiler appends the commit to the version where it finds one: 0.1.0+5e6f….
        string[] version = engine.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+', 2);
        using StreamReader sources = new(engine.GetManifestResourceStream(Sources)!);
        return new BuildIdentity(version[0], HashOf(sources.ReadToEnd()), version.Length > 1 ? version[1] : string.Empty);
    }
}
