using Simulation.Engine.Parameters;

namespace Simulation.Engine.Tests.Synthesis;

public class SynthesisParametersTests
{
    [Fact]
    public void All_EveryParameter_LiesInItsRangeAndNamesItsSource()
    {
        SynthesisParameters.All.Count.ShouldBeGreaterThan(100);
        foreach (Parameter parameter in SynthesisParameters.All)
        {
            parameter.Value.ShouldBeInRange(parameter.Minimum, parameter.Maximum, parameter.Name);
            parameter.Meaning.ShouldNotBeNullOrWhiteSpace(parameter.Name);
            parameter.Source.ShouldNotBeNullOrWhiteSpace(parameter.Name);
            parameter.Name.ShouldStartWith("synthesis.");
        }
    }

    [Fact]
    public void Registry_SynthesisParameter_IsFoundByName() =>
        ParameterRegistry.Get("synthesis.detour").Value.ShouldBe(1.3);
}
