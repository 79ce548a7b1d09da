using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace Simulation.Engine.Populations.Files;

/// <summary>Puts a population together from the sections of a mapped file.</summary>
/// <param name="file">The sections.</param>
internal sealed class PopulationReader(MappedSections file)
{
    // The tables allocate columns that the file replaces; over a layout without rows those cost nothing.
    private static readonly Segments NoRows = new([]);

    /// <summary>Reads all tables; columns stay where they lie.</summary>
    /// <param name="contentHash">Hash that the head states.</param>
    public Population Read(string contentHash)
    {
        try
        {
            NeighbourhoodTable neighbourhoods = Neighbourhoods();
            int count = neighbourhoods.Count;
            return new Population(
                DescriptionText.FromText(file.Text(PopulationContent.DescriptionSection), contentHash),
                Places(),
                neighbourhoods,
                Households(count),
                Residents(count),
                Pupils(count),
                Workers(count),
                Schools(),
                Classes(),
                Employers(),
                file)
            {
                Targets = file.Has("targets.places") ? Targets(count) : null,
            };
        }
        catch (Exception broken) when (broken is FormatException or ParseException or ArgumentException or OverflowException)
        {
            throw FileHeader.Damaged(file.Path, broken.Message, broken);
        }
    }

    private Place[] Places()
    {
        string[] codes = file.Text("places.code");
        string[] names = file.Text("places.name");
        return codes.Length == names.Length
            ? [.. codes.Zip(names, (code, name) => new Place(code, name))]
            : throw new FormatException("places have more codes than names, or fewer");
    }

    private NeighbourhoodTable Neighbourhoods()
    {
        int count = file.CountOf("neighbourhoods.code");
        var reader = new WKBReader();
        Geometry[] outlines = [.. file.Blobs("neighbourhoods.outline", SectionType.Outline).Select(reader.Read)];
        string[] names = file.Text("neighbourhoods.name");
        if (outlines.Length != count || names.Length != count)
        {
            throw new FormatException("neighbourhoods have more or fewer names or outlines than codes");
        }

        return new NeighbourhoodTable(count)
        {
            Code = file.Text("neighbourhoods.code"),
            Name = names,
            Outline = outlines,
            Place = file.Column<byte>("neighbourhoods.place", count),
            Decile = file.Column<byte>("neighbourhoods.decile", count),
            Settlement = file.Column<byte>("neighbourhoods.settlement", count),
            X = file.Column<float>("neighbourhoods.x", count),
            Y = file.Column<float>("neighbourhoods.y", count),
            GreenSpaceMetres = file.Column<float>("neighbourhoods.green_space_metres", count),
        };
    }

    private HouseholdTable Households(int neighbourhoods)
    {
        Segments layout = file.Layout("households.layout", neighbourhoods);
        return new HouseholdTable(NoRows)
        {
            Layout = layout,
            FirstResident = file.Column<int>("households.first_resident", layout.Rows),
            Size = file.Column<byte>("households.size", layout.Rows),
            Cars = file.Column<byte>("households.cars", layout.Rows),
            X = file.Column<float>("households.x", layout.Rows),
            Y = file.Column<float>("households.y", layout.Rows),
        };
    }

    private ResidentTable Residents(int neighbourhoods)
    {
        Segments layout = file.Layout("residents.layout", neighbourhoods);
        return new ResidentTable(NoRows)
        {
            Layout = layout,
            Age = file.Column<byte>("residents.age", layout.Rows),
            Traits = file.Column<byte>("residents.traits", layout.Rows),
            Status = file.Column<byte>("residents.status", layout.Rows),
            Household = file.Column<int>("residents.household", layout.Rows),
        };
    }

    private PupilTable Pupils(int neighbourhoods)
    {
        Segments layout = file.Layout("pupils.layout", neighbourhoods);
        return new PupilTable(NoRows)
        {
            Layout = layout,
            Resident = file.Column<int>("pupils.resident", layout.Rows),
            School = file.Column<ushort>("pupils.school", layout.Rows),
            Class = file.Column<int>("pupils.class", layout.Rows),
            Distance = file.Column<ushort>("pupils.distance", layout.Rows),
            FirstAdult = file.Column<int>("pupils.first_adult", layout.Rows),
            FirstAdultWorker = file.Column<int>("pupils.first_adult_worker", layout.Rows),
            SecondAdult = file.Column<int>("pupils.second_adult", layout.Rows),
            SecondAdultWorker = file.Column<int>("pupils.second_adult_worker", layout.Rows),
        };
    }

    private WorkerTable Workers(int neighbourhoods)
    {
        Segments layout = file.Layout("workers.layout", neighbourhoods);
        return new WorkerTable(NoRows)
        {
            Layout = layout,
            Resident = file.Column<int>("workers.resident", layout.Rows),
            Employer = file.Column<int>("workers.employer", layout.Rows),
            Arrangement = file.Column<byte>("workers.arrangement", layout.Rows),
            Distance = file.Column<ushort>("workers.distance", layout.Rows),
            Start = file.Column<ushort>("workers.start", layout.Rows),
            Hours = file.Column<byte>("workers.hours", layout.Rows),
            WorkDays = file.Column<byte>("workers.work_days", layout.Rows),
            FlexMinutes = file.Column<byte>("workers.flex_minutes", layout.Rows),
            HomeDays = file.Column<byte>("workers.home_days", layout.Rows),
            HomeCapable = file.Column<byte>("workers.home_capable", layout.Rows),
        };
    }

    private SchoolTable Schools()
    {
        string[] names = file.Text("schools.name");
        return new SchoolTable(names.Length)
        {
            Name = names,
            Phase = file.Column<byte>("schools.phase", names.Length),
            Neighbourhood = file.Column<int>("schools.neighbourhood", names.Length),
            Pupils = file.Column<int>("schools.pupils", names.Length),
            FreeMeals = file.Column<float>("schools.free_meals", names.Length),
            X = file.Column<float>("schools.x", names.Length),
            Y = file.Column<float>("schools.y", names.Length),
        };
    }

    private ClassTable Classes()
    {
        int count = file.CountOf("classes.school");
        return new ClassTable(count)
        {
            School = file.Column<ushort>("classes.school", count),
            Year = file.Column<byte>("classes.year", count),
            Pupils = file.Column<ushort>("classes.pupils", count),
        };
    }

    private EmployerTable Employers()
    {
        int count = file.CountOf("employers.workers");
        return new EmployerTable(count)
        {
            Workers = file.Column<int>("employers.workers", count),
            Place = file.Column<byte>("employers.place", count),
            SizeBand = file.Column<byte>("employers.size_band", count),
        };
    }

    private PublishedTargets Targets(int count) => new(count)
    {
        Places = PlaceFigures.FromText(file.Text("targets.places")),
        Residents = file.Column<float>("targets.residents", count),
        Households = file.Column<float>("targets.households", count),
        AgeBands = file.Column<float>("targets.age_bands", count * 6),
        HouseholdSize = file.Column<float>("targets.household_size", count * 4),
        Cars = file.Column<float>("targets.cars", count * 4),
        Disabled = file.Column<float>("targets.disabled", count),
        Employed = file.Column<float>("targets.employed", count),
        MainlyHome = file.Column<float>("targets.mainly_home", count),
    };
}
