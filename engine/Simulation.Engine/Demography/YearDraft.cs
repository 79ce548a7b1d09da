using Simulation.Engine.Populations;

namespace Simulation.Engine.Demography;

/// <summary>One neighbourhood as it stands after a turn of the year, before its rows are laid.</summary>
internal sealed class YearDraft
{
    private YearDraft(Shelf<Person> people, Shelf<Home> homes, Shelf<Learner> learners, Shelf<Job> jobs) =>
        (People, Homes, Learners, Jobs) = (people, homes, learners, jobs);

    /// <summary>Empty drafts of all neighbourhoods of a population, with room for those who come.</summary>
    public static YearDraft[] Of(Population population)
    {
        Shelf<Person>[] people = Shelf<Person>.Of(WithRoom(population.Residents.Layout));
        Shelf<Home>[] homes = Shelf<Home>.Of(WithRoom(population.Households.Layout));
        Shelf<Learner>[] learners = Shelf<Learner>.Of(WithRoom(population.Pupils.Layout));
        Shelf<Job>[] jobs = Shelf<Job>.Of(WithRoom(population.Workers.Layout));
        var drafts = new YearDraft[people.Length];
        for (int n = 0; n < drafts.Length; n++)
        {
            drafts[n] = new YearDraft(people[n], homes[n], learners[n], jobs[n]);
        }

        return drafts;
    }

    private static int[] WithRoom(Segments layout)
    {
        int[] rows = layout.Counts.ToArray();
        for (int n = 0; n < rows.Length; n++)
        {
            rows[n] = (rows[n] * 33 / 32) + 16;
        }

        return rows;
    }

    /// <summary>Who lives there, household by household.</summary>
    public Shelf<Person> People { get; }

    /// <summary>Their households.</summary>
    public Shelf<Home> Homes { get; }

    /// <summary>Those at school, in the order of people.</summary>
    public Shelf<Learner> Learners { get; }

    /// <summary>Those in work, in the order of people.</summary>
    public Shelf<Job> Jobs { get; }

    /// <summary>Births to the neighbourhood's mothers.</summary>
    public int Births { get; set; }

    /// <summary>Residents who left the area.</summary>
    public int Departures { get; set; }

    /// <summary>Residents who came to the area.</summary>
    public int Arrivals { get; set; }

    /// <summary>Residents who came from another neighbourhood.</summary>
    public int Movers { get; set; }

    /// <summary>Years lived, by sex and age: <see cref="Mortality.Index"/> of the first place and decile.</summary>
    public double[] PersonYears { get; } = new double[2 * Mortality.Ages];

    /// <summary>Deaths.</summary>
    public int[] Deaths { get; } = new int[2 * Mortality.Ages];

    /// <summary>Deaths expected.</summary>
    public double[] ExpectedDeaths { get; } = new double[2 * Mortality.Ages];
}

/// <summary>A resident after the turn.</summary>
internal struct Person
{
    /// <summary>Old row; −1 for who arrived in the year, <see cref="BornIn"/> of a neighbourhood for who was born there.</summary>
    public int Row;

    /// <summary>Identity.</summary>
    public int Identity;

    /// <summary>Age.</summary>
    public byte Age;

    /// <summary>Traits.</summary>
    public Traits Traits;

    /// <summary>Qualification and ethnic group, a <see cref="Populations.Background"/>.</summary>
    public byte Background;

    /// <summary>Status.</summary>
    public EconomicStatus Status;

    /// <summary>Whether the home is another than a year ago.</summary>
    public bool NewHome;

    /// <summary>The row of one who was born in a neighbourhood; its own inverse.</summary>
    public static int BornIn(int neighbourhood) => -2 - neighbourhood;
}

/// <summary>A household after the turn.</summary>
/// <param name="Position">Old household in whose position it lives.</param>
/// <param name="Cars">Its cars.</param>
/// <param name="First">First of the draft's people.</param>
/// <param name="Size">Members.</param>
internal readonly record struct Home(int Position, byte Cars, int First, int Size);

/// <summary>A pupil after the turn.</summary>
internal struct Learner
{
    /// <summary>Index of the resident in the neighbourhood's draft.</summary>
    public int Person;

    /// <summary>Index of the home in the neighbourhood's draft.</summary>
    public int Home;

    /// <summary>Old row among pupils, −1 for one who begins school or arrived.</summary>
    public int Row;

    /// <summary>School, −1 while one is sought.</summary>
    public int School;

    /// <summary>Whether the school is another than before the summer.</summary>
    public bool New;

    /// <summary>Whether the way there is another.</summary>
    public bool NewWay;
}

/// <summary>A job after the turn.</summary>
/// <param name="Person">Index of the worker in the neighbourhood's draft.</param>
/// <param name="Own">Old row of the worker, −1 for one who was in no job here.</param>
/// <param name="Like">Old row of the worker whose job or way it takes after; −1 for a job and a way that stay.</param>
/// <param name="Changed">Whether the job is another, and not only the way to it.</param>
internal readonly record struct Job(int Person, int Own, int Like, bool Changed);
