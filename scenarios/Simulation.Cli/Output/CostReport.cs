using System.Globalization;
using System.Text.Json;
using Simulation.Engine.Interventions;
using Simulation.Scenarios.Costing;

namespace Simulation.Cli.Output;

/// <summary>Prints what a scenario costs: by owner and year, whose prices they are, and what has no price.</summary>
internal static class CostReport
{
    private const int Indent = 2;

    /// <summary>The table, the sum with the range of its default prices, where these come from, and what is not costed.</summary>
    public static void Print(Terminal terminal, CostEstimate cost)
    {
        terminal.WriteHeading("What it costs within the run");
        if (cost.Lines.Count > 0)
        {
            TextTable table = new(["Owner", "Year from April", ">Once", ">Running"]);
            foreach (CostLine line in cost.Lines)
            {
                table.Add(Capital(Owners.InWords(line.Owner)), line.Year, Pounds(line.Capital), Pounds(line.Running));
            }

            table.Add("All", string.Empty, Pounds(cost.Capital), Pounds(cost.Running));
            table.Write(terminal);
        }

        terminal.WriteParagraph(Sum(cost));
        PriceUsed[] given = [.. cost.Prices.Where(p => p.Given is not null)];
        if (given.Length > 0)
        {
            terminal.WriteLine();
            terminal.WriteLine("Prices that the file names");
            foreach (PriceUsed price in given)
            {
                terminal.WriteParagraph(Sentence(price, price.Given!), Indent);
            }
        }

        PriceUsed[] defaults = [.. cost.Prices.Where(p => p.Default is not null)];
        if (defaults.Length > 0)
        {
            terminal.WriteLine();
            terminal.WriteLine($"Default prices, where the file names none, in pounds of {PriceLevel.Year}");
            foreach (PriceUsed price in defaults)
            {
                terminal.WriteParagraph(Sentence(price, price.Default!), Indent);
            }
        }
    }

    /// <summary>The sum in one or two sentences, with what it leaves out.</summary>
    public static string Sum(CostEstimate cost)
    {
        string left = Left(cost.NotCosted);
        return cost.Prices.Count == 0 ? (left.Length == 0 ? "In all: £0." : left)
            : $"In all: {Pounds(cost.Central)}{(cost.HasDefaults && cost.High > 0 ? $" ({Pounds(cost.Low)} to {Pounds(cost.High)} over the published prices)" : string.Empty)}.{(left.Length == 0 ? string.Empty : " " + left)}";
    }

    /// <summary>Writes the members that say what a scenario costs.</summary>
    public static void WriteJson(Utf8JsonWriter json, CostEstimate cost)
    {
        json.WriteObjects("costs", cost.Lines, line =>
        {
            json.WriteString("owner", line.Owner);
            json.WriteString("year", line.Year);
            json.WriteFinite("capital", line.Capital);
            json.WriteFinite("running", line.Running);
        });
        json.WriteObject("cost", () =>
        {
            json.WriteFinite("central", cost.Central);
            json.WriteFinite("low", cost.Low);
            json.WriteFinite("high", cost.High);
        });
        json.WriteObjects("prices", cost.Prices, price =>
        {
            json.WriteString("intervention", price.Intervention);
            json.WriteString("owner", price.Owner);
            json.WriteFinite("central", price.Central);
            json.WriteFinite("low", price.Low);
            json.WriteFinite("high", price.High);
            json.WriteBoolean("default", price.Default is not null);
            if (price.Default is { } published)
            {
                json.WriteString("item", published.Item);
                json.WriteString("source", published.Source);
                json.WriteString("pricesOf", Years(published));
                json.WriteNumber("broughtTo", PriceLevel.Year);
            }
        });
        json.WriteStartArray("notCosted");
        cost.NotCosted.ToList().ForEach(json.WriteStringValue);
        json.WriteEndArray();
    }

    private static string Left(IReadOnlyList<string> notCosted) => notCosted.Count == 0 ? string.Empty
        : $"Not costed: {string.Join(", ", notCosted)}. The file gives no price and no published one stands in; the sum leaves {(notCosted.Count == 1 ? "it" : "them")} out.";

    private static string Sentence(PriceUsed price, CostItem given)
    {
        string of = price.Each is { } units ? $"for each of the {units} reached" : "for all of it together";
        return $"{Capital(price.Intervention.Replace('_', ' '))}: {Pounds(price.Central)}. {Money(given.Pounds)} {(given.PerYear ? "a year" : "once")} {of}, paid by {Owners.InWords(given.Owner)}.";
    }

    private static string Sentence(PriceUsed price, UnitCost published)
    {
        (double low, double central, double high) = published.Today;
        string each = published.Basis switch { CostBasis.Resident => "a resident", CostBasis.Place => "a place", _ => "each" };
        string because = published.ItemsBecause.Length == 0 ? string.Empty : $" ({published.ItemsBecause})";
        string year = published.PerYear ? " a year" : string.Empty;
        return $"{Capital(price.Intervention.Replace('_', ' '))}: {Pounds(price.Central)}. {Money(central)} {each}{year}, {Money(low)} to {Money(high)}: "
            + $"{published.Item}{because}. {published.Source}; prices of {Years(published)}.";
    }

    private static string Years(UnitCost published) => published.FirstYear == published.LastYear
        ? published.FirstYear.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{published.FirstYear}-{published.LastYear}");

    private static string Pounds(double pounds) => "£" + Numbers.Count(pounds);

    private static string Money(double pounds) => pounds < 100 ? "£" + Numbers.Fixed(pounds, 2) : Pounds(pounds);

    private static string Capital(string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];
}
