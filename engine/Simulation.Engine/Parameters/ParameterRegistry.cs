namespace Simulation.Engine.Parameters;

/// <summary>Every number of the model, in one ordered list.</summary>
public static class ParameterRegistry
{
    private static readonly Dictionary<string, Parameter> ByName;

    static ParameterRegistry()
    {
        ByName = new Dictionary<string, Parameter>(StringComparer.Ordinal);
        foreach (Parameter parameter in All)
        {
            ByName.Add(parameter.Name, parameter);
        }
    }

    /// <summary>All parameters: one group a file, in the order in which ODD.md prints them.</summary>
    public static IReadOnlyList<Parameter> All { get; } =
    [
        .. SynthesisParameters.All,
        .. SchoolParameters.All,
        .. CommuteParameters.All,
        .. StreetParameters.All,
        .. EverydayParameters.All,
        .. PropensityParameters.All,
        .. BaselineParameters.All,
        .. LivesParameters.All,
        .. InterventionParameters.All,
    ];

    /// <summary>The parameter called <paramref name="name"/>.</summary>
    /// <exception cref="KeyNotFoundException">No parameter has that name.</exception>
    public static Parameter Get(string name) =>
        ByName.TryGetValue(name, out Parameter? parameter)
            ? parameter
            : throw new KeyNotFoundException($"No parameter is called '{name}'.");
}
