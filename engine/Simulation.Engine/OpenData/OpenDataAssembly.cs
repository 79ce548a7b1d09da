using NetTopologySuite.Geometries;
using Simulation.Engine.Embedded.Figures;
using Simulation.Engine.Populations;
using Simulation.Engine.Synthesis;

namespace Simulation.Engine.OpenData;

/// <summary>Joins the files of a folder on their codes and hands over <see cref="SynthesisInputs"/>.</summary>
internal sealed class OpenDataAssembly
{
    /// <summary>More codes than this that do not join have one cause.</summary>
    private const int MostAlone = 5;

    private const string Vintage = "one of the two files is cut short, of another area, or by boundaries of another year (2011 and 2021 differ)";

    private readonly CsvTable table;
    private readonly ErrorLog errors;
    private readonly ProfileRow[] profiles;
    private readonly SortedSet<string> places;
    private readonly Dictionary<string, int> neighbourhoods = new(StringComparer.Ordinal);
    private readonly HomeZones zones;

    private readonly SortedDictionary<string, double>[] published;
    private readonly Geometry?[] outlines;
    private readonly double[] greenSpace;
    private Dictionary<string, double[]> ages = [];
    private Dictionary<string, double[]> qualifications = [];
    private SchoolRows schools = new();
    private CommuteRows? flows;
    private OutlineSet? outlineSet;
    private CsvTable? greenSpaceTable;
    private CsvTable? agesTable;
    private CsvTable? schoolsTable;
    private CsvTable? flowsTable;
    private CsvTable? populationTable;
    private CsvTable? percentagesTable;

    public OpenDataAssembly(CsvTable table, ErrorLog errors)
    {
        this.table = table;
        this.errors = errors;
        profiles = [.. ProfileFile.Read(table).OrderBy(row => row.Place, StringComparer.Ordinal).ThenBy(row => row.Code, StringComparer.Ordinal)];
        for (var i = 0; i < profiles.Length; i++)
        {
            neighbourhoods[profiles[i].Code] = i;
        }

        places = new SortedSet<string>(profiles.Select(row => row.Place), StringComparer.Ordinal);
        zones = new HomeZones(table, profiles);
        outlines = new Geometry?[profiles.Length];
        greenSpace = new double[profiles.Length];
        published = [.. places.Select(_ => new SortedDictionary<string, double>(StringComparer.Ordinal))];
    }

    public void JoinOutlines(OutlineSet? found)
    {
        if (found is null)
        {
            return;
        }

        outlineSet = found;
        var missing = new List<int>();
        for (var i = 0; i < profiles.Length; i++)
        {
            if (found.ByCode.TryGetValue(profiles[i].Code, out var outline))
            {
                outlines[i] = outline.Shape;
            }
            else
            {
                missing.Add(i);
            }
        }

        NotIn(missing, OpenDataFormat.Outlines, "outline");

        // An outline of the area without a row in the profile: residents would be lost without a word.
        if (table.Complete)
        {
            var lost = found.ByCode.Values
                .Where(outline => places.Contains(outline.Place) && !neighbourhoods.ContainsKey(outline.Code))
                .OrderBy(outline => outline.Line).ThenBy(outline => outline.Code, StringComparer.Ordinal).ToList();
            if (lost.Count > MostAlone)
            {
                errors.Add(found.Path, lost[0].Line, "LSOA21CD",
                    $"{lost.Count} outlines do not join: {OpenDataFormat.Profile.Name} has no row for {Agreement.Examples(lost, outline => $"'{outline.Code}'")}; {Vintage}.");
                return;
            }

            foreach (var outline in lost)
            {
                errors.Add(found.Path, outline.Line, "LSOA21CD",
                    $"'{outline.Code}' does not join: {OpenDataFormat.Profile.Name} has no row for it; add the row or remove the outline.");
            }
        }
    }

    public void JoinGreenSpace(CsvTable? found)
    {
        if (found is null)
        {
            return;
        }

        greenSpaceTable = found;
        var metres = PlaceFiles.GreenSpace(found);
        var missing = Enumerable.Range(0, profiles.Length).Where(i => !metres.TryGetValue(profiles[i].Code, out greenSpace[i])).ToList();
        if (found.Complete)
        {
            NotIn(missing, OpenDataFormat.GreenSpace, "row");
        }
    }

    public void JoinAges(CsvTable? found)
    {
        if (found is not null)
        {
            agesTable = found;
            ages = PlaceFiles.Ages(found, places);
        }
    }

    public void JoinSchools(CsvTable? found)
    {
        if (found is null)
        {
            return;
        }

        schoolsTable = found;
        schools = SchoolsFile.Read(found, places);
        var lost = schools.Kept.Where(school => table.Complete && school.Neighbourhood.Length > 0 && !neighbourhoods.ContainsKey(school.Neighbourhood)).ToList();
        if (lost.Count > MostAlone)
        {
            found.Error(lost[0].Row, "LSOA21CD",
                $"{lost.Count} of {schools.Kept.Count} schools do not join: {OpenDataFormat.Profile.Name} has no row for {Agreement.Examples(lost, school => $"'{school.Neighbourhood}' (line {found.Line(school.Row)})")}; {Vintage}.");
            return;
        }

        foreach (var school in lost)
        {
            found.Error(school.Row, "LSOA21CD",
                $"'{school.Neighbourhood}' does not join: {OpenDataFormat.Profile.Name} has no row for it; give the 2021 code of the neighbourhood that the school stands in.");
        }
    }

    public void JoinFlows(CsvTable? found)
    {
        // With rows of the profile left out, zones may be missing too: nothing can be said about codes that do not join.
        if (found is null || !table.Complete)
        {
            return;
        }

        flowsTable = found;
        flows = FlowsFile.Read(found, zones.Zones, zones.Index, places);
        var homes = flows.Inside.Concat(flows.Outside).Select(flow => flow.From).ToHashSet();
        foreach (var (code, index) in zones.Index.Where(pair => found.Complete && !homes.Contains(pair.Value)).OrderBy(pair => pair.Value))
        {
            errors.Add(found.File.Path, 0, "from_msoa", $"no row has home zone '{code}', which {OpenDataFormat.Profile.Name} uses; add its flows.");
        }
    }

    public void JoinPublished(CsvTable? population, CsvTable? percentages)
    {
        (populationTable, percentagesTable) = (population, percentages);
        Merge(population, OpenDataFigures.PopulationColumns);
        Merge(percentages, OpenDataFigures.CensusColumns.Select(pair => (pair.Key, pair.Column, 100.0)));

        void Merge(CsvTable? found, IEnumerable<(string Key, string Column, double Maximum)> columns)
        {
            if (found is null)
            {
                return;
            }

            var figures = PlaceFiles.Published(found, places, columns);
            foreach (var (place, values) in places.Zip(published))
            {
                foreach (var (key, value) in figures.GetValueOrDefault(place) ?? [])
                {
                    values[key] = value;
                }
            }
        }
    }

    public void JoinEducation(CsvTable? found)
    {
        // Without it qualifications are those of neighbourhoods as deprived.
        if (found is null)
        {
            return;
        }

        qualifications = PlaceFiles.Qualifications(found);
        if (found.Complete)
        {
            NotIn([.. Enumerable.Range(0, profiles.Length).Where(i => !qualifications.ContainsKey(profiles[i].Code))], OpenDataFormat.Education, "row");
        }
    }

    /// <summary>Sets the files beside each other. Only called when no error was noted.</summary>
    public void Crosscheck() => Crosschecks.Check(
        new FolderFacts(
            table, profiles, zones, outlineSet!, greenSpaceTable!, agesTable!, ages, schoolsTable!, schools, flowsTable!, flows!, populationTable!, percentagesTable!,
            places.Zip(published).ToDictionary(pair => pair.First, pair => (IReadOnlyDictionary<string, double>)pair.Second, StringComparer.Ordinal)),
        errors);

    /// <summary>The inputs. Only called when no error was noted.</summary>
    public SynthesisInputs ToInputs(IReadOnlyList<InputFile> files)
    {
        var index = places.Select((code, i) => (code, i)).ToDictionary(pair => pair.code, pair => pair.i, StringComparer.Ordinal);
        var commute = CommuteZones.Build(zones, index, flows!, new OutlineIndex(outlines!));
        CountPublished(index);

        return new SynthesisInputs
        {
            Source = OpenDataReader.Source,
            Files = files,
            Warnings = errors.Warnings,
            Places = [.. places.Select((code, i) => new PlaceInput(code, profiles.First(row => row.Place == code).PlaceName, ages[code], published[i]))],
            Neighbourhoods = [.. profiles.Select((row, i) => Neighbourhood(row, i, index[row.Place]))],
            Schools = [.. schools.Kept
                .Select(school => new SchoolInput(
                    school.Id, school.Name, school.Phase, (int)school.Pupils, school.FreeMeals, school.X, school.Y, neighbourhoods[school.Neighbourhood]))
                .OrderBy(school => school.Neighbourhood).ThenBy(school => school.Id, StringComparer.Ordinal)],
            WorkZones = commute.Zones,
            Flows = commute.Flows,
        };
    }

    /// <summary>Adds what is published by neighbourhood, school and flow up to the place.</summary>
    private void CountPublished(Dictionary<string, int> index)
    {
        foreach (var row in profiles)
        {
            Count(row.Place, OpenDataFigures.Residents, row.Residents);
            Count(row.Place, OpenDataFigures.Households, row.Households);
            foreach (var (key, residents) in OpenDataFigures.AgeGroups.Zip(row.AgeBands))
            {
                Count(row.Place, key, residents);
            }
        }

        foreach (var figures in published)
        {
            var people = OpenDataFigures.AgeGroups.Sum(key => figures[key]);
            foreach (var key in OpenDataFigures.AgeGroups)
            {
                figures[key] *= 100 / people;
            }

            foreach (var phase in Enum.GetValues<SchoolPhase>())
            {
                figures[OpenDataFigures.Schools(phase)] = figures[OpenDataFigures.Pupils(phase)] = 0;
            }
        }

        foreach (var school in schools.Kept)
        {
            Count(school.Place, OpenDataFigures.Schools(school.Phase), 1);
            Count(school.Place, OpenDataFigures.Pupils(school.Phase), (int)school.Pupils);
        }

        foreach (var flow in flows!.Inside.Concat(flows.Outside))
        {
            Count(zones.Zones[flow.From].First.Place, OpenDataFigures.Workers, flow.Workers);
        }

        void Count(string place, string key, double value)
        {
            var figures = published[index[place]];
            figures[key] = figures.GetValueOrDefault(key) + value;
        }
    }

    private NeighbourhoodInput Neighbourhood(ProfileRow row, int i, int place) => new()
    {
        Code = row.Code,
        Name = row.Name,
        Place = place,
        WorkZone = zones.Index[row.Zone],
        Outline = outlines[i]!,
        X = row.X,
        Y = row.Y,
        Decile = row.Decile,
        Settlement = row.Settlement,
        GreenSpaceMetres = greenSpace[i],
        Residents = row.Residents,
        AgeBands = row.AgeBands,
        Female = row.Female,
        Households = row.Households,
        HouseholdSize = row.HouseholdSize,
        Cars = row.Cars,
        Disabled = row.Disabled,
        Employed = row.Employed,
        Unemployed = row.Unemployed,
        Students = row.Students,
        WorkTravel = row.WorkTravel,
        Hours = row.Hours,
        Qualifications = qualifications.GetValueOrDefault(row.Code) ?? [.. BackgroundFigures.Qualifications[row.Decile - 1]],
        EthnicGroups = row.EthnicGroups ?? [.. BackgroundFigures.EthnicGroups[row.Decile - 1]],
    };

    /// <summary>One error for each neighbourhood that another file lacks; one for all when they are many, for then they have one cause.</summary>
    private void NotIn(List<int> missing, OpenDataFile other, string what)
    {
        if (missing.Count > MostAlone)
        {
            table.Error(profiles[missing[0]].Row, "LSOA21CD",
                $"{missing.Count} of {profiles.Length} neighbourhoods do not join: {other.Name} has no {what} for {Agreement.Examples(missing, i => $"'{profiles[i].Code}' (line {table.Line(profiles[i].Row)})")}; {Vintage}.");
            return;
        }

        foreach (var i in missing)
        {
            table.Error(profiles[i].Row, "LSOA21CD", $"'{profiles[i].Code}' does not join: {other.Name} has no {what} for it; add it there or correct the code.");
        }
    }
}
