using Simulation.Engine.Populations;


namespace Simulation.Engine.Baselines;

/// <summary>
/// Target shares of every stratum (decile × key) from published margins: an additive logit model, fitted by raking so that
/// each margin holds in a population with England's composition.
/// </summary>
internal static class StratumShares
{
    /// <summary>Weights that give <paramref name="counts"/> (decile × key) England's ages, sexes, deciles and disability.</summary>
    public static double[] EnglandWeights(double[] counts)
    {
        double[] weights = (double[])counts.Clone();
        (Func<int, int, int> Category, double[] Shares)[] margins =
        [
            ((_, key) => Demographics.Band(key) - Demographics.FirstAdultBand, BaselineTargets.EnglandAges),
            ((_, key) => Demographics.Female(key) ? 1 : 0, [1 - BaselineTargets.EnglandFemale, BaselineTargets.EnglandFemale]),
            ((decile, _) => decile, [.. Enumerable.Repeat(0.1, Demographics.Deciles)]),
            ((_, key) => Demographics.Disabled(key) ? 1 : 0, [1 - BaselineTargets.EnglandDisabled, BaselineTargets.EnglandDisabled]),
        ];
        for (int sweep = 0; sweep < 50; sweep++)
        {
            foreach ((Func<int, int, int> category, double[] shares) in margins)
            {
                double[] sums = new double[shares.Length];
                ForEach(Demographics.Adult, (decile, key, i) => sums[category(decile, key)] += weights[i]);
                double total = sums.Sum();
                ForEach(Demographics.Adult, (decile, key, i) =>
                    weights[i] *= shares[category(decile, key)] * total / sums[category(decile, key)]);
            }
        }

        // Children: deciles alike, all else as it is here.
        double[] children = new double[Demographics.Deciles];
        ForEach(Demographics.Child, (decile, _, i) => children[decile] += weights[i]);
        ForEach(Demographics.Child, (decile, _, i) => weights[i] *= children.Sum() / (Demographics.Deciles * children[decile]));
        return weights;
    }

    /// <summary>Shares by stratum that meet <paramref name="margins"/> under <paramref name="weights"/>; 0 where no margin applies.</summary>
    public static double[] Fit(double[] weights, BaselineTargets.Margin[] margins)
    {
        double[] logits = new double[weights.Length];
        for (int sweep = 0; sweep < 200; sweep++)
        {
            foreach (BaselineTargets.Margin margin in margins)
            {
                double[] share = new double[margin.Targets.Length];
                double[] total = new double[margin.Targets.Length];
                ForEach(_ => true, (decile, key, i) =>
                {
                    int category = margin.Category(decile, key);
                    if (category >= 0)
                    {
                        share[category] += weights[i] / (1 + Math.Exp(-logits[i]));
                        total[category] += weights[i];
                    }
                });
                ForEach(_ => true, (decile, key, i) =>
                {
                    int category = margin.Category(decile, key);
                    if (category >= 0 && total[category] > 0)
                    {
                        logits[i] += Logit(margin.Targets[category]) - Logit(share[category] / total[category]);
                    }
                });
            }
        }

        double[] shares = new double[weights.Length];
        ForEach(key => margins[0].Category(0, key) >= 0, (_, _, i) => shares[i] = 1 / (1 + Math.Exp(-logits[i])));
        return shares;
    }

    /// <summary>ln(p / (1 − p)).</summary>
    public static double Logit(double p) => Math.Log(p / (1 - p));

    /// <summary>Calls <paramref name="action"/> (decile, key, index) for every stratum whose key is chosen.</summary>
    public static void ForEach(Func<int, bool> chosen, Action<int, int, int> action)
    {
        for (int decile = 0; decile < Demographics.Deciles; decile++)
        {
            for (int key = 0; key < Demographics.Keys; key++)
            {
                if (chosen(key))
                {
                    action(decile, key, (decile * Demographics.AllKeys) + key);
                }
            }
        }
    }
}
