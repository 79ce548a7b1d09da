using Simulation.Engine.Interventions;
using Simulation.Scenarios.Checks;
using Simulation.Scenarios.Values;

namespace Simulation.Scenarios.Telling;

/// <summary>Where it is offered, to whom, and how many that is.</summary>
internal static class ReachSentence
{
    /// <summary>One or two sentences.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="request">What is asked.</param>
    /// <param name="eligible">Eligible units of the region.</param>
    /// <param name="reached">Units of the region that are reached.</param>
    /// <param name="residents">Residents of the region behind them.</param>
    public static string Of(InterventionKind kind, InterventionRequest request, long eligible, long reached, long residents)
    {
        string noun = Noun(kind, request);
        string share = request.Reach.Count is { } count
            ? count > eligible ? $"all of them, because there are no {count:N0}" : $"{count:N0} of them"
            : request.Reach.Share >= 1 ? "all of them" : $"{QuantityParser.Format(request.Reach.Share, Dimension.Share)} of them";
        Uptake uptake = request.Uptake ?? kind.DefaultUptake;
        string took = uptake == Uptake.Everyone ? string.Empty
            : uptake.MostDeprived == uptake.LeastDeprived ? $", of whom {Percent(uptake.MostDeprived)} take it up"
            : $", of whom {Percent(uptake.MostDeprived)} in the most and {Percent(uptake.LeastDeprived)} in the least deprived tenth take it up";
        if (took.Length > 0 && kind.Reaches is (ReachUnit.Schools or ReachUnit.Neighbourhoods))
        {
            took = took.Replace("of whom", "where", StringComparison.Ordinal).Replace("take it up", "of those there take it up", StringComparison.Ordinal);
        }

        string need = request.ProportionateToNeed ? " The total is spread in proportion to need: four times as much in the most deprived tenth as in the least." : string.Empty;
        string behind = kind.Reaches switch
        {
            ReachUnit.Schools => $", where {residents:N0} pupils go",
            ReachUnit.Neighbourhoods => $", where {residents:N0} residents live",
            ReachUnit.Employers => $", with {residents:N0} staff who live in the area",
            _ => string.Empty,
        };
        string nearest = Clipping.Of(kind, request, reached, eligible) is { } actual ? $" That is {actual}{(kind.Reaches == ReachUnit.Employers ? ", the nearest there can be" : ": a share goes by fixed ranks, a number is met exactly")}." : string.Empty;
        string about = request.Who.Activity is null ? string.Empty : "about ";
        return $"It is offered to {noun}{Where(kind, request.Where)} ({about}{eligible:N0}), and reaches {share}{took}: {about}{reached:N0} {ReachParser.NounOf(kind.Reaches, (int)Math.Min(reached, int.MaxValue))}{behind}.{nearest}{need}";
    }

    /// <summary>How far the counts of a level of activity can be trusted.</summary>
    public static string Expectation(ActivityLevels levels) =>
        $"Who is {string.Join(" or ", KnownWords.ActivityWords(levels))} is settled in the run, for each on the day of joining; the counts are what to expect from the shares by age, sex, disability and deprivation that the baseline is solved to.";

    private static string Noun(InterventionKind kind, InterventionRequest request)
    {
        Target where = request.Where;
        string noun = kind.Reaches == ReachUnit.Schools && where.Phase is { } phase ? $"{phase.ToString().ToLowerInvariant()} schools" : ReachParser.NounOf(kind.Reaches);
        if (where.EmployerSizes is { } sizes)
        {
            string size = string.Join(" or ", sizes.Select(s => KnownWords.EmployerSizes[s]));
            noun = kind.Reaches == ReachUnit.Employers ? $"{size} employers" : $"{noun} of {size} employers";
        }

        if (kind.Reaches is ReachUnit.Employees or ReachUnit.Residents)
        {
            Who who = request.Who;
            noun = who.Activity is { } levels ? $"{string.Join(" or ", KnownWords.ActivityWords(levels))} {noun}" : noun;
            noun = (who.Female, noun) switch { (true, _) => $"female {noun}", (false, _) => $"male {noun}", _ => noun };
            noun = who.Disabled switch { true => $"disabled {noun}", false => $"{noun} who are not disabled", _ => noun };
            noun += (who.MinimumAge, who.MaximumAge) switch
            {
                (0, AgeParser.Oldest) => string.Empty,
                (_, AgeParser.Oldest) => $" aged {who.MinimumAge} and over",
                (0, _) => $" aged under {who.MaximumAge + 1}",
                _ => $" aged {who.MinimumAge} to {who.MaximumAge}",
            };
            noun += who.Qualifications is { } qualifications
                ? $" with {string.Join(" or ", KnownWords.WordsOf(qualifications, KnownWords.Qualifications).Select(word => word switch { "none" => "no qualification", "some" => "a qualification below a degree", _ => "a degree" }))}" : string.Empty;
            noun += who.EthnicGroups is { } groups
                ? $" of {List(KnownWords.WordsOf(groups, KnownWords.EthnicGroups))} ethnic groups" : string.Empty;
            noun += who.ChildrenUnder is { } under ? $" with children under {under}" : string.Empty;
            noun += who.HasCar switch { true => " with a car in the household", false => " without a car in the household", _ => string.Empty };
        }

        return noun;
    }

    private static string Where(InterventionKind kind, Target where)
    {
        string places = where.Places is { } codes ? " in " + List(codes.Select(KnownWords.PlaceName)) : " in all places";
        string deprivation = where.Deciles is { Count: > 0 } deciles ? (kind.Reaches == ReachUnit.Neighbourhoods ? ", " : ", in ") + DeprivationParser.InWords(deciles, kind.Reaches == ReachUnit.Neighbourhoods) : string.Empty;
        string settlement = where.Rural switch { true => ", rural only", false => ", urban only", _ => string.Empty };
        string near = where.NearSchool is { } metres ? $", within {QuantityParser.Format(metres, Dimension.Length)} of a school" : string.Empty;
        string named = where.Neighbourhoods is { } names ? $", in {List(names)} only" : string.Empty;
        return kind.Reaches == ReachUnit.Employers ? places : places + deprivation + settlement + near + named;
    }

    private static string List(IEnumerable<string> words)
    {
        string[] all = [.. words];
        return all.Length < 2 ? string.Concat(all) : string.Join(", ", all[..^1]) + " and " + all[^1];
    }

    private static string Percent(double share) => QuantityParser.Format(share, Dimension.Share);
}
