using Simulation.Engine.Interventions;

namespace Simulation.Scenarios;

/// <summary>An intervention brought to a population.</summary>
/// <param name="Intervention">What the scenario asked.</param>
/// <param name="Delivery">Whom it reaches, and from when.</param>
/// <param name="Effects">What it does to the model.</param>
public sealed record BoundIntervention(ScenarioIntervention Intervention, Delivery Delivery, IReadOnlyList<Effect> Effects)
{
    /// <summary>Whether it is over when <paramref name="other"/> begins, which then replaces it: so is a lever written that was turned in the viewer.</summary>
    internal bool OverBefore(BoundIntervention other) =>
        Delivery.Starts.Length > 0 && Delivery.Timing.EndOf(Delivery.Starts.Max()) <= other.Intervention.Request.PhaseIn.Start;
}
