using Simulation.Engine.Parameters;
using Simulation.Results.Statistics;

namespace Simulation.Results.Studies;

/// <summary>One number that the draws vary, and what it does to the answer: fewer residents inactive.</summary>
/// <param name="Name">Its name in the registry.</param>
/// <param name="Correlation">Partial rank correlation with the answer.</param>
/// <param name="Share">What it explains of the doubt with all others, from an emulator; NaN where none holds.</param>
/// <param name="Low">The answer where it is low: one draw in ten is lower.</param>
/// <param name="High">The answer where it is high.</param>
/// <param name="Knowing">What knowing it would be worth before choosing among the scenarios of the study or none, in residents.</param>
public sealed record Driver(string Name, double Correlation, double Share, double Low, double High, double Knowing);

/// <summary>Finds what the doubt about a scenario rests on, from the draws that were run: no further run is needed.</summary>
/// <remarks>With fewer than three draws by number, the numbers that go with the answer least are left out before the others are told apart.</remarks>
public static class StudyDrivers
{
    private const int Emulated = 8;
    private const int Points = 2_048;

    /// <summary>The drivers of a scenario, strongest first; empty without draws.</summary>
    public static IReadOnlyList<Driver> Of(StudyArm arm, StudyFindings study)
    {
        ArgumentNullException.ThrowIfNull(arm);
        ArgumentNullException.ThrowIfNull(study);
        if (Answers(arm) is not { Count: > 0 } answers)
        {
            return [];
        }

        int[] draws = [.. answers.Keys.Order()];
        double[] answer = [.. draws.Select(d => answers[d])];
        (string Name, double[] Values)[] numbers = [.. study.Drawn
            .Select(n => (n.Key, Values: draws.Select(d => d - study.DrawsBefore).Select(d => d <= n.Value.Count ? n.Value[d - 1] : double.NaN).ToArray()))
            .Where(n => n.Values.All(double.IsFinite) && n.Values.Distinct().Skip(1).Any())
            .OrderByDescending(n => Math.Abs(RankCorrelations.Of([n.Values], answer)[0].Correlation)).ThenBy(n => n.Key, StringComparer.Ordinal)
            .Take(draws.Length / RankCorrelations.LeastDrawsByParameter)];
        PartialCorrelation[] found = RankCorrelations.Of([.. numbers.Select(n => n.Values)], answer);
        if (found.All(f => double.IsNaN(f.Correlation)))
        {
            return [];
        }

        IReadOnlyList<IReadOnlyList<double>> options = Options(study, draws);
        int[] order = [.. Enumerable.Range(0, numbers.Length).Where(i => double.IsFinite(found[i].Correlation)).OrderByDescending(i => Math.Abs(found[i].Correlation))];
        int[] strongest = [.. order.Take(Math.Min(Emulated, Math.Max(1, (draws.Length - 3) / 4)))];
        (double Low, double High)[] ends = [.. numbers.Select(n => (n.Values.Min(), n.Values.Max()))];
        double[][] points = [.. Enumerable.Range(0, draws.Length).Select(d => strongest.Select(i => (numbers[i].Values[d] - ends[i].Low) / (ends[i].High - ends[i].Low)).ToArray())];
        Emulator? emulator = draws.Length >= (2 * strongest.Length) + 3 && answer.Distinct().Skip(1).Any() ? Emulator.Of(points, answer) : null;
        emulator = emulator is { Holds: true } ? emulator : null;
        SobolIndices? shares = emulator is null ? null : SobolIndices.Of(emulator.Mean, strongest.Length, Points, 1);
        return [.. order.Select(i =>
        {
            int at = Array.IndexOf(strongest, i);
            (double low, double high) = Along(numbers[i].Values, answer);
            return new Driver(numbers[i].Name, found[i].Correlation, at >= 0 && shares is not null ? shares.Total[at] : double.NaN, low, high, ValueOfInformation.Partial(options, numbers[i].Values));
        })];
    }

    /// <summary>What choosing now costs on average against knowing all, in residents no longer inactive; null without draws.</summary>
    public static double? ValueOfKnowing(StudyFindings study)
    {
        ArgumentNullException.ThrowIfNull(study);
        int[] draws = [.. study.Arms.Select(a => (IEnumerable<int>)Answers(a).Keys).Aggregate((a, b) => a.Intersect(b)).Order()];
        return draws.Length < 2 ? null : ValueOfInformation.Perfect(Options(study, draws));
    }

    /// <summary>The registry's entry of a drawn number; null for local evidence, which is the scenario's own.</summary>
    public static Parameter? Entry(string name) => ParameterRegistry.All.FirstOrDefault(p => p.Name == name);

    private static Dictionary<int, double> Answers(StudyArm arm) => arm.Pairs.Where(p => p.Draw > 0).GroupBy(p => p.Draw)
        .Select(g => (g.Key, Answer: (arm with { Pairs = [.. g] }).Inactive() is { } inactive ? -inactive.Mean : double.NaN))
        .Where(a => double.IsFinite(a.Answer)).ToDictionary(a => a.Key, a => a.Answer);

    private static IReadOnlyList<IReadOnlyList<double>> Options(StudyFindings study, int[] draws) =>
        [new double[draws.Length], .. study.Arms.Select(Answers).Where(a => draws.All(a.ContainsKey)).Select(a => (IReadOnlyList<double>)draws.Select(d => a[d]).ToArray())];

    /// <summary>The straight line of the answer on one number, at the first and the last tenth of its draws.</summary>
    private static (double Low, double High) Along(double[] values, double[] answer)
    {
        double mx = values.Average();
        double my = answer.Average();
        double xy = values.Zip(answer, (x, y) => (x - mx) * (y - my)).Sum();
        double slope = xy / values.Sum(x => (x - mx) * (x - mx));
        double[] sorted = [.. values.Order()];
        return (my + (slope * (sorted[(int)(0.1 * (sorted.Length - 1))] - mx)), my + (slope * (sorted[(int)Math.Ceiling(0.9 * (sorted.Length - 1))] - mx)));
    }
}
