namespace Simulation.Scenarios.Values;

/// <summary>What people ask for that no data of the model knows: saying so helps more than the nearest word does.</summary>
public static class NoSuchData
{
    private const string Residents = "Residents are known by age, sex, disability, activity, qualification, ethnic group, car and children.";

    private static readonly (string[] Words, string What, string Instead)[] Known =
    [
        (["condition", "conditions", "health_condition", "long_term_condition", "diagnosis", "diabetes", "obesity", "bmi", "mental_health", "pregnancy", "pregnant", "smoking", "smokers", "carer", "carers"],
            "health conditions, habits or caring", "`disability: yes` is the nearest. " + Residents),
        (["ethnicity", "ethnic_groups", "race"], "figures by ethnic group", "Whom a plan is for knows them: `who: { ethnic_group: [Asian, Black] }`."),
        (["income", "incomes", "wage", "wages", "earnings", "household_income", "benefits", "universal_credit"],
            "income", "`where: { deprivation: most deprived 30% }` or `who: { qualification: none }` is the nearest."),
        (["ward", "wards", "parish", "parishes", "constituency", "constituencies", "msoa", "postcode", "postcodes"],
            "wards or postcodes", "Write `places`, or `neighbourhoods` by name or code."),
        (["sector", "sectors", "industry", "industries", "employer_sector", "employer_type", "sic", "occupation", "job"],
            "sectors of employers or occupations", "Employers are known by place and size: `where: { employer_size: large }`."),
        (["religion", "faith", "language", "nationality"], "religion, language or nationality", Residents),
        (["tenure", "housing", "renters", "council_tenants"], "housing tenure", "`where: { deprivation: most deprived 30% }` is the nearest."),
        (["education", "qualifications"], "figures by qualification", "Whom a plan is for knows them: `who: { qualification: none }`."),
        (["school", "schools", "school_name", "urn", "employer", "employers", "employer_name", "company"],
            "single schools or employers by name", "Write `places`, `neighbourhoods`, `deprivation`, `school_phase` or `employer_size`."),
        (["gender_identity", "sexuality", "sexual_orientation"], "gender identity or sexuality", Residents),
    ];

    /// <summary>Words that name a sector of employers.</summary>
    private static readonly string[] Sectors =
    [
        "nhs", "hospital", "hospitals", "health", "public", "private", "public-sector", "private-sector", "council", "university", "universities",
        "retail", "manufacturing", "construction", "logistics", "care", "education", "hospitality", "voluntary", "charity", "anchor", "office",
    ];

    /// <summary>What to say of <paramref name="word"/>, with what to write in a scenario instead; null when it is no such thing.</summary>
    public static string? Hint(string word) => Find(word) is { What: { } what, Instead: { } instead } ? $"There is no data on {what}. {instead}" : null;

    /// <summary>What there is no data on, where nothing stands in its place; null when <paramref name="word"/> is no such thing.</summary>
    public static string? What(string word) => Find(word).What is { } what ? $"There is no data on {what}." : null;

    private static (string[] Words, string What, string Instead) Find(string word)
    {
        string wanted = word.Trim().ToLowerInvariant().Replace('-', '_').Replace(' ', '_');
        return Known.FirstOrDefault(k => k.Words.Contains(wanted));
    }

    /// <summary>Whether <paramref name="word"/> names a sector of employers.</summary>
    public static bool IsSector(string word) => Sectors.Contains(word.Trim().ToLowerInvariant());

    /// <summary>What to say of a sector.</summary>
    public const string SectorHint = "There is no data on sectors of employers; they are known by place and size: `where: { employer_size: large }`.";
}
