using Simulation.Engine.Running;

namespace Simulation.Model.Tests.Architecture;

public class BuildIdentityTests
{
    [Fact]
    public void Current_Hashes_EverySourceAndEveryNumberOfTheEngine()
    {
        using StreamReader list = new(typeof(ModelRun).Assembly.GetManifestResourceStream("model-sources.txt")!);
        string[] named = [.. list.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ', 2)[1].Replace('\\', '/')).Order(StringComparer.Ordinal)];
        string engine = Path.Combine(Repository.Root(), "engine", "Simulation.Engine");
        string[] there = [.. Directory.GetFiles(engine, "*.cs", SearchOption.AllDirectories).Concat(Directory.GetFiles(engine, "*.csv", SearchOption.AllDirectories))
            .Select(file => Path.GetRelativePath(engine, file).Replace('\\', '/'))
            .Where(file => !file.StartsWith("Documentation/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)];

        named.ShouldBe(there);
        BuildIdentity.Current.Model.ShouldMatch("^[0-9a-f]{64}$");
        BuildIdentity.Current.Version.ShouldNotContain("+");
    }

    [Fact]
    public void HashOf_TheSameSources_DoesNotDependOnOrderLineEndsOrSlashes()
    {
        string one = BuildIdentity.HashOf("aa State/A.cs\nbb B.cs\n");

        BuildIdentity.HashOf("bb B.cs\r\naa State\\A.cs\r\n").ShouldBe(one);
        BuildIdentity.HashOf("ab State/A.cs\nbb B.cs\n").ShouldNotBe(one);
    }

    [Fact]
    public void ToString_WithoutACommit_SaysTheModelOnly()
    {
        new BuildIdentity("0.1.0", "0123456789", string.Empty).ToString().ShouldBe("0.1.0 (model 01234567)");
        new BuildIdentity("0.1.0", "0123456789", "abcdef0123").ToString().ShouldBe("0.1.0 (model 01234567, commit abcdef01)");
    }
}
