using NetTopologySuite.Geometries;
using Simulation.Engine.Populations;
using Simulation.Engine.Synthesis;

namespace Simulation.Engine.Tests.Synthesis;

/// <summary>Three places of four square neighbourhoods each: a town, a suburb with students, and the country.</summary>
internal static class SmallInputs
{
    private const double Side = 1_000;

    public static SynthesisInputs Make()
    {
        var neighbourhoods = new List<NeighbourhoodInput>();
        for (int place = 0; place < 3; place++)
        {
            for (int i = 0; i < 4; i++)
            {
                neighbourhoods.Add(Neighbourhood(place, i));
            }
        }

        return new SynthesisInputs
        {
            Source = "test",
            Places = [.. Enumerable.Range(0, 3).Select(Place)],
            Neighbourhoods = neighbourhoods,
            Schools = [.. Schools(neighbourhoods)],
            WorkZones = [.. Enumerable.Range(0, 4).Select(Zone)],
            Flows =
            [
                new(0, -1, 500), new(0, 0, 900), new(0, 1, 300), new(0, 3, 80),
                new(1, -1, 400), new(1, 0, 500), new(1, 1, 600), new(1, 2, 50),
                new(2, -1, 700), new(2, 0, 200), new(2, 2, 600), new(2, 3, 300),
            ],
        };
    }

    private static PlaceInput Place(int place) => new(
        $"E0000000{place}",
        $"Place {place}",
        [.. Enumerable.Range(0, 91).Select(age => age < 75 ? 10.0 : 10.0 * (91 - age) / 16)],
        new Dictionary<string, double> { ["residents"] = 6_400, ["no_car_pct"] = 30 - (10 * place) });

    private static WorkZoneInput Zone(int zone) =>
        zone < 3 ? new($"Z{zone}", (zone * 6_000) + Side, Side, zone, 700) : new("Z3", 30_000, 20_000, -1, 3_000);

    private static NeighbourhoodInput Neighbourhood(int place, int i)
    {
        double x = (place * 6_000) + (i % 2 * Side);
        double y = i / 2 * Side;
        bool students = place == 1 && i == 3;
        return new NeighbourhoodInput
        {
            Code = $"N{place}{i}",
            Name = $"Neighbourhood {place}.{i}",
            Place = place,
            WorkZone = place,
            Outline = new GeometryFactory().CreatePolygon(
                [new(x, y), new(x + Side, y), new(x + Side, y + Side), new(x, y + Side), new(x, y)]),
            X = x + (Side / 2),
            Y = y + (Side / 2),
            Decile = 1 + (place * 4) + (i / 3),
            Settlement = place == 2 ? Settlement.Rural : Settlement.Urban,
            GreenSpaceMetres = 250 + (50 * i),
            Residents = 1_600 + (20 * i),
            AgeBands = students ? [120, 800, 250, 150, 150, 190] : [300 - (20 * place), 170, 210, 310, 330, 280 + (40 * place)],
            Female = 0.51,
            Households = students ? 620 : 710,
            HouseholdSize = [0.31, 0.34, 0.17, 0.18],
            Cars = [0.30 - (0.1 * place), 0.42, 0.22 + (0.05 * place), 0.06 + (0.05 * place)],
            Disabled = 0.24 - (0.03 * place),
            Employed = students ? 0.42 : 0.55 + (0.02 * place),
            Unemployed = 0.035,
            Students = students ? 0.55 : 0.21,
            Qualifications = [0.22 - (0.04 * place), 0.5, 0.28 + (0.04 * place)],
            EthnicGroups = [0.9, 0.04, 0.02, 0.03, 0.01],
            WorkTravel = [0.44, 0.17, 0.26, 0.13],
            Hours = [0.1, 0.2, 0.6, 0.1],
        };
    }

    private static IEnumerable<SchoolInput> Schools(List<NeighbourhoodInput> neighbourhoods)
    {
        for (int n = 0; n < neighbourhoods.Count; n++)
        {
            if (n % 2 == 0)
            {
                yield return new($"P{n}", $"Primary {n}", SchoolPhase.Primary, 340, 0.2, neighbourhoods[n].X, neighbourhoods[n].Y, n);
            }

            if (n % 4 == 1)
            {
                yield return new($"S{n}", $"Secondary {n}", SchoolPhase.Secondary, 500, 0.2, neighbourhoods[n].X, neighbourhoods[n].Y, n);
            }
        }

        yield return new("A0", "All-through", SchoolPhase.AllThrough, 300, double.NaN, neighbourhoods[7].X, neighbourhoods[7].Y, 7);
    }
}
