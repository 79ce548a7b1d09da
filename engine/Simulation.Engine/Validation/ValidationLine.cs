namespace Simulation.Engine.Validation;

/// <summary>One published figure beside what the model gives.</summary>
/// <param name="Id">Number of the target, e.g. <c>B1</c>.</param>
/// <param name="What">What is measured.</param>
/// <param name="Source">Where the target is published.</param>
/// <param name="Target">Published value.</param>
/// <param name="Tolerance">Largest difference at which the target counts as met, in the same unit.</param>
/// <param name="Model">The model's value.</param>
/// <param name="Unit"><c>%</c>, <c>min</c>, or empty for a plain number.</param>
/// <param name="Met">Whether the model is within the tolerance.</param>
public sealed record ValidationLine(
    string Id, string What, string Source, double Target, double Tolerance, double Model, string Unit, bool Met)
{
    /// <summary>
    /// Whether a number of the model was solved or chosen on this figure: it says that solving works. What is not fitted is
    /// predicted, and says that the model does.
    /// </summary>
    public bool Fitted { get; init; }

    /// <summary>Whether a figure is published to set the model's beside; a prediction without one is neither met nor missed.</summary>
    public bool HasTarget => double.IsFinite(Target);
}
