using System.Globalization;
using Simulation.Engine.Observation;
using Simulation.Reports.Charts;
using Simulation.Results.Sentences;
using Simulation.Results.Statistics;
using Simulation.Results.Studies;

namespace Simulation.Reports.Pages;

/// <summary>Composes the sheets of a report from what a study found: titles, rows and words follow from the numbers by rule.</summary>
public static class StudySheets
{
    // What a strategist looks for, most telling first; the rows of the first chart are the first of these that were recorded.
    private static readonly string[] Told =
    [
        "adults_inactive", "adults_active", "children_less_active", "children_active", "active_travel_weekly", "school_walk", "school_car",
        "school_cycle", "commute_walk", "commute_cycle", "commute_car",
    ];

    private const int MostRows = 8;

    // Widths of a drawing that takes a half and a third of the page.
    private const double Half = 334;
    private const double Third = 222;
    private const int MostSentences = 2;

    // Less than this share of the last year is no growth worth naming; the same draws stand in both years, so their ranges say nothing of it.
    private const double Holds = 0.1;

    /// <summary>The sheet of one scenario.</summary>
    /// <param name="arm">The scenario.</param>
    /// <param name="study">The study.</param>
    /// <param name="money">What its levers cost.</param>
    /// <param name="drivers">What the doubt about it rests on, strongest first.</param>
    /// <param name="split">Its effect shared out among owners; empty where it was not.</param>
    public static AnswerSheet Of(StudyArm arm, StudyFindings study, IReadOnlyList<LeverCost> money, IReadOnlyList<Driver> drivers, IReadOnlyList<Contribution> split)
    {
        ArgumentNullException.ThrowIfNull(arm);
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(money);
        ArgumentNullException.ThrowIfNull(drivers);
        ArgumentNullException.ThrowIfNull(split);
        IReadOnlyList<Sentence> sentences = StudyAnswer.Of(arm, study);
        Indicator lead = Lead(arm, study);
        bool shared = split.Count > 0;
        List<string> second = [];
        second.AddRange(Verdict.Of(arm, study)?.Sentences() ?? []);

        // The rest of what can be said stands in the charts; the gap is never left to them. With a target the first sentence says
        // already how many are inactive.
        second.AddRange(sentences.Skip(1).Take(MostSentences).Select(s => s.Text));
        if (sentences.Count > MostSentences + 1 && study.Target is null)
        {
            second.Add(sentences[^1].Text);
        }

        if (StructureArm.Sentence(arm, study.Structures) is { } otherwise)
        {
            second.Add(otherwise);
        }

        return new AnswerSheet(
            $"{arm.Name}, set beside the same days without it",
            $"Cheshire & Merseyside, {study.Start.ToString("MMMM yyyy", CultureInfo.InvariantCulture)} to {study.Start.AddDays(study.Days - 1).ToString("MMMM yyyy", CultureInfo.InvariantCulture)}",
            sentences[0].Text,
            sentences[0].Certainty == Certainty.Known,
            second,
            [Changes(arm), Fifths(arm, lead)],
            [Places(arm, lead), shared ? Owners(split) : Years(arm, Half)],
            shared ? [Years(arm, Third), Money(money, Third), Doubt(drivers, Third)] : [Money(money, Half), Doubt(drivers, Half)],
            "Not in here: what the model leaves out of streets (no road network), deaths and illness, and how well the model itself is formed; ranges hold what the studies leave open and chance, not more.",
            Provenance(arm, study));
    }

    /// <summary>Scenarios of a study side by side, the strongest first.</summary>
    public static Exhibit SideBySide(StudyFindings study)
    {
        ArgumentNullException.ThrowIfNull(study);
        List<IReadOnlyList<string>> rows = [];
        foreach ((StudyArm arm, PairedEstimate fewer) in study.Arms.Select(a => (a, a.Inactive())).Where(a => a.Item2 is not null).Select(a => (a.a, a.Item2!)).OrderBy(a => a.Item2.Mean))
        {
            rows.Add(
            [
                arm.Name, People(-fewer.Mean), Words(fewer.Likely?.Times(-1), People), Words(fewer.Wide?.Times(-1), People),
                fewer.Better(moreIsBetter: false) is { } p ? $"{100 * p:0} in 100" : string.Empty,
                arm.Gap("adults_inactive") is { } gap ? Sentence.WordFor(new GapFinding("adults_inactive", gap.Before, StudyAnswer.Spoken(gap)).Says) : string.Empty,
            ]);
        }

        return new Exhibit(
            "The plans side by side", "Fewer residents inactive in the last year than without the plan; how likely there are fewer; the gap in adult inactivity.",
            string.Empty, ["Plan", "Fewer inactive", "8 in 10", "19 in 20", "Fewer is", "Gap"], rows);
    }

    /// <summary>Every indicator of a scenario with its ranges.</summary>
    public static Exhibit Everything(StudyArm arm)
    {
        ArgumentNullException.ThrowIfNull(arm);
        List<IReadOnlyList<string>> rows = [];
        foreach (Indicator indicator in Indicator.All)
        {
            if (arm.Change(indicator.Key) is { } change)
            {
                rows.Add(
                [
                    indicator.Title, Level(indicator, change.Before), Level(indicator, change.After), Signed(indicator, change.Mean),
                    Words(change.Likely, v => Signed(indicator, v)), Words(change.Wide, v => Signed(indicator, v)),
                    change.Split.ChanceShare is var share && double.IsFinite(share) ? $"{100 * share:0} in 100" : "not told",
                ]);
            }
        }

        return new Exhibit(
            $"{arm.Name}: every measure", "Mean of the last 52 weeks, of every 100 or in the unit named; how much of the doubt is chance.",
            string.Empty, ["Measure", "Without", "With", "Change", "8 in 10", "19 in 20", "Chance"], rows);
    }

    /// <summary>A scenario with the model formed otherwise, beside its range; null where no other structure was run.</summary>
    public static Exhibit? Structures(StudyArm arm, StudyFindings study)
    {
        ArgumentNullException.ThrowIfNull(arm);
        ArgumentNullException.ThrowIfNull(study);
        (StructureArm Structure, double Fewer)[] others = [.. StructureArm.Of(arm, study.Structures).Where(s => s.FewerInactive is not null).Select(s => (s, s.FewerInactive!.Value))];
        if (others.Length == 0 || arm.Inactive() is not { } whole)
        {
            return null;
        }

        RangeRow[] rows =
        [
            new("the model as it is", -whole.Mean, whole.Likely?.Times(-1), whole.Wide?.Times(-1), Certainty.Known, Math.Sign(-whole.Mean), People(-whole.Mean)),
            .. others.Select(s => new RangeRow("if " + s.Structure.Words, s.Fewer, null, null, Certainty.Known, Math.Sign(s.Fewer), People(s.Fewer))),
        ];
        bool within = whole.Likely is { } likely && others.All(s => s.Fewer >= -likely.High && s.Fewer <= -likely.Low);
        return RangeChart.Draw(
            $"{arm.Name}: {(within ? "however the model is formed, the answer stays within its range" : "how the model is formed moves the answer")}",
            "Fewer residents inactive in the last year. A dotted whisker: run with central values, no range of its own.", rows, 660, 290, 74, 24, "more", "fewer inactive", People);
    }

    private static Exhibit Changes(StudyArm arm)
    {
        (string What, RangeRow Row)[] rows = [.. Told.Select(Indicator.Find).OfType<Indicator>().Select(i => (i, arm.Change(i.Key))).Where(c => c.Item2 is not null)
            .Select(c => (Results.Sentences.Words.All.Of(c.i.Key)?.What ?? c.i.Title, Row(c.i.Title, c.i, c.Item2!))).Take(MostRows)];
        (string What, RangeRow Row)[] known = [.. rows.Where(r => r.Row.State == Certainty.Known).OrderByDescending(r => Math.Abs(r.Row.Value))];
        string title = known.Length == 0 ? "Nothing changes by an amount worth naming"
            : known.Any(r => r.Row.Good < 0) ? $"{Upper(known[0].What)} changes most; {known.First(r => r.Row.Good < 0).What} gets worse"
            : $"{Upper(known[0].What)} changes most; nothing gets worse";
        return RangeChart.Draw(
            title, "Change over the last year, of every 100. Thick: likely (8 in 10). Thin: 19 in 20.", [.. rows.Select(r => r.Row)], 430, 150, 74, 22, "fewer", "more, of every 100", Tick);
    }

    private static Exhibit Fifths(StudyArm arm, Indicator lead)
    {
        string[] names = ["poorest", "2nd", "3rd", "4th", "richest"];
        IReadOnlyList<PairedEstimate> fifths = arm.Fifths(lead.Key);
        if (fifths.Count == 0)
        {
            return new Exhibit("Fifths were not recorded", "The plan's outputs leave deprivation out.", string.Empty, [], []);
        }

        RangeRow[] bars = [.. fifths.Select((f, i) => Row(names[i], lead, f))];
        GapChange gap = arm.Gap(lead.Key) is { } change ? new GapFinding(lead.Key, change.Before, StudyAnswer.Spoken(change)).Says : GapChange.CannotTell;
        string title = FifthsTitle.Of(gap, bars);
        return BarChart.Draw(title, $"{lead.Title}: change of every 100, by fifth of neighbourhoods", bars, Third, 206, Tick);
    }

    private static Exhibit Places(StudyArm arm, Indicator lead)
    {
        RangeRow[] rows = [.. arm.Pairs[0].Before.Strata("place").Select(p => (p, arm.Change(lead.Key, "place", p))).Where(c => c.Item2 is not null)
            .Select(c => Row(c.p, lead, c.Item2!)).OrderByDescending(r => Math.Abs(r.Value))];
        if (rows.Length == 0)
        {
            return new Exhibit("Places were not recorded", "The plan's outputs leave places out.", string.Empty, [], []);
        }

        int known = rows.Count(r => r.State == Certainty.Known);
        string title = known == 0 ? "No place changes by an amount worth naming"
            : known == rows.Length ? $"All {(rows.Length == 9 ? "nine" : $"{rows.Length}")} places change, {rows[0].Label} most"
            : $"{rows[0].Label} changes most; {rows.Length - known} of {rows.Length} by nothing that can be told";
        return RangeChart.Draw(title, $"{lead.Title}: change of every 100", rows, Half, 158, 44, 19, "fewer", "more, of every 100", Tick);
    }

    /// <summary>The mechanisms by which a scenario acts, and what each carries; null where no combination of them was run.</summary>
    public static Exhibit? Mechanisms(StudyArm arm, IReadOnlyList<Contribution> split)
    {
        ArgumentNullException.ThrowIfNull(arm);
        ArgumentNullException.ThrowIfNull(split);
        if (split.Count == 0)
        {
            return null;
        }

        WaterfallStep[] steps = Steps(split, s => $"{People(-s.Withdrawn)} if held back");
        double whole = split.Sum(s => s.Share.Mean);
        return Waterfall.Draw(
            $"{arm.Name}: {steps[0].Name} carries {(steps[0].Row.Value > 0.5 * whole ? "more than half of it" : "the largest share")}",
            "Fewer residents inactive with central values, shared out by the mechanism through which it comes about: four through which interventions act, and company and habit, by which a change feeds on itself.",
            "Mechanism", steps, new RangeRow("All", whole, null, null, Certainty.Known, 1, People(whole)), 660, People);
    }

    private static WaterfallStep[] Steps(IReadOnlyList<Contribution> split, Func<Contribution, string> label) =>
        [.. split.OrderByDescending(s => s.Share.Mean).Select(s => new WaterfallStep(
            s.Name, label(s), new RangeRow(s.Name, s.Share.Mean, s.Share.Likely, s.Share.Wide, Certainty.Known, Math.Sign(s.Share.Mean), People(s.Share.Mean))))];

    private static Exhibit Owners(IReadOnlyList<Contribution> split)
    {
        WaterfallStep[] steps = Steps(split, s => $"{People(s.Alone)} alone");
        double whole = split.Sum(s => s.Share.Mean);
        return Waterfall.Draw(
            $"{Upper(steps[0].Name)} carry {(steps[0].Row.Value > 0.5 * whole ? "more than half of it" : "the largest share")}", "Fewer residents inactive with central values, shared out by who delivers it",
            "Owner", steps, new RangeRow("All", whole, null, null, Certainty.Known, 1, People(whole)), Half, People);
    }

    private static Exhibit Years(StudyArm arm, double width)
    {
        RangeRow[] years = [.. Enumerable.Range(1, arm.Years).Select(y => (y, arm.Inactive(year: y))).Where(y => y.Item2 is not null)
            .Select(y => new RangeRow($"year {y.y}", -y.Item2!.Mean, y.Item2.Likely?.Times(-1), y.Item2.Wide?.Times(-1), Certainty.Known, Math.Sign(-y.Item2.Mean), People(-y.Item2.Mean)))];
        if (years.Length == 0)
        {
            return new Exhibit("Inactivity was not recorded", "The plan's outputs leave it out.", string.Empty, [], []);
        }

        RangeRow last = years[^1];
        RangeRow before = years[Math.Max(0, years.Length - 2)];
        string title = years.Length == 1 ? "One year only"
            : Math.Abs(last.Value - before.Value) < Holds * Math.Abs(last.Value) ? "It holds from year to year"
            : last.Value > before.Value ? "It keeps growing" : "It fades";
        return FanChart.Draw(title, "Fewer residents inactive, by year", years, width, 160, People);
    }

    private static Exhibit Money(IReadOnlyList<LeverCost> lines, double width)
    {
        if (lines.Count == 0)
        {
            return new Exhibit("No lever has a price yet", "What owners pay", string.Empty, [], []);
        }

        const double RowHeight = 26;
        double most = lines.Max(l => (l.Capital ?? 0) + (l.Running ?? 0));
        int priced = lines.Count(l => l.Capital is not null || l.Running is not null);
        Svg svg = new(width, lines.Count * RowHeight);
        string Price(LeverCost line) => (line.Capital, line.Running) switch
        {
            (null, null) => "no price yet",
            ({ } capital, null or 0) => $"{Pounds(capital)} once",
            (null or 0, { } running) => $"{Pounds(running)} a year",
            ({ } capital, { } running) => $"{Pounds(capital)} + {Pounds(running)} a year",
        };
        for (int i = 0; i < lines.Count; i++)
        {
            double y = i * RowHeight;
            svg.Text(0, y + 11, lines[i].Label, size: 10.5);
            svg.Text(width, y + 11, Price(lines[i]), PrintPalette.Grey, anchor: "end", size: 10.5);
            if (lines[i].Capital is null && lines[i].Running is null)
            {
                svg.Hatch(0, y + 14, 130, 8);
                continue;
            }

            double capital = most > 0 ? width * (lines[i].Capital ?? 0) / most : 0;
            double running = most > 0 ? width * (lines[i].Running ?? 0) / most : 0;
            svg.Rectangle(0, y + 14, capital, 8, PrintPalette.Owner(lines[i].Owner));
            svg.Rectangle(capital, y + 14, running, 8, PrintPalette.Owner(lines[i].Owner), 0.5);
        }

        string title = priced == 0 ? "No lever has a price yet" : priced == lines.Count ? "Every lever has a price" : $"{priced} of {lines.Count} levers have a price";
        string[][] rows = [.. lines.Select(l => new[] { l.Label, Engine.Interventions.Owners.InWords(l.Owner), Price(l) })];
        return new Exhibit(title, "What owners pay; pale: a year", svg.Render(Exhibit.Alternative(title, rows)), ["Lever", "Owner", "Price"], rows);
    }

    private static Exhibit Doubt(IReadOnlyList<Driver> drivers, double width)
    {
        if (drivers.Count == 0)
        {
            return new Exhibit("What the doubt rests on is not known", "No number was drawn.", string.Empty, [], []);
        }

        const double RowHeight = 28;
        Driver[] shown = [.. drivers.Take(5)];
        Axis axis = Axis.Over(shown.SelectMany(d => (double[])[d.Low, d.High]), 4, width - 4, 3);
        Svg svg = new(width, (shown.Length * RowHeight) + 16);
        for (int i = 0; i < shown.Length; i++)
        {
            double y = i * RowHeight;
            svg.Text(0, y + 11, Spoken(shown[i].Name), size: 10.5);
            svg.Text(width, y + 11, $"{People(shown[i].Low)} to {People(shown[i].High)}", bold: true, anchor: "end", size: 10.5);
            svg.Line(axis.At(0), y + 14, axis.At(0), y + 25, PrintPalette.Ink, 1.2);
            svg.Rectangle(axis.At(shown[i].Low), y + 15, axis.At(shown[i].High) - axis.At(shown[i].Low), 8, PrintPalette.For, 0.45);
            svg.Dot(axis.At(shown[i].High), y + 19, 4, PrintPalette.For);
        }

        svg.Text(axis.At(0), (shown.Length * RowHeight) + 12, "0", PrintPalette.Grey, anchor: axis.Low < 0 ? "middle" : "start", size: 10.5);
        string title = $"Most doubt is about {Meaning(shown[0].Name)}";
        string[][] rows = [.. shown.Select(d => new[] { d.Name, People(d.Low), People(d.High), double.IsFinite(d.Share) ? $"{100 * d.Share:0} in 100" : "not told" })];
        return new Exhibit(title, "Fewer residents inactive where it is low, and (dot) high", svg.Render(Exhibit.Alternative(title, rows)), ["Number", "Low", "High", "Of the doubt"], rows);
    }

    /// <summary>What a number is, in the first words of its entry in the registry; local evidence has none and goes by its name.</summary>
    private static string Meaning(string name)
    {
        if (StudyDrivers.Entry(name)?.Meaning is not { } meaning)
        {
            return Spoken(name);
        }

        int end = meaning.IndexOfAny(['.', ',', ':', ';', '(']);
        string clause = (end < 0 ? meaning : meaning[..end]).TrimEnd();
        return char.ToLowerInvariant(clause[0]) + clause[1..];
    }

    private static string Spoken(string name) => name.Replace('.', ' ').Replace('_', ' ');

    private static string Provenance(StudyArm arm, StudyFindings study)
    {
        int draws = arm.Used().Select(p => p.Draw).Where(d => d > 0).Distinct().Count();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Residents are synthetic. {study.Residents:N0} residents{(arm.Scale > 1 ? $" that stand for {arm.Scale * study.Residents:N0}" : string.Empty)}, {arm.Used().Count} pairs of runs of the same {study.Days:N0} days{(draws > 0 ? $" from {draws} draws of the evidence" : ", central values alone")}. Plan {study.PlanId[..8]}, model {study.Model[..8]}, population {study.PopulationHash[..8]}.");
    }

    /// <summary>The measure that a plan is told by: what counts towards the study's target, else the share with the largest change that can be told.</summary>
    internal static Indicator Lead(StudyArm arm, StudyFindings study) => study.Target is not null && arm.Change(Told[0]) is not null ? Indicator.Find(Told[0])! : Told.Select(Indicator.Find).OfType<Indicator>()
        .Select(i => (Indicator: i, Change: arm.Change(i.Key))).Where(c => c.Change is not null && c.Indicator.Better != Better.Neither)
        .OrderByDescending(c => Row(string.Empty, c.Indicator, c.Change!).State == Certainty.Known)
        .ThenByDescending(c => Math.Abs(c.Change!.Mean)).Select(c => c.Indicator).First();

    private static RangeRow Row(string label, Indicator indicator, PairedEstimate change)
    {
        Certainty state = StudyAnswer.Spoken(change).Against(Results.Sentences.Words.All.Region);
        int good = indicator.Better switch { Better.Higher => 1, Better.Lower => -1, _ => 0 } * Math.Sign(change.Mean);
        string text = state switch { Certainty.NoChange => "no change", Certainty.CannotTell => "can't tell", _ => Tick(100 * change.Mean) };
        return new RangeRow(label, 100 * change.Mean, change.Likely?.Times(100), change.Wide?.Times(100), state, good, text);
    }

    private static string Tick(double value) => value == 0 ? "0" : (value < 0 ? "−" : "+") + Math.Abs(value).ToString(Math.Abs(value) >= 9.95 ? "0" : Math.Abs(value) >= 0.095 ? "0.0" : "0.00", CultureInfo.InvariantCulture);

    private static string People(double value) => Math.Abs(value) < 0.5 ? "0" : (value < 0 ? "−" : "+") + SpokenNumber.Count(value);

    private static string Level(Indicator indicator, double value) => indicator.Unit switch
    {
        IndicatorUnit.Share or IndicatorUnit.Slope => (100 * value).ToString("0.0", CultureInfo.InvariantCulture),
        IndicatorUnit.Minutes => value.ToString("0.0", CultureInfo.InvariantCulture) + " min",
        IndicatorUnit.Times => value.ToString("0.00", CultureInfo.InvariantCulture),
        IndicatorUnit.Speed => value.ToString("0.0", CultureInfo.InvariantCulture),
        _ => value.ToString("#,0", CultureInfo.InvariantCulture),
    };

    private static string Signed(Indicator indicator, double value) => indicator.Unit switch
    {
        IndicatorUnit.Share or IndicatorUnit.Slope => Tick(100 * value),
        IndicatorUnit.Minutes => Tick(value) + " min",
        IndicatorUnit.Times or IndicatorUnit.Speed => Tick(value),
        _ => People(value),
    };

    private static string Words(Interval? interval, Func<double, string> text) => interval is { } range ? $"{text(range.Low)} to {text(range.High)}" : "no range";

    private static string Pounds(double value) => value switch
    {
        >= 1e6 => "£" + (value / 1e6).ToString(value >= 1e7 ? "0" : "0.0", CultureInfo.InvariantCulture) + "m",
        >= 1e3 => "£" + (value / 1e3).ToString("0", CultureInfo.InvariantCulture) + "k",
        _ => "£" + value.ToString("0", CultureInfo.InvariantCulture),
    };

    private static string Upper(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
