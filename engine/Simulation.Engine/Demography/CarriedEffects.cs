using System.Collections;
using Simulation.Engine.Interventions;
using Simulation.Engine.Populations;

namespace Simulation.Engine.Demography;

/// <summary>
/// Effects after a turn of the year. Whoever was reached stays reached on the new row; who is eligible only now (a child has turned
/// five, a job has begun) is asked now, by the rank that lasts for life. Schools and streets are the same and keep what they have.
/// </summary>
internal static class CarriedEffects
{
    /// <summary>The effects on the rows laid anew.</summary>
    /// <param name="old">Effects so far, on the old rows.</param>
    /// <param name="bound">The scenario bound to the residents as they are now.</param>
    /// <param name="turn">The turn.</param>
    /// <param name="before">The old population.</param>
    /// <param name="today">The first day on which they act.</param>
    public static IReadOnlyList<Effect> Of(IReadOnlyList<Effect> old, IReadOnlyList<Effect> bound, TurnOfTheYear turn, Population before, int today)
    {
        int[] residents = Inverse(turn.ResidentFrom, before.Residents.Layout.Rows);
        int[] workers = Inverse(turn.WorkerFrom, before.Workers.Layout.Rows);
        Dictionary<(string, Lever), BitArray> reached = [];
        Dictionary<Admission, Admission> admissions = [];
        Dictionary<(string, ActivityLevels), HashSet<int>> asked = [];
        List<Effect> all = [];
        foreach (Effect effect in old)
        {
            if (Levers.TableOf(effect.Lever) is LeverTable.School or LeverTable.Neighbourhood)
            {
                all.Add(effect);
                continue;
            }

            bool ofWorkers = Levers.TableOf(effect.Lever) == LeverTable.Worker;
            int[] rows = ofWorkers ? workers : residents;
            int count = (ofWorkers ? turn.Population.Workers.Layout : turn.Population.Residents.Layout).Rows;
            Effect carried = With(effect, row => rows[row], effect.StartOf, Carried(effect.Admission, residents, admissions));
            if (!reached.TryGetValue((effect.Source, effect.Lever), out BitArray? bits))
            {
                reached.Add((effect.Source, effect.Lever), bits = new BitArray(count));
            }

            foreach (int row in carried.Rows)
            {
                bits[row] = true;
            }

            if (carried.Rows.Length > 0)
            {
                all.Add(carried);
            }
        }

        foreach (Admission admission in admissions.Values)
        {
            asked.TryAdd((admission.Source, admission.Levels), []);
            asked[(admission.Source, admission.Levels)].UnionWith(admission.Residents);
        }

        Dictionary<Admission, Admission> newcomers = [];
        foreach (Effect effect in bound.Where(e => Levers.TableOf(e.Lever) is LeverTable.Worker or LeverTable.Resident))
        {
            BitArray? bits = reached.GetValueOrDefault((effect.Source, effect.Lever));
            Effect added = With(effect, row => bits is not null && bits[row] ? -1 : row, i => Math.Max(effect.StartOf(i), today), NewcomersOf(effect.Admission, asked, newcomers, today));
            if (added.Rows.Length > 0 && added.Starts.Min() < added.End)
            {
                all.Add(added);
            }
        }

        return all;
    }

    private static int[] Inverse(ReadOnlySpan<int> from, int rows)
    {
        var to = new int[rows];
        Array.Fill(to, -1);
        for (int row = 0; row < from.Length; row++)
        {
            if (from[row] >= 0)
            {
                to[from[row]] = row;
            }
        }

        return to;
    }

    private static Effect With(Effect effect, Func<int, int> rowOf, Func<int, int> startOf, Admission? admission)
    {
        // One value for all stays one: years of a plan that reaches everybody would fill memory with copies of it.
        int count = 0;
        foreach (int row in effect.Rows)
        {
            count += rowOf(row) >= 0 ? 1 : 0;
        }

        int[] rows = new int[count];
        int[] starts = new int[effect.Starts.Length == 1 ? 1 : count];
        float[] amounts = new float[effect.Amounts.Length == 1 ? 1 : count];
        int next = 0;
        for (int i = 0; i < effect.Rows.Length; i++)
        {
            int row = rowOf(effect.Rows[i]);
            if (row >= 0)
            {
                rows[next] = row;
                starts[starts.Length == 1 ? 0 : next] = startOf(i);
                amounts[amounts.Length == 1 ? 0 : next] = effect.AmountOf(i);
                next++;
            }
        }

        return new Effect
        {
            Source = effect.Source,
            Lever = effect.Lever,
            Rows = rows,
            Starts = starts,
            Amounts = amounts,
            End = effect.End,
            RampDays = effect.RampDays,
            FadeDays = effect.FadeDays,
            Admission = admission,
        };
    }

    private static Admission? Carried(Admission? admission, int[] residents, Dictionary<Admission, Admission> made)
    {
        if (admission is null)
        {
            return null;
        }

        if (!made.TryGetValue(admission, out Admission? carried))
        {
            int[] kept = [.. Enumerable.Range(0, admission.Residents.Count).Where(i => residents[admission.Residents[i]] >= 0)];
            carried = new Admission(
                admission.Source, admission.Levels, [.. kept.Select(i => residents[admission.Residents[i]])], [.. kept.Select(i => admission.Days[i])]);
            made.Add(admission, carried);
        }

        return carried;
    }

    // Nobody is asked twice: who was settled in an earlier year stays so.
    private static Admission? NewcomersOf(
        Admission? admission, Dictionary<(string, ActivityLevels), HashSet<int>> asked, Dictionary<Admission, Admission> made, int today)
    {
        if (admission is null)
        {
            return null;
        }

        if (!made.TryGetValue(admission, out Admission? added))
        {
            HashSet<int>? before = asked.GetValueOrDefault((admission.Source, admission.Levels));
            int[] fresh = [.. Enumerable.Range(0, admission.Residents.Count).Where(i => before is null || !before.Contains(admission.Residents[i]))];
            added = new Admission(
                admission.Source, admission.Levels, [.. fresh.Select(i => admission.Residents[i])], [.. fresh.Select(i => Math.Max(admission.Days[i], today))]);
            made.Add(admission, added);
        }

        return added;
    }
}
