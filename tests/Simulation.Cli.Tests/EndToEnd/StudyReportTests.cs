using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Simulation.Engine.Observation;

namespace Simulation.Cli.Tests.EndToEnd;

/// <summary>One study of two owners, reported in every form.</summary>
public sealed partial class StudyReportTests : IDisposable
{
    private readonly Simulate simulate = new();

    public void Dispose() => simulate.Dispose();

    [Fact]
    public void Report_InEveryForm_SaysTheSameNumbers()
    {
        simulate.Write("plan.yaml", Scenarios.Together.Replace("limit: 20 mph", "owner: police\n      limit: 20 mph", StringComparison.Ordinal));
        Outcome made = simulate.Run("study", "run", "plan.yaml", "--residents", Simulate.Residents, "--draws", "8", "--split", "--out", "study");
        made.ExitCode.ShouldBe(0, made.Error);
        simulate.Files().Count(f => f.Contains("-only-", StringComparison.Ordinal) && f.EndsWith(".run", StringComparison.Ordinal)).ShouldBe(2);

        Outcome written = simulate.Run("study", "report", "study", "-o", "r.html", "-o", "r.csv", "-o", "r.xlsx", "-o", "r.parquet", "-o", "r.geojson");

        written.ExitCode.ShouldBe(0, written.Error);
        string html = File.ReadAllText(simulate.File("r.html"));
        html.ShouldNotContain("http://");
        html.ShouldNotContain("https://");
        html.ShouldNotContain("<script");
        Drawings().Count(html).ShouldBeGreaterThanOrEqualTo(5);
        Drawings().Count(html).ShouldBe(Regex.Count(html, "<svg viewBox"));
        Regex.Count(html, "<figure>").ShouldBe(7);

        // Every number of the report is found in the table, in the rows that it is about; a wrong one is not.
        PrintedNumbers table = new(File.ReadAllText(simulate.File("r.csv")), Indicator.All.ToDictionary(i => i.Title, i => i.Key));
        (IReadOnlyList<string> lost, int all) = table.Look(html);
        lost.ShouldBeEmpty();
        all.ShouldBeGreaterThan(200);
        table.Look(html, text => Regex.Replace(text, @"(?<=\d)(?=\.\d|,\d)", "7")).Lost.Count.ShouldBeGreaterThan(150);

        Dictionary<string, string[]> rows = File.ReadAllLines(simulate.File("r.csv")).Skip(1).Select(line => line.Split(','))
            .Where(cells => cells[3] == "all" && cells[5] == "0").ToDictionary(cells => cells[1]);
        string every = html[html.IndexOf(": every measure", StringComparison.Ordinal)..];
        every = every[..every.IndexOf("</table>", StringComparison.Ordinal)];
        string[][] printed = [.. Rows().Matches(every).Select(m => Cells().Matches(m.Value).Select(c => WebUtility.HtmlDecode(c.Groups[1].Value)).ToArray()).Where(c => c.Length > 0)];
        printed.Length.ShouldBeGreaterThan(15);
        string[] walk = printed.Single(r => r[0] == "Walk to school");
        double Cell(int column) => 100 * double.Parse(rows["school_walk"][column], CultureInfo.InvariantCulture);
        Number(walk[1]).ShouldBe(Cell(7), 0.051);
        Number(walk[3]).ShouldBe(Cell(9), 0.51);
        Number(walk[4].Split(" to ")[0]).ShouldBe(Cell(10), 0.51);
        Number(walk[4].Split(" to ")[1]).ShouldBe(Cell(11), 0.51);
        Cell(10).ShouldBeLessThanOrEqualTo(Cell(9));
        Cell(12).ShouldBeLessThanOrEqualTo(Cell(10));

        using JsonDocument map = JsonDocument.Parse(File.ReadAllText(simulate.File("r.geojson")));
        JsonElement[] areas = [.. map.RootElement.GetProperty("features").EnumerateArray()];
        areas.Count(a => a.GetProperty("properties").GetProperty("by").GetString() == "place").ShouldBe(9);
        areas.Length.ShouldBeGreaterThan(1_000);
        JsonElement halton = areas.Select(a => a.GetProperty("properties")).First(p => p.GetProperty("key").GetString() == "Halton");
        string[] haltons = File.ReadAllLines(simulate.File("r.csv")).Select(line => line.Split(',')).Single(c => c[1] == "school_walk" && c[4] == "Halton" && c[5] == "0");
        halton.GetProperty("school_walk").GetDouble().ShouldBe(double.Parse(haltons[9], CultureInfo.InvariantCulture), 1e-12);
        halton.GetProperty("school_walk lower95").GetDouble().ShouldBe(double.Parse(haltons[12], CultureInfo.InvariantCulture), 1e-12);
        foreach (JsonElement area in areas)
        {
            JsonElement ring = area.GetProperty("geometry").GetProperty("coordinates")[0][0];
            ring[0][0].GetDouble().ShouldBeInRange(-3.4, -1.9);
            ring[0][1].GetDouble().ShouldBeInRange(52.9, 53.8);
            ring[0].GetRawText().ShouldBe(ring[ring.GetArrayLength() - 1].GetRawText());
        }

        using ZipArchive workbook = ZipFile.OpenRead(simulate.File("r.xlsx"));
        workbook.Entries.ShouldContain(e => e.FullName.EndsWith("sheet1.xml", StringComparison.Ordinal));
        File.ReadAllBytes(simulate.File("r.parquet"))[..4].ShouldBe("PAR1"u8.ToArray());

        Outcome again = simulate.Run("study", "report", "study", "-o", "r.html");
        again.ExitCode.ShouldBe(1);
        again.Error.ShouldContain("exists already");
        simulate.Run("study", "report", "study", "-o", "r.pdf").Error.ShouldContain(".html, .xlsx");

        File.Delete(simulate.File("study/map.geojson"));
        simulate.Run("study", "report", "study", "-o", "other.geojson").Error.ShouldContain("the same 'simulate study run' writes it");
    }

    [Fact]
    public void OnePair_IsToldFromChance_AsACompareOfTheSameRunsIs()
    {
        simulate.Write("plan.yaml", Scenarios.SchoolStreets);
        simulate.Write("baseline.yaml", Scenarios.Baseline);
        simulate.Run("study", "run", "plan.yaml", "--residents", Simulate.Residents, "--out", "study").ExitCode.ShouldBe(0);

        string report = Regex.Replace(simulate.Run("study", "report", "study").Out, @"\s+", " ");
        string compared = Regex.Replace(simulate.Run("compare", "baseline.yaml", "plan.yaml", "--residents", Simulate.Residents).Out, @"\s+", " ");

        report.ShouldContain("28 days from 2026-09-01");
        report.ShouldContain("Figures are means over the whole run.");
        int from = compared.IndexOf("In short: School streets ", StringComparison.Ordinal) + "In short: School streets ".Length;
        report.ShouldContain(compared[from..compared.IndexOf("One run, no range yet.", StringComparison.Ordinal)]);
        report.ShouldContain("We can't tell whether the gap in walking to school narrows or widens.");
    }

    [Fact]
    public void OwnersShares_AddUpToTheWhole()
    {
        simulate.Write("plan.yaml", Scenarios.Together.Replace("limit: 20 mph", "owner: police\n      limit: 20 mph", StringComparison.Ordinal));
        simulate.Run("study", "run", "plan.yaml", "--residents", Simulate.Residents, "--split", "--seeds", "2", "--out", "study").ExitCode.ShouldBe(0);

        string report = simulate.Run("study", "report", "study").Out;

        report.ShouldContain("Who carries it");
        int[] shares = [.. Regex.Matches(report, @"(?m)^(?:highways|police) +([+-]?[\d,]+) ").Select(m => int.Parse(m.Groups[1].Value, NumberStyles.AllowThousands | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture))];
        using JsonDocument json = JsonDocument.Parse(simulate.Run("study", "report", "study", "--json").Out);
        JsonElement arm = json.RootElement.GetProperty("scenarios")[0];
        arm.GetProperty("pairs").GetInt32().ShouldBe(2);
        shares.Length.ShouldBe(2);
        ((double)shares.Sum()).ShouldBe(arm.GetProperty("fewerInactive").GetDouble(), 1.5);
    }

    [Fact]
    public void Mechanisms_ShareTheWholeOut_AndTheReportDrawsThem()
    {
        simulate.Write("plan.yaml", Scenarios.Together);
        Outcome made = simulate.Run("study", "run", "plan.yaml", "--residents", Simulate.Residents, "--days", "84", "--mechanisms", "--out", "study");
        made.ExitCode.ShouldBe(0, made.Error);

        // School streets take cars from the gate and minutes from drivers; the two feedbacks are always there.
        simulate.Files().Count(f => f.Contains("-only-by-", StringComparison.Ordinal) && f.EndsWith(".run", StringComparison.Ordinal)).ShouldBe(14);
        using JsonDocument json = JsonDocument.Parse(simulate.Run("study", "report", "study", "--json").Out);
        JsonElement arm = json.RootElement.GetProperty("scenarios")[0];
        Dictionary<string, JsonElement> carried = arm.GetProperty("mechanisms").EnumerateArray().ToDictionary(m => m.GetProperty("name").GetString()!);
        carried.Keys.Order().ShouldBe(["company", "habit", "safety", "time"]);
        carried.Values.Sum(m => m.GetProperty("share").GetDouble()).ShouldBe(arm.GetProperty("fewerInactive").GetDouble(), 1e-6);

        // Alone a feedback has nothing to feed on.
        carried["company"].GetProperty("alone").GetDouble().ShouldBe(0);
        carried["habit"].GetProperty("alone").GetDouble().ShouldBe(0);
        carried["safety"].GetProperty("alone").GetDouble().ShouldNotBe(0);
        simulate.Run("study", "report", "study").Out.ShouldContain("How it acts: fewer residents inactive, central values");

        simulate.Run("study", "report", "study", "-o", "r.html", "-o", "r.csv").ExitCode.ShouldBe(0);
        string html = File.ReadAllText(simulate.File("r.html"));
        html.ShouldContain("if held back");
        PrintedNumbers table = new(File.ReadAllText(simulate.File("r.csv")), Indicator.All.ToDictionary(i => i.Title, i => i.Key));
        table.Look(html).Lost.ShouldBeEmpty();
    }

    [Fact]
    public void OtherStructures_AreDotsBesideTheRange_AndNeverInIt()
    {
        simulate.Write("plan.yaml", Scenarios.SchoolStreets);
        string[] study = ["study", "run", "plan.yaml", "--residents", Simulate.Residents, "--days", "60", "--draws", "2"];
        simulate.Run([.. study, "--out", "plain"]).ExitCode.ShouldBe(0);

        Outcome made = simulate.Run([.. study, "--structures", "--out", "study"]);

        made.ExitCode.ShouldBe(0, made.Error);

        // Nobody has a birthday in sixty days of autumn: what becomes of people is no structure of this run.
        simulate.Files().Count(f => f.Contains("-propensity-", StringComparison.Ordinal) && f.EndsWith(".run", StringComparison.Ordinal)).ShouldBe(4);
        using JsonDocument json = JsonDocument.Parse(simulate.Run("study", "report", "study", "--json").Out);
        using JsonDocument plain = JsonDocument.Parse(simulate.Run("study", "report", "plain", "--json").Out);
        JsonElement arm = json.RootElement.GetProperty("scenarios")[0];
        arm.GetProperty("structures").EnumerateArray().Select(s => s.GetProperty("structure").GetString())
            .ShouldBe(["structure.propensity=frozen", "structure.propensity=fixed"]);
        arm.GetProperty("changes").GetRawText().ShouldBe(plain.RootElement.GetProperty("scenarios")[0].GetProperty("changes").GetRawText());
        string report = simulate.Run("study", "report", "study").Out;
        report.ShouldContain("if nobody's bent for activity moves");
        report.Split('\n').ShouldAllBe(line => line.Length <= 80);

        simulate.Run("study", "report", "study", "-o", "r.html", "-o", "r.csv").ExitCode.ShouldBe(0);
        string html = WebUtility.HtmlDecode(File.ReadAllText(simulate.File("r.html")));
        html.ShouldContain("Formed otherwise the model says");
        string[] exported = [.. File.ReadAllLines(simulate.File("r.csv")).Where(line => line.Contains("(structure.propensity=fixed),residents_inactive", StringComparison.Ordinal) && line.Contains(",all,all,0,", StringComparison.Ordinal))];
        double fewer = arm.GetProperty("structures")[1].GetProperty("fewerInactive").GetDouble();
        double.Parse(exported.ShouldHaveSingleItem().Split(',')[9], CultureInfo.InvariantCulture).ShouldBe(-fewer, 1e-6 * Math.Abs(fewer));
    }

    [Fact]
    public void Report_OfASample_SpeaksForTheRegion_AndHoldsThePlanAgainstTargetAndBudget()
    {
        simulate.Write("plan.yaml", Scenarios.Nothing + "\ninterventions:\n  - school_street:\n      reach: 60% of primary schools\n  - flexible_working:\n      reach: 40% of employees\n");
        simulate.Write("study.yaml", """
            study: Enough?
            version: 1
            scenarios: [plan.yaml]
            draws: 8
            target: 150,000 residents more active
            budget: £1m
            """);
        Outcome made = simulate.Run("study", "run", "study.yaml", "--residents", Simulate.Residents, "--days", "28");
        made.ExitCode.ShouldBe(0, made.Error);

        string report = Regex.Replace(simulate.Run("study", "report", "study").Out, @"\s+", " ");
        simulate.Run("study", "report", "study", "-o", "r.csv", "-o", "r.html").ExitCode.ShouldBe(0);

        report.ShouldContain("150,000 asked for");
        report.ShouldContain("more than the budget of £1.0m");
        report.ShouldContain("The target is reached within the budget in none of 8 draws of the evidence.");
        report.ShouldContain("No range is known for flexible working: the doubt given is a floor, not certainty.");
        report.ShouldNotContain("No range is known for school street");
        report.ShouldContain("that stand for 2,700,000");
        WebUtility.HtmlDecode(File.ReadAllText(simulate.File("r.html"))).ShouldContain("the doubt given is a floor, not certainty");

        // Adults and children whose week is known: most of 2.7 million residents, however few are simulated.
        string[] everybody = File.ReadAllLines(simulate.File("r.csv")).Select(line => line.Split(','))
            .Single(cells => cells[1] == "residents_inactive" && cells[3] == "all" && cells[5] == "0");
        double.Parse(everybody[6], CultureInfo.InvariantCulture).ShouldBeInRange(2.2e6, 2.75e6);
    }

    [Fact]
    public void UntilSure_StopsAtABlockOfDraws()
    {
        simulate.Write("plan.yaml", Scenarios.Nothing + "\ninterventions:\n  - school_street:\n      reach: 5% of primary schools\n");

        Outcome outcome = simulate.Run("study", "run", "plan.yaml", "--residents", "3000", "--draws", "17", "--until-sure", "--days", "21");

        outcome.ExitCode.ShouldBe(0, outcome.Error);
        outcome.Error.ShouldContain("16 draws:");
        simulate.Files().Count(f => f.EndsWith(".run", StringComparison.Ordinal)).ShouldBe(34);
    }

    private static double Number(string text) =>
        double.Parse(text.Replace('−', '-').TrimStart('+'), NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture);

    [GeneratedRegex("<svg viewBox=\"[^\"]*\" role=\"img\" aria-label=\"[^\"]+\"")]
    private static partial Regex Drawings();

    [GeneratedRegex("<tr>.*?</tr>")]
    private static partial Regex Rows();

    [GeneratedRegex("<td>(.*?)</td>")]
    private static partial Regex Cells();
}
