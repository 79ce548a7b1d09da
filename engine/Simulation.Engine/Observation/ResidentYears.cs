using Simulation.Engine.Populations;

namespace Simulation.Engine.Observation;

/// <summary>
/// What each resident did in the last year of a run: to be set beside what the same resident did in another run, because
/// a difference of means does not say how many gained.
/// </summary>
/// <param name="Weeks">Weeks that the minutes are the mean of, 52 at most.</param>
/// <param name="Places">Names of the places that groups point at.</param>
/// <param name="Identities">Who, ascending: the same resident has the same number in every run of a population and seed.</param>
/// <param name="Minutes">Mean moderate-equivalent minutes a week, rounded to whole ones; children's are all their minutes.</param>
/// <param name="Groups">Place, deprivation and whether a child: <see cref="ResidentGroup.Pack"/>.</param>
public sealed record ResidentYears(
    int Weeks, IReadOnlyList<string> Places, IReadOnlyList<uint> Identities, IReadOnlyList<ushort> Minutes, IReadOnlyList<ushort> Groups);

/// <summary>Where a resident lives and whether it is a child, at the end of a run.</summary>
/// <param name="Place">Index of the place.</param>
/// <param name="Decile">National decile of deprivation, 1 the most deprived.</param>
/// <param name="Child">True at 5–15.</param>
public readonly record struct ResidentGroup(int Place, int Decile, bool Child)
{
    private const int Deciles = Demographics.Deciles;

    /// <summary>The group as one number.</summary>
    public ushort Pack() => checked((ushort)((((Place * Deciles) + Decile - 1) * 2) + (Child ? 1 : 0)));

    /// <summary>The group that <see cref="Pack"/> made a number.</summary>
    public static ResidentGroup Of(ushort packed) => new(packed / 2 / Deciles, (packed / 2 % Deciles) + 1, packed % 2 == 1);
}
