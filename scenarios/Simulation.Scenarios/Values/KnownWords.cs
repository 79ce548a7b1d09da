namespace Simulation.Scenarios.Values;

/// <summary>Words that stand for things of the world: places, sizes, indicators.</summary>
public static class KnownWords
{
    /// <summary>The nine places: ONS code and name.</summary>
    public static IReadOnlyList<(string Code, string Name)> Places { get; } =
    [
        ("E06000006", "Halton"),
        ("E06000007", "Warrington"),
        ("E06000049", "Cheshire East"),
        ("E06000050", "Cheshire West and Chester"),
        ("E08000011", "Knowsley"),
        ("E08000012", "Liverpool"),
        ("E08000013", "St Helens"),
        ("E08000014", "Sefton"),
        ("E08000015", "Wirral"),
    ];

    /// <summary>Words for several places at once, and other ways to write one.</summary>
    private static readonly Dictionary<string, string[]> Groups = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Merseyside"] = ["E08000011", "E08000012", "E08000013", "E08000014", "E08000015"],
        ["Liverpool City Region"] = ["E06000006", "E08000011", "E08000012", "E08000013", "E08000014", "E08000015"],
        ["Cheshire and Merseyside"] = [.. Places.Select(p => p.Code)],
        ["Cheshire & Merseyside"] = [.. Places.Select(p => p.Code)],
        ["Cheshire West"] = ["E06000050"],
        ["Cheshire West & Chester"] = ["E06000050"],
        ["Ches West & Chester"] = ["E06000050"],
        ["St. Helens"] = ["E08000013"],
        ["Saint Helens"] = ["E08000013"],
    };

    /// <summary>Employer sizes: micro 1–9, small 10–49, medium 50–249, large 250 and more employees.</summary>
    public static IReadOnlyList<string> EmployerSizes { get; } = ["micro", "small", "medium", "large"];

    /// <summary>What may become of propensities.</summary>
    public static IReadOnlyList<string> Propensities { get; } =
        [.. Enum.GetNames<Simulation.Engine.Parameters.PropensityStructure>().Select(name => name.ToLowerInvariant())];

    /// <summary>What may become of people.</summary>
    public static IReadOnlyList<string> People { get; } =
        [.. Enum.GetNames<Simulation.Engine.Parameters.PeopleStructure>().Select(name => name.ToLowerInvariant())];

    /// <summary>Mechanisms, in the order of <see cref="Engine.Interventions.HeldBack.All"/>.</summary>
    public static IReadOnlyList<string> Mechanisms { get; } = [.. Engine.Interventions.HeldBack.All.Select(m => m.ToString().ToLowerInvariant())];

    /// <summary>Levels of activity, in the order of <see cref="Engine.Interventions.ActivityLevels"/>.</summary>
    public static IReadOnlyList<string> ActivityLevels { get; } = ["inactive", "fairly active", "active"];

    /// <summary>The words for <paramref name="levels"/>.</summary>
    public static IEnumerable<string> ActivityWords(Engine.Interventions.ActivityLevels levels) =>
        WordsOf((int)levels, ActivityLevels);

    /// <summary>Highest qualifications, in the order of <see cref="Engine.Populations.Qualification"/>.</summary>
    public static IReadOnlyList<string> Qualifications { get; } = ["none", "some", "degree"];

    /// <summary>Ethnic groups, in the order of <see cref="Engine.Populations.EthnicGroup"/>.</summary>
    public static IReadOnlyList<string> EthnicGroups { get; } = ["White", "Asian", "Black", "Mixed", "other"];

    /// <summary>The words whose bits are set.</summary>
    public static IEnumerable<string> WordsOf(int bits, IReadOnlyList<string> words) => words.Where((_, i) => (bits & (1 << i)) != 0);

    /// <summary>Indicators that a run can keep.</summary>
    public static IReadOnlyList<string> Indicators { get; } = [.. Engine.Observation.Indicator.All.Select(i => i.Key)];

    /// <summary>Ways to break indicators down.</summary>
    public static IReadOnlyList<string> Strata { get; } = ["all", "place", "deprivation", "age", "sex", "disability", "neighbourhood"];

    /// <summary>Names for spelling help.</summary>
    public static IReadOnlyList<string> PlaceWords { get; } = [.. Places.Select(p => p.Name), "Merseyside", "Liverpool City Region", "Cheshire and Merseyside"];

    /// <summary>Codes of the places that <paramref name="word"/> stands for; null when it is unknown.</summary>
    public static IReadOnlyList<string>? PlaceCodes(string word)
    {
        string trimmed = word.Trim();
        foreach ((string code, string name) in Places)
        {
            if (trimmed.Equals(name, StringComparison.OrdinalIgnoreCase) || trimmed.Equals(code, StringComparison.OrdinalIgnoreCase))
            {
                return [code];
            }
        }

        return Groups.TryGetValue(trimmed, out string[]? codes) ? codes : null;
    }

    /// <summary>Name of the place with <paramref name="code"/>, or the code itself.</summary>
    public static string PlaceName(string code)
    {
        foreach ((string known, string name) in Places)
        {
            if (known == code)
            {
                return name;
            }
        }

        return code;
    }
}
