namespace Simulation.Engine.Parameters;

/// <summary>How a number was come by.</summary>
public enum EvidenceGrade : byte
{
    /// <summary>Read in the source named.</summary>
    Verified,

    /// <summary>Computed here from verified numbers.</summary>
    Derived,

    /// <summary>General knowledge, not checked against a source.</summary>
    Unverified,

    /// <summary>A modelling judgement: a prior, to be varied.</summary>
    Judgement,

    /// <summary>Solved so that the baseline meets published totals.</summary>
    Calibrated,
}

/// <summary>A number in the model. The registry, ODD.md, the language's reference and the evidence cards all read it here.</summary>
/// <param name="Name">Key, e.g. <c>habit.gain</c>: the group, a dot, the word.</param>
/// <param name="Value">Value used unless a scenario says otherwise.</param>
/// <param name="Unit">Unit, e.g. <c>logit/min</c>, <c>share</c>, <c>days</c>; <c>1</c> for a plain number.</param>
/// <param name="Minimum">Lowest plausible value.</param>
/// <param name="Maximum">Highest plausible value.</param>
/// <param name="Meaning">What it is, in one sentence.</param>
/// <param name="Source">Study, year and place of the number.</param>
/// <param name="Grade">How the number was come by.</param>
public sealed record Parameter(
    string Name,
    double Value,
    string Unit,
    double Minimum,
    double Maximum,
    string Meaning,
    string Source,
    EvidenceGrade Grade);
