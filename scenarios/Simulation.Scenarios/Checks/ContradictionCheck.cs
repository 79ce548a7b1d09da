using Simulation.Engine.Interventions;
using Simulation.Engine.Populations;
using Simulation.Scenarios.Diagnostics;

namespace Simulation.Scenarios.Checks;

/// <summary>Two interventions that pull the same lever in opposite directions in the same spot.</summary>
internal sealed class ContradictionCheck : IBindingCheck
{
    /// <summary>Levers of schools and neighbourhoods: few enough rows to compare, and where contradictions are made.</summary>
    private static readonly Lever[] Fields =
        [.. Enum.GetValues<Lever>().Where(l => Levers.TableOf(l) is LeverTable.School or LeverTable.Neighbourhood)];

    public void Check(IReadOnlyList<BoundIntervention> bound, Population population, DiagnosticBag bag)
    {
        for (int second = 1; second < bound.Count; second++)
        {
            for (int first = 0; first < second; first++)
            {
                foreach (Lever lever in Fields)
                {
                    int spots = Math.Max(
                        Sorted.Shared(Rows(bound[first], lever, +1), Rows(bound[second], lever, -1)),
                        Sorted.Shared(Rows(bound[first], lever, -1), Rows(bound[second], lever, +1)));
                    if (spots > 0)
                    {
                        bag.Warn(
                            Codes.Contradiction, bound[second].Intervention.Span,
                            $"'{bound[second].Intervention.Name}' and '{bound[first].Intervention.Name}' pull {Words(lever)} in opposite directions in {spots:N0} {(Levers.TableOf(lever) == LeverTable.Neighbourhood ? "neighbourhoods" : "schools")}.",
                            "If traffic that one moves is what the other takes away, this is meant; otherwise choose.");
                    }
                }
            }
        }
    }

    private static int[] Rows(BoundIntervention bound, Lever lever, int sign)
    {
        var rows = new SortedSet<int>();
        foreach (Effect effect in bound.Effects.Where(e => e.Lever == lever))
        {
            for (int i = 0; i < effect.Rows.Length; i++)
            {
                if (Math.Sign(effect.AmountOf(i)) == sign)
                {
                    rows.Add(effect.Rows[i]);
                }
                else if (effect.Amounts.Length == 1)
                {
                    break;
                }
            }
        }

        return [.. rows];
    }

    private static string Words(Lever lever) =>
        string.Concat(lever.ToString().Select((c, i) => i > 0 && char.IsUpper(c) ? " " + char.ToLowerInvariant(c) : char.ToLowerInvariant(c).ToString()));
}

/// <summary>Ascending rows.</summary>
internal static class Sorted
{
    /// <summary>Number of rows in both.</summary>
    public static int Shared(int[] left, int[] right)
    {
        int shared = 0;
        for (int l = 0, r = 0; l < left.Length && r < right.Length;)
        {
            int order = left[l].CompareTo(right[r]);
            shared += order == 0 ? 1 : 0;
            l += order <= 0 ? 1 : 0;
            r += order >= 0 ? 1 : 0;
        }

        return shared;
    }
}
