using System.Globalization;
using Simulation.Engine.Health;
using Simulation.Results.Sentences;

namespace Simulation.Results.Health;

/// <summary>The answer in plain words.</summary>
public static class HealthSentences
{
    /// <summary>The sentences, most important first.</summary>
    public static IReadOnlyList<string> Of(HealthAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        EvidenceRange deaths = answer.DeathsAverted;
        if (answer.Central.Cases.All(c => c.Prevented.All(p => p == 0)) && deaths.Central == 0)
        {
            return ["Nobody's activity differs, so neither does anybody's health: exactly zero."];
        }

        EvidenceRange qalys = answer.Sum(Discounting.Nice, s => s.Qalys);
        EvidenceRange body = answer.Sum(Discounting.Nice, s => s.QalysWithoutMind);
        EvidenceRange care = answer.Sum(Discounting.Nice, s => s.Care);
        List<string> said =
        [
            $"{Within(answer)} {Fewer(deaths.Central)} deaths are expected among adults ({Apart(deaths)} by the evidence on all causes; curves of single causes make it {Small(Math.Abs(answer.DeathsBySingleCauses.Central))} {(answer.DeathsBySingleCauses.Central >= 0 ? "fewer" : "more")}): {Small(Math.Abs(answer.Central.YearsOfLife))} years of life {(answer.Central.YearsOfLife >= 0 ? "gained" : "lost")}.",
            $"Lives and cases together are worth {Small(qalys.Central)} QALYs ({Spread(qalys)}), {Small(body.Central)} of them without conditions of the mind.",
            $"Care saved over the lives of these cases comes to {CostSentence.Pounds(care.Central)} ({CostSentence.Pounds(care.Low)} to {CostSentence.Pounds(care.High)}).",
            Money(answer, qalys.Central, care.Central),
        ];
        said.Add("Only adults of 20 and over are in it: what a plan does for children shows in their minutes above, and in no death, case or pound.");
        if (answer.Years < 2.5)
        {
            said.Add("Most of it lies beyond this run: a body takes years to follow, and after one year 28 in 100 of the effect on deaths is reached. A longer horizon shows more.");
        }

        HealthGain poor = answer.Central.Fifths[0];
        HealthGain rich = answer.Central.Fifths[^1];
        if (poor.PersonYears > 0 && rich.PersonYears > 0)
        {
            said.Add(string.Create(CultureInfo.InvariantCulture, $"For 100,000 years lived the most deprived fifth gains {Small(poor.Per100000)} QALYs, the least deprived {Small(rich.Per100000)}."));
        }

        return said;
    }

    /// <summary>A number as far as it can be known: two figures, more decimals the smaller it is.</summary>
    public static string Small(double value)
    {
        double size = Math.Abs(value);
        if (size == 0)
        {
            return "0";
        }

        if (size >= 9.5)
        {
            double step = Math.Pow(10, Math.Max(0, Math.Floor(Math.Log10(size)) - 1));
            return (Math.Round(value / step) * step).ToString("#,0", CultureInfo.InvariantCulture).Replace('-', '−');
        }

        return value.ToString("0.0", CultureInfo.InvariantCulture).Replace('-', '−');
    }

    /// <summary>A range in words.</summary>
    public static string Spread(EvidenceRange range) =>
        Small(range.Low) == Small(range.High) ? Small(range.Low) : $"{Small(range.Low)} to {Small(range.High)}";

    private static string Within(HealthAnswer answer) => answer.Years switch
    {
        < 0.95 => string.Create(CultureInfo.InvariantCulture, $"Within {answer.Years * 12:0} months"),
        < 1.05 => "Within a year",
        _ => string.Create(CultureInfo.InvariantCulture, $"Within {answer.Years:0.#} years"),
    };

    private static string Fewer(double value) => $"{Small(Math.Abs(value))} {(value >= 0 ? "fewer" : "more")}";

    // The range in the direction of the sentence.
    private static string Apart(EvidenceRange range) => range switch
    {
        { Central: < 0, High: <= 0 } => $"{Small(-range.High)} to {Small(-range.Low)}",
        { Central: < 0 } => $"{Small(-range.Low)} more to {Small(range.High)} fewer",
        _ => Spread(range),
    };

    private static string Money(HealthAnswer answer, double qalys, double care)
    {
        string left = answer.Manifest.Cost is { NotCosted.Count: > 0 } cost ? $" Not in it, for want of a price: {string.Join(", ", cost.NotCosted)}." : string.Empty;
        if (answer.Delivery is not { } delivery)
        {
            return "What it costs to deliver has no price, so no cost for each QALY can be said." + left;
        }

        double net = delivery - care;
        string each = (net, qalys) switch
        {
            ( <= 0, > 0) => "it saves more than it costs",
            ( > 0, > 0) => $"{CostSentence.Pounds(net / qalys)} for each QALY ({Mark(net / qalys)})",
            (_, 0) => "health is no better",
            ( > 0, < 0) => "it costs money, and adults' health is worse",
            _ => $"it saves money, at {CostSentence.Pounds(net / qalys)} for each QALY lost",
        };
        string active = answer.Central.MoreActive > 0.5 && net > 0 ? $", {CostSentence.Pounds(net / answer.Central.MoreActive)} for each adult more who is active in its last year" : string.Empty;
        return $"Delivery costs {CostSentence.Pounds(delivery)} of today, less care {CostSentence.Pounds(net)}: {each}{active}.{left}";
    }

    private static string Mark(double each) => each switch
    {
        <= 20_000 => "under NICE's £20,000 to £30,000",
        <= 30_000 => "within NICE's £20,000 to £30,000",
        <= 70_000 => "above NICE's £30,000, under the Green Book's £70,000",
        _ => "above the Green Book's £70,000",
    };
}
