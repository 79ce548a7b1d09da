using static Simulation.Engine.Parameters.EvidenceGrade;

namespace Simulation.Engine.Parameters;

/// <summary>The rank that a resident's propensity for leisure stands on, how it drifts, and how surveys report what follows.</summary>
public static class PropensityParameters
{
    private const string Panels = "ELSA (Smith 2015), British Regional Heart Study (Aggio 2017), women of 70 (Keadle 2017), week on week (Jaeschke 2018, Aadland 2015)";

    private const string Cohort = "1958 cohort: 1.28 times the risk of staying inactive a step of education, 0.15 SD of a bivariate normal rank";

    private const string ByGroup = "Active Lives, England";

    /// <summary>Lasting part.</summary>
    public static readonly Parameter Lasting = new("propensity.lasting", 0.20, "share", 0, 0.5, "Share of the variance of a resident's rank that lasts for life. Trades off with propensity.years: 0 with 15 years and 0.45 with 9 fit alike.", Panels, Calibrated);

    /// <summary>Memory of adults.</summary>
    public static readonly Parameter Years = new("propensity.years", 12, "years", 6, 15, "Time constant with which the rest of an adult's rank is forgotten.", Panels, Calibrated);

    /// <summary>Memory of children.</summary>
    public static readonly Parameter YearsChild = new("propensity.years_child", 4, "years", 2, 8, "The same of a child's rank.", "Modelling judgement: activity tracks with r 0.3–0.6 over five years of childhood (general knowledge)", Judgement);

    /// <summary>Slope of adults.</summary>
    public static readonly Parameter Slope = new("propensity.slope", 1.4, "logit/SD", 1.0, 1.8, "Propensity of an adult with a standard deviation of rank, within each hump.", "Modelling judgement: spreads the upper hump by 1.0 logit", Judgement);

    /// <summary>Slope of children.</summary>
    public static readonly Parameter SlopeChild = new("propensity.slope_child", 2.4, "logit/SD", 1.6, 3.2, "The same of a child.", "Modelling judgement: spreads the upper hump by 1.8 logit", Judgement);

    /// <summary>Lower hump.</summary>
    public static readonly Parameter Lower = new("propensity.lower", -4.2, "logit", -5.0, -3.5, "Propensity (logit a day) of one just below the threshold of the stratum.", "Modelling judgement: sets the share without any activity, 15–20 %", Judgement);

    /// <summary>Width of the step.</summary>
    public static readonly Parameter StepWidth = new("propensity.step_width", 0.2, "SD", 0, 0.4, "Width of the step from the lower hump to the upper.", "Modelling judgement, immaterial", Judgement);

    /// <summary>Leverage of levers on the rank.</summary>
    public static readonly Parameter Leverage = new("propensity.leverage", 0.32, "SD/logit", 0, 0.6, "How far a rank follows a lasting logit on leisure. Solved so that advice in primary care, replayed, returns its published odds ratio.", "Orrow 2012: OR 1.42 (1.17–1.73) at 12 months", Derived);

    /// <summary>How fast a rank follows.</summary>
    public static readonly Parameter Follow = new("propensity.follow", 1, "years", 0.5, 2, "Time constant with which a rank follows levers, and loses them again.", "Modelling judgement: trials keep part of their effect for months", Judgement);

    /// <summary>Lasting length of sessions.</summary>
    public static readonly Parameter PersonLength = new("leisure.person_length", 0.3, "log", 0.15, 0.45, "Standard deviation across residents of the logarithm of their own usual session length.", "Modelling judgement on the skew of reported minutes", Judgement);

    /// <summary>No qualification.</summary>
    public static readonly Parameter NoQualification = new("propensity.no_qualification", -0.15, "SD", -0.3, 0, "Rank of an adult without a qualification, against one with levels 1 to 3.", Cohort, Derived);

    /// <summary>Degree.</summary>
    public static readonly Parameter Degree = new("propensity.degree", 0.15, "SD", 0, 0.3, "Rank of an adult with a degree, against one with levels 1 to 3.", Cohort, Derived);

    /// <summary>Asian adults.</summary>
    public static readonly Parameter Asian = new("propensity.asian", -0.2, "SD", -0.4, 0, "Rank of an Asian adult, against a White one of the same age, sex, disability and deprivation.", ByGroup + ": South Asian 55 % active (May 2017–18) where their ages and areas would have some 63, a judgement", Judgement);

    /// <summary>Black adults.</summary>
    public static readonly Parameter Black = new("propensity.black", -0.1, "SD", -0.3, 0.1, "Rank of a Black adult, against a White one.", ByGroup + ": Black 29.6 % inactive (2016–17) where their ages and areas would have some 27, a judgement", Judgement);

    /// <summary>Adults of Mixed groups.</summary>
    public static readonly Parameter Mixed = new("propensity.mixed", 0.1, "SD", -0.1, 0.3, "Rank of an adult of a Mixed group, against a White one.", ByGroup + ": Mixed 71 % active (May 2017–18) where their ages and areas would have some 67, a judgement", Judgement);

    /// <summary>Adults of other groups.</summary>
    public static readonly Parameter OtherGroups = new("propensity.other_groups", -0.15, "SD", -0.35, 0.05, "Rank of an adult of another group, against a White one.", ByGroup + ": Other 29.9 % inactive (2016–17) where their ages and areas would have some 25, a judgement", Judgement);

    /// <summary>Report error.</summary>
    public static readonly Parameter ReportSpread = new("report.spread", 0.35, "log", 0.25, 0.5, "Standard deviation of the logarithm of reported over true minutes; its mean is one.", "Test–retest of questionnaires: 0.55 a month apart (Baumeister 2016), 0.76 two weeks apart (Silsbury 2015)", Derived);

    /// <summary>Gross misreading.</summary>
    public static readonly Parameter ReportGross = new("report.gross", 0.08, "share", 0, 0.15, "Share of answers that have nothing to do with one's own activity: another resident's of the same stratum.", "Test–retest of questionnaires (Baumeister 2016)", Derived);

    /// <summary>The group, in printed order.</summary>
    public static IReadOnlyList<Parameter> All { get; } =
    [
        Lasting, Years, YearsChild, Slope, SlopeChild, Lower, StepWidth, Leverage, Follow, PersonLength, NoQualification, Degree, Asian, Black, Mixed, OtherGroups, ReportSpread, ReportGross,
    ];
}
