using System.Globalization;
using System.Reflection;

namespace Simulation.Engine.Time;

/// <summary>The school years that councils of the area published, with their sources (<c>school_terms.csv</c>).</summary>
internal static class PublishedTerms
{
    private const int FirstDate = 3;
    private const int Dates = 12;
    private const int Training = FirstDate + Dates;

    private static readonly Lazy<IReadOnlyDictionary<(string Council, int Year), SchoolTerms>> Table = new(Read);

    /// <summary>The published years by code of the council and year of the autumn term.</summary>
    public static IReadOnlyDictionary<(string Council, int Year), SchoolTerms> All => Table.Value;

    private static Dictionary<(string Council, int Year), SchoolTerms> Read()
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Simulation.Engine.Time.school_terms.csv")
            ?? throw new InvalidOperationException("school_terms.csv is missing from the engine.");
        using StreamReader reader = new(stream);
        Dictionary<(string Council, int Year), SchoolTerms> years = [];
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            string[] cells = line.Split(',');
            DateOnly[] d = [.. cells.Skip(FirstDate).Take(Dates).Select(Date)];
            // Start, half-term from … to, end: the days of half-term lie between the two stretches of a term.
            (DateOnly, DateOnly)[] stretches =
            [
                (d[0], d[1].AddDays(-1)), (d[2].AddDays(1), d[3]),
                (d[4], d[5].AddDays(-1)), (d[6].AddDays(1), d[7]),
                (d[8], d[9].AddDays(-1)), (d[10].AddDays(1), d[11]),
            ];
            IReadOnlyList<DateOnly>? training = cells[Training] switch
            {
                "school" => null,
                "unlisted" => [],
                string listed => [.. listed.Split(';').Select(Date)],
            };
            years.Add((cells[0], d[0].Year), SchoolTerms.AsPublished(stretches, training));
        }

        return years;
    }

    private static DateOnly Date(string cell) => DateOnly.ParseExact(cell, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
