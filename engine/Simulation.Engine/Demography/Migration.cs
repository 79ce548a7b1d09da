using Simulation.Engine.Parallelism;
using Simulation.Engine.Parameters;
using Simulation.Engine.Populations;
using Simulation.Engine.Randomness;
using Simulation.Engine.Synthesis;

namespace Simulation.Engine.Demography;

/// <summary>
/// Who leaves the area in a year and who comes to it: young adults by themselves, then whole households by the age of their oldest.
/// Who comes is a copy of residents of the first day, in number, kind and home the same in every arm.
/// </summary>
/// <param name="tables">What lives go by.</param>
/// <param name="seed">Seed of the run's luck.</param>
/// <param name="year">Calendar year of the turn.</param>
internal sealed class Migration(LifeTables tables, ulong seed, int year)
{
    // Identities of arrivals are for so many years, then begin anew: nobody's run is as long.
    private const int Years = 64;
    private const int StudentsTogether = 4;
    private const int OthersTogether = 2;

    // Arrivals are asked on other days than departures.
    private const int Arrival = 1 << 13;

    private readonly Population first = tables.FirstDay;
    private readonly Luck luck = new(seed, LuckStream.Migration);

    /// <summary>Takes those who leave the area out of a draft.</summary>
    public void Depart(int neighbourhood, YearDraft draft, WordsOfMany words)
    {
        Span<Person> people = draft.People.Items;
        HomeLife.Ask(people, words, luck, year);
        int place = first.Neighbourhoods.Place[neighbourhood];
        int keptPeople = 0;
        int keptHomes = 0;
        for (int h = 0; h < draft.Homes.Count; h++)
        {
            Home home = draft.Homes[h];
            Span<Person> members = people.Slice(home.First, home.Size);
            ReadOnlySpan<uint> lots = words.First.Slice(home.First, home.Size);
            int stay = home.Size <= SynthesisHouseholdParameters.LargestPrivate && Departs(place, members, lots) ? 0 : Stay(place, members, lots);
            draft.Departures += home.Size - stay;
            if (stay > 0)
            {
                members[..stay].CopyTo(people[keptPeople..]);
                draft.Homes[keptHomes++] = home with { First = keptPeople, Size = stay };
                keptPeople += stay;
            }
        }

        draft.People.Keep(keptPeople);
        draft.Homes.Keep(keptHomes);
    }

    // Whether a household leaves the area.
    private bool Departs(int place, ReadOnlySpan<Person> members, ReadOnlySpan<uint> lots)
    {
        int eldest = HomeLife.Eldest(members);
        return eldest >= MigrationRates.FirstHousehold && tables.Migration.Leaves(place, eldest) is > 0 and var chance
            && Luck.Uniform(lots[HomeLife.Head(members)]) < chance;
    }

    // Young adults leave by themselves, unless children would be left alone; how many stay, who are moved to the front.
    private int Stay(int place, Span<Person> members, ReadOnlySpan<uint> lots)
    {
        int adults = 0;
        bool children = false;
        foreach (Person person in members)
        {
            adults += person.Age >= ResidentDraws.AdultAge ? 1 : 0;
            children |= person.Age < ResidentDraws.AdultAge;
        }

        int stay = 0;
        for (int i = 0; i < members.Length; i++)
        {
            Person person = members[i];
            bool leaves = person.Age is >= MigrationRates.FirstAlone and < MigrationRates.FirstHousehold && (adults > 1 || !children)
                && Luck.Uniform(lots[i]) < tables.Migration.Leaves(place, person.Age);
            adults -= leaves ? 1 : 0;
            if (!leaves)
            {
                members[stay++] = person;
            }
        }

        return stay;
    }

    /// <summary>Those who come to each neighbourhood.</summary>
    public List<Newcomers>[] Arrivals(WorkerTeam team, WordsOfMany[] words)
    {
        var arrivals = new List<Newcomers>[first.Neighbourhoods.Count];
        team.Run(arrivals.Length, (worker, n) => arrivals[n] = ArrivalsOf(n, words[worker]));
        int half = LifeCourse.FirstChild(first.Residents.Layout.Rows) / 2;
        int each = half / Years;
        int identity = half + (year % Years * each);
        int end = identity + each;
        foreach (Person[] people in arrivals.SelectMany(list => list).Select(group => group.People))
        {
            foreach (ref Person person in people.AsSpan())
            {
                person.Identity = identity < end ? identity++ : throw new InvalidOperationException("More people arrive in a year than there are identities for.");
            }
        }

        return arrivals;
    }

    private List<Newcomers> ArrivalsOf(int n, WordsOfMany words)
    {
        // Those of the first day have their rows as identities.
        int before = first.Residents.Layout.First(n);
        int used = first.Residents.Layout.UsedIn(n);
        Span<int> rows = words.Identities(used);
        for (int i = 0; i < used; i++)
        {
            rows[i] = before + i;
        }

        words.Ask(luck, used, year + Arrival);
        ReadOnlySpan<uint> ofHousehold = words.First;
        ReadOnlySpan<uint> ofOne = words.Second;
        int place = first.Neighbourhoods.Place[n];
        HouseholdTable households = first.Households;
        List<Newcomers> come = [];
        List<Person> alone = [];
        for (int h = households.Layout.First(n); h < households.Layout.End(n); h++)
        {
            int from = households.FirstResident[h];
            int size = households.Size[h];
            int eldest = 0;
            for (int row = from; row < from + size; row++)
            {
                int age = first.Residents.Age[row];
                eldest = Math.Max(eldest, age);
                if (age is >= MigrationRates.FirstAlone and < MigrationRates.FirstHousehold && tables.Migration.Comes(place, age) is > 0 and var chance
                    && Luck.Uniform(ofOne[row - before]) < chance)
                {
                    alone.Add(Copy(row));
                }
            }

            if (eldest >= MigrationRates.FirstHousehold && size <= SynthesisHouseholdParameters.LargestPrivate
                && Luck.Uniform(ofHousehold[from - before]) < tables.Migration.Comes(place, eldest))
            {
                come.Add(new Newcomers([.. Enumerable.Range(from, size).Select(Copy)], households.Cars[h]));
            }
        }

        // Students share homes, others begin as couples or sharers.
        Person[] students = [.. alone.Where(person => (person.Traits & Traits.Student) != 0)];
        come.AddRange(students.Chunk(StudentsTogether).Select(people => new Newcomers(people, null)));
        come.AddRange(alone.Where(person => (person.Traits & Traits.Student) == 0).Chunk(OthersTogether).Select(people => new Newcomers(people, null)));
        return come;
    }

    private Person Copy(int row) => new()
    {
        Row = -1,
        Age = first.Residents.Age[row],
        Traits = (Traits)first.Residents.Traits[row],
        Status = (EconomicStatus)first.Residents.Status[row],
        Background = first.Residents.Background[row],
    };
}

/// <summary>A household that comes to the area.</summary>
/// <param name="People">Who.</param>
/// <param name="Cars">Its cars; null for as many as is usual.</param>
internal sealed record Newcomers(Person[] People, byte? Cars);
