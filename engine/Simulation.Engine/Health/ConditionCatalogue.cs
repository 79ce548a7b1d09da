using Simulation.Engine.Parameters;

namespace Simulation.Engine.Health;

/// <summary>
/// The conditions and causes of death, each with its numbers, their range and source.
/// </summary>
/// <remarks>
/// Curves: least squares to the authors' tables of dose and relative risk (Garcia and others, British Journal of Sports Medicine
/// 2023, 196 articles, and the tables on dementia, depression and diabetes beside it: package drpa, commit 27efb56), over 0–17.5 mMET-h.
/// Incidence: a cubic through the decades of age of the Global Burden of Disease 2021 for England, as carried by Health-GPS
/// (commit 27d3745); its sums over the region's ages lie within 15 in 100 of those of the full tables.
/// Costs and utilities: IMPACT NCD England (commit 120860b), prices of 2026; Sullivan 2011.
/// Gradients and registered shares: Quality and Outcomes Framework 2019/20 against the same prevalence, by decile and place.
/// Lags: judgement, between months for the mind and five years for cancers (models elsewhere take up to nine).
/// </remarks>
public static class ConditionCatalogue
{
    /// <summary>Curve of deaths of all causes: headline deaths come from it.</summary>
    public static readonly DoseResponse AllCauses = DoseResponse.Falling(0.6627, 3.909, 1.080, 0.084);

    /// <summary>Years to 63 in 100 of the effect on deaths.</summary>
    public const double AllCausesLag = 3;

    private const string Garcia = "Garcia 2023";
    private const string Gbd = "GBD 2021, England";
    private const string NotReRead = "National registrations, order of magnitude; not read at the source";

    /// <summary>All conditions, in printed order.</summary>
    public static IReadOnlyList<Condition> All { get; } =
    [
        new("coronary_heart_disease", "Coronary heart disease", ConditionRole.Responds)
        {
            Curve = DoseResponse.Falling(0.7374, 5.579, 1.132, 0.146), CurveSource = Garcia, LagYears = 3, Fades = true,
            Incidence = new([6.328, 1.027, -0.283, 0.143], [5.174, 1.569, -0.045, 0.042]), IncidenceSource = Gbd, Gradient = 0.51,
            Decrement = 0.0671, Years = 10.4, HealthCare = 5_444, SocialCare = 1_869,
        },
        new("stroke", "Stroke", ConditionRole.Responds)
        {
            Curve = DoseResponse.Falling(0.7614, 4.994, 1.107, 0.132), CurveSource = Garcia, LagYears = 3, Fades = true,
            Incidence = new([5.138, 1.508, -0.015, 0.005], [4.814, 1.410, 0.190, 0.071]), IncidenceSource = Gbd, Gradient = 0.34,
            Decrement = 0.1058, Years = 9.1, HealthCare = 8_673, SocialCare = 8_418,
        },
        new("heart_failure", "Heart failure", ConditionRole.Responds)
        {
            Curve = DoseResponse.Falling(0.7020, 13.221, 1.045, 0.25), CurveSource = Garcia, LagYears = 3, Fades = true,
            Incidence = new([5.369, 2.0], [5.369, 2.0]), IncidenceSource = NotReRead, IncidenceGrade = EvidenceGrade.Judgement, IncidenceRange = 0.3, Gradient = 0.50,
        },
        new("type_2_diabetes", "Type 2 diabetes", ConditionRole.Responds)
        {
            Curve = DoseResponse.Falling(0.5758, 9.398, 1.037, 0.132), CurveSource = Garcia, LagYears = 2,
            Incidence = new([6.845, 0.137, -1.078, -0.495], [6.496, -0.318, -1.612, -0.533], 25, 75),
            IncidenceSource = Gbd + "; implausible at 20 and from 80, held at 25 and 75", Gradient = 0.55, Registered = 0.49,
            Decrement = 0.0714, Years = 30.7, HealthCare = 1_116,
        },
        new("dementia", "Dementia", ConditionRole.Responds)
        {
            Curve = DoseResponse.Falling(0.6965, 3.542, 1.242, 0.28), CurveSource = Garcia + ", incidence only", LagYears = 5,
            Incidence = new([4.697, 3.172, -0.052, -0.364], [4.934, 3.101, -0.021, -0.327]) { Onset = 40 }, IncidenceSource = Gbd, Gradient = 0.16, Registered = 0.62,
            Decrement = 0.2166, Years = 5.5, HealthCare = 2_985, SocialCare = 12_412, InformalCare = 21_400,
        },
        new("depression", "Depression (episodes)", ConditionRole.Responds)
        {
            Curve = DoseResponse.Falling(0.7144, 4.474, 1.161, 0.16), CurveSource = "Pearce 2022", LagYears = 0.25, Mental = true,
            Incidence = new([8.741, -0.209, 0.013, 0.048], [8.980, -0.244, 0.043, 0.052]), IncidenceSource = Gbd, Gradient = 0.18,
            Decrement = 0.10509, Years = 0.686, HealthCare = 1_348,
        },
        new("anxiety", "Anxiety", ConditionRole.Responds)
        {
            Curve = DoseResponse.Steps(0.5, (1.75, 0.92), (8.75, 0.84)), CurveSource = "Schuch 2019 (14 cohorts) and a review of 2025; half as far at 30–149 minutes", LagYears = 0.25, Mental = true,
            Incidence = new([6.432, -0.394, -0.313, -0.045], [6.400, -0.658, -0.352, -0.094], 40, 80), IncidenceSource = Gbd, Gradient = 0.18,
            Decrement = 0.10509, Years = 8.5, HealthCare = 1_348,
        },
        new("breast_cancer", "Breast cancer", ConditionRole.Responds)
        {
            Curve = DoseResponse.Falling(0.8913, 13.351, 1.077, 0.26), CurveSource = Garcia, LagYears = 5,
            Incidence = new([], [5.640, 0.209, -0.421, 0.420]), IncidenceSource = Gbd, Gradient = -0.1,
            Decrement = 0.0194, Years = 11.3, HealthCare = 2_956, SocialCare = 1_419,
        },
        new("colon_cancer", "Colon cancer", ConditionRole.Responds)
        {
            Curve = DoseResponse.Falling(0.8950, 7.194, 1.170, 0.42), CurveSource = Garcia, LagYears = 5,
            Incidence = new([4.531, 1.651, -0.405, -0.009], [4.184, 1.465, -0.308, 0.041]), IncidenceSource = Gbd + ", colon and rectum × 0.7 (judgement)", IncidenceRange = 0.1, Gradient = 0.14,
            Decrement = 0.0674, Years = 5.5, HealthCare = 3_755, SocialCare = 1_419,
        },
        Rough("endometrial_cancer", "Endometrial cancer", DoseResponse.Falling(0.8581, 7.730, 1.142, 0.37), [], [3.664, 1.0]),
        Rough("head_and_neck_cancer", "Head and neck cancer", DoseResponse.Falling(0.6245, 3.866, 1.178, 0.40), [3.279, 0.9], [3.279, 0.9]),
        Rough("gastric_cardia_cancer", "Gastric cardia cancer", DoseResponse.Falling(0.7156, 6.119, 1.164, 0.33), [1.338, 1.4], [1.338, 1.4]),
        Rough("liver_cancer", "Liver cancer", DoseResponse.Falling(0.7647, 7.695, 1.115, 0.40), [2.374, 1.4], [2.374, 1.4]),
        Rough("myeloma", "Myeloma", DoseResponse.Falling(0.7077, 5.156, 1.271, 0.36), [2.249, 1.6], [2.249, 1.6]),
        Rough("myeloid_leukaemia", "Myeloid leukaemia", DoseResponse.Falling(0.7482, 2.947, 1.230, 0.41), [2.118, 1.0], [2.118, 1.0]),
        new("hypertension", "Hypertension", ConditionRole.Responds)
        {
            Curve = DoseResponse.Each(0.94, 10, 0.3), CurveSource = "Liu 2017, 0.94 for 10 MET-h; not read at the source", LagYears = 2,
            Incidence = new([6.554, 0.6], [6.554, 0.6]), IncidenceSource = "Registered prevalence over 25 years", IncidenceGrade = EvidenceGrade.Judgement, IncidenceRange = 0.4, Gradient = 0.39,
        },
        new("back_pain", "Low back pain", ConditionRole.Responds)
        {
            Curve = DoseResponse.Steps(0.5, (4.375, 0.90)), CurveSource = "Shiri 2017 (36 cohorts), Alzahrani 2019: frequent or chronic pain only", LagYears = 0.25,
            Incidence = new([8.854, 0.409, -0.190, -0.158], [9.241, 0.538, -0.231, -0.233], 40, 80), IncidenceSource = Gbd + ": all episodes, of which pain of a few days does not respond", IncidenceGrade = EvidenceGrade.Judgement, IncidenceRange = 0.5,
        },
        new("hip_fracture", "Hip fracture, 65+", ConditionRole.Responds)
        {
            Curve = DoseResponse.Steps(0.5, (8.75, 0.80)), CurveSource = "Cohorts 0.55–0.62 high against low, shrunk; judgement", LagYears = 1, ActsFrom = 65,
            Incidence = new([3.869, 2.6], [3.869, 2.6]) { Onset = 65 }, IncidenceSource = NotReRead, IncidenceGrade = EvidenceGrade.Judgement, IncidenceRange = 0.3,
        },
        new("falls", "Falls, 65 and over", ConditionRole.ByProgramme) { CurveSource = "Sherrington 2019: balance and strength programmes 0.77 (0.71–0.83); walking not shown to matter" },
        Null("prostate_cancer", "Prostate cancer", "Garcia 2023: 1.008 (0.977–1.040) at the guideline"),
        Null("kidney_cancer", "Kidney cancer", "Garcia 2023: 1.027 (0.894–1.180) at the guideline"),
        Null("rectal_cancer", "Rectal cancer", "Garcia 2023: 0.949 (0.880–1.023) at the guideline"),
        Null("osteoarthritis", "Osteoarthritis, knee and hip", "No protection from onset; exercise treats its pain"),
        new("copd", "COPD", ConditionRole.CostOnly) { CurveSource = "Through smoking and air, not activity", Registered = 0.39, Decrement = 0.103, HealthCare = 2_344 },
        new("chronic_kidney_disease", "Chronic kidney disease", ConditionRole.CostOnly) { CurveSource = "Through other conditions", Registered = 0.41, Decrement = 0.1104, HealthCare = 1_221 },
    ];

    /// <summary>Causes of death whose curves are set beside that of all causes; no death is in two of them.</summary>
    public static IReadOnlyList<CauseOfDeath> Causes { get; } =
    [
        new("coronary_heart_disease", "Coronary heart disease", DoseResponse.Falling(0.6847, 3.597, 1.061, 0.18), 3)
        {
            Rate = new([5.001, 2.018, -0.202], [3.741, 2.439, -0.030]), Gradient = 0.51, Fades = true,
        },
        new("stroke", "Stroke", DoseResponse.Falling(0.7370, 3.874, 1.041, 0.35), 3)
        {
            Rate = new([3.386, 2.261, 0.373], [3.040, 2.368, 0.531]), Gradient = 0.34, Fades = true,
        },
        new("dementia", "Dementia", DoseResponse.Falling(0.6965, 3.542, 1.242, 0.28), 5)
        {
            Rate = new([2.144, 4.700, -1.147], [2.352, 4.764, -1.240]) { Onset = 40 }, Gradient = 0.16,
        },
        // About 6,900 of the region's 25,850 deaths a year are of cancer.
        new("cancer", "Cancer, all sites", DoseResponse.Falling(0.8234, 5.889, 1.157, 0.15), 5) { ShareOfDeaths = 0.267 },
        new("type_2_diabetes", "Type 2 diabetes", DoseResponse.Falling(0.5758, 9.398, 1.037, 0.132), 2) { ShareOfDeaths = 0.0085 },
    ];

    private static Condition Rough(string key, string label, DoseResponse curve, double[] men, double[] women) => new(key, label, ConditionRole.Responds)
    {
        Curve = curve,
        CurveSource = Garcia,
        LagYears = 5,
        Gradient = 0.14,
        Incidence = new(men, women),
        IncidenceSource = NotReRead,
        IncidenceGrade = EvidenceGrade.Judgement,
        IncidenceRange = 0.3,
    };

    private static Condition Null(string key, string label, string source) => new(key, label, ConditionRole.NoEffect) { CurveSource = source };
}
