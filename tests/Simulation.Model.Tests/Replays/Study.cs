namespace Simulation.Model.Tests.Replays;

/// <summary>A published study and how the model replays it.</summary>
/// <param name="Kind">Kind of intervention.</param>
/// <param name="Source">The study.</param>
/// <param name="Outcome">What was measured, in whom, when.</param>
/// <param name="Published">What was found, as printed.</param>
/// <param name="Low">Lowest value that agrees.</param>
/// <param name="High">Highest value that agrees.</param>
/// <param name="Form">How a value is printed.</param>
/// <param name="Discounted">Whether scenarios discount its design, so that a second column differs.</param>
/// <param name="Measure">The value that the model gives, with weak designs discounted or not.</param>
internal sealed record Study(
    string Kind, string Source, string Outcome, string Published, double Low, double High, string Form, bool Discounted, Func<Trial, bool, double> Measure);

/// <summary>Measures that several studies share.</summary>
internal static class Measures
{
    public static double Share(IReadOnlyCollection<int> rows, Func<int, bool> has) => rows.Count(has) / (double)rows.Count;

    public static double OddsRatio(double treated, double control) => treated / (1 - treated) * (1 - control) / control;
}
