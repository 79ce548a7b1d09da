using NetTopologySuite.Geometries;
using Simulation.Engine.Populations;

namespace Simulation.Engine.Tests.Interventions;

/// <summary>
/// A population small enough to count by hand: nine places of ten neighbourhoods, one for each deprivation decile, each
/// with thirty households of a worker, a partner who works, a child of nine and a pensioner; a primary school in each.
/// </summary>
internal static class TinyPopulation
{
    public const int PerPlace = 10;

    public const int Households = 30;

    public static readonly string[] Codes =
        ["E06000006", "E06000007", "E06000049", "E06000050", "E08000011", "E08000012", "E08000013", "E08000014", "E08000015"];

    private static readonly string[] Names =
        ["Halton", "Warrington", "Cheshire East", "Cheshire West and Chester", "Knowsley", "Liverpool", "St Helens", "Sefton", "Wirral"];

    public static Population Build()
    {
        int count = Codes.Length * PerPlace;
        int[] four = [.. Enumerable.Repeat(4 * Households, count)];
        int[] two = [.. Enumerable.Repeat(2 * Households, count)];
        int[] one = [.. Enumerable.Repeat(Households, count)];
        var neighbourhoods = new NeighbourhoodTable(count);
        var residents = new ResidentTable(new Segments(four));
        var workers = new WorkerTable(new Segments(two));
        var pupils = new PupilTable(new Segments(one));
        var households = new HouseholdTable(new Segments(one));
        var schools = new SchoolTable(count + Codes.Length);
        var classes = new ClassTable(count);
        var employers = new EmployerTable(40);
        for (int e = 0; e < employers.Count; e++)
        {
            employers.Place.ToFill()[e] = e == 39 ? (byte)255 : (byte)(e % Codes.Length);
            employers.SizeBand.ToFill()[e] = (byte)(e % 4);
        }

        residents.Age.ToFill().Values.Fill(Population.VacantAge);
        workers.Resident.ToFill().Values.Fill(-1);
        pupils.Resident.ToFill().Values.Fill(-1);
        for (int n = 0; n < count; n++)
        {
            int place = n / PerPlace;
            neighbourhoods.Place.ToFill()[n] = (byte)place;
            neighbourhoods.Decile.ToFill()[n] = (byte)((n % PerPlace) + 1);
            neighbourhoods.Settlement.ToFill()[n] = (byte)(n % PerPlace == 9 ? Settlement.Rural : Settlement.Urban);
            neighbourhoods.Code[n] = $"{Codes[place]}-{n % PerPlace:00}";
            neighbourhoods.Name[n] = $"{Names[place]} {(n % PerPlace) + 1}";
            neighbourhoods.Outline[n] = new Point(n * 1000.0, 0).Buffer(400);
            neighbourhoods.X.ToFill()[n] = n * 1000;
            schools.Name[n] = $"Primary {n}";
            schools.Phase.ToFill()[n] = (byte)SchoolPhase.Primary;
            schools.Neighbourhood.ToFill()[n] = n;
            schools.Pupils.ToFill()[n] = Households;
            classes.School.ToFill()[n] = (ushort)n;
            classes.Pupils.ToFill()[n] = Households;
            for (int h = 0; h < Households; h++)
            {
                AddHousehold(n, h, residents, workers, pupils);
            }
        }

        for (int place = 0; place < Codes.Length; place++)
        {
            int s = count + place;
            schools.Name[s] = $"Secondary {place}";
            schools.Phase.ToFill()[s] = (byte)SchoolPhase.Secondary;
            schools.Neighbourhood.ToFill()[s] = place * PerPlace;
        }

        return new Population(
            new PopulationDescription("tiny", 1, "tiny", []), [.. Codes.Zip(Names, (c, n) => new Place(c, n))],
            neighbourhoods, households, residents, pupils, workers, schools, classes, employers);
    }

    private static void AddHousehold(int n, int h, ResidentTable residents, WorkerTable workers, PupilTable pupils)
    {
        int first = residents.Layout.First(n) + (h * 4);
        byte[] ages = [40, 38, 9, (byte)(h % 2 == 0 ? 72 : 63)];
        for (int m = 0; m < 4; m++)
        {
            Traits traits = Traits.WithChildren | Traits.WithChildrenUnder11;
            traits |= m is 1 or 3 ? Traits.Female : Traits.None;
            traits |= h % 5 == 0 ? Traits.NoCar : Traits.None;
            traits |= m == 3 && h % 2 == 0 ? Traits.Disabled : Traits.None;
            residents.Age.ToFill()[first + m] = ages[m];
            residents.Traits.ToFill()[first + m] = (byte)traits;
        }

        for (int w = 0; w < 2; w++)
        {
            int row = workers.Layout.First(n) + (h * 2) + w;
            workers.Resident.ToFill()[row] = first + w;
            workers.Employer.ToFill()[row] = row % 40;
            workers.HomeCapable.ToFill()[row] = (byte)(w == 0 ? 1 : 0);
            workers.HomeDays.ToFill()[row] = (byte)(w == 0 ? h % 6 : 0);
            workers.Start.ToFill()[row] = 540;
        }

        int pupil = pupils.Layout.First(n) + h;
        pupils.Resident.ToFill()[pupil] = first + 2;
        pupils.School.ToFill()[pupil] = (ushort)n;
        pupils.Class.ToFill()[pupil] = n;
    }
}
