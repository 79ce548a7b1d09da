namespace Simulation.Engine.Synthesis;

/// <summary>
/// Admits pupils within the places of each school: deferred acceptance (Gale and Shapley 1962) in which a full school
/// keeps those who live nearest, as English admission rules do. The result does not depend on the order of applying.
/// </summary>
internal static class SchoolAdmissions
{
    /// <summary>School of each child: for application <c>a</c>, one entry a child from <c>FirstChild[a]</c>.</summary>
    public static (int[] Schools, int[] FirstChild) Admit(SchoolApplications all, SchoolPlaces places, CancellationToken cancellation)
    {
        int count = all.Applications.Count;
        var held = new int[count];
        Array.Fill(held, -1);
        int[] free = [.. places.Places];
        Apply(all, places, held, free, cancellation);

        var firstChild = new int[count + 1];
        for (int a = 0; a < count; a++)
        {
            firstChild[a + 1] = firstChild[a] + all.Applications[a].Children;
        }

        var schools = new int[firstChild[count]];
        for (int a = 0; a < count; a++)
        {
            if (held[a] >= 0)
            {
                schools.AsSpan(firstChild[a], all.Applications[a].Children).Fill(places.Schools[held[a]]);
            }
        }

        for (int a = 0; a < count; a++)
        {
            if (held[a] < 0)
            {
                PlaceLeftOver(all, places, free, a, schools.AsSpan(firstChild[a], all.Applications[a].Children));
            }
        }

        return (schools, firstChild);
    }

    private static void Apply(SchoolApplications all, SchoolPlaces places, int[] held, int[] free, CancellationToken cancellation)
    {
        var next = new byte[held.Length];
        var farthest = new PriorityQueue<int, (double, int)>[places.Schools.Length];
        for (int s = 0; s < farthest.Length; s++)
        {
            farthest[s] = new PriorityQueue<int, (double, int)>();
        }

        var waiting = new Stack<int>();
        for (int first = 0; first < held.Length; first++)
        {
            if (first % 4096 == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }

            waiting.Push(first);
            while (waiting.TryPop(out int a))
            {
                if (next[a] == all.PreferencesEach)
                {
                    continue;
                }

                int s = all.Preferences[((long)a * all.PreferencesEach) + next[a]++];
                if (s == SchoolApplications.None)
                {
                    continue;
                }

                // The farthest leave first; of two equally far, the later row.
                farthest[s].Enqueue(a, (-all.Metres(all.Applications[a], s), -a));
                held[a] = s;
                free[s] -= all.Applications[a].Children;
                while (free[s] < 0)
                {
                    int rejected = farthest[s].Dequeue();
                    held[rejected] = -1;
                    free[s] += all.Applications[rejected].Children;
                    waiting.Push(rejected);
                }
            }
        }
    }

    // Nearest school with room for all siblings; failing that, one by one; failing that (no places left), the nearest.
    private static void PlaceLeftOver(SchoolApplications all, SchoolPlaces places, int[] free, int a, Span<int> schools)
    {
        int together = NearestWithRoom(all, free, a, schools.Length);
        for (int child = 0; child < schools.Length; child++)
        {
            int s = together >= 0 ? together : NearestWithRoom(all, free, a, 1);
            s = s >= 0 ? s : NearestWithRoom(all, free, a, int.MinValue);
            free[s]--;
            schools[child] = places.Schools[s];
        }
    }

    private static int NearestWithRoom(SchoolApplications all, int[] free, int a, int room)
    {
        int best = -1;
        double least = double.MaxValue;
        for (int s = 0; s < free.Length; s++)
        {
            double metres = free[s] >= room ? all.Metres(all.Applications[a], s) : double.MaxValue;
            if (metres < least)
            {
                (best, least) = (s, metres);
            }
        }

        return best;
    }
}
