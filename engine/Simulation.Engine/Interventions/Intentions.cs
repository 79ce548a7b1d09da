namespace Simulation.Engine.Interventions;

/// <summary>
/// A raised intention that wears off at the pace which the studies of an intervention show, rather than at the model's own:
/// an impulse on the join day, then smaller ones every eight weeks that make up the difference.
/// </summary>
internal static class Intentions
{
    private const int Interval = 56;

    /// <summary>Half-lives that are followed; what is left then (a third) wears off at the model's own pace. Every impulse is a step for every resident reached.</summary>
    private const double HalfLives = 1.5;

    /// <summary>Effects of one course of a raised intention.</summary>
    /// <param name="delivery">The delivery.</param>
    /// <param name="rows">Resident rows, ascending.</param>
    /// <param name="starts">Join day of each.</param>
    /// <param name="logit">Rise of the intention on the join day, before adherence.</param>
    /// <param name="halfLifeDays">Half-life of the rise.</param>
    public static IEnumerable<Effect> Course(Delivery delivery, int[] rows, int[] starts, double logit, double halfLifeDays)
    {
        double amount = logit * delivery.Adherence;
        if (rows.Length == 0 || amount == 0)
        {
            yield break;
        }

        // What the model's own drift leaves of an intention after one interval.
        double kept = Math.Pow(1 - delivery.Parameter("intention.drift"), Interval / 7.0);
        double before = 0;
        for (int day = 0; day <= HalfLives * halfLifeDays; day += Interval)
        {
            double wanted = amount * Math.Pow(0.5, day / halfLifeDays);
            double impulse = wanted - (before * kept);
            before = wanted;
            if (impulse * Math.Sign(amount) <= 0)
            {
                yield break;
            }

            int[] due = [.. Enumerable.Range(0, rows.Length).Where(i => starts[i] + day < delivery.Request.End)];
            if (due.Length == 0)
            {
                yield break;
            }

            yield return delivery.Move(
                Lever.Intention,
                due.Length == rows.Length ? rows : [.. due.Select(i => rows[i])],
                [.. due.Select(i => starts[i] + day)],
                [(float)impulse]);
        }
    }
}
