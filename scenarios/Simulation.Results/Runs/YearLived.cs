using System.Globalization;

namespace Simulation.Results.Runs;

/// <summary>What a year of a run's residents came to; numbers are of those simulated.</summary>
/// <param name="Until">The first of September on which it ended.</param>
/// <param name="Births">Births in it.</param>
/// <param name="Deaths">Deaths in it.</param>
/// <param name="Residents">Residents when the next began.</param>
/// <param name="Aged65">Of them 65 or over.</param>
/// <param name="Employed">Of them in work.</param>
/// <param name="Reception">Of them beginning reception.</param>
/// <param name="TurnSeconds">Seconds that the turn of the year took.</param>
public sealed record YearLived(
    DateOnly Until, int Births, int Deaths, int Residents, int Aged65, int Employed, int Reception, double TurnSeconds)
{
    // Fields of a line, and of one written before people moved.
    private const int Fields = 12;
    private const int FieldsBefore = 8;

    /// <summary>Households when the next began; 0 in a run in which nobody moved.</summary>
    public int Households { get; init; }

    /// <summary>Residents who came to the area.</summary>
    public int Arrivals { get; init; }

    /// <summary>Residents who left the area.</summary>
    public int Departures { get; init; }

    /// <summary>Residents who moved from one neighbourhood to another.</summary>
    public int Movers { get; init; }

    /// <summary>The years as one text: a line each.</summary>
    public static string ToText(IReadOnlyList<YearLived> years) => string.Join('\n', years.Select(y => string.Create(
        CultureInfo.InvariantCulture,
        $"{y.Until:yyyy-MM-dd} {y.Births} {y.Deaths} {y.Residents} {y.Aged65} {y.Employed} {y.Reception} {y.TurnSeconds:R} {y.Households} {y.Arrivals} {y.Departures} {y.Movers}")));

    /// <summary>The years that a text holds.</summary>
    /// <exception cref="FormatException">A line cannot be read.</exception>
    public static IReadOnlyList<YearLived> FromText(string text) => text.Length == 0 ? [] : [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Read)];

    private static YearLived Read(string line)
    {
        string[] parts = line.Split(' ');
        if (parts.Length is not (Fields or FieldsBefore))
        {
            throw new FormatException($"the manifest's 'years_lived' has the line '{line}', which cannot be read");
        }

        int Whole(int at) => at < parts.Length ? int.Parse(parts[at], CultureInfo.InvariantCulture) : 0;
        return new YearLived(
            DateOnly.Parse(parts[0], CultureInfo.InvariantCulture), Whole(1), Whole(2), Whole(3), Whole(4), Whole(5), Whole(6), double.Parse(parts[7], CultureInfo.InvariantCulture))
        {
            Households = Whole(8),
            Arrivals = Whole(9),
            Departures = Whole(10),
            Movers = Whole(11),
        };
    }
}
