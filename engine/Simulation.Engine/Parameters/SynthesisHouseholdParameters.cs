using static Simulation.Engine.Parameters.EvidenceGrade;

namespace Simulation.Engine.Parameters;

/// <summary>How residents are put together in households, and how many cars they keep.</summary>
internal static class SynthesisHouseholdParameters
{
    private const string Census = "ONS, Census 2021, England and Wales, household composition tables";
    private const string Own = "Modelling judgement";

    private static readonly ParameterGroup Group = new("synthesis");

    /// <summary>Fewest residents of an inhabited neighbourhood.</summary>
    internal static readonly double LeastResidents = Group.Number(
        "neighbourhood_least", 60, "residents", 30, 200,
        "Fewest residents that a neighbourhood is given on average; a smaller population lives in a sample of the neighbourhoods.", Own, Judgement);

    /// <summary>Largest private household; larger ones stand for communal establishments.</summary>
    internal static readonly double LargestPrivate = Group.Number(
        "household_largest", 7, "residents", 6, 8, "Largest private household; a larger one is part of a communal establishment.", Own, Judgement);

    /// <summary>Smallest mean size of households of four or more.</summary>
    internal static readonly double LargeMeanMinimum = Group.Number(
        "household_large_mean_min", 4.12, "residents", 4.05, 4.3,
        "Lowest mean size of households of four or more; a neighbourhood whose counts imply less is given fewer households.", Own, Judgement);

    /// <summary>Largest mean size of households of four or more.</summary>
    internal static readonly double LargeMeanMaximum = Group.Number(
        "household_large_mean_max", 4.9, "residents", 4.7, 5.3,
        "Highest mean size of households of four or more; residents beyond it live in communal establishments.", Own, Judgement);

    /// <summary>Relative frequency of sizes 4, 5, 6, 7.</summary>
    internal static readonly double[] LargeSizes = Group.Shares(
        "household_large", ["size_4", "size_5", "size_6", "size_7"], [0.66, 0.235, 0.08, 0.025],
        "Share of households of four or more", Census, Unverified);

    /// <summary>Residents in one unit of a communal establishment.</summary>
    internal static readonly double CommunalUnit = Group.Number(
        "communal_unit", 12, "residents", 8, 30, "Residents of a communal establishment who share a unit (a cluster flat, a care-home wing).", Own, Judgement);

    /// <summary>Relative chance of living in a communal establishment by age.</summary>
    internal static readonly double[] Communal = Group.ByAge(
        "communal", [(18, 0.10), (22, 0.03), (25, 0.004), (65, 0.007), (75, 0.024), (85, 0.09), (90, 0.165)],
        "Share of residents in communal establishments", "ONS, Census 2021, communal establishment residents by age", Unverified);

    /// <summary>Children (0–17) by household size 1–7: row = size − 1, column = children.</summary>
    internal static readonly double[][] Children =
    [
        [1],
        Row("2", [0.90, 0.10]),
        Row("3", [0.42, 0.46, 0.12]),
        Row("4", [0.17, 0.14, 0.62, 0.07]),
        Row("5", [0.12, 0.10, 0.20, 0.53, 0.05]),
        Row("6", [0.10, 0.10, 0.20, 0.20, 0.37, 0.03]),
        Row("7", [0.08, 0.10, 0.15, 0.20, 0.20, 0.25, 0.02]),
    ];

    /// <summary>Relative frequency of lone parents in decile 1.</summary>
    internal static readonly double LoneParentDeprived = Group.Number(
        "lone_parent_deprived", 2.1, "ratio", 1.5, 2.6, "Frequency of lone parents in the most deprived decile, against the mean.", Own + " after Census 2021 by IMD", Judgement);

    /// <summary>Relative frequency of lone parents in decile 10.</summary>
    internal static readonly double LoneParentAffluent = Group.Number(
        "lone_parent_affluent", 0.45, "ratio", 0.3, 0.7, "Frequency of lone parents in the least deprived decile, against the mean.", Own + " after Census 2021 by IMD", Judgement);

    /// <summary>Share of lone parents who are women.</summary>
    internal static readonly double LoneParentFemale = Group.Share(
        "lone_parent_female", 0.87, "Share of lone parents who are women.", "ONS, Families and households 2022", Unverified);

    /// <summary>Mother's age at the birth of the eldest child at home, decile 1.</summary>
    internal static readonly double MotherAgeDeprived = Group.Number(
        "mother_age_deprived", 26, "years", 24, 28, "Mean age of mothers at the birth of the eldest child at home, most deprived decile.", "ONS, Births in England and Wales by IMD", Unverified);

    /// <summary>Mother's age at the birth of the eldest child at home, decile 10.</summary>
    internal static readonly double MotherAgeAffluent = Group.Number(
        "mother_age_affluent", 31, "years", 29, 33, "Mean age of mothers at the birth of the eldest child at home, least deprived decile.", "ONS, Births in England and Wales by IMD", Unverified);

    /// <summary>Spread of the mother's age at birth.</summary>
    internal static readonly double MotherAgeSpread = Group.Number(
        "mother_age_spread", 5, "years", 4, 6, "Standard deviation of the mother's age at birth.", "ONS, Births in England and Wales", Unverified);

    /// <summary>Years by which fathers and husbands are older.</summary>
    internal static readonly double PartnerGap = Group.Number(
        "partner_gap", 2, "years", 1, 3, "Mean years by which the man of a couple is older.", "ONS, Marriages in England and Wales", Unverified);

    /// <summary>Spread of the age gap of couples.</summary>
    internal static readonly double PartnerSpread = Group.Number(
        "partner_gap_spread", 4.3, "years", 4.0, 4.6, "Standard deviation of the age gap of couples.", "ONS, Living arrangements of people, Census 2021: 31.1 % of married and 33.7 % of cohabiting couples differ by five years or more", Derived);

    /// <summary>Least years between a parent and the eldest child.</summary>
    internal static readonly double ParentLeast = Group.Number(
        "parent_least_gap", 17, "years", 15, 18, "Least years between a parent and the eldest child at home, where the neighbourhood has such adults.", Own, Judgement);

    /// <summary>Least years between siblings.</summary>
    internal static readonly double SiblingGap = Group.Number(
        "sibling_gap", 2, "years", 1, 3, "Least years between one child and the next; up to two more by even chance.", Own, Judgement);

    /// <summary>How far grown children at home are younger than their parents' age alone would make them.</summary>
    internal static readonly double GrownYouth = Group.Number(
        "grown_children_youth", 0.35, "ratio", 0.2, 1,
        "Years past 18 of a grown child at home, against those that the parent's age at birth would give: the older leave home.", "ONS, Young adults living with their parents 2023: 20–24 about half, 25–29 28 %, 30–34 13 %", Calibrated);

    /// <summary>Relative chance that parents of grown children at home are of 40–44, 45–62, 63 or over (two parents), 63 or over (one).</summary>
    internal static readonly double[] GrownParentAge = Group.Weights(
        "grown_children_parent_age", ["40_44", "45_62", "63_and_over_two", "63_and_over_one"], [0.3, 1, 0.2, 0.35],
        "Relative chance of having grown children at home", Own, Judgement);

    /// <summary>Share of lone parents of grown children who are women.</summary>
    internal static readonly double GrownLoneFemale = Group.Share(
        "grown_children_lone_female", 0.75, "Share of lone parents of grown children who are women.", Own, Judgement);

    /// <summary>Chance of a student against others of the age of living in a communal establishment.</summary>
    internal static readonly double CommunalStudents = Group.Number(
        "communal_students", 5, "ratio", 3, 8, "Chance of a full-time student to live in a communal establishment, against others of the same age.", Own, Judgement);

    /// <summary>Rank by which men in work come first as fathers and husbands.</summary>
    internal static readonly double FathersInWork = Group.Number(
        "fathers_in_work", 0.35, "ratio", 0, 0.8,
        "Lead in rank of men in work when fathers and husbands are chosen (0 = none, 1 = all in work first).", "ONS, Families and the labour market 2021: 92 % of fathers in work", Calibrated);

    /// <summary>Childless households of two, three, four or more: relative frequency of grown children with one parent.</summary>
    internal static readonly double[] OneParentGrown = Group.Shares(
        "grown_children_one_parent", ["of_2", "of_3", "of_4_or_more"], [0.14, 0.14, 0.08],
        "Share of households without children under 18 that are one parent with grown children", Census, Unverified);

    /// <summary>Childless households of two, three, four or more: sharers, where full-time students are an average share.</summary>
    internal static readonly double[] Sharers = Group.Shares(
        "sharers", ["of_2", "of_3", "of_4_or_more"], [0.06, 0.12, 0.25],
        "Share of households without children under 18 that are unrelated sharers", Census, Unverified);

    /// <summary>Students among residents of 18–34 at which the shares of sharers hold.</summary>
    internal static readonly double UsualStudents = Group.Share(
        "sharers_usual_students", 0.14, "Share of students among residents of 18–34 at which the shares of sharers hold; they rise in proportion.", Own, Judgement);

    /// <summary>Share living alone among adults who live neither with children nor with parents, by age.</summary>
    internal static readonly double[] Alone = Group.ByAge(
        "alone", [(18, 0.20), (25, 0.45), (35, 0.65), (50, 0.46), (60, 0.33), (65, 0.24), (75, 0.33), (85, 0.52)],
        "Share living alone of adults who live with neither children, parents nor sharers", Census + ": 43 % of those alone are 66 or over", Calibrated);

    /// <summary>Odds of living alone, women against men, under 65.</summary>
    internal static readonly double AloneWomanOdds = Group.Number(
        "alone_odds_women", 0.7, "odds ratio", 0.55, 0.9, "Odds of living alone under 65, women against men.", Census, Unverified);

    /// <summary>Odds of living alone, women against men, from 65.</summary>
    internal static readonly double AloneOlderWomanOdds = Group.Number(
        "alone_odds_older_women", 1.9, "odds ratio", 1.85, 2.0, "Odds of living alone from 65, women against men.", "ONS, profile of the older population: 65 and over 36.3 % of women and 22.7 % of men live alone, 1.94", Verified);

    /// <summary>Cars (0, 1, 2, 3+) by kind of household: row = size 1, 2, 3, 4+ × workers 0, 1, 2+; then lone parents without and with work.</summary>
    internal static readonly double[][] Cars =
    [
        CarRow("1_no_work", [0.57, 0.40, 0.025, 0.005]),
        CarRow("1_works", [0.27, 0.65, 0.07, 0.01]),
        [0, 0, 0, 0], // nobody lives alone with two workers
        CarRow("2_no_work", [0.20, 0.60, 0.18, 0.02]),
        CarRow("2_one_works", [0.17, 0.52, 0.27, 0.04]),
        CarRow("2_two_work", [0.08, 0.35, 0.49, 0.08]),
        CarRow("3_no_work", [0.38, 0.40, 0.17, 0.05]),
        CarRow("3_one_works", [0.22, 0.45, 0.26, 0.07]),
        CarRow("3_two_work", [0.06, 0.27, 0.45, 0.22]),
        CarRow("4_no_work", [0.40, 0.40, 0.15, 0.05]),
        CarRow("4_one_works", [0.19, 0.45, 0.29, 0.07]),
        CarRow("4_two_work", [0.06, 0.26, 0.47, 0.21]),
        CarRow("lone_parent_no_work", [0.56, 0.41, 0.025, 0.005]),
        CarRow("lone_parent_works", [0.25, 0.68, 0.06, 0.01]),
    ];

    /// <summary>Share of rural households that live close to the neighbourhood's centre.</summary>
    internal static readonly double RuralClustered = Group.Share(
        "rural_clustered", 0.7, "Share of rural households that live in the settlement about the population-weighted centre.", Own, Judgement);

    /// <summary>Size of a rural settlement, relative to its neighbourhood's extent.</summary>
    internal static readonly double RuralReach = Group.Number(
        "rural_reach", 0.25, "ratio", 0.1, 0.5, "Extent of the settlement of a rural neighbourhood against that of the neighbourhood.", Own, Judgement);

    /// <summary>The parameters in printed order.</summary>
    internal static IReadOnlyList<Parameter> All => Group.All;

    private static double[] Row(string size, double[] values) => Group.Shares(
        $"children.in_{size}", ["0", "1", "2", "3", "4", "5", "6"], values,
        $"Share of households of {size} by number of children under 18", Census, Unverified);

    private static double[] CarRow(string kind, double[] values) => Group.Shares(
        $"cars.{kind}", ["0", "1", "2", "3_or_more"], values,
        $"Share of households ({kind.Replace('_', ' ')}) by cars", "ONS, Census 2021 and DfT, National Travel Survey: association of cars with size and work", Unverified);
}
