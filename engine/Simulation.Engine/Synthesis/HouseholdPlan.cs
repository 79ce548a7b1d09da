using Simulation.Engine.Parameters;

namespace Simulation.Engine.Synthesis;

/// <summary>
/// How many households of each size a neighbourhood has and how many children (0–17) live in each, so that all residents
/// and all children are housed and the published shares of household sizes are met.
/// </summary>
internal sealed class HouseholdPlan
{
    private const int Largest = 7;

    private HouseholdPlan()
    {
    }

    /// <summary>Private households by size (index 1–7) and children (index 0–6).</summary>
    public int[,] Households { get; } = new int[Largest + 1, Largest];

    /// <summary>Residents of communal establishments.</summary>
    public int Communal { get; private set; }

    /// <summary>Plans the households of a neighbourhood.</summary>
    /// <param name="input">Its marginals.</param>
    /// <param name="residents">Residents to house.</param>
    /// <param name="children">Residents under 18 among them; at least one resident is older unless there is none at all.</param>
    /// <param name="luck">Luck of its household sizes.</param>
    public static HouseholdPlan Make(NeighbourhoodInput input, int residents, int children, ref SynthesisLuck luck)
    {
        var plan = new HouseholdPlan();
        if (residents == 0)
        {
            return plan;
        }

        int[] sizes = plan.Sizes(input, residents, residents - children, ref luck);
        plan.PlaceChildren(sizes, children, input.Decile, ref luck);
        return plan;
    }

    // Sizes 1–7 that hold all residents but those of communal establishments, with at least one adult for each household.
    private int[] Sizes(NeighbourhoodInput input, int residents, int adults, ref SynthesisLuck luck)
    {
        IReadOnlyList<double> shares = input.HouseholdSize;
        double shareSum = shares[0] + shares[1] + shares[2] + shares[3];
        double small = (shares[0] + (2 * shares[1]) + (3 * shares[2])) / shareSum;
        double large = shares[3] / shareSum;
        double wanted = residents * input.Households / Math.Max(1, input.Residents);
        double mostHoused = wanted * (small + (SynthesisHouseholdParameters.LargeMeanMaximum * large));
        double leastHoused = wanted * (small + (SynthesisHouseholdParameters.LargeMeanMinimum * large));
        if (leastHoused > residents)
        {
            wanted *= residents / leastHoused;
        }
        else if (mostHoused < residents)
        {
            // Enough adults must stay to head households of at most seven.
            int beyond = (int)(residents - mostHoused + luck.Next());
            Communal = Math.Min(beyond, Math.Min(adults - 1, ((Largest * adults) - residents) / (Largest - 1)));
            Communal = Communal <= Largest ? 0 : Communal;
        }

        int housed = residents - Communal;
        int fewest = (housed + Largest - 1) / Largest;
        int households = Math.Clamp((int)(wanted + luck.Next()), fewest, Math.Min(housed, adults - Communal));
        Span<int> bySize = stackalloc int[4];
        Quota.Spread([shares[0], shares[1], shares[2], shares[3]], households, luck.Next(), bySize);
        int inLarge = Math.Clamp(housed - bySize[0] - (2 * bySize[1]) - (3 * bySize[2]), 4 * bySize[3], Largest * bySize[3]);
        var sizes = new int[Largest + 1];
        (sizes[1], sizes[2], sizes[3]) = (bySize[0], bySize[1], bySize[2]);
        SpreadLarge(sizes, bySize[3], inLarge, luck.Next());
        Balance(sizes, housed);
        return sizes;
    }

    // Households of four or more over the sizes 4–7 by a geometric tilt of the usual frequencies that gives the mean size.
    private static void SpreadLarge(int[] sizes, int households, int residents, double start)
    {
        if (households == 0)
        {
            return;
        }

        double mean = (double)residents / households;
        double[] usual = SynthesisHouseholdParameters.LargeSizes;
        (double low, double high) = (1e-3, 1e3);
        Span<double> weights = stackalloc double[4];
        for (int step = 0; step < 40; step++)
        {
            double tilt = Math.Sqrt(low * high);
            double sum = 0;
            double moment = 0;
            double factor = 1;
            for (int i = 0; i < 4; i++, factor *= tilt)
            {
                weights[i] = usual[i] * factor;
                sum += weights[i];
                moment += weights[i] * (4 + i);
            }

            (low, high) = moment / sum < mean ? (tilt, high) : (low, tilt);
        }

        Quota.Spread(weights, households, start, sizes.AsSpan(4, 4));
    }

    // Grows or shrinks single households until exactly `housed` residents have a place: the largest first, so that the
    // published shares of 1, 2 and 3 are touched last.
    private static void Balance(int[] sizes, int housed)
    {
        int over = -housed;
        for (int size = 1; size <= Largest; size++)
        {
            over += size * sizes[size];
        }

        for (; over > 0; over--)
        {
            int size = Largest;
            while (sizes[size] == 0 || size == 1)
            {
                size--;
            }

            sizes[size]--;
            sizes[size - 1]++;
        }

        ReadOnlySpan<int> growing = [4, 5, 6, 3, 2, 1];
        for (; over < 0; over++)
        {
            foreach (int size in growing)
            {
                if (sizes[size] > 0)
                {
                    sizes[size]--;
                    sizes[size + 1]++;
                    break;
                }
            }
        }
    }

    // Children per household of each size: the usual frequencies, tilted by one factor per child until all children have a
    // place (the maximum-entropy fit to one more margin), then made whole.
    private void PlaceChildren(int[] sizes, int children, int decile, ref SynthesisLuck luck)
    {
        double loneParents = LoneParents(decile);
        (double low, double high) = (1e-6, 1e6);
        var weights = new double[Largest];
        for (int step = 0; step < 60; step++)
        {
            double tilt = Math.Sqrt(low * high);
            double expected = 0;
            for (int size = 2; size <= Largest; size++)
            {
                (double sum, double moment) = Tilted(size, tilt, loneParents, weights);
                expected += sizes[size] * moment / sum;
            }

            (low, high) = expected < children ? (tilt, high) : (low, tilt);
        }

        int placed = 0;
        Households[1, 0] = sizes[1];
        Span<int> counts = stackalloc int[Largest];
        for (int size = 2; size <= Largest; size++)
        {
            _ = Tilted(size, Math.Sqrt(low * high), loneParents, weights);
            counts.Clear();
            Quota.Spread(weights.AsSpan(0, size), sizes[size], luck.Next(), counts[..size]);
            for (int c = 0; c < size; c++)
            {
                Households[size, c] = counts[c];
                placed += c * counts[c];
            }
        }

        Settle(children - placed);
    }

    private static (double Sum, double Moment) Tilted(int size, double tilt, double loneParents, double[] weights)
    {
        double[] usual = SynthesisHouseholdParameters.Children[size - 1];
        double sum = 0;
        double moment = 0;
        double factor = 1;
        for (int c = 0; c < size; c++, factor *= tilt)
        {
            weights[c] = usual[c] * factor * (c == size - 1 ? loneParents : 1);
            sum += weights[c];
            moment += c * weights[c];
        }

        return (sum, moment);
    }

    // Moves households up or down by one child until none is left over; those of four and three first, and lone parents
    // only when nothing else is left.
    private void Settle(int missing)
    {
        int step = Math.Sign(missing);
        for (; missing != 0; missing -= step)
        {
            if (!Move(step, adultsLeft: 2) && !Move(step, adultsLeft: 1))
            {
                throw new InvalidOperationException("More children than places beside an adult: the plan of household sizes is wrong.");
            }
        }
    }

    private bool Move(int step, int adultsLeft)
    {
        ReadOnlySpan<int> order = [4, 3, 5, 6, 7, 2];
        foreach (int size in order)
        {
            for (int c = size - 1; c >= 0; c--)
            {
                int becomes = c + step;
                if (becomes >= 0 && size - becomes >= adultsLeft && Households[size, c] > 0)
                {
                    Households[size, c]--;
                    Households[size, becomes]++;
                    return true;
                }
            }
        }

        return false;
    }

    private static double LoneParents(int decile) =>
        SynthesisHouseholdParameters.LoneParentDeprived
        + ((SynthesisHouseholdParameters.LoneParentAffluent - SynthesisHouseholdParameters.LoneParentDeprived) * (decile - 1) / 9);
}
