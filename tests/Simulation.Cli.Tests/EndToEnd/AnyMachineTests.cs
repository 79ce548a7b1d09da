using System.Text.Json;

namespace Simulation.Cli.Tests.EndToEnd;

/// <summary>The same population and the same run to the bit, whatever the processor can do and however memory is managed.</summary>
public sealed class AnyMachineTests
{
    private static readonly Lazy<(string Population, string State, int Lanes)> Here = new(() => Run([]));

    [Theory]
    [InlineData("DOTNET_EnableAVX512", 8)]
    [InlineData("DOTNET_EnableAVX2", 4)]
    [InlineData("DOTNET_EnableHWIntrinsic", 1)]
    public void StateHash_FewerVectorInstructions_IsTheSame(string switched, int widest)
    {
        (string population, string state, int lanes) = Run([(switched, "0")]);

        lanes.ShouldBeLessThanOrEqualTo(widest, $"{switched}=0 was not heeded");
        population.ShouldBe(Here.Value.Population);
        state.ShouldBe(Here.Value.State);
    }

    [Theory]
    [InlineData("DOTNET_gcServer", "1")]
    [InlineData("DOTNET_gcConcurrent", "1")]
    [InlineData("DOTNET_TieredCompilation", "0")]
    [InlineData("DOTNET_TieredPGO", "0")]
    public void StateHash_AnotherRuntimeSetting_IsTheSame(string name, string value) =>
        Run([(name, value)]).ShouldBe(Here.Value);

    [Theory]
    [InlineData("1")]
    [InlineData("3")]
    [InlineData("7")]
    public void StateHash_AnyNumberOfWorkers_IsTheSame(string workers) =>
        Run([], "--workers", workers).ShouldBe(Here.Value);

    // Builds its own population, so that the population is put to the test as well as the run.
    private static (string Population, string State, int Lanes) Run((string Name, string Value)[] environment, params string[] options)
    {
        using Simulate simulate = new();
        simulate.Write("streets.yaml", Scenarios.SchoolStreets);
        simulate.Environment["XDG_CACHE_HOME"] = simulate.File("cache");
        foreach ((string name, string value) in environment)
        {
            simulate.Environment[name] = value;
        }

        Outcome outcome = simulate.Run(["run", "streets.yaml", "--residents", Simulate.Residents, "--json", .. options]);
        outcome.ExitCode.ShouldBe(0, outcome.Error);
        using JsonDocument document = JsonDocument.Parse(outcome.Out);
        JsonElement root = document.RootElement;
        return (
            root.GetProperty("populationHash").GetString()!,
            root.GetProperty("stateHash").GetString()!,
            root.GetProperty("lanes").GetInt32());
    }
}
