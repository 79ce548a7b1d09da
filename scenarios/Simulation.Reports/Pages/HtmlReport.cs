using System.Net;
using System.Text;
using Simulation.Reports.Charts;

namespace Simulation.Reports.Pages;

/// <summary>One sheet of a report that answers one question.</summary>
/// <param name="Plan">What is compared.</param>
/// <param name="Period">Where and when.</param>
/// <param name="Answer">The answer, in one sentence.</param>
/// <param name="Good">Whether the answer wears the colour of a change for the better.</param>
/// <param name="Sentences">What else is to be known at once.</param>
/// <param name="Main">What changes, and for which fifth.</param>
/// <param name="Middle">Where, and what drives it.</param>
/// <param name="Last">When, at what price, and how sure.</param>
/// <param name="NotInHere">What is left out.</param>
/// <param name="Provenance">Residents, pairs, draws, hashes.</param>
public sealed record AnswerSheet(
    string Plan,
    string Period,
    string Answer,
    bool Good,
    IReadOnlyList<string> Sentences,
    IReadOnlyList<Exhibit> Main,
    IReadOnlyList<Exhibit> Middle,
    IReadOnlyList<Exhibit> Last,
    string NotInHere,
    string Provenance);

/// <summary>Writes a report: one file that needs nothing else, reads in any browser, and prints on A4.</summary>
public static class HtmlReport
{
    /// <summary>The report as HTML.</summary>
    /// <param name="title">Title of the window.</param>
    /// <param name="sheets">The answers, a sheet each.</param>
    /// <param name="tables">What follows, a page each: a table, with its drawing above it where there is one.</param>
    /// <param name="evidence">Where the numbers come from.</param>
    public static string Write(string title, IReadOnlyList<AnswerSheet> sheets, IReadOnlyList<Exhibit> tables, IReadOnlyList<EvidenceCard> evidence)
    {
        ArgumentNullException.ThrowIfNull(sheets);
        ArgumentNullException.ThrowIfNull(tables);
        ArgumentNullException.ThrowIfNull(evidence);
        StringBuilder html = new();
        html.Append("<!doctype html>\n<html lang=\"en-GB\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">")
            .Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">")
            .Append("<title>").Append(Text(title)).Append("</title><style>").Append(Css()).Append("</style></head><body>")
            .Append("<svg width=\"0\" height=\"0\" style=\"position:absolute\" aria-hidden=\"true\"><defs><pattern id=\"unknown\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><rect width=\"6\" height=\"6\" fill=\"#fff\"/><line x1=\"0\" y1=\"0\" x2=\"0\" y2=\"6\" stroke=\"#b9b2a4\" stroke-width=\"1.2\"/></pattern></defs></svg><main>");
        foreach (AnswerSheet sheet in sheets)
        {
            Sheet(html, sheet);
        }

        foreach (Exhibit table in tables)
        {
            html.Append("<section class=\"page\"><h2 class=\"sheet\">").Append(Text(table.Title)).Append("</h2><p class=\"second\">").Append(Text(table.Subtitle)).Append("</p>").Append(table.Drawing);
            if (table.Rows.Count > 0)
            {
                Table(html, table);
            }

            html.Append("</section>");
        }

        if (evidence.Count > 0)
        {
            html.Append("<section class=\"page\"><h2 class=\"sheet\">Where the numbers come from</h2><p class=\"second\">Every number that the draws vary, with its range, how it was come by, and its source.</p><div class=\"cards\">");
            foreach (EvidenceCard card in evidence)
            {
                html.Append("<div class=\"card\"><b>").Append(Text(card.Name)).Append("</b> ").Append(Text(card.Value)).Append(" · ").Append(Text(card.Grade))
                    .Append("<p>").Append(Text(card.Meaning)).Append(' ').Append(Text(card.Source)).Append(".</p></div>");
            }

            html.Append("</div></section>");
        }

        return html.Append("</main></body></html>\n").ToString();
    }

    private static void Sheet(StringBuilder html, AnswerSheet sheet)
    {
        html.Append("<section class=\"page\"><p class=\"kicker\"><span>").Append(Text(sheet.Plan)).Append("</span><span>").Append(Text(sheet.Period)).Append("</span></p><h1")
            .Append(sheet.Good ? string.Empty : " class=\"level\"").Append('>').Append(Text(sheet.Answer)).Append("</h1><p class=\"second\">")
            .Append(Text(string.Join(' ', sheet.Sentences))).Append("</p>");
        Row(html, "main", sheet.Main);
        Row(html, sheet.Middle.Count > 1 ? "half" : "whole", sheet.Middle);
        Row(html, sheet.Last.Count > 2 ? "third" : "half last", sheet.Last);
        html.Append("<p class=\"small\">").Append(Text(sheet.NotInHere)).Append(' ').Append(Text(sheet.Provenance)).Append("</p></section>");
    }

    private static void Row(StringBuilder html, string kind, IReadOnlyList<Exhibit> charts)
    {
        if (charts.Count == 0)
        {
            return;
        }

        html.Append("<div class=\"row ").Append(kind).Append("\">");
        foreach (Exhibit chart in charts)
        {
            html.Append("<figure><figcaption><h2>").Append(Text(chart.Title)).Append("</h2><p>").Append(Text(chart.Subtitle)).Append("</p></figcaption>").Append(chart.Drawing);
            if (chart.Rows.Count > 0)
            {
                html.Append("<details><summary>as a table</summary>");
                Table(html, chart);
                html.Append("</details>");
            }

            html.Append("</figure>");
        }

        html.Append("</div>");
    }

    private static void Table(StringBuilder html, Exhibit chart)
    {
        html.Append("<table><thead><tr>");
        foreach (string head in chart.Head)
        {
            html.Append("<th scope=\"col\">").Append(Text(head)).Append("</th>");
        }

        html.Append("</tr></thead><tbody>");
        foreach (IReadOnlyList<string> row in chart.Rows)
        {
            html.Append("<tr>");
            foreach (string cell in row)
            {
                html.Append("<td>").Append(Text(cell)).Append("</td>");
            }

            html.Append("</tr>");
        }

        html.Append("</tbody></table>");
    }

    private static string Text(string text) => WebUtility.HtmlEncode(text);

    private static string Css()
    {
        using Stream stream = typeof(HtmlReport).Assembly.GetManifestResourceStream("Simulation.Reports.report.css")!;
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }
}
