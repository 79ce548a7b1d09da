using Simulation.Engine.Interventions.Kinds;

namespace Simulation.Engine.Interventions;

/// <summary>All kinds of intervention, in printed order. A new kind is one file and one line here.</summary>
public static class InterventionCatalogue
{
    /// <summary>The kinds.</summary>
    public static IReadOnlyList<InterventionKind> Kinds { get; } =
    [
        new SchoolStreet(),
        new SpeedLimit(),
        new SafeCrossings(),
        new FlexibleWorking(),
    ];

    /// <summary>The kind called <paramref name="key"/>, or null.</summary>
    public static InterventionKind? Find(string key)
    {
        foreach (InterventionKind kind in Kinds)
        {
            if (kind.Key == key)
            {
                return kind;
            }
        }

        return null;
    }
}
