namespace Simulation.Engine.Interventions;

/// <summary>Police speed patrols: compliance rises while they go on and relaxes over weeks after they stop (the halo).</summary>
internal static class Patrols
{
    /// <summary>Patrols a week at which 63 % of the extra compliance is reached (judgement: a second patrol adds less than the first).</summary>
    private const double Saturation = 1.0;

    /// <summary>Effects of patrols, one for each join day, because each group of streets is patrolled from its own day.</summary>
    /// <param name="delivery">A delivery to neighbourhoods.</param>
    /// <param name="signs">Compliance without patrols.</param>
    /// <param name="enforced">Compliance under constant patrols.</param>
    /// <param name="patrols">Patrols a week.</param>
    /// <param name="timing">When the patrols go on in each neighbourhood.</param>
    /// <param name="halo">Time constant of the relaxation to <paramref name="signs"/>, days.</param>
    public static IEnumerable<Effect> Effects(
        Delivery delivery, double signs, double enforced, double patrols, Timing timing, double halo)
    {
        double peak = Math.Max(signs, signs + ((enforced - signs) * (1 - Math.Exp(-patrols / Saturation))));
        double fade = EquivalentFade(signs, peak, halo);
        foreach (IGrouping<int, int> group in Enumerable.Range(0, delivery.Rows.Length).GroupBy(i => delivery.Starts[i]).OrderBy(g => g.Key))
        {
            int[] entries = [.. group];
            yield return new Effect
            {
                Source = delivery.Request.Source,
                Lever = Lever.SpeedCompliance,
                Rows = [.. entries.Select(i => delivery.Rows[i])],
                Starts = [group.Key],
                Amounts = [.. entries.Select(i => (float)(peak * delivery.DoseOf(i)))],
                End = timing.EndOf(group.Key),
                RampDays = 7,
                FadeDays = (float)fade,
            };
        }
    }

    /// <summary>
    /// The fade that, under "strongest wins" against the signs, leaves as many days of extra compliance as the halo
    /// c(t) = signs + (peak − signs)·exp(−t/halo) does: the lever fades to nothing where the halo fades to the signs.
    /// </summary>
    public static double EquivalentFade(double signs, double peak, double halo)
    {
        if (signs <= 0 || peak <= signs)
        {
            return halo;
        }

        double extra = peak - signs;
        return halo * extra / (extra - (signs * Math.Log(peak / signs)));
    }
}
