using Simulation.Engine.Embedded;
using Simulation.Engine.Interventions;
using Simulation.Engine.Populations;
using Simulation.Scenarios.Diagnostics;
using Simulation.Scenarios.Sources;
using Simulation.Scenarios.Syntax;
using Simulation.Scenarios.Values;

namespace Simulation.Scenarios.Binding;

/// <summary>Reads <c>reach</c>, <c>where</c> and <c>who</c>: together they say what an intervention covers.</summary>
internal sealed class TargetSection(ValueReader values, InterventionKind kind, Action<string, string, SourceSpan?> note)
{
    private ReachText? reach;
    private SourceSpan? reachSpan;

    /// <summary>How much is reached.</summary>
    public Reach Reach => reach?.Reach ?? Reach.All;

    /// <summary>Reads <c>reach</c>.</summary>
    public void ReadReach(SyntaxNode? node)
    {
        if (node is not null && values.Scalar(node, "reach", "60%") is { } scalar)
        {
            reachSpan = scalar.Span;
            if (!ReachParser.TryRead(scalar.Text, out ReachText read, out string problem, out string? hint))
            {
                values.Bag.Error(Codes.NotReach, scalar.Span, $"The reach cannot be read: {problem}.", hint);
            }
            else if (read.Unit is { } unit && unit != kind.Reaches)
            {
                values.Bag.Error(
                    Codes.WrongReachUnit, scalar.Span, $"'{kind.Key}' reaches {ReachParser.NounOf(kind.Reaches)}, not {ReachParser.NounOf(unit)}.",
                    $"Write `reach: 60% of {ReachParser.NounOf(kind.Reaches)}`.");
            }
            else
            {
                reach = read;
            }
        }

        note("reach", Reach.Count is { } count ? $"{count} {ReachParser.NounOf(kind.Reaches, count)}" : $"{QuantityParser.Format(Reach.Share, Dimension.Share)} of {ReachParser.NounOf(kind.Reaches)}", reachSpan);
    }

    /// <summary>Reads <c>where</c>.</summary>
    public Target Where(SyntaxNode? node)
    {
        SchoolPhase? phase = reach?.Phase ?? kind.DefaultPhase;
        IReadOnlyList<int>? sizes = reach?.EmployerSizes ?? kind.DefaultEmployerSizes;
        var target = new Target { Phase = phase, EmployerSizes = sizes };
        if (node is ScalarNode { IsEmpty: false } or SequenceNode)
        {
            target = target with { Places = Places(node) };
        }
        else if (node is not null && BlockReader.Open(node, Shapes.Where, values.Bag) is { } block)
        {
            CheckApplies(block, "school_phase", kind.Reaches == ReachUnit.Schools, "schools");
            CheckApplies(block, "employer_size", kind.Reaches is ReachUnit.Employees or ReachUnit.Employers, "employers and their employees");
            CheckApplies(block, "neighbourhoods", kind.Reaches != ReachUnit.Employers, "those who live or stand in one");
            CheckApplies(block, "deprivation", kind.Reaches != ReachUnit.Employers, "those who live or stand in a neighbourhood");
            CheckApplies(block, "near_school", kind.Reaches is not (ReachUnit.Employers or ReachUnit.Schools), "those who live near one");
            CheckApplies(block, "settlement", kind.Reaches != ReachUnit.Employers, "those who live or stand in a neighbourhood");
            target = target with
            {
                Places = block.Find("places") is { } places ? Places(places.Value) : null,
                Neighbourhoods = Neighbourhoods(block),
                Deciles = Deciles(block),
                Rural = Settlement(block),
                NearSchool = NearSchool(block),
                Phase = Phase(block, phase),
                EmployerSizes = Sizes(block, sizes),
            };
        }

        if (kind.Reaches == ReachUnit.Schools)
        {
            note("where.school_phase", target.Phase?.ToString().ToLowerInvariant() ?? "any", SpanOf(node, "school_phase") ?? reachSpan);
        }

        if (target.EmployerSizes is not null)
        {
            note("where.employer_size", string.Join(", ", target.EmployerSizes.Select(s => KnownWords.EmployerSizes[s])), SpanOf(node, "employer_size") ?? reachSpan);
        }

        return target;
    }

    /// <summary>Reads <c>who</c>.</summary>
    public Who Who(SyntaxNode? node)
    {
        Who who = kind.DefaultWho;
        if (reach?.Ages is { } ages)
        {
            who = who with { MinimumAge = ages.Minimum, MaximumAge = ages.Maximum };
        }

        who = reach?.ChildrenUnder is { } under ? who with { ChildrenUnder = under } : who;
        if (node is not null && kind.Reaches is not (ReachUnit.Employees or ReachUnit.Residents))
        {
            values.Bag.Error(
                Codes.NotApplicable, node.Span, $"'who' restricts residents, and '{kind.Key}' reaches {ReachParser.NounOf(kind.Reaches)}.",
                "Restrict it with `where`.");
            return who;
        }

        if (node is ScalarNode { IsEmpty: false } single)
        {
            who = Ages(single, who);
        }
        else if (node is not null && BlockReader.Open(node, Shapes.Who, values.Bag) is { } block)
        {
            who = block.Find("age") is { } age && values.Scalar(age.Value, "age", "16 to 34") is { } scalar ? Ages(scalar, who) : who;
            who = who with
            {
                Female = block.Find("sex") is { } sex ? Sex(sex.Value) : who.Female,
                Disabled = block.Find("disability") is { } disability ? values.Switch(disability.Value, "disability") : who.Disabled,
                Activity = block.Find("activity") is { } activity ? (ActivityLevels?)values.Bits(activity.Value, "activity", KnownWords.ActivityLevels) : who.Activity,
                Qualifications = block.Find("qualification") is { } qualification ? values.Bits(qualification.Value, "qualification", KnownWords.Qualifications) : who.Qualifications,
                EthnicGroups = block.Find("ethnic_group") is { } group ? values.Bits(group.Value, "ethnic_group", KnownWords.EthnicGroups) : who.EthnicGroups,
                HasCar = block.Find("car") is { } car ? values.Switch(car.Value, "car") : who.HasCar,
                ChildrenUnder = block.Find("children") is { } children
                    ? values.Choice(children.Value, "children", ["under 11", "under 16"]) is { } word ? (word == "under 11" ? 11 : 16) : null
                    : who.ChildrenUnder,
            };
        }

        Describe(who, node);
        return who;
    }

    private void Describe(Who who, SyntaxNode? node)
    {
        if (kind.Reaches is not (ReachUnit.Employees or ReachUnit.Residents))
        {
            return;
        }

        note("who.age", $"{who.MinimumAge} to {who.MaximumAge}", SpanOf(node, "age") ?? (reach?.Ages is null ? null : reachSpan));
        if (who.Female is { } female)
        {
            note("who.sex", female ? "female" : "male", SpanOf(node, "sex"));
        }

        if (who.Disabled is { } disabled)
        {
            note("who.disability", disabled ? "yes" : "no", SpanOf(node, "disability"));
        }

        if (who.Activity is { } levels)
        {
            note("who.activity", string.Join(", ", KnownWords.ActivityWords(levels)), SpanOf(node, "activity"));
        }

        if (who.Qualifications is { } qualifications)
        {
            note("who.qualification", string.Join(", ", KnownWords.WordsOf(qualifications, KnownWords.Qualifications)), SpanOf(node, "qualification"));
        }

        if (who.EthnicGroups is { } groups)
        {
            note("who.ethnic_group", string.Join(", ", KnownWords.WordsOf(groups, KnownWords.EthnicGroups)), SpanOf(node, "ethnic_group"));
        }

        if (who.HasCar is { } car)
        {
            note("who.car", car ? "yes" : "no", SpanOf(node, "car"));
        }

        if (who.ChildrenUnder is { } children)
        {
            note("who.children", $"under {children}", SpanOf(node, "children") ?? reachSpan);
        }
    }

    private void CheckApplies(MappingNode block, string key, bool applies, string whom)
    {
        if (!applies && block.Find(key) is { } entry)
        {
            values.Bag.Error(
                Codes.NotApplicable, entry.Key.Span, $"'{key}' restricts {whom}, and '{kind.Key}' reaches {ReachParser.NounOf(kind.Reaches)}.", "Remove it.");
        }
    }

    private List<string>? Places(SyntaxNode node)
    {
        var codes = new List<string>();
        foreach (ScalarNode word in values.Words(node, "places", "[Liverpool]"))
        {
            if (word.Text.Trim().ToLowerInvariant() is "everywhere" or "all")
            {
                return null;
            }

            if (KnownWords.PlaceCodes(word.Text) is { } found)
            {
                codes.AddRange(found.Where(c => !codes.Contains(c)));
            }
            else
            {
                values.Bag.Error(
                    Codes.UnknownPlace, word.Span, $"There is no place called '{word.Text}'.",
                    PlaceHint(word.Text));
            }
        }

        codes.Sort(StringComparer.Ordinal);
        note("where.places", string.Join(", ", codes.Select(KnownWords.PlaceName)), node.Span);
        return codes;
    }

    // Neighbours that people of the area may have in mind.
    private static readonly HashSet<string> Outside = new(StringComparer.OrdinalIgnoreCase)
    {
        "Manchester", "Greater Manchester", "Salford", "Trafford", "Stockport", "Tameside", "Oldham", "Rochdale", "Bury", "Bolton", "Wigan", "Leigh", "Lancashire",
        "West Lancashire", "Skelmersdale", "Ormskirk", "Preston", "Chorley", "Blackpool", "Stoke-on-Trent", "Stoke", "Staffordshire", "Shropshire", "Derbyshire",
        "Wrexham", "Flintshire", "Wales", "England", "North West", "London", "Leeds", "Birmingham",
    };

    /// <summary>A suburb or a town lies in a place; a name that the gazetteer knows is no misspelling of another.</summary>
    private static string PlaceHint(string word)
    {
        IReadOnlyList<string> places = KnownLocalities.PlacesOf(word);
        return places.Count > 0
            ? $"{word.Trim()} lies in {string.Join(" and in ", places)}: write `places: [{string.Join(", ", places)}]`, or name its neighbourhoods with `neighbourhoods`."
            : NoSuchData.Hint(word) ?? OutsideHint(word) ?? PartHint(word) ?? NearestWord.HintOrList(word, KnownWords.PlaceWords);
    }

    private static string? OutsideHint(string word) => Outside.Contains(word.Trim())
        ? $"{word.Trim()} lies outside Cheshire & Merseyside. The nine places are {string.Join(", ", KnownWords.PlaceWords.Take(9))}." : null;

    /// <summary>A word that several places share is none of them alone.</summary>
    private static string? PartHint(string word)
    {
        string[] shared = [.. KnownWords.PlaceWords.Take(9).Where(place => place.Split(' ').Contains(word.Trim(), StringComparer.OrdinalIgnoreCase))];
        return shared.Length > 1 ? $"Several places are called so: write `places: [{string.Join(", ", shared)}]`, or one of them." : null;
    }

    private List<string>? Neighbourhoods(MappingNode block)
    {
        if (block.Find("neighbourhoods") is not { } entry)
        {
            return null;
        }

        List<string> names = [.. values.Words(entry.Value, "neighbourhoods", "[E01006512]").Select(w => w.Text.Trim()).Order(StringComparer.Ordinal)];
        note("where.neighbourhoods", string.Join(", ", names), entry.Value.Span);
        return names;
    }

    private double? NearSchool(MappingNode block)
    {
        if (block.Find("near_school") is not { } entry || values.Quantity(entry.Value, "near_school", Dimension.Length, 50, 20_000) is not { } metres)
        {
            return null;
        }

        note("where.near_school", QuantityParser.Format(metres, Dimension.Length), entry.Value.Span);
        return metres;
    }

    private List<int>? Deciles(MappingNode block)
    {
        if (block.Find("deprivation") is not { } entry)
        {
            return null;
        }

        var deciles = new SortedSet<int>();
        foreach (ScalarNode word in values.Words(entry.Value, "deprivation", "most deprived 30%"))
        {
            if (DeprivationParser.TryRead(word.Text, out IReadOnlyList<int> read, out string hint))
            {
                deciles.UnionWith(read);
            }
            else
            {
                values.Bag.Error(Codes.NotDeprivation, word.Span, $"'{word.Text}' is not a part of the deprivation scale.", hint);
            }
        }

        note("where.deprivation", "deciles " + string.Join(", ", deciles), entry.Value.Span);
        return [.. deciles];
    }

    private bool? Settlement(MappingNode block)
    {
        if (block.Find("settlement") is not { } entry || values.Choice(entry.Value, "settlement", ["urban", "rural"]) is not { } word)
        {
            return null;
        }

        note("where.settlement", word, entry.Value.Span);
        return word == "rural";
    }

    private SchoolPhase? Phase(MappingNode block, SchoolPhase? otherwise) =>
        block.Find("school_phase") is not { } entry ? otherwise
        : values.Choice(entry.Value, "school_phase", ["primary", "secondary", "any"]) switch
        {
            "primary" => SchoolPhase.Primary,
            "secondary" => SchoolPhase.Secondary,
            "any" => null,
            _ => otherwise,
        };

    private IReadOnlyList<int>? Sizes(MappingNode block, IReadOnlyList<int>? otherwise)
    {
        if (block.Find("employer_size") is not { } entry)
        {
            return otherwise;
        }

        var bands = new SortedSet<int>();
        foreach (ScalarNode word in values.Words(entry.Value, "employer_size", "large"))
        {
            if (values.Choice(word, "employer_size", KnownWords.EmployerSizes) is { } size)
            {
                bands.Add(KnownWords.EmployerSizes.ToList().IndexOf(size));
            }
        }

        return bands.Count == 0 ? otherwise : [.. bands];
    }

    private Who Ages(ScalarNode scalar, Who who)
    {
        if (!AgeParser.TryRead(scalar.Text, out int minimum, out int maximum))
        {
            values.Bag.Error(Codes.NotAges, scalar.Span, $"'{scalar.Text}' is not an age or a range of ages.", "Write `16 to 34`, `under 11`, `65 and over`, or one age.");
        }
        else if (minimum > maximum)
        {
            values.Bag.Error(Codes.BackwardRange, scalar.Span, $"'{scalar.Text}' runs from {minimum} to {maximum}.", $"Did you mean '{maximum} to {minimum}'?");
        }
        else if (maximum > 120)
        {
            values.Bag.Error(Codes.NotAges, scalar.Span, $"Nobody is {maximum} years old.", "Write `65 and over`.");
        }
        else
        {
            return who with { MinimumAge = Math.Min(minimum, AgeParser.Oldest), MaximumAge = Math.Min(maximum, AgeParser.Oldest) };
        }

        return who;
    }

    private bool? Sex(SyntaxNode node) => values.Choice(node, "sex", ["female", "male", "women", "men"]) is { } word ? word is "female" or "women" : null;

    private static SourceSpan? SpanOf(SyntaxNode? block, string key) => block is MappingNode mapping ? mapping.Find(key)?.Value.Span : key is "age" or "places" ? block?.Span : null;
}
