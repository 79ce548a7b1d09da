using System.Globalization;
using Simulation.Engine.Interventions;
using Simulation.Engine.Populations;
using Simulation.Scenarios.Diagnostics;

namespace Simulation.Scenarios.Checks;

/// <summary>Interventions of any kind that together give employees more days at home, or a later start, than there can be.</summary>
internal sealed class MoreThanAWeekCheck : IBindingCheck
{
    private const int Days = 5;

    // A later start is kept in minutes, in a byte.
    private const int Minutes = byte.MaxValue;

    public void Check(IReadOnlyList<BoundIntervention> bound, Population population, DiagnosticBag bag)
    {
        WorkerTable workers = population.Workers;
        Check(bound, population, bag, Lever.HomeDays, row => Days - workers.HomeDays[row], "to more than five days a week at home, their usual ones counted: five is all they get", "home_days");
        Check(bound, population, bag, Lever.FlexMinutes, _ => Minutes, "to a start more than 4 hours and 15 minutes later: that is all they get", "shift");
    }

    private static void Check(
        IReadOnlyList<BoundIntervention> bound, Population population, DiagnosticBag bag, Lever lever, Func<int, int> room, string words, string key)
    {
        for (int last = 1; last < bound.Count; last++)
        {
            BoundIntervention[] before = [.. bound.Take(last).Where(one => !one.OverBefore(bound[last]) && !bound[last].OverBefore(one))];
            Dictionary<int, float> given = Given(before, lever);
            HashSet<int> over = [.. Given([bound[last]], lever).Where(more => given.TryGetValue(more.Key, out float already) && already + more.Value > room(more.Key) + 0.5f).Select(more => more.Key)];
            if (over.Count == 0)
            {
                continue;
            }

            string others = string.Join(" and ", before.Where(one => Given([one], lever).Keys.Any(over.Contains)).Select(one => $"'{one.Intervention.Name}'"));
            bag.Warn(
                Codes.MoreThanAWeek, bound[last].Intervention.SpanOf(key),
                string.Create(CultureInfo.InvariantCulture, $"'{bound[last].Intervention.Name}' and {others} together bring {Region.Of(population).Of(over.Count):N0} employees {words}."),
                $"Lower `{key}`, or tell them apart with `where` and `who`.");
        }
    }

    private static Dictionary<int, float> Given(IEnumerable<BoundIntervention> bound, Lever lever)
    {
        var given = new Dictionary<int, float>();
        foreach (Effect effect in bound.SelectMany(one => one.Effects).Where(effect => effect.Lever == lever))
        {
            for (int i = 0; i < effect.Rows.Length; i++)
            {
                given[effect.Rows[i]] = given.GetValueOrDefault(effect.Rows[i]) + effect.AmountOf(i);
            }
        }

        return given;
    }
}
