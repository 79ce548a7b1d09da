namespace Simulation.Engine.Interventions.Kinds;

/// <summary>What a plan is about: what a wall or a report opens on.</summary>
public static class Headline
{
    /// <summary>Key of the indicator that most of a plan's interventions move first; of several, the one whose kind comes first in the catalogue.</summary>
    /// <param name="kinds">Kind of each intervention of the plan.</param>
    /// <returns>Null for a plan that moves none.</returns>
    public static string? Of(IEnumerable<InterventionKind> kinds)
    {
        ArgumentNullException.ThrowIfNull(kinds);
        ILookup<string?, InterventionKind> votes = kinds.ToLookup(kind => kind.Outcome);
        return InterventionCatalogue.Kinds.Select(kind => kind.Outcome).OfType<string>().Distinct()
            .Where(votes.Contains).MaxBy(outcome => votes[outcome].Count());
    }
}
