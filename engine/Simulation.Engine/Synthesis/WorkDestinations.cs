using Simulation.Engine.Parameters;

namespace Simulation.Engine.Synthesis;

/// <summary>Where the workers of each zone work: the flows by home zone, ready to draw from.</summary>
internal sealed class WorkDestinations
{
    private readonly SynthesisInputs inputs;
    private readonly int[] first;
    private readonly CommuteFlow[] flows;

    /// <summary>Indexes the flows of <paramref name="inputs"/> between zones; those to home or to no fixed place are left out.</summary>
    public WorkDestinations(SynthesisInputs inputs)
    {
        this.inputs = inputs;
        flows = [.. inputs.Flows.Where(f => f.To >= 0 && f.Workers > 0).OrderBy(f => f.From).ThenBy(f => f.To)];
        first = new int[inputs.WorkZones.Count + 1];
        foreach (CommuteFlow flow in flows)
        {
            first[flow.From + 1]++;
        }

        for (int zone = 0; zone < inputs.WorkZones.Count; zone++)
        {
            first[zone + 1] += first[zone];
        }
    }

    /// <summary>
    /// Work zones of workers of a neighbourhood: <paramref name="near"/> of them under the census's 10 km,
    /// <paramref name="far"/> beyond it and <paramref name="any"/> anywhere, in that order. Where the zone's flows have
    /// nobody in a class, the whole of the flows stands in for it.
    /// </summary>
    public int[] Draw(NeighbourhoodInput input, int near, int far, int any, ref SynthesisLuck luck)
    {
        ReadOnlySpan<CommuteFlow> own = flows.AsSpan(first[input.WorkZone], first[input.WorkZone + 1] - first[input.WorkZone]);
        var zones = new int[near + far + any];
        if (own.IsEmpty)
        {
            Array.Fill(zones, input.WorkZone);
            return zones;
        }

        var all = new double[own.Length];
        var nearOnly = new double[own.Length];
        var farOnly = new double[own.Length];
        double limit = SynthesisWorkParameters.NearMetres * SynthesisWorkParameters.NearMetres;
        for (int i = 0; i < own.Length; i++)
        {
            WorkZoneInput zone = inputs.WorkZones[own[i].To];
            double x = zone.X - input.X;
            double y = zone.Y - input.Y;
            all[i] = own[i].Workers;
            ((x * x) + (y * y) < limit ? nearOnly : farOnly)[i] = own[i].Workers;
        }

        Fill(zones.AsSpan(0, near), own, nearOnly.Any(w => w > 0) ? nearOnly : all, ref luck);
        Fill(zones.AsSpan(near, far), own, farOnly.Any(w => w > 0) ? farOnly : all, ref luck);
        Fill(zones.AsSpan(near + far, any), own, all, ref luck);
        return zones;
    }

    private static void Fill(Span<int> zones, ReadOnlySpan<CommuteFlow> own, double[] weights, ref SynthesisLuck luck)
    {
        var counts = new int[own.Length];
        Quota.Spread(weights, zones.Length, luck.Next(), counts);
        int at = 0;
        for (int i = 0; i < own.Length; i++)
        {
            zones.Slice(at, counts[i]).Fill(own[i].To);
            at += counts[i];
        }

        luck.Shuffle(zones);
    }
}
