using Simulation.Engine.Embedded.Figures;
using Simulation.Engine.Geography;
using Simulation.Engine.Synthesis;

namespace Simulation.Engine.Embedded.Making;

/// <summary>Zones that workers travel between: neighbouring neighbourhoods by fives, then the destinations outside.</summary>
internal static class WorkZones
{
    // Homes and workplaces of a wide rural zone gather in its villages, not all over it.
    private const double WidestMetres = 2_500;

    /// <summary>Makes the zones and says which one each neighbourhood belongs to.</summary>
    /// <param name="seeds">Seeds of all neighbourhoods.</param>
    /// <param name="places">Place of each neighbourhood.</param>
    /// <param name="residents">Residents of each neighbourhood.</param>
    /// <param name="areas">Area of each neighbourhood, m².</param>
    public static (List<WorkZoneInput> Zones, int[] ZoneOf) Make(
        IReadOnlyList<Seed> seeds, IReadOnlyList<int> places, IReadOnlyList<double> residents, IReadOnlyList<double> areas)
    {
        List<WorkZoneInput> zones = [];
        int[] zoneOf = new int[seeds.Count];
        (double X, double Y)[] points = [.. seeds.Select(s => (s.X, s.Y))];
        double[] ones = [.. Enumerable.Repeat(1.0, seeds.Count)];
        for (int p = 0; p < PlaceFigures.All.Length; p++)
        {
            int place = p;

            // A zone does not cross the Mersey: each bank of Halton is parted by itself.
            int[][] banks = [.. Enumerable.Range(0, seeds.Count).Where(i => places[i] == place)
                .GroupBy(i => seeds[i].Land).OrderBy(g => g.Key).Select(g => g.ToArray())];
            int[] groups = Apportion.Whole([.. banks.Select(b => (double)b.Length)], PlaceFigures.All[p].Zones);
            int number = 0;
            for (int b = 0; b < banks.Length; b++)
            {
                foreach (int[] members in Clusters.Part(banks[b], points, ones, groups[b]))
                {
                    double people = members.Sum(i => residents[i]);
                    double radius = Math.Sqrt(members.Sum(i => areas[i]) / Math.PI) / 2;
                    foreach (int i in members)
                    {
                        zoneOf[i] = zones.Count;
                    }

                    zones.Add(new WorkZoneInput(
                        $"{PlaceFigures.All[p].Code}Z{++number:00}",
                        members.Sum(i => points[i].X * residents[i]) / people,
                        members.Sum(i => points[i].Y * residents[i]) / people,
                        place,
                        Math.Min(radius, WidestMetres)));
                }
            }
        }

        foreach ((string code, double longitude, double latitude, double radius) in CommuteFigures.Outside)
        {
            (double x, double y) = LocalProjection.ToMetres(longitude, latitude);
            zones.Add(new WorkZoneInput(code, x, y, -1, radius));
        }

        return (zones, zoneOf);
    }
}
