using Simulation.Engine.Populations;
using Simulation.Scenarios.Diagnostics;

namespace Simulation.Scenarios.Checks;

/// <summary>Something worth warning of that shows only once a scenario is counted on a population. One check a file.</summary>
internal interface IBindingCheck
{
    /// <summary>Adds warnings to <paramref name="bag"/>.</summary>
    void Check(IReadOnlyList<BoundIntervention> bound, Population population, DiagnosticBag bag);
}

/// <summary>All checks, in the order in which they run.</summary>
internal static class BindingChecks
{
    /// <summary>The checks.</summary>
    public static IReadOnlyList<IBindingCheck> All { get; } =
        [new ReachesNobodyCheck(), new ReachCheck(), new PlaceWithoutReachCheck(), new OverlapCheck(), new ContradictionCheck(), new MoreThanAWeekCheck(), new NoRoomForNeedCheck()];
}
