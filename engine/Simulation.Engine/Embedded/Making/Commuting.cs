using System.Collections.Immutable;
using Simulation.Engine.Embedded.Figures;
using Simulation.Engine.Embedded.Land;
using Simulation.Engine.Geography;
using Simulation.Engine.Synthesis;

namespace Simulation.Engine.Embedded.Making;

/// <summary>
/// Who works where: a gravity model (jobs × closeness) between zones, raked to the numbers of Census 2021 between places
/// and to the distances that the workers of each place travel.
/// </summary>
internal static class Commuting
{
    // Closeness falls as 1/(1 + d/3 km)²; the raking corrects it place by place.
    private const double HalfwayMetres = 3_000;

    // Jobs of a centre lie within about this distance of it.
    private const double CentreMetres = 700;

    // Schools, shops and surgeries: about one job for every eight residents is wherever people live.
    private const double LocalJobs = 0.125;

    private const int Rounds = 40;

    // Flows below this many workers are left out and their workers go with the rest of their row: thousands of pairs of
    // far-off zones would otherwise share a handful of workers.
    private const double Least = 0.1;

    /// <summary>Makes the flows, sorted by home zone, then work zone.</summary>
    /// <param name="zones">Zones, home zones first.</param>
    /// <param name="residents">Residents of each home zone.</param>
    /// <param name="travelling">Workers of each home zone with a fixed workplace away from home.</param>
    /// <param name="staying">Workers of each home zone at home or with no fixed place.</param>
    public static List<CommuteFlow> Make(
        IReadOnlyList<WorkZoneInput> zones, double[] residents, double[] travelling, double[] staying)
    {
        int homes = residents.Length;
        double[] jobs = Jobs(zones, residents);
        double[][] flows = new double[homes][];
        byte[][] bands = new byte[homes][];
        byte[] areas = [.. Enumerable.Range(0, zones.Count).Select(w => (byte)(w < homes ? zones[w].Place : PlaceFigures.All.Length + w - homes))];
        for (int h = 0; h < homes; h++)
        {
            flows[h] = new double[zones.Count];
            bands[h] = new byte[zones.Count];
            for (int w = 0; w < zones.Count; w++)
            {
                double metres = Distance(zones, h, w);
                double near = 1 / (1 + (metres / HalfwayMetres));
                flows[h][w] = jobs[w] * near * near;
                bands[h][w] = Band(metres);
            }
        }

        byte[][] areasOfRows = [.. Enumerable.Repeat(areas, homes)];
        for (int round = 0; round < Rounds; round++)
        {
            Rake(zones, flows, travelling, CommuteFigures.Bands, bands);
            Rake(zones, flows, travelling, CommuteFigures.Workers, areasOfRows);
            Rows(flows, travelling);
        }

        return List(flows, travelling, staying);
    }

    /// <summary>Index of the distance band of <see cref="CommuteFigures.Bands"/>.</summary>
    internal static byte Band(double metres)
    {
        byte band = 0;
        while (band < CommuteFigures.BandEnds.Length && metres >= CommuteFigures.BandEnds[band])
        {
            band++;
        }

        return band;
    }

    /// <summary>Metres in a straight line from a typical home in one zone to a typical workplace in another.</summary>
    internal static double Distance(IReadOnlyList<WorkZoneInput> zones, int home, int work)
    {
        double x = zones[home].X - zones[work].X;
        double y = zones[home].Y - zones[work].Y;

        // Two points of a disc lie 0.9 radii apart on average, and the radius given is half the disc's.
        double own = 0.9 * (zones[home].RadiusMetres + zones[work].RadiusMetres);
        return home == work ? own : Math.Sqrt((x * x) + (y * y));
    }

    private static double[] Jobs(IReadOnlyList<WorkZoneInput> zones, double[] residents)
    {
        double[] jobs = new double[zones.Count];
        Array.Fill(jobs, 1, residents.Length, zones.Count - residents.Length);
        for (int z = 0; z < residents.Length; z++)
        {
            jobs[z] = residents[z] * LocalJobs;
        }

        double[] pull = new double[residents.Length];
        foreach (JobCentre centre in JobCentre.All)
        {
            (double x, double y) = LocalProjection.ToMetres(centre.Longitude, centre.Latitude);
            for (int z = 0; z < pull.Length; z++)
            {
                double square = ((zones[z].X - x) * (zones[z].X - x)) + ((zones[z].Y - y) * (zones[z].Y - y));
                double near = 1 / (1 + (square / (CentreMetres * CentreMetres)));
                pull[z] = near * near;
            }

            double sum = pull.Sum();
            for (int z = 0; z < pull.Length; z++)
            {
                jobs[z] += centre.Jobs * 1_000 * pull[z] / sum;
            }
        }

        return jobs;
    }

    /// <summary>Scales flows so that, place of residence by place of residence, the given classes have their published shares.</summary>
    private static void Rake(
        IReadOnlyList<WorkZoneInput> zones,
        double[][] flows,
        double[] travelling,
        ImmutableArray<ImmutableArray<double>> published,
        byte[][] classes)
    {
        double[] sums = new double[published[0].Length];
        for (int first = 0; first < flows.Length;)
        {
            int place = zones[first].Place;
            int end = first;
            double workers = 0;
            Array.Clear(sums);
            for (; end < flows.Length && zones[end].Place == place; end++)
            {
                workers += travelling[end];
                double[] row = flows[end];
                byte[] kinds = classes[end];
                for (int w = 0; w < row.Length; w++)
                {
                    sums[kinds[w]] += row[w];
                }
            }

            double total = published[place].Sum();
            for (int c = 0; c < sums.Length; c++)
            {
                sums[c] = sums[c] > 0 ? published[place][c] * workers / total / sums[c] : 0;
            }

            for (; first < end; first++)
            {
                double[] row = flows[first];
                byte[] kinds = classes[first];
                for (int w = 0; w < row.Length; w++)
                {
                    row[w] *= sums[kinds[w]];
                }
            }
        }
    }

    private static void Rows(double[][] flows, double[] travelling)
    {
        for (int h = 0; h < flows.Length; h++)
        {
            double factor = travelling[h] / flows[h].Sum();
            for (int w = 0; w < flows[h].Length; w++)
            {
                flows[h][w] *= factor;
            }
        }
    }

    private static List<CommuteFlow> List(double[][] flows, double[] travelling, double[] staying)
    {
        foreach (double[] row in flows)
        {
            for (int w = 0; w < row.Length; w++)
            {
                row[w] = row[w] < Least ? 0 : row[w];
            }
        }

        Rows(flows, travelling);
        List<CommuteFlow> list = [];
        for (int h = 0; h < flows.Length; h++)
        {
            list.Add(new CommuteFlow(h, -1, staying[h]));
            for (int w = 0; w < flows[h].Length; w++)
            {
                if (flows[h][w] > 0)
                {
                    list.Add(new CommuteFlow(h, w, flows[h][w]));
                }
            }
        }

        return list;
    }
}
