using Simulation.Engine.Parameters;
using Simulation.Engine.Populations;

namespace Simulation.Engine.Synthesis;

/// <summary>Schools of one phase and the places that they offer to this population.</summary>
internal sealed class SchoolPlaces
{
    // Reception to Year 6 are seven of the thirteen years of a school that takes all.
    private const int PrimaryYears = 7;

    private SchoolPlaces(int[] schools, int[] places)
    {
        Schools = schools;
        Places = places;
    }

    /// <summary>Indices of the schools that take the phase.</summary>
    public int[] Schools { get; }

    /// <summary>Places of each, in the same order.</summary>
    public int[] Places { get; }

    /// <summary>Phase of a pupil: 0 primary (4–10), 1 secondary (11–16).</summary>
    public static int PhaseOf(int age) => age < 11 ? 0 : 1;

    /// <summary>
    /// Places of a phase: the rolls, scaled as the population is, and all alike up to
    /// <see cref="SynthesisSchoolParameters.Spare"/> places for each pupil where they hold fewer.
    /// </summary>
    /// <param name="schools">All schools.</param>
    /// <param name="phase">0 primary, 1 secondary.</param>
    /// <param name="pupils">Pupils of the phase.</param>
    /// <param name="scale">Residents of the model for each resident of the source.</param>
    /// <exception cref="InputDataException">Pupils, but no school that takes them.</exception>
    public static SchoolPlaces Of(IReadOnlyList<SchoolInput> schools, int phase, int pupils, double scale)
    {
        int[] own = [.. Enumerable.Range(0, schools.Count).Where(s => Takes(schools[s].Phase, phase))];
        if (own.Length == 0 && pupils > 0)
        {
            throw new InputDataException([new InputError("schools", 0, "phase", $"no {(phase == 0 ? "primary" : "secondary")} school among {schools.Count} schools; add at least one that takes ages {(phase == 0 ? "4–10" : "11–16")}.")]);
        }

        long rolls = own.Sum(s => (long)Roll(schools[s], phase));
        double factor = rolls > 0 ? Math.Max(scale, pupils * SynthesisSchoolParameters.Spare / rolls) : 0;
        return new SchoolPlaces(own, [.. own.Select(s => rolls > 0
            ? (int)Math.Ceiling(Roll(schools[s], phase) * factor)
            : (int)Math.Ceiling(pupils * SynthesisSchoolParameters.Spare / own.Length))]);
    }

    /// <summary>Whether a school takes pupils of a phase.</summary>
    public static bool Takes(SchoolPhase school, int phase) =>
        school == SchoolPhase.AllThrough || (school == SchoolPhase.Primary) == (phase == 0);

    private static int Roll(SchoolInput school, int phase)
    {
        int primary = school.Phase == SchoolPhase.AllThrough ? school.Pupils * PrimaryYears / NeighbourhoodSynthesis.SchoolYears : school.Phase == SchoolPhase.Primary ? school.Pupils : 0;
        return phase == 0 ? primary : school.Pupils - primary;
    }
}
