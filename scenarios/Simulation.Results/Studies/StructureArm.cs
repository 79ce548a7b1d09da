using Simulation.Results.Sentences;

namespace Simulation.Results.Studies;

/// <summary>A scenario and its baseline with the model formed otherwise, as often as the whole was run with central values.</summary>
/// <param name="Arm">The scenario.</param>
/// <param name="Structure">The structure taken, as <c>--set</c> takes it: <c>structure.propensity=frozen</c>.</param>
/// <param name="Pairs">Its pairs.</param>
public sealed record StructureArm(string Arm, string Structure, IReadOnlyList<RunPair> Pairs)
{
    /// <summary>The structure in plain words.</summary>
    public string Words => Structure switch
    {
        "structure.propensity=moving" => "people's bent for activity drifts over the years",
        "structure.propensity=frozen" => "nobody's bent for activity moves",
        "structure.propensity=fixed" => "there are two groups for ever",
        "structure.people=frozen" => "nobody grows older",
        "structure.people=living" => "people grow older, are born and die",
        _ => Structure[(Structure.IndexOf('.', StringComparison.Ordinal) + 1)..].Replace('=', ' '),
    };

    /// <summary>The same as a scenario of its own, for tables.</summary>
    public StudyArm Alone => new($"{Arm} ({Structure})", Pairs);

    /// <summary>Fewer residents inactive in the last year; null where it was not recorded.</summary>
    public double? FewerInactive => -Alone.Inactive()?.Mean;

    /// <summary>What other structures make of a scenario; null where none was run.</summary>
    /// <param name="arm">The scenario.</param>
    /// <param name="structures">All that were run.</param>
    public static string? Sentence(StudyArm arm, IReadOnlyList<StructureArm> structures)
    {
        ArgumentNullException.ThrowIfNull(arm);
        (StructureArm Structure, double Fewer)[] told = [.. Of(arm, structures).Where(s => s.FewerInactive is not null).Select(s => (s, s.FewerInactive!.Value)).OrderBy(s => s.Value)];
        if (told.Length == 0)
        {
            return null;
        }

        string one = $"{Spoken(told[0].Fewer)} inactive if {told[0].Structure.Words}";
        return told.Length == 1 ? $"Formed otherwise the model says {one}."
            : $"Formed otherwise the model says from {one} to {Spoken(told[^1].Fewer)} if {told[^1].Structure.Words}.";
    }

    /// <summary>Those of one scenario.</summary>
    public static IReadOnlyList<StructureArm> Of(StudyArm arm, IReadOnlyList<StructureArm> structures) => [.. structures.Where(s => s.Arm == arm.Name)];

    private static string Spoken(double fewer) => $"{SpokenNumber.Count(Math.Abs(fewer))} {(fewer >= 0 ? "fewer" : "more")}";
}
