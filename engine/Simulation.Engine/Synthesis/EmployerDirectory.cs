using Simulation.Engine.Parameters;

namespace Simulation.Engine.Synthesis;

/// <summary>
/// Employers of every work zone, in number and size such that the zone's workers fill them: bands by the national shares
/// of workers, sizes heavy-tailed inside a band.
/// </summary>
internal sealed class EmployerDirectory
{
    private EmployerDirectory(int workers) => OfWorker = new int[workers];

    /// <summary>Employer of each worker, workers counted over all neighbourhoods in order.</summary>
    public int[] OfWorker { get; }

    /// <summary>Employers in the order of their zones.</summary>
    public List<Employer> Employers { get; } = [];

    /// <summary>Makes the employers and hands the workers of each zone to them by luck.</summary>
    /// <param name="inputs">Zones.</param>
    /// <param name="drafts">Neighbourhoods with their workers' zones.</param>
    /// <param name="scale">Residents of the model for each resident of the source: an employer of 100 has 100 × scale workers here.</param>
    /// <param name="seed">Seed of the synthesis.</param>
    /// <param name="threads">Worker threads.</param>
    /// <param name="cancellation">Stops between zones.</param>
    public static EmployerDirectory Make(
        SynthesisInputs inputs, NeighbourhoodDraft[] drafts, double scale, ulong seed, int threads, CancellationToken cancellation)
    {
        int zones = inputs.WorkZones.Count;
        var directory = new EmployerDirectory(drafts.Sum(d => d.Workers.Length));
        var first = new int[zones + 1];
        foreach (NeighbourhoodDraft draft in drafts)
        {
            foreach (int zone in draft.Zone)
            {
                first[zone + 1]++;
            }
        }

        for (int zone = 0; zone < zones; zone++)
        {
            first[zone + 1] += first[zone];
        }

        int[] byZone = WorkersByZone(drafts, first);
        var made = new List<Employer>[zones];
        InParallel.For(zones, threads, Found, cancellation);

        for (int zone = 0; zone < zones; zone++)
        {
            int at = first[zone];
            foreach (Employer employer in made[zone])
            {
                for (int i = 0; i < employer.Workers; i++)
                {
                    directory.OfWorker[byZone[at++]] = directory.Employers.Count;
                }

                directory.Employers.Add(employer);
            }
        }

        return directory;

        void Found(int zone)
        {
            made[zone] = EmployersOf(inputs.WorkZones[zone], zone, first[zone + 1] - first[zone], scale, new SynthesisLuck(seed, SynthesisStream.Employers, zone));
            new SynthesisLuck(seed, SynthesisStream.EmployerOfWorker, zone).Shuffle(byZone.AsSpan(first[zone], first[zone + 1] - first[zone]));
        }
    }

    private static int[] WorkersByZone(NeighbourhoodDraft[] drafts, int[] first)
    {
        int[] next = [.. first];
        var workers = new int[first[^1]];
        int worker = 0;
        foreach (NeighbourhoodDraft draft in drafts)
        {
            foreach (int zone in draft.Zone)
            {
                workers[next[zone]++] = worker++;
            }
        }

        return workers;
    }

    private static List<Employer> EmployersOf(WorkZoneInput zone, int index, int workers, double scale, SynthesisLuck luck)
    {
        var employers = new List<Employer>();
        Span<int> inBand = stackalloc int[4];
        Quota.Spread(SynthesisWorkParameters.EmployerBands, workers, luck.Next(), inBand);
        for (int band = 0; band < 4; band++)
        {
            double low = SynthesisWorkParameters.BandFrom[band];
            double high = SynthesisWorkParameters.BandTo[band];
            int left = inBand[band];
            int start = employers.Count;
            while (left > 0)
            {
                // Bounded Pareto with exponent 1: as many workers in employers of 300–600 as in those of 600–1,200.
                double size = low / (1 - (luck.Next() * (1 - (low / high))));
                int here = Math.Min(left, Math.Max(1, (int)((size * scale) + luck.Next())));
                left -= here;
                (double x, double y) = Position(zone, ref luck);
                if (left == 0 && here < low * scale / 2 && employers.Count > start)
                {
                    // Too few for the band: they join its last employer.
                    employers[^1] = employers[^1] with { Workers = employers[^1].Workers + here };
                }
                else
                {
                    employers.Add(new Employer(index, zone.Place, (byte)band, here, x, y));
                }
            }
        }

        return employers;
    }

    // Even over a disc whose mean distance from the centre is the zone's typical one (2/3 of a disc's radius).
    private static (double X, double Y) Position(WorkZoneInput zone, ref SynthesisLuck luck)
    {
        while (true)
        {
            double x = (2 * luck.Next()) - 1;
            double y = (2 * luck.Next()) - 1;
            if ((x * x) + (y * y) <= 1)
            {
                return (zone.X + (x * 1.5 * zone.RadiusMetres), zone.Y + (y * 1.5 * zone.RadiusMetres));
            }
        }
    }
}

/// <summary>An employer.</summary>
/// <param name="Zone">Work zone.</param>
/// <param name="Place">Place, or −1 outside the area.</param>
/// <param name="SizeBand">0 micro … 3 large.</param>
/// <param name="Workers">Workers of this population.</param>
/// <param name="X">Metres east.</param>
/// <param name="Y">Metres north.</param>
internal readonly record struct Employer(int Zone, int Place, byte SizeBand, int Workers, double X, double Y);
