using System.Security.Cryptography;
using System.Text;

namespace Simulation.Engine.Populations.Files;

/// <summary>What the elements of a section are. The numbers are part of the file format.</summary>
internal enum SectionType
{
    /// <summary>Bytes.</summary>
    Byte = 1,

    /// <summary>16-bit unsigned whole numbers.</summary>
    UInt16 = 2,

    /// <summary>32-bit whole numbers.</summary>
    Int32 = 3,

    /// <summary>32-bit floating-point numbers.</summary>
    Single = 4,

    /// <summary>Strings: each a 32-bit length and UTF-8.</summary>
    Text = 5,

    /// <summary>Geometries: each a 32-bit length and WKB.</summary>
    Outline = 6,
}

/// <summary>One named run of bytes of a population.</summary>
/// <param name="Name">Table and column, e.g. <c>residents.age</c>.</param>
/// <param name="Type">What its elements are.</param>
/// <param name="Count">Number of elements.</param>
/// <param name="Bytes">Its bytes; valid while the population is.</param>
internal readonly record struct Section(string Name, SectionType Type, int Count, ReadOnlyMemory<byte> Bytes);

/// <summary>The content of a population in the one order in which it is hashed and written.</summary>
internal static class PopulationContent
{
    /// <summary>Name of the section that says where the population came from: written, but no part of the hash.</summary>
    internal const string DescriptionSection = "description";

    /// <summary>SHA-256 (hex) over name and SHA-256 of every section in order.</summary>
    public static string Hash(Population population)
    {
        IReadOnlyList<Section> sections = Sections(population);
        return Hash(sections.Select(s => (s.Name, SHA256.HashData(s.Bytes.Span))));
    }

    /// <summary>The same from hashes already known.</summary>
    public static string Hash(IEnumerable<(string Name, byte[] Hash)> sections)
    {
        using var all = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach ((string name, byte[] hash) in sections.Where(s => s.Name != DescriptionSection))
        {
            all.AppendData(Encoding.UTF8.GetBytes(name + "\n"));
            all.AppendData(hash);
        }

        return Convert.ToHexStringLower(all.GetHashAndReset());
    }

    /// <summary>All sections but the description.</summary>
    public static IReadOnlyList<Section> Sections(Population population)
    {
        var list = new SectionList();
        list.Text("places.code", [.. population.Places.Select(p => p.Code)]);
        list.Text("places.name", [.. population.Places.Select(p => p.Name)]);
        AddNeighbourhoods(list, population.Neighbourhoods);
        AddHouseholds(list, population.Households);
        AddResidents(list, population.Residents);
        AddPupils(list, population.Pupils);
        AddWorkers(list, population.Workers);
        AddInstitutions(list, population);
        if (population.Targets is { } targets)
        {
            AddTargets(list, targets);
        }

        return list.Sections;
    }

    private static void AddNeighbourhoods(SectionList list, NeighbourhoodTable table)
    {
        list.Text("neighbourhoods.code", table.Code);
        list.Text("neighbourhoods.name", table.Name);
        list.Outlines("neighbourhoods.outline", table.Outline);
        list.Add("neighbourhoods.place", table.Place);
        list.Add("neighbourhoods.decile", table.Decile);
        list.Add("neighbourhoods.settlement", table.Settlement);
        list.Add("neighbourhoods.x", table.X);
        list.Add("neighbourhoods.y", table.Y);
        list.Add("neighbourhoods.green_space_metres", table.GreenSpaceMetres);
    }

    private static void AddHouseholds(SectionList list, HouseholdTable table)
    {
        list.Layout("households.layout", table.Layout);
        list.Add("households.first_resident", table.FirstResident);
        list.Add("households.size", table.Size);
        list.Add("households.cars", table.Cars);
        list.Add("households.x", table.X);
        list.Add("households.y", table.Y);
    }

    private static void AddResidents(SectionList list, ResidentTable table)
    {
        list.Layout("residents.layout", table.Layout);
        list.Add("residents.age", table.Age);
        list.Add("residents.traits", table.Traits);
        list.Add("residents.status", table.Status);
        list.Add("residents.household", table.Household);
    }

    private static void AddPupils(SectionList list, PupilTable table)
    {
        list.Layout("pupils.layout", table.Layout);
        list.Add("pupils.resident", table.Resident);
        list.Add("pupils.school", table.School);
        list.Add("pupils.class", table.Class);
        list.Add("pupils.distance", table.Distance);
        list.Add("pupils.first_adult", table.FirstAdult);
        list.Add("pupils.first_adult_worker", table.FirstAdultWorker);
        list.Add("pupils.second_adult", table.SecondAdult);
        list.Add("pupils.second_adult_worker", table.SecondAdultWorker);
    }

    private static void AddWorkers(SectionList list, WorkerTable table)
    {
        list.Layout("workers.layout", table.Layout);
        list.Add("workers.resident", table.Resident);
        list.Add("workers.employer", table.Employer);
        list.Add("workers.arrangement", table.Arrangement);
        list.Add("workers.distance", table.Distance);
        list.Add("workers.start", table.Start);
        list.Add("workers.hours", table.Hours);
        list.Add("workers.work_days", table.WorkDays);
        list.Add("workers.flex_minutes", table.FlexMinutes);
        list.Add("workers.home_days", table.HomeDays);
        list.Add("workers.home_capable", table.HomeCapable);
    }

    private static void AddInstitutions(SectionList list, Population population)
    {
        list.Text("schools.name", population.Schools.Name);
        list.Add("schools.phase", population.Schools.Phase);
        list.Add("schools.neighbourhood", population.Schools.Neighbourhood);
        list.Add("schools.pupils", population.Schools.Pupils);
        list.Add("schools.free_meals", population.Schools.FreeMeals);
        list.Add("schools.x", population.Schools.X);
        list.Add("schools.y", population.Schools.Y);
        list.Add("classes.school", population.Classes.School);
        list.Add("classes.year", population.Classes.Year);
        list.Add("classes.pupils", population.Classes.Pupils);
        list.Add("employers.workers", population.Employers.Workers);
        list.Add("employers.place", population.Employers.Place);
        list.Add("employers.size_band", population.Employers.SizeBand);
    }

    private static void AddTargets(SectionList list, PublishedTargets targets)
    {
        list.Text("targets.places", PlaceFigures.ToText(targets.Places));
        list.Add("targets.residents", targets.Residents);
        list.Add("targets.households", targets.Households);
        list.Add("targets.age_bands", targets.AgeBands);
        list.Add("targets.household_size", targets.HouseholdSize);
        list.Add("targets.cars", targets.Cars);
        list.Add("targets.disabled", targets.Disabled);
        list.Add("targets.employed", targets.Employed);
        list.Add("targets.mainly_home", targets.MainlyHome);
    }
}
