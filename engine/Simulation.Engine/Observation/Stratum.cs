namespace Simulation.Engine.Observation;

/// <summary>Of whom counts are: everybody, a place, a deprivation decile, an age group, a neighbourhood …</summary>
/// <param name="By">Stratification, one of <see cref="Stratification"/>.</param>
/// <param name="Key">Key among those of its stratification: <c>all</c>, <c>Liverpool</c>, <c>1</c> (most deprived decile), <c>16-34</c>, an LSOA code.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Place">The place that it lies in; null where it lies in several.</param>
/// <param name="Decile">Its national deprivation decile, 1 the most deprived; null where it has several.</param>
public sealed record Stratum(string By, string Key, string Name, string? Place = null, int? Decile = null);

/// <summary>Ways to break counts down.</summary>
public static class Stratification
{
    /// <summary>Everybody together; its one stratum has the key <c>all</c>.</summary>
    public const string Everybody = "all";

    /// <summary>The nine places.</summary>
    public const string Place = "place";

    /// <summary>National deprivation deciles of neighbourhoods, most deprived first.</summary>
    public const string Deprivation = "deprivation";

    /// <summary>The deciles within each place, from which a place's slope is formed.</summary>
    public const string PlaceDeprivation = "place_deprivation";

    /// <summary>Age groups.</summary>
    public const string Age = "age";

    /// <summary>Sexes.</summary>
    public const string Sex = "sex";

    /// <summary>Disabled and not disabled residents.</summary>
    public const string Disability = "disability";

    /// <summary>Neighbourhoods.</summary>
    public const string Neighbourhood = "neighbourhood";
}
