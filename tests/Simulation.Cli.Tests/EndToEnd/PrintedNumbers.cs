using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace Simulation.Cli.Tests.EndToEnd;

/// <summary>A number as a report prints it: a value, and how finely it was rounded.</summary>
/// <param name="Value">The value, thousands and millions written out.</param>
/// <param name="Within">Half a unit of its last digit that is not a nought behind others.</param>
/// <param name="Text">As printed.</param>
internal sealed record PrintedNumber(double Value, double Within, string Text);

/// <summary>
/// Looks up every number of an HTML report in the exported table: in the table's rows that its place in the report is about, not
/// anywhere.
/// </summary>
internal sealed partial class PrintedNumbers
{
    private static readonly string[] Fifths = ["poorest", "2nd", "3rd", "4th", "richest"];

    private readonly string[][] rows;
    private readonly Dictionary<string, string> titles;

    /// <summary>A report's lookup.</summary>
    /// <param name="csv">The exported table.</param>
    /// <param name="titles">Keys of indicators by the title that reports give them.</param>
    public PrintedNumbers(string csv, Dictionary<string, string> titles)
    {
        rows = [.. csv.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(Split)];
        this.titles = titles;
    }

    /// <summary>Numbers of the report that the table lacks, and how many there were in all.</summary>
    /// <param name="html">The report, up to its evidence cards where it has any, which print the registry.</param>
    /// <param name="change">What to print instead, to see that a wrong number is found.</param>
    public (IReadOnlyList<string> Lost, int All) Look(string html, Func<string, string>? change = null)
    {
        string page = Drawings().Replace(Style().Replace(html, string.Empty), string.Empty);
        int cards = page.IndexOf("Where the numbers come from", StringComparison.Ordinal);
        page = cards < 0 ? page : page[..cards];
        List<string> lost = [];
        int all = 0;
        foreach (Match table in Tables().Matches(page))
        {
            foreach (Match line in Lines().Matches(table.Value).Skip(1))
            {
                string[] cells = [.. Cells().Matches(line.Value).Select(c => WebUtility.HtmlDecode(c.Groups[1].Value))];
                string label = cells.First(c => c.Length > 0);
                Check(About(label), string.Join(" · ", cells.Where(c => c != label)), label);
            }
        }

        foreach (Match sentence in Sentences().Matches(page))
        {
            Check([.. rows.Where(r => r[5] == "0" && r[3] is "all" or "fifth" or "place" or "gap")], Wording().Replace(WebUtility.HtmlDecode(sentence.Groups[1].Value), " "), "sentence");
        }

        return (lost, all);

        void Check(string[][] about, string text, string where)
        {
            double[] known = [.. about.SelectMany(r => (string[])[.. r[6..16], .. r[^3..]]).Where(c => c.Length > 0).Select(c => double.Parse(c, CultureInfo.InvariantCulture)).Distinct()];
            foreach (PrintedNumber number in Numbers(change?.Invoke(text) ?? text))
            {
                all++;
                if (!known.Any(k => ((double[])[k, 100 * k, 1_000 * k]).Any(v => Math.Abs(Math.Abs(v) - Math.Abs(number.Value)) <= number.Within * 1.0001)))
                {
                    lost.Add($"{where}: {number.Text} in \"{text}\"");
                }
            }
        }
    }

    private string[][] About(string label) =>
        titles.TryGetValue(label, out string? key) ? [.. rows.Where(r => r[1] == key && r[3] == "all")]
        : Array.IndexOf(Fifths, label) is >= 0 and var fifth ? [.. rows.Where(r => r[3] == "fifth" && r[4] == $"{fifth + 1}")]
        : label.StartsWith("year ", StringComparison.Ordinal) ? [.. rows.Where(r => r[1] == "residents_inactive" && r[3] == "all" && r[5] == label[5..])]
        : label == "All" ? [.. rows.Where(r => r[3] is "owner" or "mechanism" && r[4] == "all")]
        : rows.Any(r => r[4] == label) ? [.. rows.Where(r => r[4] == label)]
        : [.. rows.Where(r => r[0] == label && r[3] == "all")];

    private static IEnumerable<PrintedNumber> Numbers(string text)
    {
        foreach (Match match in Number().Matches(text))
        {
            string digits = match.Groups["n"].Value.Replace(",", string.Empty, StringComparison.Ordinal);
            double scale = match.Groups["u"].Value switch { "k" => 1e3, "m" => 1e6, "bn" => 1e9, _ => 1 };
            int point = digits.IndexOf('.', StringComparison.Ordinal);
            int decimals = point < 0 ? 0 : digits.Length - point - 1;
            int noughts = point < 0 ? digits.Length - digits.TrimEnd('0').Length : 0;
            double unit = digits.Trim('0', '.').Length == 0 ? Math.Pow(10, -decimals) : Math.Pow(10, noughts - decimals);
            yield return new PrintedNumber(double.Parse(digits, CultureInfo.InvariantCulture) * scale, 0.5 * unit * scale, match.Value);
        }
    }

    private static string[] Split(string line) => [.. Fields().Matches(line).Select(m => m.Groups["q"].Success ? m.Groups["q"].Value.Replace("\"\"", "\"", StringComparison.Ordinal) : m.Groups["p"].Value)];

    [GeneratedRegex("(?:^|,)(?:\"(?<q>(?:[^\"]|\"\")*)\"|(?<p>[^,]*))")]
    private static partial Regex Fields();

    [GeneratedRegex(@"(?<![\w.,])(?<n>\d[\d,]*(?:\.\d+)?)(?<u>bn|[km])?(?![\w%])")]
    private static partial Regex Number();

    [GeneratedRegex("<style>.*?</style>", RegexOptions.Singleline)]
    private static partial Regex Style();

    [GeneratedRegex("<svg.*?</svg>", RegexOptions.Singleline)]
    private static partial Regex Drawings();

    [GeneratedRegex("<table>.*?</table>", RegexOptions.Singleline)]
    private static partial Regex Tables();

    [GeneratedRegex("<tr>.*?</tr>", RegexOptions.Singleline)]
    private static partial Regex Lines();

    [GeneratedRegex("<td>(.*?)</td>")]
    private static partial Regex Cells();

    [GeneratedRegex("(?:<h1[^>]*>|</h1><p class=\"second\">)(.*?)(?:</h1>|</p>)")]
    private static partial Regex Sentences();

    // Numbers of the language, not of the study.
    [GeneratedRegex(@"in every 1(?:00|,000)|in 1(?:00|,000)|of every 100")]
    private static partial Regex Wording();
}
