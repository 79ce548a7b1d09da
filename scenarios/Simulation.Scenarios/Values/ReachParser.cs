using Simulation.Engine.Interventions;
using Simulation.Engine.Populations;

namespace Simulation.Scenarios.Values;

/// <summary>A reach as written: how much, of what.</summary>
/// <param name="Reach">Share or count.</param>
/// <param name="Unit">What is counted, when the text names it.</param>
/// <param name="Phase">School phase, when the text names one.</param>
/// <param name="ChildrenUnder">Children under this age in the household, when the text says so.</param>
/// <param name="Ages">Ages, when the text names them.</param>
/// <param name="EmployerSizes">Employer sizes, when the text names one.</param>
internal sealed record ReachText(
    Reach Reach, ReachUnit? Unit, SchoolPhase? Phase, int? ChildrenUnder, (int Minimum, int Maximum)? Ages, IReadOnlyList<int>? EmployerSizes);

/// <summary>Reads <c>60%</c>, <c>60% of primary schools</c>, <c>25 schools</c>, <c>40% of employees with children under 11</c>, <c>all residents aged 40 to 74</c>.</summary>
internal static class ReachParser
{
    private static readonly Dictionary<string, ReachUnit> Nouns = new(StringComparer.Ordinal)
    {
        ["school"] = ReachUnit.Schools,
        ["schools"] = ReachUnit.Schools,
        ["neighbourhood"] = ReachUnit.Neighbourhoods,
        ["neighbourhoods"] = ReachUnit.Neighbourhoods,
        ["areas"] = ReachUnit.Neighbourhoods,
        ["employee"] = ReachUnit.Employees,
        ["employees"] = ReachUnit.Employees,
        ["workers"] = ReachUnit.Employees,
        ["staff"] = ReachUnit.Employees,
        ["resident"] = ReachUnit.Residents,
        ["residents"] = ReachUnit.Residents,
        ["people"] = ReachUnit.Residents,
        ["adults"] = ReachUnit.Residents,
        ["children"] = ReachUnit.Residents,
        ["employer"] = ReachUnit.Employers,
        ["employers"] = ReachUnit.Employers,
    };

    /// <summary>Plural nouns, for help.</summary>
    public static IReadOnlyCollection<string> Words => ["schools", "primary schools", "secondary schools", "neighbourhoods", "employees", "employers", "residents", "adults", "children"];

    /// <summary>The plural noun of a unit.</summary>
    public static string NounOf(ReachUnit unit, int count = 2) => (unit, count == 1) switch
    {
        (ReachUnit.Schools, false) => "schools",
        (ReachUnit.Schools, true) => "school",
        (ReachUnit.Neighbourhoods, false) => "neighbourhoods",
        (ReachUnit.Neighbourhoods, true) => "neighbourhood",
        (ReachUnit.Employees, false) => "employees",
        (ReachUnit.Employees, true) => "employee",
        (ReachUnit.Employers, false) => "employers",
        (ReachUnit.Employers, true) => "employer",
        (_, false) => "residents",
        _ => "resident",
    };

    /// <summary>Reads <paramref name="text"/>; when false, <paramref name="problem"/> and <paramref name="hint"/> say why.</summary>
    public static bool TryRead(string text, out ReachText reach, out string problem, out string? hint)
    {
        reach = new ReachText(Reach.All, null, null, null, null, null);
        problem = $"'{text}' is not a reach";
        hint = null;
        string words = string.Join(' ', text.Trim().ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries));
        string rest;
        Reach amount;
        if (words is "all" or "everyone" or "everybody" or "everything")
        {
            return true;
        }

        if (words.StartsWith("all ", StringComparison.Ordinal) || words.StartsWith("every ", StringComparison.Ordinal))
        {
            amount = Reach.All;
            rest = words[(words.IndexOf(' ', StringComparison.Ordinal) + 1)..];
        }
        else if (words.StartsWith("half of ", StringComparison.Ordinal))
        {
            amount = new Reach(0.5);
            rest = words[8..];
        }
        else if (!TryAmount(words, out amount, out rest, ref problem, ref hint))
        {
            return false;
        }

        rest = rest.StartsWith("of ", StringComparison.Ordinal) ? rest[3..] : rest;
        rest = rest.StartsWith("the ", StringComparison.Ordinal) ? rest[4..] : rest;
        if (rest.Length == 0)
        {
            reach = reach with { Reach = amount };
            return amount.Count is null || Fail("a number needs to say of what", "Write `25 schools`, or a share such as `60%`.", out problem, out hint);
        }

        return TryNoun(rest, amount, out reach, ref problem, ref hint);
    }

    private static bool TryAmount(string words, out Reach amount, out string rest, ref string problem, ref string? hint)
    {
        amount = default;
        rest = string.Empty;
        if (!NumberParser.TryReadStart(words, out double number, out int used))
        {
            hint = words.Split(' ').Any(NoSuchData.IsSector) ? NoSuchData.SectorHint : "Write `60%`, `60% of primary schools`, `25 schools` or `all`.";
            return false;
        }

        rest = words[used..].TrimStart();
        if (rest.StartsWith('%') || rest.StartsWith("percent", StringComparison.Ordinal) || rest.StartsWith("per cent", StringComparison.Ordinal))
        {
            rest = rest.StartsWith('%') ? rest[1..] : rest[(rest.IndexOf("cent", StringComparison.Ordinal) + 4)..];
            rest = rest.TrimStart();
            amount = new Reach(number / 100);
            return number is >= 0 and <= 100 || Fail($"{number:0.####}% is not between 0% and 100%", "Nothing reaches more than everyone.", out problem, out hint);
        }

        if (words[..used].Contains('.', StringComparison.Ordinal) && number is >= 0 and <= 1)
        {
            amount = new Reach(number);
            return true;
        }

        amount = new Reach(1, (int)Math.Clamp(number, 0, int.MaxValue));
        if (number < 0)
        {
            return Fail("a reach cannot be negative", null, out problem, out hint);
        }

        return number == Math.Floor(number) || Fail("a count is a whole number", "Write a share as `60%`.", out problem, out hint);
    }

    private static bool TryNoun(string phrase, Reach amount, out ReachText reach, ref string problem, ref string? hint)
    {
        reach = new ReachText(amount, null, null, null, null, null);
        SchoolPhase? phase = null;
        IReadOnlyList<int>? sizes = null;
        string rest = phrase;
        foreach ((string adjective, SchoolPhase value) in new[] { ("primary ", SchoolPhase.Primary), ("secondary ", SchoolPhase.Secondary), ("all-through ", SchoolPhase.AllThrough) })
        {
            if (rest.StartsWith(adjective, StringComparison.Ordinal))
            {
                phase = value;
                rest = rest[adjective.Length..];
            }
        }

        for (int band = 0; band < KnownWords.EmployerSizes.Count; band++)
        {
            if (rest.StartsWith(KnownWords.EmployerSizes[band] + " ", StringComparison.Ordinal))
            {
                sizes = [band];
                rest = rest[(KnownWords.EmployerSizes[band].Length + 1)..];
            }
        }

        string noun = rest.Split(' ')[0];
        rest = rest[noun.Length..].Trim();
        if (!Nouns.TryGetValue(noun, out ReachUnit unit))
        {
            if (NoSuchData.IsSector(noun) && rest.Length > 0)
            {
                return Fail($"'{phrase}' names a sector", NoSuchData.SectorHint, out problem, out hint);
            }

            return Fail($"'{noun}' is not something that can be reached", Diagnostics.NearestWord.HintOrList(noun, Words), out problem, out hint);
        }

        (int, int)? ages = noun == "adults" ? (16, AgeParser.Oldest) : noun == "children" ? (0, 15) : null;
        int? childrenUnder = null;
        if (rest.StartsWith("aged ", StringComparison.Ordinal) && AgeParser.TryRead(rest, out int minimum, out int maximum))
        {
            ages = (minimum, maximum);
            rest = string.Empty;
        }
        else if (rest.StartsWith("with children under ", StringComparison.Ordinal))
        {
            if (rest[20..] is not ("11" or "16"))
            {
                return Fail($"households are known by children under 11 and under 16, not '{rest[20..]}'", "Write `with children under 11` or `with children under 16`.", out problem, out hint);
            }

            childrenUnder = rest[20..] == "11" ? 11 : 16;
            rest = string.Empty;
        }
        else if (rest == "with children")
        {
            childrenUnder = 16;
            rest = string.Empty;
        }

        if (rest.Length > 0)
        {
            return Fail($"'{rest}' is not understood after '{noun}'", "Restrict further with `where` and `who`.", out problem, out hint);
        }

        bool fits = (phase is null || unit == ReachUnit.Schools) && (sizes is null || unit == ReachUnit.Employers)
            && (childrenUnder is null || unit is ReachUnit.Employees or ReachUnit.Residents) && (ages is null || unit is ReachUnit.Employees or ReachUnit.Residents);
        reach = new ReachText(amount, unit, phase, childrenUnder, ages, sizes);
        return fits || Fail($"'{phrase}' does not fit together", "Write `60% of primary schools`, `all large employers` or `40% of employees with children under 11`.", out problem, out hint);
    }

    private static bool Fail(string why, string? way, out string problem, out string? hint)
    {
        problem = why;
        hint = way;
        return false;
    }
}
