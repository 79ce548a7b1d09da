using Simulation.Engine.Parallelism;
using Simulation.Engine.Parameters;
using Simulation.Engine.Populations;
using Simulation.Engine.Randomness;
using Simulation.Engine.Synthesis;

namespace Simulation.Engine.Demography;

/// <summary>
/// Who leaves a home in a year and where each goes: grown children, couples that part and couples that form, households that move.
/// Who, whether and where are asked of one's own luck; only partners have to find each other.
/// </summary>
/// <param name="population">Where everybody lives before the turn.</param>
/// <param name="tables">What lives go by.</param>
/// <param name="parameters">The run's numbers.</param>
/// <param name="migration">Who leaves the area and who comes to it.</param>
/// <param name="seed">Seed of the run's luck.</param>
/// <param name="year">Calendar year of the turn.</param>
internal sealed class HomeLife(Population population, LifeTables tables, ParameterSet parameters, Migration migration, ulong seed, int year)
{
    // A parent is so many years older.
    private const int Generation = 16;

    // Days of the streams: each question its own.
    private const int Where = 1 << 13;
    private const int Position = 1 << 14;
    private const int Taste = 1 << 13;

    // Men are two years older than their partners, give or take six.
    private const int OlderMan = 2;
    private const int Apart = 6;

    private readonly Luck moving = new(seed, LuckStream.Moving);
    private readonly Luck parting = new(seed, LuckStream.Households);
    private readonly float moves = parameters[LivesParameters.Moves];
    private readonly float leaves = parameters[LivesParameters.LeavesHome];
    private readonly float partners = parameters[LivesParameters.Partners];
    private readonly float parts = parameters[LivesParameters.Parts];
    private readonly float sameSex = parameters[LivesParameters.SameSex];

    /// <summary>Takes those who leave out of the drafts and brings them, and those who come to the area, to where they go.</summary>
    /// <param name="drafts">The neighbourhoods a year older.</param>
    /// <param name="team">Workers.</param>
    public void Move(YearDraft[] drafts, WorkerTeam team)
    {
        var seekers = new List<Seeker>[drafts.Length];
        WordsOfMany[] words = [.. Enumerable.Range(0, team.Size).Select(_ => new WordsOfMany())];
        WordsOfMany[] others = [.. Enumerable.Range(0, team.Size).Select(_ => new WordsOfMany())];
        team.Run(drafts.Length, (worker, n) =>
        {
            migration.Depart(n, drafts[n], words[worker]);
            seekers[n] = Seekers(n, drafts[n], words[worker]);
        });
        Dictionary<int, int> partnerOf = Matches(seekers.SelectMany(list => list));
        var leaving = new List<Leaving>[drafts.Length];
        team.Run(drafts.Length, (worker, n) => leaving[n] = Leave(n, drafts[n], partnerOf, words[worker], others[worker]));
        List<Leaving>[] incoming = [.. drafts.Select(_ => new List<Leaving>())];
        foreach (Leaving group in Couples(leaving, partnerOf))
        {
            incoming[group.To].Add(group);
        }

        List<Newcomers>[] arrivals = migration.Arrivals(team, words);
        team.Run(drafts.Length, (_, n) =>
        {
            foreach (Leaving group in incoming[n])
            {
                Settle(n, drafts[n], group);
            }

            foreach (Newcomers group in arrivals[n])
            {
                drafts[n].Arrivals += group.People.Length;
                Settle(n, drafts[n], new Leaving(-1, n, group.People, group.People[Head(group.People)].Identity, group.Cars, 0));
            }
        });
    }

    // A household as it comes to a neighbourhood: into the position of one that was there, with its own cars or the usual ones.
    private void Settle(int n, YearDraft draft, Leaving group)
    {
        Segments layout = population.Households.Layout;
        (uint position, uint cars) = moving.Words(group.Head, year + Position);
        int used = layout.UsedIn(n);
        bool stays = group.Stays && n == group.From;
        int home = stays || used == 0 ? group.Position : layout.First(n) + (int)(Luck.Uniform(position) * used);
        byte has = group.Cars ?? tables.Cars.Draw(n, group.People.Length, Luck.Uniform(cars));
        draft.Homes.Add(new Home(home, has, draft.People.Count, group.People.Length));
        foreach (Person person in group.People)
        {
            draft.Movers += n == group.From || person.Row < 0 ? 0 : 1;
            draft.People.Add(person with { NewHome = person.NewHome || !stays });
        }
    }

    /// <summary>Asks for the words of some people.</summary>
    internal static void Ask(ReadOnlySpan<Person> people, WordsOfMany words, Luck luck, int day)
    {
        Span<int> identities = words.Identities(people.Length);
        for (int i = 0; i < people.Length; i++)
        {
            identities[i] = people[i].Identity;
        }

        words.Ask(luck, people.Length, day);
    }

    private List<Leaving> Leave(int n, YearDraft draft, Dictionary<int, int> partnerOf, WordsOfMany words, WordsOfMany others)
    {
        List<Leaving> gone = [];
        Span<Person> people = draft.People.Items;
        Ask(people, words, parting, year);
        Ask(people, others, moving, year);
        Shelf<Home> homes = draft.Homes;
        int keptPeople = 0;
        int keptHomes = 0;
        for (int h = 0; h < homes.Count; h++)
        {
            Home home = homes[h];
            Span<Person> members = people.Slice(home.First, home.Size);
            if (home.Size <= SynthesisHouseholdParameters.LargestPrivate)
            {
                int single = Single(members);
                bool pairs = single >= 0 && partnerOf.ContainsKey(members[single].Identity);
                int stay = pairs ? home.Size : Split(n, home, members, partnerOf, gone, words.First[home.First..]);
                members = members[..stay];
                if (stay == 0)
                {
                    continue;
                }

                // Who stays has moved to the front: words stand where they were.
                int head = Head(members);
                uint goes = stay == home.Size ? others.First[home.First + head] : moving.Words(members[head].Identity, year).First;
                if (Goes(n, home, members, goes, pairs, gone))
                {
                    continue;
                }
            }

            members.CopyTo(people[keptPeople..]);
            homes[keptHomes++] = home with { First = keptPeople, Size = members.Length };
            keptPeople += members.Length;
        }

        draft.People.Keep(keptPeople);
        homes.Keep(keptHomes);
        return gone;
    }

    // Single adults and grown children who would begin to live with a partner this year.
    private List<Seeker> Seekers(int n, YearDraft draft, WordsOfMany words)
    {
        List<Seeker> seekers = [];
        Span<Person> people = draft.People.Items;
        Ask(people, words, parting, year);
        foreach (Home home in draft.Homes.Items)
        {
            Span<Person> members = people.Slice(home.First, home.Size);
            if (home.Size > SynthesisHouseholdParameters.LargestPrivate)
            {
                continue;
            }

            int single = Single(members);
            int eldest = Eldest(members);
            for (int i = 0; i < members.Length; i++)
            {
                if ((i == single || Grown(members[i], eldest)) && words.Second[home.First + i] is < uint.MaxValue and var pair
                    && Luck.Uniform(pair) < partners * HouseholdRates.Partners(members[i].Age))
                {
                    seekers.Add(new Seeker(n, members[i].Identity, members[i].Age, (members[i].Traits & Traits.Female) != 0));
                }
            }
        }

        return seekers;
    }

    private static bool Grown(Person person, int eldest) =>
        person.Age >= ResidentDraws.AdultAge && eldest - person.Age >= Generation && (person.Traits & Traits.Student) == 0;

    // Grown children who leave or have found a partner, and one of a couple that parts; members who stay are moved to the front.
    private int Split(int n, Home home, Span<Person> members, Dictionary<int, int> partnerOf, List<Leaving> gone, ReadOnlySpan<uint> lots)
    {
        int eldest = Eldest(members);
        int parted = Parted(members, lots);
        int stay = 0;
        for (int i = 0; i < members.Length; i++)
        {
            Person person = members[i];
            bool goes = i == parted;
            if (Grown(person, eldest))
            {
                goes = partnerOf.ContainsKey(person.Identity)
                    || Luck.Uniform(lots[i]) < leaves * HouseholdRates.LeavesHome(person.Age, (person.Traits & Traits.Female) != 0);
            }

            if (goes)
            {
                gone.Add(Group(n, home, [person], null));
            }
            else
            {
                members[stay++] = person;
            }
        }

        return stay;
    }

    // Who of a couple leaves it: the man, of two alike the one with the higher identity; −1 when it stays together.
    private int Parted(ReadOnlySpan<Person> members, ReadOnlySpan<uint> lots)
    {
        if (!Couple(members, out int one, out int two))
        {
            return -1;
        }

        int first = (uint)members[one].Identity < (uint)members[two].Identity ? one : two;
        if (Luck.Uniform(lots[first]) >= parts * HouseholdRates.Ends((members[one].Age + members[two].Age) / 2))
        {
            return -1;
        }

        bool oneMan = (members[one].Traits & Traits.Female) == 0;
        bool twoMan = (members[two].Traits & Traits.Female) == 0;
        return oneMan == twoMan ? one + two - first : oneMan ? one : two;
    }

    // A whole household that moves, or whose only adult has found a partner.
    private bool Goes(int n, Home home, Span<Person> members, uint goes, bool pairs, List<Leaving> gone)
    {
        if (!pairs && Luck.Uniform(goes) >= moves * HouseholdRates.Moves(Eldest(members)))
        {
            return false;
        }

        gone.Add(Group(n, home, members.ToArray(), home.Cars));
        return true;
    }

    private Leaving Group(int n, Home home, Person[] people, byte? cars)
    {
        var kind = default(HouseholdKind);
        foreach (Person person in people)
        {
            kind.Add(person.Age, person.Traits, person.Status);
        }

        int head = people[Head(people)].Identity;
        return new Leaving(n, tables.Destinations.Choose(kind, n, moving, head, year + Where), people, head, cars, home.Position);
    }

    // Those of a place who seek find each other; who finds nobody stays.
    private Dictionary<int, int> Matches(IEnumerable<Seeker> seekers)
    {
        Dictionary<int, int> partnerOf = [];
        foreach (IGrouping<byte, Seeker> place in seekers.GroupBy(seeker => population.Neighbourhoods.Place[seeker.From]))
        {
            ILookup<bool, Seeker> own = place.ToLookup(SeeksOwnSex);
            (IEnumerable<Seeker> One, IEnumerable<Seeker> Two, int Gap)[] markets =
            [
                (own[false].Where(s => !s.Woman), own[false].Where(s => s.Woman), OlderMan),
                (Every(own[true].Where(s => !s.Woman), 0), Every(own[true].Where(s => !s.Woman), 1), 0),
                (Every(own[true].Where(s => s.Woman), 0), Every(own[true].Where(s => s.Woman), 1), 0),
            ];
            foreach ((Seeker one, Seeker two) in markets.SelectMany(market => Pairs(market.One, market.Two, market.Gap)))
            {
                (partnerOf[one.Identity], partnerOf[two.Identity]) = (two.Identity, one.Identity);
            }
        }

        return partnerOf;
    }

    private bool SeeksOwnSex(Seeker seeker) => Luck.Uniform(parting.Words(seeker.Identity, Taste).Second) < sameSex;

    private static IEnumerable<Seeker> InOrder(IEnumerable<Seeker> of) => of.OrderBy(s => s.Age).ThenBy(s => (uint)s.Identity);

    // Every second in order of age.
    private static IEnumerable<Seeker> Every(IEnumerable<Seeker> of, int turn) => InOrder(of).Where((_, i) => i % 2 == turn);

    // Both sides in order of age: the two in front pair when their ages are near enough, else the younger of them looks no further.
    private static IEnumerable<(Seeker One, Seeker Two)> Pairs(IEnumerable<Seeker> one, IEnumerable<Seeker> two, int gap)
    {
        Queue<Seeker> ones = new(InOrder(one));
        Queue<Seeker> twos = new(InOrder(two));
        while (ones.Count > 0 && twos.Count > 0)
        {
            int older = ones.Peek().Age - twos.Peek().Age - gap;
            if (Math.Abs(older) <= Apart)
            {
                yield return (ones.Dequeue(), twos.Dequeue());
            }
            else
            {
                _ = older > 0 ? twos.Dequeue() : ones.Dequeue();
            }
        }
    }

    // Groups as they go on: partners together, once, others as they are.
    private static IEnumerable<Leaving> Couples(List<Leaving>[] leaving, Dictionary<int, int> partnerOf)
    {
        Dictionary<int, Leaving> waiting = [];
        foreach (Leaving group in leaving.SelectMany(list => list))
        {
            Person? partner = null;
            foreach (Person person in group.People)
            {
                partner = partnerOf.ContainsKey(person.Identity) ? person : partner;
            }

            if (partner is not { } found)
            {
                yield return group;
            }
            else if (waiting.Remove(partnerOf[found.Identity], out Leaving? other))
            {
                yield return Together(other, group);
            }
            else
            {
                waiting.Add(found.Identity, group);
            }
        }
    }

    // The couple lives where the one with a home of their own lives, else where the one of them goes.
    private static Leaving Together(Leaving one, Leaving two)
    {
        Leaving host = one.Cars is not null || two.Cars is null ? one : two;
        Leaving guest = host == one ? two : one;
        bool own = host.Cars is not null;
        return host with
        {
            To = own ? host.From : host.To,
            Stays = own,
            People = [.. host.People, .. guest.People.Select(person => person with { NewHome = true })],
            Cars = host.Cars is { } mine ? Math.Max(mine, guest.Cars ?? 0) : null,
        };
    }

    /// <summary>Age of the oldest member; 0 where there is none.</summary>
    internal static int Eldest(ReadOnlySpan<Person> members)
    {
        int eldest = 0;
        foreach (Person person in members)
        {
            eldest = Math.Max(eldest, person.Age);
        }

        return eldest;
    }

    // The only adult of a household, −1 where there are more.
    private static int Single(ReadOnlySpan<Person> members)
    {
        int single = -1;
        for (int i = 0; i < members.Length; i++)
        {
            if (members[i].Age >= ResidentDraws.AdultAge)
            {
                if (single >= 0)
                {
                    return -1;
                }

                single = i;
            }
        }

        return single;
    }

    // The only two adults of a household, of one generation.
    private static bool Couple(ReadOnlySpan<Person> members, out int one, out int two)
    {
        (one, two) = (-1, -1);
        int adults = 0;
        for (int i = 0; i < members.Length; i++)
        {
            if (members[i].Age >= ResidentDraws.AdultAge)
            {
                (one, two) = (two, i);
                adults++;
            }
        }

        return adults == 2 && Math.Abs(members[one].Age - members[two].Age) < Generation;
    }

    /// <summary>The member whose luck is the household's: of the adults the one with the lowest identity.</summary>
    internal static int Head(ReadOnlySpan<Person> members)
    {
        int head = 0;
        for (int i = 1; i < members.Length; i++)
        {
            bool adult = members[i].Age >= ResidentDraws.AdultAge;
            bool headAdult = members[head].Age >= ResidentDraws.AdultAge;
            if (adult != headAdult ? adult : (uint)members[i].Identity < (uint)members[head].Identity)
            {
                head = i;
            }
        }

        return head;
    }

    // Those who leave a home together; without cars of their own they have no home of their own.
    private sealed record Leaving(int From, int To, Person[] People, int Head, byte? Cars, int Position, bool Stays = false);

    private readonly record struct Seeker(int From, int Identity, int Age, bool Woman);
}
