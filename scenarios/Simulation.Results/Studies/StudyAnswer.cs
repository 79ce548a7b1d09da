using Simulation.Results.Sentences;
using Simulation.Results.Statistics;

namespace Simulation.Results.Studies;

/// <summary>What a study found.</summary>
/// <param name="Name">Name of the study.</param>
/// <param name="Description">What it is for.</param>
/// <param name="Residents">Residents of each run.</param>
/// <param name="Start">First day.</param>
/// <param name="Days">Days of each run.</param>
/// <param name="Draws">Draws planned.</param>
/// <param name="Seeds">Seeds of each draw.</param>
/// <param name="Target">Residents more active that are asked for, or null.</param>
/// <param name="Budget">What may be spent, £, or null.</param>
/// <param name="PlanId">Address of the plan.</param>
/// <param name="Model">Hash of the model that ran it.</param>
/// <param name="PopulationHash">Hash of the residents.</param>
/// <param name="Arms">The scenarios, in the order of the plan.</param>
public sealed record StudyFindings(
    string Name,
    string Description,
    int Residents,
    DateOnly Start,
    int Days,
    int Draws,
    int Seeds,
    double? Target,
    double? Budget,
    string PlanId,
    string Model,
    string PopulationHash,
    IReadOnlyList<StudyArm> Arms);

/// <summary>The answer of a study in sentences, made by rule from its estimates.</summary>
public static class StudyAnswer
{
    /// <summary>What a scenario does, in one sentence each: how many are no longer inactive, whether the gap changes, how near the target.</summary>
    public static IReadOnlyList<Sentence> Of(StudyArm arm, StudyFindings study)
    {
        ArgumentNullException.ThrowIfNull(arm);
        ArgumentNullException.ThrowIfNull(study);
        List<Sentence> sentences = [];
        NoRange without = arm.Used().Count == 1 ? NoRange.OneRun : NoRange.Unknown;
        if (arm.Inactive() is { } inactive && arm.Residents() is > 0 and var people)
        {
            sentences.Add(Sentence.Of(new Finding("residents_inactive", Spoken(inactive, 1 / people), people) { WithoutRange = without }));
        }

        if (arm.Change("school_walk") is { } walk)
        {
            sentences.Add(Sentence.Of(new Finding("school_walk", Spoken(walk), arm.Count("school_walk") / SchoolDaysOfWeek) { WithoutRange = without }));
        }

        if (arm.Gap("adults_inactive") is { } gap)
        {
            sentences.Add(Sentence.OfGap(new GapFinding("adults_inactive", gap.Before, Spoken(gap)) { WithoutRange = without }));
        }

        return sentences;
    }

    /// <summary>How much of the target is met: the share, with its range; null where there is no target.</summary>
    public static (double Share, Interval? Likely)? OfTarget(StudyArm arm, StudyFindings study)
    {
        ArgumentNullException.ThrowIfNull(arm);
        ArgumentNullException.ThrowIfNull(study);
        return study.Target is { } target && arm.Inactive() is { } inactive
            ? (-inactive.Mean / target, inactive.Likely?.Times(-1 / target))
            : null;
    }

    /// <summary>An estimate as sentences take it: its middle and the range that holds it 8 times in 10.</summary>
    /// <param name="estimate">The estimate.</param>
    /// <param name="factor">What it is multiplied with.</param>
    public static Estimate Spoken(PairedEstimate estimate, double factor = 1)
    {
        ArgumentNullException.ThrowIfNull(estimate);
        Interval? range = estimate.Likely?.Times(factor);
        return new Estimate(estimate.Mean * factor, range?.Low, range?.High);
    }

    // Pupils' school days of a week over those of a pupil.
    private const double SchoolDaysOfWeek = 5;
}
