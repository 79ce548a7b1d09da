namespace Simulation.Engine.Replays;

/// <summary>A published study and how the model replays it.</summary>
/// <param name="Kind">Kind of intervention.</param>
/// <param name="Source">The study.</param>
/// <param name="Outcome">What was measured, in whom, when.</param>
/// <param name="Published">What was found, as printed.</param>
/// <param name="Estimate">The published point, on the scale on which the replay is measured.</param>
/// <param name="Low">Lowest value that agrees.</param>
/// <param name="High">Highest value that agrees.</param>
/// <param name="Form">How a value is printed.</param>
/// <param name="Discounted">Whether scenarios discount its design, so that a second column differs.</param>
/// <param name="Solves">The parameter that is solved so that this replay returns the published point; null when nothing is: a prediction.</param>
/// <param name="Measure">The value that the model gives, with weak designs discounted or not.</param>
public sealed record PublishedStudy(
    string Kind,
    string Source,
    string Outcome,
    string Published,
    double Estimate,
    double Low,
    double High,
    string Form,
    bool Discounted,
    string? Solves,
    Func<Trial, bool, double> Measure)
{
    /// <summary>Whether a replay's value lies within the published interval.</summary>
    public bool Agrees(double value) => value >= Low && value <= High;
}

/// <summary>Measures that several studies share.</summary>
internal static class Measures
{
    public static double Share(IReadOnlyCollection<int> rows, Func<int, bool> has) => rows.Count(has) / (double)rows.Count;

    public static double OddsRatio(double treated, double control) => treated / (1 - treated) * (1 - control) / control;
}
