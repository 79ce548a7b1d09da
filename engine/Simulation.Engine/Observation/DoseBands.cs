using Simulation.Engine.Populations;


namespace Simulation.Engine.Observation;

/// <summary>
/// How adults of 20 and over are counted by activity for health: bands of 15 moderate-equivalent minutes a week, up to the 300
/// from which the published curves are flat.
/// </summary>
public static class DoseBands
{
    /// <summary>Bands: none, twenty of 15 minutes, 300 minutes and more.</summary>
    public const int Count = 22;

    /// <summary>Five-year age bands from 20; the last is 90 and over.</summary>
    public const int AgeBands = 15;

    /// <summary>Youngest who are counted: the curves are of adults from here.</summary>
    public const int LowestAge = 20;

    /// <summary>Minutes a week that a band spans.</summary>
    public const int Width = 15;

    /// <summary>Sexes × age bands.</summary>
    internal const int Strata = 2 * AgeBands;

    /// <summary>Cells of a neighbourhood: strata × bands, and one for those who are not counted.</summary>
    internal const int Cells = (Strata * Count) + 1;

    private const int Weeks = 4;

    /// <summary>Columns of a table of bands: the lowest minutes of each.</summary>
    public static IReadOnlyList<string> Names { get; } = ["none", .. Enumerable.Range(0, Count - 1).Select(b => $"minutes_{Math.Max(1, b * Width)}")];

    /// <summary>Minutes a week in the middle of a band; its lowest for the last.</summary>
    public static double Minutes(int band) => band switch
    {
        0 => 0,
        Count - 1 => (Count - 2) * Width,
        _ => ((band - 1) * Width) + (Width / 2.0),
    };

    /// <summary>Whether the Sunday <paramref name="date"/> ends four weeks that are counted: the same Sundays in every run.</summary>
    public static bool CountedOn(DateOnly date) => (date.DayNumber + 1) / 7 % Weeks == 0;

    /// <summary>Band of an age of 20 or over.</summary>
    public static int AgeBand(int age) => Math.Min(AgeBands - 1, (age - LowestAge) / 5);

    /// <summary>Lowest age of a band.</summary>
    public static int LowestAgeOf(int band) => LowestAge + (5 * band);

    /// <summary>Band of the minutes of 28 days.</summary>
    public static int Band(int month) => month == 0 ? 0 : Math.Min(Count - 1, 1 + (month / (Weeks * Width)));

    /// <summary>A resident's cell; who has died since rows were laid has the vacant key and is nobody.</summary>
    internal static int Cell(byte age, byte key, int month) => age is < LowestAge or Populations.Population.VacantAge || key == Demographics.Vacant
        ? Cells - 1
        : (((Demographics.Female(key) ? AgeBands : 0) + AgeBand(age)) * Count) + Band(month);
}
