using System.Globalization;
using System.Text.Json;
using Simulation.Engine.Observation;
using Simulation.Results.Sentences;
using Simulation.Results.Statistics;
using Simulation.Results.Studies;

namespace Simulation.Cli.Output;

/// <summary>Prints what a study found.</summary>
internal static class FindingsReport
{
    /// <summary>The answer first, then a ranking, then each scenario's figures with their ranges.</summary>
    public static void Print(Terminal terminal, StudyFindings study)
    {
        terminal.WriteHeading(study.Name);
        foreach (StudyArm arm in study.Arms)
        {
            string name = study.Arms.Count > 1 ? arm.Name + ": " : string.Empty;
            // What the study asks comes right after the answer.
            IReadOnlyList<Sentence> said = StudyAnswer.Of(arm, study);
            IReadOnlyList<string> verdict = Verdict.Of(arm, study)?.Sentences() ?? [];
            string[] lines = study.Target is null ? [Summary.Text(said), .. verdict] : [said[0].Text, .. verdict, Summary.Text([.. said.Skip(1)])];
            terminal.WriteParagraph((name + string.Join(' ', lines)).Replace(SpokenNumber.NoBreak, ' '));
        }

        terminal.WriteLine();
        terminal.WriteParagraph(Basis(study));
        if (study.Arms.Count > 1)
        {
            PrintRanking(terminal, study);
            if (StudyDrivers.ValueOfKnowing(study) is { } regret)
            {
                terminal.WriteParagraph($"Choosing the best on average now costs {Numbers.Count(regret)} residents against knowing which is best.");
            }
        }

        foreach (StudyArm arm in study.Arms)
        {
            PrintArm(terminal, arm);
            PrintContributions(terminal, "Who carries it", "Owner", "If it withdraws", Contribution.Of(arm, study.Coalitions));
            PrintContributions(terminal, "How it acts", "Mechanism", "If held back", Contribution.Of(arm, study.Mechanisms));
            PrintStructures(terminal, arm, StructureArm.Of(arm, study.Structures));
            PrintDrivers(terminal, StudyDrivers.Of(arm, study));
        }
    }

    /// <summary>Writes the members of the object that <c>--json</c> prints.</summary>
    public static void WriteJson(Utf8JsonWriter json, StudyFindings study)
    {
        json.WriteString("study", study.Name);
        json.WriteString("plan", study.PlanId);
        json.WriteNumber("residents", study.Residents);
        json.WriteString("start", study.Start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteNumber("days", study.Days);
        json.WriteObjects("scenarios", study.Arms, arm =>
        {
            json.WriteString("name", arm.Name);
            json.WriteNumber("pairs", arm.Used().Count);
            json.WriteFinite("fewerInactive", -(arm.Inactive()?.Mean ?? double.NaN));
            json.WriteStartArray("answer");
            StudyAnswer.Of(arm, study).ToList().ForEach(s => json.WriteStringValue(s.Text));
            json.WriteEndArray();
            if (Verdict.Of(arm, study) is { } verdict)
            {
                json.WriteStartArray("verdict");
                verdict.Sentences().ToList().ForEach(json.WriteStringValue);
                json.WriteEndArray();
                json.WriteFinite("cost", verdict.Cost ?? double.NaN);
                json.WriteFinite("costEach", verdict.CostEach ?? double.NaN);
                json.WriteFinite("shareOfTarget", verdict.Share ?? double.NaN);
                json.WriteNumber("draws", verdict.Draws);
                json.WriteNumber("drawsReachingTargetWithinBudget", verdict.ReachingWithinBudget);
            }

            json.WriteObjects("owners", Contribution.Of(arm, study.Coalitions), share => WriteContribution(json, share));
            json.WriteObjects("mechanisms", Contribution.Of(arm, study.Mechanisms), share => WriteContribution(json, share));
            json.WriteObjects("structures", StructureArm.Of(arm, study.Structures), structure =>
            {
                json.WriteString("structure", structure.Structure);
                json.WriteFinite("fewerInactive", structure.FewerInactive ?? double.NaN);
            });
            json.WriteObjects("changes", Changes(arm), change =>
            {
                json.WriteString("indicator", change.Indicator.Key);
                WriteEstimate(json, change.Estimate);
            });
        });
    }

    private static void WriteContribution(Utf8JsonWriter json, Contribution share)
    {
        json.WriteString("name", share.Name);
        json.WriteFinite("share", share.Share.Mean);
        json.WriteFinite("low80", share.Share.Likely?.Low ?? double.NaN);
        json.WriteFinite("high80", share.Share.Likely?.High ?? double.NaN);
        json.WriteFinite("alone", share.Alone);
        json.WriteFinite("lostWithoutIt", share.Withdrawn);
    }

    private static void WriteEstimate(Utf8JsonWriter json, PairedEstimate estimate)
    {
        json.WriteFinite("without", estimate.Before);
        json.WriteFinite("with", estimate.After);
        json.WriteFinite("change", estimate.Mean);
        json.WriteFinite("low80", estimate.Likely?.Low ?? double.NaN);
        json.WriteFinite("high80", estimate.Likely?.High ?? double.NaN);
        json.WriteFinite("low95", estimate.Wide?.Low ?? double.NaN);
        json.WriteFinite("high95", estimate.Wide?.High ?? double.NaN);
        json.WriteFinite("probabilityAbove0", estimate.Above ?? double.NaN);
        json.WriteFinite("chanceShare", estimate.Split.ChanceShare);
        json.WriteFinite("varianceRatio", estimate.Gain);
    }

    private static void PrintRanking(Terminal terminal, StudyFindings study)
    {
        terminal.WriteHeading("Side by side: fewer residents inactive, last year");
        TextTable table = new(["Scenario", ">Fewer", ">Likely (8 in 10)", ">Better", ">Gap"], wrapping: 0);
        foreach ((StudyArm arm, PairedEstimate inactive) in study.Arms
            .Select(a => (a, a.Inactive())).Where(a => a.Item2 is not null).Select(a => (a.a, a.Item2!)).OrderBy(a => a.Item2.Mean))
        {
            table.Add(
                arm.Name, Numbers.SignedCount(-inactive.Mean), Range(inactive.Likely?.Times(-1), v => Numbers.SignedCount(v)),
                Chance(inactive.Better(moreIsBetter: false)),
                arm.Gap("adults_inactive") is { } gap ? Sentence.WordFor(new GapFinding("adults_inactive", gap.Before, StudyAnswer.Spoken(gap)).Says) : string.Empty);
        }

        table.Write(terminal);
    }

    private static void PrintArm(Terminal terminal, StudyArm arm)
    {
        terminal.WriteHeading($"{arm.Name}: the last year with and without it");
        TextTable table = new(["Indicator", ">Without", ">Change", ">Likely (8 in 10)", ">More"]);
        foreach ((Indicator indicator, PairedEstimate estimate) in Changes(arm))
        {
            table.Add(
                indicator.Label,
                Numbers.Value(indicator, estimate.Before),
                Numbers.Difference(indicator, estimate.Mean),
                Range(estimate.Likely, v => Bare(indicator, v)),
                Chance(estimate.Above));
        }

        table.Write(terminal);
        terminal.WriteLine("More: how likely it is that there is more of it with the plan than without.");
        if (arm.Change("adults_inactive") is { } headline && headline.Likely is not null)
        {
            terminal.WriteParagraph(Doubt(headline));
            if (arm.Slope("adults_inactive", moreIsBetter: false) is { ProPoor: { } poor } slope)
            {
                terminal.WriteParagraph($"Over all years poorer neighbourhoods gain more than richer ones in {100 * poor:0} of 100 draws: {Numbers.SignedFixed(1_000 * slope.MostDeprived.Mean, 1)} of 1,000 adults a year in the most deprived fifth, {Numbers.SignedFixed(1_000 * slope.LeastDeprived.Mean, 1)} in the least; {Numbers.SignedCount(slope.Total.Mean)} adult-years in all.");
            }
        }
        else
        {
            terminal.WriteParagraph("One pair of runs: no range yet. Draws and seeds make one: simulate study run --draws 64 --seeds 2.");
        }
    }

    private static void PrintContributions(Terminal terminal, string title, string who, string without, IReadOnlyList<Contribution> shares)
    {
        if (shares.Count == 0)
        {
            return;
        }

        terminal.WriteLine();
        terminal.WriteLine($"{title}: fewer residents inactive, central values");
        TextTable table = new([who, ">Share", ">Likely (8 in 10)", ">Alone", ">" + without]);
        foreach (Contribution share in shares.OrderByDescending(s => s.Share.Mean))
        {
            table.Add(
                share.Name, Numbers.SignedCount(share.Share.Mean), Range(share.Share.Likely, Numbers.SignedCount), Numbers.SignedCount(share.Alone), Numbers.SignedCount(-share.Withdrawn));
        }

        table.Write(terminal);
        terminal.WriteLine("Share: Shapley's; the shares add up to the whole.");
    }

    private static void PrintStructures(Terminal terminal, StudyArm arm, IReadOnlyList<StructureArm> structures)
    {
        if (structures.Count == 0)
        {
            return;
        }

        terminal.WriteLine();
        terminal.WriteLine("If the model were formed otherwise: fewer residents inactive, central values");
        TextTable table = new(["Structure", ">Fewer"], wrapping: 0);
        table.Add("as it is", Fewer(arm with { Pairs = [.. arm.Pairs.Where(p => p.Draw == 0)] }));
        foreach (StructureArm structure in structures)
        {
            table.Add("if " + structure.Words, Fewer(structure.Alone));
        }

        table.Write(terminal);
        terminal.WriteParagraph("A structure is no number with a range: the ranges above hold for the model as it is.");

        static string Fewer(StudyArm arm) => arm.Inactive() is { } inactive ? Numbers.SignedCount(-inactive.Mean) : "not recorded";
    }

    private static void PrintDrivers(Terminal terminal, IReadOnlyList<Driver> drivers)
    {
        if (drivers.Count == 0)
        {
            return;
        }

        terminal.WriteLine();
        terminal.WriteLine("What the doubt rests on: fewer residents inactive where a number is low, and high");
        TextTable table = new(["Number", ">Rank corr.", ">Low", ">High", ">Share", ">Knowing"]);
        foreach (Driver driver in drivers.Take(8))
        {
            table.Add(
                driver.Name, Numbers.SignedFixed(driver.Correlation, 2), Numbers.SignedCount(driver.Low), Numbers.SignedCount(driver.High),
                double.IsFinite(driver.Share) ? $"{100 * driver.Share:0} %" : "n/a", Numbers.Count(driver.Knowing));
        }

        table.Write(terminal);
        terminal.WriteParagraph("Share: of the doubt, with all that it does together with others (an emulator's Sobol index). Knowing: residents that knowing it before choosing is worth.");
    }

    private static string Doubt(PairedEstimate headline)
    {
        string split = double.IsNaN(headline.Split.ChanceShare) || headline.Split.Draws < 2
            ? headline.Split.Draws < 2 ? "The ranges are chance alone: seeds of one set of numbers. What the studies leave open is not in them."
                : "One seed a draw: chance is within the ranges and cannot be told apart."
            : $"Of the doubt about adults inactive {100 * headline.Split.ChanceShare:0} in 100 is chance, the rest is what the studies leave open.";
        return double.IsFinite(headline.Gain)
            ? $"{split} Common luck makes the variance of the difference {(headline.Gain < 2 ? "hardly smaller: the two futures have come apart" : $"{Numbers.Fixed(headline.Gain, headline.Gain < 10 ? 1 : 0)} times smaller")}."
            : split;
    }

    private static IEnumerable<(Indicator Indicator, PairedEstimate Estimate)> Changes(StudyArm arm)
    {
        foreach (Indicator indicator in Indicator.All.Where(i => arm.Pairs[0].Before.Indicators.Contains(i.Key)))
        {
            if (arm.Change(indicator.Key) is { } estimate)
            {
                yield return (indicator, estimate);
            }
        }
    }

    private static string Basis(StudyFindings study)
    {
        int pairs = study.Arms.Max(a => a.Used().Count);
        int draws = study.Arms.Max(a => a.Used().Select(p => p.Draw).Where(d => d > 0).Distinct().Count());
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{study.Residents:N0} residents{(study.Arms[0].Scale > 1 ? $" that stand for {study.Arms[0].Scale * study.Residents:N0}" : string.Empty)}, {Numbers.Days(study.Days)} from {study.Start:yyyy-MM-dd}; {pairs:N0} {(pairs == 1 ? "pair" : "pairs")} of runs{(draws > 0 ? $" from {draws:N0} draws of the evidence" : " of the central values")}. Same residents and same luck in each pair. Figures are means {(study.Days >= 364 ? "of the last 52 weeks" : "over the whole run")}.");
    }

    private static string Range(Interval? interval, Func<double, string> text) => interval is { } range ? $"{text(range.Low)} to {text(range.High)}" : "no range";

    private static string Bare(Indicator indicator, double value) =>
        indicator.Unit is IndicatorUnit.Share or IndicatorUnit.Slope ? Numbers.SignedFixed(100 * value, 2)
        : Math.Abs(value) >= 100 ? Numbers.SignedCount(value) : Numbers.SignedFixed(value, indicator.Unit == IndicatorUnit.Times ? 2 : 1);

    private static string Chance(double? probability) => probability is { } p ? $"{100 * p:0} in 100" : string.Empty;
}
