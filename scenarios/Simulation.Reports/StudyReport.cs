using System.Globalization;
using System.Text;
using Simulation.Engine.Parameters;
using Simulation.Reports.Charts;
using Simulation.Reports.Pages;
using Simulation.Reports.Tables;
using Simulation.Results.Studies;

namespace Simulation.Reports;

/// <summary>A study as a file for those who decide, or for another program.</summary>
/// <param name="study">What the study found; with its map where maps are asked for.</param>
public sealed class StudyReport(StudyFindings study)
{
    private const string Page = ".html";
    private const string Workbook = ".xlsx";
    private const string Text = ".csv";
    private const string Columns = ".parquet";
    private const string Map = ".geojson";

    // One table for every form.
    private IReadOnlyList<FindingRow>? rows;

    // Told by the page and by the tables, and costly to find.
    private readonly Dictionary<StudyArm, IReadOnlyList<Driver>> drivers = [];

    /// <summary>Endings of what can be written.</summary>
    public static IReadOnlyList<string> Endings { get; } = [Page, Workbook, Text, Columns, Map];

    /// <summary>Whether a file of that ending shows maps, for which the study is to be read with them.</summary>
    public static bool Maps(string ending) => ending is Page or Map;

    /// <summary>The file's content.</summary>
    /// <param name="ending">One of <see cref="Endings"/>.</param>
    public byte[] Write(string ending) => ending switch
    {
        Page => Encoding.UTF8.GetBytes(Html()),
        Workbook => FindingFiles.Workbook(Rows, About()).GetAwaiter().GetResult(),
        Map => FindingMap.Write(study),
        Columns => FindingFiles.Parquet(Rows).GetAwaiter().GetResult(),
        _ => Encoding.UTF8.GetBytes(FindingFiles.Csv(Rows)),
    };

    private string Html()
    {
        List<Exhibit> tables = study.Arms.Count > 1 ? [StudySheets.SideBySide(study)] : [];
        tables.AddRange(study.Arms.Select(arm => MapSheet.Of(arm, study, StudySheets.Lead(arm, study))).OfType<Exhibit>());
        tables.AddRange(study.Arms.Select(arm => StudySheets.Mechanisms(arm, Contribution.Of(arm, study.Mechanisms))).OfType<Exhibit>());
        tables.AddRange(study.Arms.Select(arm => StudySheets.Structures(arm, study)).OfType<Exhibit>());
        tables.AddRange(study.Arms.Select(StudySheets.Everything));
        return HtmlReport.Write(
            study.Name,
            [.. study.Arms.OrderBy(a => a.Inactive()?.Mean ?? 0).Select(arm => StudySheets.Of(
                arm, study, [.. study.Costs.Where(c => c.Arm == arm.Name)], Drivers(arm), Contribution.Of(arm, study.Coalitions)))],
            tables,
            [.. study.Drawn.Keys.Select(StudyDrivers.Entry).OfType<Parameter>().Select(Card)]);
    }

    private IReadOnlyList<FindingRow> Rows => rows ??= FindingTable.Of(study, Drivers);

    private IReadOnlyList<Driver> Drivers(StudyArm arm)
    {
        if (!drivers.TryGetValue(arm, out IReadOnlyList<Driver>? found))
        {
            drivers.Add(arm, found = StudyDrivers.Of(arm, study));
        }

        return found;
    }

    private static EvidenceCard Card(Parameter parameter)
    {
        string Number(double value) => value.ToString("0.####", CultureInfo.InvariantCulture).Replace('-', '\u2212');
        string unit = parameter.Unit == "1" ? string.Empty : " " + parameter.Unit;
        return new EvidenceCard(
            parameter.Name, $"{Number(parameter.Value)} ({Number(parameter.Minimum)} to {Number(parameter.Maximum)}){unit}", parameter.Meaning, parameter.Source.TrimEnd('.'),
            parameter.Grade.ToString().ToLowerInvariant());
    }

    private List<(string Name, string Value)> About() =>
    [
        ("study", study.Name),
        ("description", study.Description),
        ("residents", study.Residents.ToString(CultureInfo.InvariantCulture)),
        ("start", study.Start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        ("days", study.Days.ToString(CultureInfo.InvariantCulture)),
        ("plan", study.PlanId),
        ("model", study.Model),
        ("population", study.PopulationHash),
        ("year", "0 = last 52 weeks; 1 and more = years of the horizon"),
        ("lower80, upper80", "holds the change 8 times in 10"),
        ("lower95, upper95", "holds the change 19 times in 20"),
        ("fifth", "1 = most deprived fifth of neighbourhoods; gap = first fifth less last"),
        ("where low, where high", "the change where a number is at its lowest and highest tenth"),
        ("withheld", $"rests on fewer than {FindingRow.Few} residents"),
    ];
}
