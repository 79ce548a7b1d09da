namespace Simulation.Engine.Populations;

/// <summary>
/// A synthetic population: who lives where, with whom, and where they learn and work. Read-only once built; a run keeps
/// its own state columns beside it, so many runs can share one population.
/// </summary>
/// <remarks>
/// Every table is sorted place → neighbourhood → household. Residents, households, pupils and workers are laid out in
/// <see cref="Segments"/>, one segment a neighbourhood. A row number in these tables is also the stable identity from
/// which luck is addressed: the same population gives the same rows.
/// </remarks>
public sealed class Population : IDisposable
{
    /// <summary>Age given to vacant rows.</summary>
    public const byte VacantAge = 255;

    private readonly IDisposable? backing;

    /// <summary>Assembles a population from finished tables.</summary>
    /// <param name="description">Where the population came from.</param>
    /// <param name="places">The places, in file order.</param>
    /// <param name="neighbourhoods">All neighbourhoods.</param>
    /// <param name="households">All households.</param>
    /// <param name="residents">All residents.</param>
    /// <param name="pupils">Residents at school.</param>
    /// <param name="workers">Residents in employment.</param>
    /// <param name="schools">Schools.</param>
    /// <param name="classes">School classes.</param>
    /// <param name="employers">Employers.</param>
    /// <param name="backing">Memory that the columns lie in when it is not their own (a mapped file).</param>
    public Population(
        PopulationDescription description,
        IReadOnlyList<Place> places,
        NeighbourhoodTable neighbourhoods,
        HouseholdTable households,
        ResidentTable residents,
        PupilTable pupils,
        WorkerTable workers,
        SchoolTable schools,
        ClassTable classes,
        EmployerTable employers,
        IDisposable? backing = null)
    {
        Description = description;
        Places = places;
        Neighbourhoods = neighbourhoods;
        Households = households;
        Residents = residents;
        Pupils = pupils;
        Workers = workers;
        Schools = schools;
        Classes = classes;
        Employers = employers;
        this.backing = backing;
        Tables = [neighbourhoods, households, residents, pupils, workers, schools, classes, employers];
        foreach (Table table in Tables)
        {
            table.Finish();
        }
    }

    /// <summary>Where the population came from, and its hash.</summary>
    public PopulationDescription Description { get; private set; }

    /// <summary>Published figures that the synthesis was to meet; null for a population that was not synthesised.</summary>
    public PublishedTargets? Targets { get; init; }

    /// <summary>What ranks are asked by in a population whose rows were laid anew in a run; null for one as synthesised, whose rows are the keys.</summary>
    public RankKeys? RankKeys { get; init; }

    /// <summary>Whether <see cref="Targets"/> belong to another population, which disposes of them.</summary>
    internal bool BorrowsTargets { get; init; }

    /// <summary>The places (nine for Cheshire &amp; Merseyside).</summary>
    public IReadOnlyList<Place> Places { get; }

    /// <summary>Neighbourhoods, sorted by place.</summary>
    public NeighbourhoodTable Neighbourhoods { get; }

    /// <summary>Households, sorted by neighbourhood.</summary>
    public HouseholdTable Households { get; }

    /// <summary>Residents, sorted by neighbourhood and household.</summary>
    public ResidentTable Residents { get; }

    /// <summary>Residents at school (ages 4–16), sorted as residents.</summary>
    public PupilTable Pupils { get; }

    /// <summary>Residents in employment, sorted as residents.</summary>
    public WorkerTable Workers { get; }

    /// <summary>Schools.</summary>
    public SchoolTable Schools { get; }

    /// <summary>School classes.</summary>
    public ClassTable Classes { get; }

    /// <summary>Employers.</summary>
    public EmployerTable Employers { get; }

    /// <summary>All tables of entities, in the order of files.</summary>
    internal IReadOnlyList<Table> Tables { get; }

    /// <summary>Residents alive in the population (vacant rows not counted).</summary>
    public int Count => Residents.Layout.Used;

    /// <summary>Releases the columns.</summary>
    public void Dispose()
    {
        foreach (Table table in Tables)
        {
            table.Dispose();
        }

        if (!BorrowsTargets)
        {
            Targets?.Dispose();
        }

        backing?.Dispose();
    }

    /// <summary>The same places and neighbourhoods with other rows: what a run makes of a population, and no file holds.</summary>
    /// <param name="before">The population so far, which keeps the published figures.</param>
    /// <param name="households">All households.</param>
    /// <param name="residents">All residents.</param>
    /// <param name="pupils">Residents at school.</param>
    /// <param name="workers">Residents in employment.</param>
    /// <param name="schools">Schools.</param>
    /// <param name="classes">School classes.</param>
    /// <param name="employers">Employers.</param>
    /// <param name="keys">What ranks are asked by from now on.</param>
    internal static Population LaidAnew(
        Population before,
        HouseholdTable households,
        ResidentTable residents,
        PupilTable pupils,
        WorkerTable workers,
        SchoolTable schools,
        ClassTable classes,
        EmployerTable employers,
        RankKeys keys)
    {
        NeighbourhoodTable neighbourhoods = new(before.Neighbourhoods.Count)
        {
            Code = before.Neighbourhoods.Code,
            Name = before.Neighbourhoods.Name,
            Outline = before.Neighbourhoods.Outline,
        };
        neighbourhoods.Take(before.Neighbourhoods);
        return new Population(
            before.Description with { Hash = string.Empty }, before.Places, neighbourhoods, households, residents, pupils, workers, schools, classes, employers)
        {
            Targets = before.Targets,
            BorrowsTargets = true,
            RankKeys = keys,
        };
    }

    /// <summary>A copy of a population whose rows were laid anew, for another run to go on with.</summary>
    /// <param name="workDays">The column of days worked, in which a run blanks those of a worker who has died.</param>
    internal Population Copy(out Column<byte> workDays)
    {
        HouseholdTable households = new(Households.Layout);
        ResidentTable residents = new(Residents.Layout);
        PupilTable pupils = new(Pupils.Layout);
        WorkerTable workers = new(Workers.Layout);
        SchoolTable schools = new(Schools.Count) { Name = Schools.Name };
        ClassTable classes = new(Classes.Count);
        EmployerTable employers = new(Employers.Count);
        foreach ((Table to, Table from) in new (Table, Table)[]
            { (households, Households), (residents, Residents), (pupils, Pupils), (workers, Workers), (schools, Schools), (classes, Classes), (employers, Employers) })
        {
            to.Take(from);
        }

        workDays = workers.WorkDays.ToFill();
        return LaidAnew(this, households, residents, pupils, workers, schools, classes, employers, RankKeys!);
    }

    /// <summary>Records the hash of the finished content.</summary>
    internal Population WithHash(string hash)
    {
        Description = Description with { Hash = hash };
        return this;
    }
}

/// <summary>One of the places (a local authority district).</summary>
/// <param name="Code">ONS code, e.g. E08000012.</param>
/// <param name="Name">Name, e.g. Liverpool.</param>
public sealed record Place(string Code, string Name);

/// <summary>Where a population came from.</summary>
/// <param name="Source"><c>embedded</c> or <c>open data</c>.</param>
/// <param name="Seed">Seed of the synthesis.</param>
/// <param name="Hash">SHA-256 over every column and table, in hex: equal populations have equal hashes.</param>
/// <param name="Inputs">Files read, each with its SHA-256; empty for the embedded default.</param>
public sealed record PopulationDescription(string Source, ulong Seed, string Hash, IReadOnlyList<InputFile> Inputs)
{
    /// <summary>Where two of the files differ more than they should, and less than would forbid to use them; a sentence each.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}

/// <summary>One input file and what it held.</summary>
/// <param name="Name">File name without folder.</param>
/// <param name="Sha256">Hash of the content, hex.</param>
public sealed record InputFile(string Name, string Sha256);
