using Simulation.Engine.Populations;

namespace Simulation.Engine.Interventions;

/// <summary>Where an intervention is offered. Null means no restriction; lists are alternatives.</summary>
public sealed record Target
{
    /// <summary>No restriction.</summary>
    public static Target Everywhere { get; } = new();

    /// <summary>Names or codes of places.</summary>
    public IReadOnlyList<string>? Places { get; init; }

    /// <summary>Names or codes of neighbourhoods.</summary>
    public IReadOnlyList<string>? Neighbourhoods { get; init; }

    /// <summary>National deprivation deciles, 1 = most deprived.</summary>
    public IReadOnlyList<int>? Deciles { get; init; }

    /// <summary>True = rural only, false = urban only.</summary>
    public bool? Rural { get; init; }

    /// <summary>School phase; an all-through school counts as primary and as secondary.</summary>
    public SchoolPhase? Phase { get; init; }

    /// <summary>Homes, or centres of neighbourhoods, at most this far from a school as the crow flies, metres.</summary>
    public double? NearSchool { get; init; }

    /// <summary>Employer size bands, 0 = micro … 3 = large.</summary>
    public IReadOnlyList<int>? EmployerSizes { get; init; }

    /// <summary>For each neighbourhood, whether it lies within the target.</summary>
    public bool[] Match(Population population)
    {
        NeighbourhoodTable table = population.Neighbourhoods;
        bool[]? places = Places is null ? null : [.. population.Places.Select(p => Names(Places, p.Name, p.Code))];
        var matched = new bool[table.Count];
        for (int n = 0; n < matched.Length; n++)
        {
            bool rural = table.Settlement[n] == (byte)Settlement.Rural;
            matched[n] = (places is null || places[table.Place[n]])
                && (Neighbourhoods is null || Names(Neighbourhoods, table.Name[n], table.Code[n]))
                && (Deciles is null || Deciles.Contains(table.Decile[n]))
                && (Rural is null || Rural == rural);
        }

        return matched;
    }

    /// <summary>For each neighbourhood, whether it lies within the target and its centre near a school.</summary>
    public bool[] MatchCentres(Population population)
    {
        bool[] matched = Match(population);
        if (NearSchool is { } metres)
        {
            SchoolsNear near = new(population.Schools, metres);
            for (int n = 0; n < matched.Length; n++)
            {
                matched[n] = matched[n] && near.Any(population.Neighbourhoods.X[n], population.Neighbourhoods.Y[n]);
            }
        }

        return matched;
    }

    /// <summary>Whether a resident's home is near enough to a school; always where nothing is said of it.</summary>
    public Func<int, bool> NearHome(Population population)
    {
        if (NearSchool is not { } metres)
        {
            return static _ => true;
        }

        SchoolsNear near = new(population.Schools, metres);
        return resident =>
        {
            int home = population.Residents.Household[resident];
            return near.Any(population.Households.X[home], population.Households.Y[home]);
        };
    }

    /// <summary>Whether a school of <paramref name="phase"/> is meant.</summary>
    public bool MatchPhase(byte phase) =>
        Phase is null || phase == (byte)Phase || phase == (byte)SchoolPhase.AllThrough;

    /// <summary>Whether an employer in <paramref name="place"/> (255 = outside the area) is meant.</summary>
    public bool MatchEmployerPlace(Population population, byte place) =>
        Places is null || (place < population.Places.Count && Names(Places, population.Places[place].Name, population.Places[place].Code));

    /// <summary>Whether an employer of <paramref name="sizeBand"/> is meant.</summary>
    public bool MatchSize(byte sizeBand) => EmployerSizes is null || EmployerSizes.Contains(sizeBand);

    private static bool Names(IReadOnlyList<string> wanted, string name, string code) =>
        wanted.Contains(name, StringComparer.OrdinalIgnoreCase) || wanted.Contains(code, StringComparer.OrdinalIgnoreCase);
}
