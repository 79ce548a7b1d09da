using System.Globalization;
using Simulation.Engine.Health;
using Simulation.Engine.Interventions;
using Simulation.Results.Health;
using Simulation.Results.Sentences;

namespace Simulation.Cli.Output;

/// <summary>Prints what a plan does to health and money.</summary>
internal static class HealthReport
{
    /// <summary>Prints the answer.</summary>
    public static void Print(Terminal terminal, string name, HealthAnswer answer)
    {
        terminal.WriteHeading($"{name}: health and money");
        foreach (string sentence in HealthSentences.Of(answer))
        {
            terminal.WriteParagraph(sentence);
        }

        PrintCases(terminal, answer);
        PrintDeaths(terminal, answer);
        PrintMoney(terminal, answer);
        PrintYears(terminal, answer);
        PrintWorth(terminal, answer);
        PrintGroups(terminal, answer);
        PrintExpectancies(terminal, answer);
        terminal.WriteLine();
        terminal.WriteParagraph("Beside it, published for the region (never an input):");
        foreach (ExternalFigure external in ExternalFigure.All)
        {
            terminal.WriteLine($"  {external.What}: {external.Figure}");
            terminal.WriteLine($"    {external.Source}");
        }

        terminal.WriteParagraph(string.Create(
            CultureInfo.InvariantCulture,
            $"One run of each; ranges are those of the evidence on health over {answer.Draws} draws, not of how people behave, for which a study is made. Expected events, not drawn ones. Not modelled: road casualties, sports injuries, falls (they answer to balance and strength programmes, of which there are none here), children's later health."));
    }

    private static void PrintCases(Terminal terminal, HealthAnswer answer)
    {
        terminal.WriteLine();
        terminal.WriteLine("New cases over the run, prevented or postponed");
        TextTable table = new(["Condition", ">Expected", ">Prevented", ">Range", ">%"]);
        for (int i = 0; i < answer.Central.Cases.Count; i++)
        {
            CasesPrevented cases = answer.Central.Cases[i];
            EvidenceRange range = answer.Prevented(i);
            double expected = cases.Baseline.Sum();
            table.Add(
                cases.Condition.Label + (cases.Condition.Valued ? string.Empty : " ~"),
                HealthSentences.Small(expected),
                HealthSentences.Small(range.Central),
                HealthSentences.Spread(range),
                expected > 0 ? Numbers.SignedFixed(100 * range.Central / expected, 2) : string.Empty);
        }

        table.Write(terminal);
        terminal.WriteParagraph("~ how many there are is a judgement: counted here, in no QALY and in no pound.");
        IEnumerable<string> none = ConditionCatalogue.All.Where(c => c.Role == ConditionRole.NoEffect).Select(c => c.Label.ToLowerInvariant());
        terminal.WriteParagraph($"No effect expected, for the evidence shows none: {string.Join(", ", none)}. Not through activity: COPD, chronic kidney disease.");
    }

    private static void PrintDeaths(Terminal terminal, HealthAnswer answer)
    {
        terminal.WriteLine();
        terminal.WriteLine("Deaths over the run: three ways of seeing the same, never to be added");
        TextTable table = new(["Way", ">Averted", ">Evidence allows"]);
        table.Add("Curve of all causes (headline)", HealthSentences.Small(answer.DeathsAverted.Central), HealthSentences.Spread(answer.DeathsAverted));
        table.Add("Curves of single causes, summed", HealthSentences.Small(answer.DeathsBySingleCauses.Central), HealthSentences.Spread(answer.DeathsBySingleCauses));
        table.Add("HEAT's formula, were it all walking", HealthSentences.Small(answer.Central.Heat), "no lag");
        table.Write(terminal);
        terminal.WriteParagraph(string.Create(
            CultureInfo.InvariantCulture,
            $"By single causes: {string.Join(", ", answer.Central.ByCause.Select(c => $"{c.Cause.Label.ToLowerInvariant()} {HealthSentences.Small(c.Averted)}"))}. Expected without the plan: {answer.Central.Deaths.Sum():N0} deaths at 20 and over. By year: {string.Join(", ", answer.Central.DeathsAverted.Select(HealthSentences.Small))}."));
    }

    private static void PrintMoney(Terminal terminal, HealthAnswer answer)
    {
        terminal.WriteLine();
        terminal.WriteLine("Two ledgers, never to be summed; £ of 2026 unless said, later years discounted");
        TextTable table = new(["", .. Discounting.All.Select(d => ">" + d.Name)]);
        void Row(string label, Func<DiscountedSums, double> figure, bool pounds) => table.Add(
            [label, .. answer.Central.Sums.Select(s => new Cell(pounds ? CostSentence.Pounds(figure(s)) : HealthSentences.Small(figure(s))))]);
        void Ratio(string label, Func<Discounting, double?> figure, string none) => table.Add(
            [label, .. Discounting.All.Select(d => new Cell(figure(d) is { } pounds ? CostSentence.Pounds(pounds) : none))]);
        table.Add(["A: NHS and social care", .. Discounting.All.Select(_ => new Cell(string.Empty))]);
        Row("A QALYs: lives saved", s => s.QalysFromDeaths, false);
        Row("A QALYs: illness of the body", s => s.QalysFromIllness, false);
        Row("A QALYs: illness of the mind", s => s.QalysFromMind, false);
        Row("A Saved by the NHS, body", s => s.HealthCare, true);
        Row("A Saved by the NHS, mind", s => s.HealthCareOfMind, true);
        Row("A Saved in social care", s => s.SocialCare, true);
        table.Add(["A Delivery", .. Discounting.All.Select(d => new Cell(answer.DeliveryAt(d) is { } cost ? CostSentence.Pounds(-cost) : "no price"))]);
        foreach ((string owner, _) in answer.DeliveryByOwner(Discounting.Nice))
        {
            table.Add([$"    by {Owners.InWords(owner)}", .. Discounting.All.Select(d => new Cell(CostSentence.Pounds(-answer.DeliveryByOwner(d).First(o => o.Owner == owner).Cost)))]);
        }

        Ratio("A Net: care saved less delivery", d => -answer.NetAt(d), "no price");
        Ratio("A £ for each QALY", answer.PerQaly, "–");
        Ratio("A £ for each adult more active", answer.PerActive, "–");
        table.Add(["B: society", .. Discounting.All.Select(_ => new Cell(string.Empty))]);
        Row("B Families: care (2024)", s => s.InformalCare, true);
        Row("B Employers: absence", s => s.Production, true);
        Row("B Social value (2022/23)", s => s.SocialValue, true);
        table.Write(terminal);
        terminal.WriteParagraph("Saved is positive. Costs count diagnosed cases only (diabetes 49 in 100 of the estimated, dementia 62). Social value stands in place of QALYs, never beside them. A QALY is worth £20,000 to £30,000 to NICE, £70,000 in the Green Book. Care in years of life gained is left out.");
        EvidenceRange qalys = answer.Sum(Discounting.Nice, s => s.Qalys);
        EvidenceRange care = answer.Sum(Discounting.Nice, s => s.Care);
        terminal.WriteLine($"At 3.5 %: QALYs {HealthSentences.Small(qalys.Central)} ({HealthSentences.Spread(qalys)}), care saved");
        terminal.WriteLine($"{CostSentence.Pounds(care.Central)} ({CostSentence.Pounds(care.Low)} to {CostSentence.Pounds(care.High)}).");
    }

    private static void PrintYears(Terminal terminal, HealthAnswer answer)
    {
        terminal.WriteLine();
        terminal.WriteLine("By the year in which a case or a death would have come, undiscounted");
        TextTable table = new(["Year", ">Deaths averted", ">QALYs", ">NHS", ">Social care", ">Families", ">Employers"]);
        DateOnly first = answer.Manifest.Start;
        for (int year = 0; year < answer.Central.ByYear.Count; year++)
        {
            DiscountedSums sums = answer.Central.ByYear[year];
            table.Add(
                first.AddYears(year).ToString("MMM yyyy", CultureInfo.InvariantCulture),
                HealthSentences.Small(answer.Central.DeathsAverted[year]),
                HealthSentences.Small(sums.Qalys),
                CostSentence.Pounds(sums.HealthCare + sums.HealthCareOfMind),
                CostSentence.Pounds(sums.SocialCare),
                CostSentence.Pounds(sums.InformalCare),
                CostSentence.Pounds(sums.Production));
        }

        table.Write(terminal);
    }

    private static void PrintWorth(Terminal terminal, HealthAnswer answer)
    {
        terminal.WriteLine();
        terminal.WriteLine("By condition, over the lives of these cases, undiscounted");
        TextTable table = new(["Condition", ">QALYs", ">NHS", ">Social care", ">Families", ">Employers"]);
        foreach (CasesPrevented cases in answer.Central.Cases.Where(cases => cases.Condition.Valued))
        {
            DiscountedSums sums = cases.Worth;
            table.Add(
                cases.Condition.Label,
                HealthSentences.Small(sums.Qalys),
                CostSentence.Pounds(sums.HealthCare + sums.HealthCareOfMind),
                CostSentence.Pounds(sums.SocialCare),
                CostSentence.Pounds(sums.InformalCare),
                CostSentence.Pounds(sums.Production));
        }

        table.Write(terminal);
        terminal.WriteParagraph("£ of 2026, families' care of 2024. Deaths averted are in no row: they follow the curve of all causes.");
    }

    private static void PrintGroups(Terminal terminal, HealthAnswer answer)
    {
        terminal.WriteLine();
        TextTable table = new(["Who", ">Years lived", ">Deaths averted", ">QALYs", ">A 100,000 years"]);
        foreach (HealthGain group in answer.Central.Fifths.Concat(answer.Central.Places).Where(g => g.PersonYears > 0))
        {
            table.Add(group.Name, Numbers.Count(group.PersonYears), HealthSentences.Small(group.Deaths), HealthSentences.Small(group.Qalys), HealthSentences.Small(group.Per100000));
        }

        table.Write(terminal);
        terminal.WriteLine("Undiscounted. Deciles of the nation: 1 is the most deprived.");
    }

    private static void PrintExpectancies(Terminal terminal, HealthAnswer answer)
    {
        IReadOnlyList<LifeExpectancyChange> all = answer.Central.Expectancies;
        if (all.Count == 0)
        {
            return;
        }

        terminal.WriteLine();
        terminal.WriteLine("Years of life expected at birth, at the hazards of the last year");
        TextTable table = new(["Who", ">Men", ">Gain", ">Healthy", ">Women", ">Gain", ">Healthy"]);
        foreach (IGrouping<string, LifeExpectancyChange> group in all.GroupBy(change => change.Name))
        {
            List<Cell> cells = [new(group.Key)];
            foreach (bool female in (ReadOnlySpan<bool>)[false, true])
            {
                LifeExpectancyChange? change = group.FirstOrDefault(c => c.Female == female);
                cells.Add(new(change is null ? string.Empty : Numbers.Fixed(change.Baseline, 1)));
                cells.Add(new(change is null ? string.Empty : Numbers.SignedFixed(change.Gain, 3)));
                cells.Add(new(change is null ? string.Empty : Numbers.Fixed(change.HealthyBaseline, 1)));
            }

            table.Add([.. cells]);
        }

        table.Write(terminal);
        terminal.WriteParagraph("Healthy: years times their quality (EQ-5D norm by age and sex), before the plan.");
        foreach (bool female in (ReadOnlySpan<bool>)[false, true])
        {
            EvidenceRange change = answer.GapChange(female);
            terminal.WriteParagraph(string.Create(
                CultureInfo.InvariantCulture,
                $"Gap between the least and the most deprived tenth, {(female ? "women" : "men")}: {LifeExpectancyChange.Gap(all, female, c => c.Baseline):0.0} years; the plan changes it by {Numbers.SignedFixed(change.Central, 3)} ({Numbers.SignedFixed(change.Low, 3)} to {Numbers.SignedFixed(change.High, 3)})."));
        }

        terminal.WriteParagraph("The programme's 14.3 (men) and 15.8 (women) years are a gap between small areas and hold luck: 325 areas that differ by deprivation and place alone show 12.5 and 11.7 years in five years of deaths, of which 9.8 and 8.4 are real. What a plan does to it is what it does to two areas: no headline.");
    }
}
