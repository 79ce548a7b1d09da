namespace Simulation.Engine.Interventions;

/// <summary>How strong the study behind an effect is; weak designs are discounted on the log-odds scale.</summary>
public enum StudyDesign : byte
{
    /// <summary>Randomised trial or a meta-analysis of such.</summary>
    Randomised,

    /// <summary>Controlled natural experiment.</summary>
    NaturalExperiment,

    /// <summary>Uncontrolled before/after, or participants who chose themselves.</summary>
    Uncontrolled,

    /// <summary>Cross-sectional association.</summary>
    CrossSectional,

    /// <summary>A physical change (traffic, minutes, distance) whose consequence the model works out: nothing to discount.</summary>
    Mechanism,

    /// <summary>No study: a wide prior near nothing, not discounted further.</summary>
    Judgement,
}

/// <summary>What a kind's default effect rests on.</summary>
/// <param name="Design">Design of the main study.</param>
/// <param name="Finding">What was found, with its interval.</param>
/// <param name="Source">Study, year, place.</param>
/// <param name="Reserved">True when published effects are kept back for validation and none is used here.</param>
public sealed record Evidence(StudyDesign Design, string Finding, string Source, bool Reserved = false)
{
    /// <summary>Name of the parameter that holds the design weight, or null when nothing is discounted.</summary>
    public string? WeightParameter => Design switch
    {
        StudyDesign.Randomised => "evidence.weight_randomised",
        StudyDesign.NaturalExperiment => "evidence.weight_natural_experiment",
        StudyDesign.Uncontrolled => "evidence.weight_uncontrolled",
        StudyDesign.CrossSectional => "evidence.weight_cross_sectional",
        _ => null,
    };
}
