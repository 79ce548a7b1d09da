using static Simulation.Engine.Parameters.EvidenceGrade;

namespace Simulation.Engine.Parameters;

/// <summary>
/// Profiles by age and sex of disability, study and employment. They give the shape only: in every neighbourhood the odds
/// are scaled until its own total is met.
/// </summary>
internal static class SynthesisResidentParameters
{
    private const string Census = "ONS, Census 2021, England";

    private static readonly ParameterGroup Group = new("synthesis");

    /// <summary>Share female by age.</summary>
    internal static readonly double[] Female = Group.ByAge(
        "female",
        [(0, 0.488), (18, 0.495), (30, 0.507), (65, 0.52), (75, 0.54), (80, 0.56), (85, 0.61), (90, 0.68)],
        "Share of residents who are female", Census, Unverified,
        (0, 0.486, 0.49, Census + ", age and sex by local authority: England 0.488, the area 0.486 of the younger"),
        (30, 0.505, 0.515, Census + ", age and sex by local authority: England 0.508, the area 0.510 of working age"),
        (65, 0.515, 0.525, Census + ", age and sex by local authority: England 0.520, the area 0.519 of the older"));

    /// <summary>Share disabled under the Equality Act by age.</summary>
    internal static readonly double[] Disabled = Group.ByAge(
        "disabled",
        [(0, 0.065), (5, 0.09), (16, 0.13), (25, 0.145), (35, 0.165), (45, 0.19), (50, 0.205), (60, 0.245), (65, 0.29), (70, 0.34), (75, 0.42), (80, 0.52), (85, 0.64), (90, 0.75)],
        "Share of residents who are disabled under the Equality Act", Census + " (girls of 10–14 6.8 %; 16 % 16–49, 22 % 50–64, 35 % 65–79, 55 % 80+)", Unverified,
        (16, 0.11, 0.145, Census + ", disability by age, sex and deprivation: women of 15–19 12.2 %"),
        (35, 0.14, 0.19, Census + ", disability by age, sex and deprivation: at 40–44 21.6 % in decile 1, 8.1 % in decile 10"));

    /// <summary>Odds of disability, girls against boys under 16.</summary>
    internal static readonly double DisabledGirlOdds = Group.Number(
        "disabled_odds_girls", 0.6, "odds ratio", 0.5, 0.8, "Odds of disability under 16, girls against boys.", Census, Unverified);

    /// <summary>Odds of disability, women against men.</summary>
    internal static readonly double DisabledWomanOdds = Group.Number(
        "disabled_odds_women", 1.2, "odds ratio", 1.1, 1.25, "Odds of disability from 16, women against men.", Census + ", disability by sex: women 18.7, men 16.5 %, a crude odds ratio of 1.16", Verified);

    /// <summary>Share of the disabled limited a lot, by age.</summary>
    internal static readonly double[] LimitedALot = Group.ByAge(
        "limited_a_lot",
        [(0, 0.37), (16, 0.33), (35, 0.38), (50, 0.44), (65, 0.42), (75, 0.48), (85, 0.60)],
        "Share of disabled residents whose activities are limited a lot", Census + " (7.3 of 17.5 % overall)", Unverified);

    /// <summary>Relative share limited a lot in decile 1; falls linearly to its mirror image in decile 10.</summary>
    internal static readonly double LimitedALotDeprived = Group.Number(
        "limited_a_lot_deprived", 1.14, "ratio", 1.0, 1.3,
        "Share of the disabled who are limited a lot in the most deprived decile, against the mean.", "Modelling judgement after Census 2021 by IMD", Judgement);

    /// <summary>Full-time students by age.</summary>
    internal static readonly double[] Student = Group.ByAge(
        "student",
        [(16, 0.97), (17, 0.88), (18, 0.62), (19, 0.50), (20, 0.48), (21, 0.42), (22, 0.27), (23, 0.18), (24, 0.13), (25, 0.06), (30, 0.025), (40, 0.01), (50, 0.003), (65, 0.0005)],
        "Share of residents who are full-time students", Census, Unverified);

    /// <summary>Employment by age; pupils (16 and under) do not work in the model.</summary>
    internal static readonly double[] Employed = Group.ByAge(
        "employed",
        [(17, 0.25), (18, 0.45), (20, 0.66), (25, 0.81), (30, 0.82), (40, 0.82), (50, 0.80), (55, 0.72), (60, 0.54), (65, 0.34), (66, 0.20), (70, 0.09), (75, 0.025), (80, 0.008)],
        "Share of residents in employment", Census, Unverified,
        (50, 0.77, 0.82, "DWP, labour market status of people of 50 and over, September 2024: 70.9 % of 50–64, which the three steps average to 0.69"),
        (55, 0.69, 0.75, "DWP, as from 50"),
        (60, 0.5, 0.58, "DWP, as from 50"));

    /// <summary>Odds of employment, women against men, from 25.</summary>
    internal static readonly double EmployedWomanOdds = Group.Number(
        "employed_odds_women", 0.60, "odds ratio", 0.55, 0.7, "Odds of employment, women against men, from age 25.", "ONS, Census 2021, Diversity in the labour market: 61.4 % of men and 53.2 % of women of 16 or over", Derived);

    /// <summary>Odds of employment, disabled against others.</summary>
    internal static readonly double EmployedDisabledOdds = Group.Number(
        "employed_odds_disabled", 0.28, "odds ratio", 0.2, 0.3,
        "Odds of employment, disabled residents against others of their age.", "ONS, Annual Population Survey 2023: 54 against 82 %, 0.26; Census 2021 crude 0.205", Verified);

    /// <summary>Odds of employment, full-time students against others.</summary>
    internal static readonly double EmployedStudentOdds = Group.Number(
        "employed_odds_student", 0.3, "odds ratio", 0.2, 0.45, "Odds of employment, full-time students against others of their age.", Census, Unverified);

    /// <summary>Unemployment among those not in employment, by age.</summary>
    internal static readonly double[] Unemployed = Group.ByAge(
        "unemployed",
        [(17, 0.10), (18, 0.24), (20, 0.30), (25, 0.26), (35, 0.21), (50, 0.16), (60, 0.07), (66, 0.002), (75, 0)],
        "Share of those not in employment who are unemployed", Census, Unverified);

    /// <summary>Retirement among those neither employed, unemployed nor students, by age.</summary>
    internal static readonly double[] Retired = Group.ByAge(
        "retired",
        [(50, 0.06), (55, 0.25), (60, 0.50), (64, 0.68), (66, 1)],
        "Share of the economically inactive, students apart, who are retired", Census, Unverified);

    /// <summary>Adults without a qualification, by age.</summary>
    internal static readonly double[] NoQualification = Group.ByAge(
        "no_qualification",
        [(16, 0.12), (25, 0.09), (35, 0.11), (50, 0.18), (65, 0.30), (75, 0.45)],
        "Share of residents of 16 and over without a qualification (those under 25: who will reach none)", Census + ", from general knowledge; the level is each neighbourhood's own", Unverified);

    /// <summary>Adults with a degree among those with a qualification, by age.</summary>
    internal static readonly double[] Degree = Group.ByAge(
        "degree",
        [(16, 0.42), (25, 0.48), (35, 0.50), (50, 0.40), (65, 0.38), (75, 0.33)],
        "Share of residents of 16 and over with a qualification whose highest is level 4 or above (those under 25: who will reach one)", Census + ", from general knowledge; the level is each neighbourhood's own", Unverified);

    /// <summary>Odds of no qualification, the employed against others.</summary>
    internal static readonly double NoQualificationEmployedOdds = Group.Number(
        "no_qualification_odds_employed", 0.5, "odds ratio", 0.3, 0.7, "Odds of no qualification, employed residents against others of their age.", "Modelling judgement", Judgement);

    /// <summary>Odds of no qualification, the disabled against others.</summary>
    internal static readonly double NoQualificationDisabledOdds = Group.Number(
        "no_qualification_odds_disabled", 1.6, "odds ratio", 1.2, 2.4, "Odds of no qualification, disabled residents against others of their age.", "Modelling judgement", Judgement);

    /// <summary>The parameters in printed order.</summary>
    internal static IReadOnlyList<Parameter> All => Group.All;
}
