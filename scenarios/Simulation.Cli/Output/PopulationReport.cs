using Simulation.Engine.Populations;

namespace Simulation.Cli.Output;

/// <summary>Prints a population beside the published figures.</summary>
internal static class PopulationReport
{
    private const string Percent = "%";
    private const string PerHousehold = "residents_per_household";

    /// <summary>Prints places, the whole, and how well neighbourhoods meet their totals.</summary>
    public static void Print(Terminal terminal, Population population, PopulationSummary summary)
    {
        terminal.WriteParagraph(
            $"{population.Count:N0} residents, {population.Neighbourhoods.Count:N0} neighbourhoods, {population.Places.Count} places, {population.Schools.Count:N0} schools, {population.Employers.Count:N0} employers; made from {population.Description.Source} with seed {population.Description.Seed}.");
        terminal.WriteLine($"Hash {population.Description.Hash}");
        Region region = Region.Of(population);
        if (region.Sampled)
        {
            terminal.WriteParagraph($"Numbers below are those of the region's {region.Residents:N0} residents, estimated from the {region.Simulated:N0} simulated.");
        }

        foreach (string warning in population.Description.Warnings)
        {
            terminal.WriteParagraph($"warning: {warning}");
        }

        foreach (PlaceSummary place in summary.Places)
        {
            PrintFigures(terminal, place.Place.Name, place.Figures, region);
        }

        PrintFigures(terminal, "All places", summary.Whole, region);
        PrintFits(terminal, summary.Marginals);
    }

    /// <summary>Writes the members of the object that <c>population describe --json</c> prints.</summary>
    public static void WriteJson(System.Text.Json.Utf8JsonWriter json, Population population, PopulationSummary summary)
    {
        WriteIdentity(json, population);
        json.WriteObjects("places", summary.Places, place =>
        {
            json.WriteString("code", place.Place.Code);
            json.WriteString("name", place.Place.Name);
            WriteFigures(json, place.Figures);
        });
        json.WriteObject("whole", () => WriteFigures(json, summary.Whole));
        json.WriteObjects("marginals", summary.Marginals, fit =>
        {
            json.WriteString("name", fit.Name);
            json.WriteFinite("medianError", fit.MedianError);
            json.WriteFinite("worstError", fit.WorstError);
            json.WriteString("worstNeighbourhood", fit.WorstNeighbourhood);
        });
    }

    /// <summary>Writes how large a population is and what it was made from.</summary>
    public static void WriteIdentity(System.Text.Json.Utf8JsonWriter json, Population population)
    {
        json.WriteNumber("residents", population.Count);
        json.WriteNumber("regionResidents", Region.Of(population).Residents);
        json.WriteNumber("neighbourhoods", population.Neighbourhoods.Count);
        json.WriteNumber("schools", population.Schools.Count);
        json.WriteString("source", population.Description.Source);
        json.WriteNumber("seed", population.Description.Seed);
        json.WriteString("hash", population.Description.Hash);
        json.WriteObjects("inputs", population.Description.Inputs, input =>
        {
            json.WriteString("name", input.Name);
            json.WriteString("sha256", input.Sha256);
        });
        json.WriteStrings("warnings", population.Description.Warnings);
    }

    private static void WriteFigures(System.Text.Json.Utf8JsonWriter json, IReadOnlyList<SummaryFigure> figures) =>
        json.WriteObjects("figures", figures, figure =>
        {
            json.WriteString("key", figure.Key);
            json.WriteString("unit", figure.Unit);
            json.WriteFinite("model", figure.Model);
            json.WriteFinite("published", figure.Published ?? double.NaN);
        });

    private static void PrintFigures(Terminal terminal, string title, IReadOnlyList<SummaryFigure> figures, Region region)
    {
        terminal.WriteHeading(title);
        TextTable table = new(["Figure", ">Model", ">Published", ">Difference"]);
        foreach (SummaryFigure figure in figures)
        {
            table.Add(
                figure.Label,
                Format(figure, Counts(figure) ? figure.Model * region.Scale : figure.Model),
                figure.Published is { } published ? Format(figure, published) : string.Empty,
                figure is { Unit: Percent, Published: { } share } ? Numbers.SignedFixed(figure.Model - share, 1) + " pp" : string.Empty);
        }

        table.Write(terminal);
    }

    private static void PrintFits(Terminal terminal, IReadOnlyList<MarginalFit> fits)
    {
        if (fits.Count == 0)
        {
            return;
        }

        terminal.WriteHeading("Neighbourhoods against their own totals (worst category of each)");
        TextTable table = new(["Total", ">Median error", ">Worst error", "Worst in"]);
        foreach (MarginalFit fit in fits)
        {
            table.Add(fit.Name, Numbers.Fixed(fit.MedianError, 2) + " pp", Numbers.Fixed(fit.WorstError, 2) + " pp", fit.WorstNeighbourhood);
        }

        table.Write(terminal);
    }

    private static string Format(SummaryFigure figure, double value) =>
        figure.Unit == Percent ? Numbers.Fixed(value, 1) + " %" : Counts(figure) ? Numbers.Count(value) : Numbers.Fixed(value, 2);

    private static bool Counts(SummaryFigure figure) => figure.Unit != Percent && figure.Key != PerHousehold;
}
