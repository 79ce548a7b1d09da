using System.Reflection;
using Simulation.Engine.Running;

namespace Simulation.Model.Tests.Architecture;

public class ArrowsTests
{
    [Fact]
    public void Engine_References_OnlyTheFrameworkAndItsTwoLibraries()
    {
        foreach (AssemblyName reference in typeof(ModelRun).Assembly.GetReferencedAssemblies())
        {
            string name = reference.Name!;
            bool allowed = name.StartsWith("System", StringComparison.Ordinal)
                || name is "MathNet.Numerics" or "NetTopologySuite" or "netstandard";
            allowed.ShouldBeTrue($"The engine refers to {name}.");
        }
    }

    [Fact]
    public void Kernels_AndState_UseNoClockNoChanceNoConsole()
    {
        string root = Repository.Root();
        string[] banned = ["DateTime.Now", "DateTime.UtcNow", "new Random(", "Random.Shared", "Guid.NewGuid", "Environment.TickCount", "Console."];
        foreach (string file in Directory.EnumerateFiles(Path.Combine(root, "engine", "Simulation.Engine"), "*.cs", SearchOption.AllDirectories))
        {
            string text = File.ReadAllText(file);
            foreach (string word in banned)
            {
                text.ShouldNotContain(word, Case.Sensitive, $"{Path.GetFileName(file)} uses {word}");
            }
        }
    }
}
