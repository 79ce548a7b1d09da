using Simulation.Engine.Observation;
using Simulation.Engine.Populations;
using Simulation.Results.Indicators;

namespace Simulation.Results.Comparisons;

/// <summary>
/// Who gains, person by person: each resident's minutes in the last year beside those of the same resident, under the same
/// luck, in the run without the plan. Whoever lives at the end of one run alone is in neither count.
/// </summary>
public sealed class TwinGains
{
    private const int InactiveAdult = 30;
    private const int InactiveChild = 30 * 7;

    // Place × decile × whether a child, in the order of ResidentGroup.
    private readonly TwinCount[] cells;
    private readonly IReadOnlyList<string> places;

    private TwinGains(int weeks, IReadOnlyList<string> places, TwinCount[] cells) => (Weeks, this.places, this.cells) = (weeks, places, cells);

    /// <summary>Weeks that minutes are the mean of.</summary>
    public int Weeks { get; }

    /// <summary>Residents of 16 and over.</summary>
    public TwinCount Adults => Sum(group => !group.Child);

    /// <summary>Residents of 5–15.</summary>
    public TwinCount Children => Sum(group => group.Child);

    /// <summary>Residents of five and over by fifth of deprivation (national deciles), the most deprived first.</summary>
    public IReadOnlyList<TwinCount> Fifths => [.. Enumerable.Range(0, 5).Select(fifth => Sum(group => (group.Decile - 1) / 2 == fifth))];

    /// <summary>Residents of five and over by place.</summary>
    public IReadOnlyList<(string Place, TwinCount Count)> Places => [.. places.Select((name, place) => (name, Sum(group => group.Place == place)))];

    /// <summary>Sets the residents of two runs beside each other; null where one of them kept none.</summary>
    /// <param name="baseline">The run without the plan.</param>
    /// <param name="plan">The run with it, of the same residents and luck.</param>
    public static TwinGains? Of(IRunFigures baseline, IRunFigures plan)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentNullException.ThrowIfNull(plan);
        return baseline.Residents is { } before && plan.Residents is { } after && before.Weeks == after.Weeks
            ? new TwinGains(before.Weeks, before.Places, Count(before, after, baseline.Manifest.Scale))
            : null;
    }

    private static TwinCount[] Count(ResidentYears before, ResidentYears after, double scale)
    {
        TwinCount[] cells = new TwinCount[before.Places.Count * Demographics.Deciles * 2];
        for (int i = 0, twin = 0; i < before.Identities.Count; i++)
        {
            while (twin < after.Identities.Count && after.Identities[twin] < before.Identities[i])
            {
                twin++;
            }

            if (twin < after.Identities.Count && after.Identities[twin] == before.Identities[i])
            {
                bool child = ResidentGroup.Of(before.Groups[i]).Child;
                cells[before.Groups[i]] += TwinCount.Of(before.Minutes[i], after.Minutes[twin], child ? InactiveChild : InactiveAdult);
            }
        }

        return [.. cells.Select(cell => cell.Times(scale))];
    }

    private TwinCount Sum(Func<ResidentGroup, bool> chosen)
    {
        TwinCount sum = default;
        for (int i = 0; i < cells.Length; i++)
        {
            sum = chosen(ResidentGroup.Of((ushort)i)) ? sum + cells[i] : sum;
        }

        return sum;
    }
}
