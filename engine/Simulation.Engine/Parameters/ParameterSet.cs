namespace Simulation.Engine.Parameters;

/// <summary>The values of one run: the registry's, with what the scenario changed.</summary>
/// <param name="overrides">Values by parameter name.</param>
public sealed class ParameterSet(IReadOnlyDictionary<string, double> overrides)
{
    /// <summary>The registry's values.</summary>
    public static ParameterSet Default { get; } = new(new Dictionary<string, double>());

    /// <summary>The value of <paramref name="parameter"/> in this run.</summary>
    public float this[Parameter parameter] =>
        (float)(overrides.TryGetValue(parameter.Name, out double value) ? value : parameter.Value);
}
