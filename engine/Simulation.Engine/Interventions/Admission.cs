using Simulation.Engine.Populations;

namespace Simulation.Engine.Interventions;

/// <summary>
/// A condition that only the run can settle: residents join an intervention if they are of some level of activity. It is
/// settled once for each, on the day on which they would join, by their level as last counted (on the Sunday before), and
/// holds for all that the intervention does to them: whom advice has made active keeps it.
/// </summary>
/// <param name="source">The intervention's name; one admission an intervention.</param>
/// <param name="levels">Levels that are admitted.</param>
/// <param name="residents">Rows of the resident table.</param>
/// <param name="days">Day on which each would join.</param>
public sealed class Admission(string source, ActivityLevels levels, int[] residents, int[] days)
{
    /// <summary>The intervention's name.</summary>
    public string Source => source;

    /// <summary>Levels that are admitted.</summary>
    public ActivityLevels Levels => levels;

    /// <summary>Rows of the resident table.</summary>
    public IReadOnlyList<int> Residents => residents;

    /// <summary>Day on which each would join, a <see cref="DateOnly.DayNumber"/>.</summary>
    public IReadOnlyList<int> Days => days;

    /// <summary>The admission of those whom a delivery reaches; null when it asks for no level of activity.</summary>
    internal static Admission? Of(InterventionKind kind, InterventionRequest request, Population population, Selection selection) =>
        request.Who.Activity is not { } levels ? null
        : kind.Reaches switch
        {
            ReachUnit.Residents => new Admission(request.Source, levels, selection.Rows, selection.Starts),
            ReachUnit.Employees => new Admission(
                request.Source, levels, [.. selection.Rows.Select(worker => population.Workers.Resident[worker])], selection.Starts),
            _ => throw new ArgumentException($"{kind.Key} reaches no residents one by one, so no level of activity can be asked of them.", nameof(request)),
        };
}
