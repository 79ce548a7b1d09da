using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace Simulation.Engine.Populations.Files;

/// <summary>Puts a population together from the sections of a mapped file.</summary>
/// <param name="file">The sections.</param>
internal sealed class PopulationReader(MappedSections file)
{
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
                new HouseholdTable(file.Layout("households.layout", count), file),
                new ResidentTable(file.Layout("residents.layout", count), file),
                new PupilTable(file.Layout("pupils.layout", count), file),
                new WorkerTable(file.Layout("workers.layout", count), file),
                Schools(),
                new ClassTable(file.CountOf("classes.school"), file),
                new EmployerTable(file.CountOf("employers.workers"), file),
                file)
            {
                Targets = file.Has("targets.places") ? Targets(count) : null,
            };
        }
        catch (Exception broken) when (broken is FormatException or ParseException or ArgumentException or OverflowException)
        {
            throw FileKind.Population.Damaged(file.Path, broken.Message, broken);
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

        return new NeighbourhoodTable(count, file) { Code = file.Text("neighbourhoods.code"), Name = names, Outline = outlines };
    }

    private SchoolTable Schools()
    {
        string[] names = file.Text("schools.name");
        return new SchoolTable(names.Length, file) { Name = names };
    }

    private PublishedTargets Targets(int count) => new(count, file) { Places = PlaceFiguresText.FromText(file.Text("targets.places")) };
}
