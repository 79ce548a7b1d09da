using System.Collections.Immutable;
using NetTopologySuite.Geometries;
using Simulation.Engine.Embedded.Figures;
using Simulation.Engine.Embedded.Land;
using Simulation.Engine.Embedded.Land.Gazetteers;
using Simulation.Engine.Embedded.Making;
using Simulation.Engine.Populations;
using Simulation.Engine.Synthesis;

namespace Simulation.Engine.Embedded;

/// <summary>
/// Inputs of the synthesis that need no file: published figures of the nine places, written into the code, on a made-up
/// map that resembles the real one.
/// </summary>
/// <remarks>
/// Real: places, their Census 2021 marginals, the number of neighbourhoods by IMD 2025 decile, what deciles are like, school
/// and pupil numbers, workers between places and by distance. Made: where a neighbourhood lies, its outline, code and
/// name, and each school's position and name. A real neighbourhood cannot be looked up here: read the open data for that.
/// </remarks>
public static class EmbeddedInputs
{
    // Built-up land of one neighbourhood, m²: urban LSOAs have a median of 0.39 km² (ONS boundaries 2021) with
    // the green between them, less in Liverpool.
    private static readonly double[] CellSquareMetres =
        [340_000, 350_000, 370_000, 370_000, 350_000, 290_000, 340_000, 320_000, 340_000];

    /// <summary>Makes the inputs. The same seed gives the same inputs, bit for bit.</summary>
    /// <param name="seed">Changes how neighbourhoods differ within what is published; 1 unless there is a reason.</param>
    /// <returns>Inputs for the synthesis.</returns>
    public static SynthesisInputs Create(ulong seed)
    {
        var chance = new Chance(seed);
        ImmutableArray<PlaceLand> lands = PlaceLand.All();
        List<Seed> seeds = [];
        List<int> places = [];
        List<int> deciles = [];
        List<Marginals> marginals = [];
        for (int p = 0; p < PlaceFigures.All.Length; p++)
        {
            ImmutableArray<Locality> localities = Gazetteer.ByPlace[p];
            ImmutableArray<int> counts = DecileFigures.Neighbourhoods[p];
            List<Seed> laid = SeedScatter.Lay(localities, lands, p, counts.Sum(), CellSquareMetres[p], chance);
            int[] given = Deciles.Place(laid, localities, counts, p, chance);
            marginals.Add(Marginals.Make(PlaceFigures.All[p], p, laid, given, chance));
            seeds.AddRange(laid);
            deciles.AddRange(given);
            places.AddRange(Enumerable.Repeat(p, laid.Count));
        }

        Geometry[] outlines = Cells.Draw(seeds, lands);
        double[] residents = [.. marginals.SelectMany(m => m.Residents)];
        (List<WorkZoneInput> zones, int[] zoneOf) = WorkZones.Make(seeds, places, residents, [.. outlines.Select(o => o.Area)]);
        List<NeighbourhoodInput> neighbourhoods = Neighbourhoods(seeds, places, deciles, outlines, zoneOf, marginals, chance);
        return new SynthesisInputs
        {
            Source = "embedded",
            Places = [.. PlaceFigures.All.Select(Describe)],
            Neighbourhoods = neighbourhoods,
            Schools = Schools.Make(neighbourhoods, seeds, chance),
            WorkZones = zones,
            Flows = Flows(neighbourhoods, zones),
        };
    }

    private static PlaceInput Describe(PlaceFigures place) =>
        new(place.Code, place.Name, AgeProfile.Of(place), PublishedFigures.Of(place));

    private static List<NeighbourhoodInput> Neighbourhoods(
        List<Seed> seeds, List<int> places, List<int> deciles, Geometry[] outlines, int[] zoneOf, List<Marginals> marginals, Chance chance)
    {
        List<NeighbourhoodInput> made = [];
        var named = new Dictionary<(int, string), int>();
        int first = 0;
        for (int i = 0; i < seeds.Count; i++)
        {
            first = i > 0 && places[i] != places[i - 1] ? i : first;
            Marginals m = marginals[places[i]];
            int k = i - first;
            Locality locality = seeds[i].Locality;
            int number = named[(places[i], locality.Name)] = named.GetValueOrDefault((places[i], locality.Name)) + 1;

            // Median metres to any green space: urban LSOAs 190, rural ones 400 (groundswell indicators from OS Open Greenspace).
            double green = locality.Settlement == Settlement.Rural ? 400 : 190;
            made.Add(new NeighbourhoodInput
            {
                Code = $"{PlaceFigures.All[places[i]].Code}N{k + 1:000}",
                Name = $"{locality.Name} {number}",
                Place = places[i],
                WorkZone = zoneOf[i],
                Outline = outlines[i],
                X = seeds[i].X,
                Y = seeds[i].Y,
                Decile = deciles[i],
                Settlement = locality.Settlement,
                GreenSpaceMetres = green * chance.Factor(Draw.GreenSpace, i, Spread.GreenSpace),
                Residents = m.Residents[k],
                AgeBands = m.Age[k],
                Female = m.Female[k],
                Households = m.Households[k],
                HouseholdSize = m.Size[k],
                Cars = m.Cars[k],
                Disabled = m.Disabled[k],
                Employed = m.Employed[k],
                Unemployed = m.Unemployed[k],
                Students = m.Students[k],
                WorkTravel = m.Travel[k],
                Hours = m.Hours[k],
                Qualifications = m.Qualifications[k],
                EthnicGroups = m.EthnicGroups[k],
            });
        }

        return made;
    }

    private static List<CommuteFlow> Flows(List<NeighbourhoodInput> neighbourhoods, List<WorkZoneInput> zones)
    {
        int homes = zones.Count - CommuteFigures.Outside.Length;
        double[] residents = new double[homes];
        double[] travelling = new double[homes];
        double[] staying = new double[homes];
        foreach (NeighbourhoodInput n in neighbourhoods)
        {
            double workers = (n.Residents - n.AgeBands[0]) * n.Employed;
            double away = n.WorkTravel[0] + n.WorkTravel[1];
            residents[n.WorkZone] += n.Residents;
            travelling[n.WorkZone] += workers * away;
            staying[n.WorkZone] += workers * (1 - away);
        }

        return Commuting.Make(zones, residents, travelling, staying);
    }
}
