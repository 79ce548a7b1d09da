using Simulation.Engine.Parameters;
using Simulation.Engine.Populations;

namespace Simulation.Engine.Synthesis;

/// <summary>Arrangement, work zone and hours of a neighbourhood's workers, to its published shares.</summary>
internal static class WorkersOfNeighbourhood
{
    private static readonly int[] HoursFrom = [4, 16, 31, 49];
    private static readonly int[] HoursTo = [15, 30, 48, 65];

    /// <summary>Fills the worker lists of <paramref name="draft"/>.</summary>
    public static void Draw(NeighbourhoodDraft draft, NeighbourhoodInput input, WorkDestinations destinations, ulong seed, int index)
    {
        draft.Workers = [.. Enumerable.Range(0, draft.Status.Length).Where(r => draft.Status[r] == (byte)EconomicStatus.Employed)];
        var luck = new SynthesisLuck(seed, SynthesisStream.WorkPlace, index);
        DrawPlaces(draft, input, destinations, ref luck);
        DrawHours(draft, input, new SynthesisLuck(seed, SynthesisStream.WorkHours, index));
    }

    private static void DrawPlaces(NeighbourhoodDraft draft, NeighbourhoodInput input, WorkDestinations destinations, ref SynthesisLuck luck)
    {
        int count = draft.Workers.Length;
        draft.Arrangement = new byte[count];
        draft.Zone = new int[count];
        Span<int> classes = stackalloc int[4];
        IReadOnlyList<double> shares = input.WorkTravel;
        Quota.Spread([shares[0], shares[1], shares[2], shares[3]], count, luck.Next(), classes);
        int[] zones = destinations.Draw(input, classes[0], classes[1], classes[2] + classes[3], ref luck);

        // Students and the youngest rarely work at home or far away: they come first in an order that is otherwise luck,
        // and near workplaces are given out first.
        int[] order = [.. Enumerable.Range(0, count)];
        var keys = new double[count];
        for (int w = 0; w < count; w++)
        {
            int row = draft.Workers[w];
            bool local = draft.Age[row] < 20 || (draft.Traits[row] & (byte)Traits.Student) != 0;
            keys[w] = luck.Next() * (local ? SynthesisWorkParameters.LocalYouth : 1);
        }

        Array.Sort(keys, order);
        for (int k = 0; k < count; k++)
        {
            WorkArrangement arrangement = k < classes[0] + classes[1] ? WorkArrangement.FixedPlace
                : k < count - classes[3] ? WorkArrangement.MainlyHome : WorkArrangement.NoFixedPlace;
            draft.Arrangement[order[k]] = (byte)arrangement;
            draft.Zone[order[k]] = zones[k];
        }
    }

    // Workers in the order of their leaning to short hours fill the published bands from the shortest.
    private static void DrawHours(NeighbourhoodDraft draft, NeighbourhoodInput input, SynthesisLuck luck)
    {
        int count = draft.Workers.Length;
        draft.Hours = new byte[count];
        int[] order = [.. Enumerable.Range(0, count)];
        var keys = new double[count];
        for (int w = 0; w < count; w++)
        {
            keys[w] = luck.Next() - Leaning(draft.Age[draft.Workers[w]], (Traits)draft.Traits[draft.Workers[w]]);
        }

        Array.Sort(keys, order);
        Span<int> bands = stackalloc int[4];
        IReadOnlyList<double> shares = input.Hours;
        Quota.Spread([shares[0], shares[1], shares[2], shares[3]], count, luck.Next(), bands);
        int k = 0;
        for (int band = 0; band < 4; band++)
        {
            for (int i = 0; i < bands[band]; i++, k++)
            {
                draft.Hours[order[k]] = (byte)HoursIn(band, ref luck);
            }
        }
    }

    // In ranks only: how many work short hours is the neighbourhood's own published share.
    private static double Leaning(int age, Traits traits)
    {
        double[] lean = SynthesisWorkParameters.ShortHours;
        double leaning = (traits & Traits.Student) != 0 ? lean[0] : age >= 66 ? lean[1] : age >= 60 ? lean[2] : 0;
        if ((traits & Traits.Female) != 0)
        {
            leaning += lean[3] + ((traits & Traits.WithChildrenUnder11) != 0 ? lean[4] : (traits & Traits.WithChildren) != 0 ? lean[5] : 0);
        }

        return leaning + ((traits & Traits.Disabled) != 0 ? lean[6] : 0);
    }

    private static int HoursIn(int band, ref SynthesisLuck luck) =>
        band == 2 && luck.Next() < SynthesisWorkParameters.UsualWeek ? 35 + luck.Below(6) : HoursFrom[band] + luck.Below(HoursTo[band] - HoursFrom[band] + 1);
}
