using Simulation.Engine.Parameters;
using Simulation.Engine.Populations;

namespace Simulation.Engine.Synthesis;

/// <summary>
/// Cars of each household: iterative proportional fitting of kind of household × cars to the neighbourhood's published
/// shares, with the national association as the seed table.
/// </summary>
internal static class CarOwnership
{
    private const int Kinds = 14;

    /// <summary>Cars (0–3) of each household; communal establishments have none and do not count.</summary>
    public static byte[] Draw(NeighbourhoodInput input, byte[] sizes, int[] first, byte[] ages, byte[] statuses, SynthesisLuck luck)
    {
        var cars = new byte[sizes.Length];
        var kinds = new int[sizes.Length];
        Span<int> rows = stackalloc int[Kinds];
        int households = 0;
        for (int h = 0; h < sizes.Length; h++)
        {
            kinds[h] = Kind(sizes[h], ages.AsSpan(first[h], sizes[h]), statuses.AsSpan(first[h], sizes[h]));
            if (kinds[h] >= 0)
            {
                rows[kinds[h]]++;
                households++;
            }
        }

        Span<int> columns = stackalloc int[4];
        Quota.Spread([input.Cars[0], input.Cars[1], input.Cars[2], input.Cars[3]], households, luck.Next(), columns);
        int[,] cells = ContingencyTable.Fit(SynthesisHouseholdParameters.Cars, rows, columns);
        for (int h = 0; h < sizes.Length; h++)
        {
            if (kinds[h] >= 0)
            {
                cars[h] = Take(cells, kinds[h], ref luck);
            }
        }

        return cars;
    }

    // One household's cars out of what its kind has left: sampling without replacement, so the table is used up exactly.
    private static byte Take(int[,] cells, int kind, ref SynthesisLuck luck)
    {
        int at = luck.Below(cells[kind, 0] + cells[kind, 1] + cells[kind, 2] + cells[kind, 3]);
        byte cars = 0;
        while (at >= cells[kind, cars])
        {
            at -= cells[kind, cars++];
        }

        cells[kind, cars]--;
        return cars;
    }

    private static int Kind(int size, ReadOnlySpan<byte> ages, ReadOnlySpan<byte> statuses)
    {
        if (size > SynthesisHouseholdParameters.LargestPrivate)
        {
            return -1;
        }

        int workers = 0;
        int adults = 0;
        for (int i = 0; i < size; i++)
        {
            workers += statuses[i] == (byte)EconomicStatus.Employed ? 1 : 0;
            adults += ages[i] >= ResidentDraws.AdultAge ? 1 : 0;
        }

        return adults == 1 && size > 1
            ? 12 + Math.Min(workers, 1)
            : ((Math.Min(size, 4) - 1) * 3) + Math.Min(workers, 2);
    }
}
