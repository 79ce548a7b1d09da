using Simulation.Engine.Parameters;
using Simulation.Engine.Populations;

namespace Simulation.Engine.Synthesis;

/// <summary>
/// Puts a neighbourhood's residents together in the households of its plan: communal units, sharers, families with
/// children, parents with grown children, residents alone, couples. Every household has an adult, who comes first.
/// </summary>
internal sealed class HouseholdAssembly
{
    private readonly ResidentDraws draws;
    private readonly NeighbourhoodInput input;
    private readonly AdultPool adults;
    private readonly List<int>[] children = new List<int>[ResidentDraws.AdultAge];
    private readonly List<int> order;
    private readonly List<byte> sizes = [];
    private SynthesisLuck luck;
    private int childrenLeft;

    private HouseholdAssembly(ResidentDraws draws, NeighbourhoodInput input, SynthesisLuck luck)
    {
        this.draws = draws;
        this.input = input;
        this.luck = luck;
        order = new List<int>(draws.Age.Length);
        adults = new AdultPool(draws, ref this.luck);
        childrenLeft = draws.FirstFrom(ResidentDraws.AdultAge);
        for (int age = 0; age < children.Length; age++)
        {
            int from = draws.FirstFrom(age);
            int[] ofAge = [.. Enumerable.Range(from, draws.FirstFrom(age + 1) - from)];
            this.luck.Shuffle(ofAge.AsSpan());
            children[age] = [.. ofAge];
        }
    }

    /// <summary>Residents in household order, and the households' sizes.</summary>
    public static (int[] Order, byte[] Sizes) Assemble(ResidentDraws draws, HouseholdPlan plan, NeighbourhoodInput input, SynthesisLuck luck)
    {
        var assembly = new HouseholdAssembly(draws, input, luck);
        var kinds = ChildlessKinds.Divide(plan, assembly.StudentShare(), ref assembly.luck);
        for (int size = 7; size >= 2; size--)
        {
            assembly.Repeat(kinds.Sharers[size], () => assembly.AddSharers(size));
        }

        for (int size = 7; size >= 2; size--)
        {
            for (int c = size - 1; c >= 1; c--)
            {
                assembly.Repeat(plan.Households[size, c], () => assembly.AddFamily(size - c, c));
            }
        }

        for (int size = 7; size >= 2; size--)
        {
            assembly.Repeat(size > 2 ? kinds.Couples[size] : 0, () => assembly.AddParentsOfGrown(2, size));
            assembly.Repeat(kinds.OneParent[size], () => assembly.AddParentsOfGrown(1, size));
        }

        int[] rest = assembly.TakeCommunal(plan.Communal, out int[] communal);
        rest = assembly.AddAlone(rest, plan.Households[1, 0]);
        assembly.AddCouples(rest);
        assembly.AddCommunal(communal);
        return ([.. assembly.order], [.. assembly.sizes]);
    }

    private void Repeat(int times, Action add)
    {
        for (int i = 0; i < times; i++)
        {
            int before = order.Count;
            add();
            sizes.Add((byte)(order.Count - before));
        }
    }

    private double StudentShare()
    {
        int from = draws.FirstFrom(18);
        int to = draws.FirstFrom(35);
        int students = 0;
        for (int i = from; i < to; i++)
        {
            students += (draws.Traits[i] & (byte)Traits.Student) != 0 ? 1 : 0;
        }

        return to > from ? (double)students / (to - from) : 0;
    }

    private void AddSharers(int size)
    {
        Span<double> weights = stackalloc double[17];
        for (int i = 0; i < weights.Length; i++)
        {
            weights[i] = adults.CountOf(18 + i);
        }

        int age = 18 + luck.Pick(weights);
        for (int i = 0; i < size; i++)
        {
            order.Add(adults.TakeNearest(age + luck.Below(3) - 1, 18, sex: -1, studentFirst: true));
        }
    }

    private void AddFamily(int grownUps, int childCount)
    {
        int at = order.Count + grownUps;
        Span<int> members = stackalloc int[childCount];
        members[0] = TakeChild(RandomChildAge());
        int eldest = draws.Age[members[0]];
        for (int i = 1; i < childCount; i++)
        {
            // Siblings are two to four years apart, younger or older by even chance.
            int apart = 2 + luck.Below(3);
            int towards = luck.Next() < 0.5 ? eldest + apart : draws.Age[members[i - 1]] - apart;
            members[i] = TakeChild(towards);
            eldest = Math.Max(eldest, draws.Age[members[i]]);
        }

        int mother = eldest + BirthAge();
        bool woman = grownUps > 1 || luck.Next() < SynthesisHouseholdParameters.LoneParentFemale;
        int first = adults.TakeNearest(mother, eldest + 17, woman ? 1 : 0);
        order.Add(first);
        if (grownUps > 1)
        {
            order.Add(TakePartner(first, eldest + 17));
        }

        for (int i = 2; i < grownUps; i++)
        {
            order.Add(adults.TakeNearest(Math.Max(18, eldest + 2 + luck.Below(3)), 18, sex: -1));
        }

        System.Diagnostics.Debug.Assert(order.Count == at, "a family has the adults planned");
        foreach (int child in members)
        {
            order.Add(child);
        }
    }

    private void AddParentsOfGrown(int parents, int size)
    {
        Span<double> weights = stackalloc double[46];
        for (int i = 0; i < weights.Length; i++)
        {
            // Parents of grown children at home are mostly 45–62; with one parent left, older ones too.
            int age = 40 + i;
            double weight = age < 45 ? 0.3 : age < 63 ? 1 : parents == 1 ? 0.35 : 0.2;
            weights[i] = weight * adults.CountOf(age);
        }

        int first = adults.TakeNearest(40 + luck.Pick(weights), 38, parents == 1 ? (luck.Next() < 0.75 ? 1 : 0) : 1);
        order.Add(first);
        if (parents == 2)
        {
            order.Add(TakePartner(first, 38));
        }

        for (int i = parents; i < size; i++)
        {
            order.Add(adults.TakeNearest(Math.Max(18, draws.Age[first] - BirthAge()), 18, sex: -1));
        }
    }

    private int TakePartner(int first, int lowest)
    {
        int sex = (draws.Traits[first] & (byte)Traits.Female) != 0 ? 0 : 1;
        double gap = SynthesisHouseholdParameters.PartnerGap + (SynthesisHouseholdParameters.PartnerSpread * luck.Normal());
        return adults.TakeNearest(draws.Age[first] + (int)Math.Round(sex == 0 ? gap : -gap), lowest, sex);
    }

    private int BirthAge()
    {
        double mean = SynthesisHouseholdParameters.MotherAgeDeprived
            + ((SynthesisHouseholdParameters.MotherAgeAffluent - SynthesisHouseholdParameters.MotherAgeDeprived) * (input.Decile - 1) / 9);
        return Math.Clamp((int)Math.Round(mean + (SynthesisHouseholdParameters.MotherAgeSpread * luck.Normal())), 18, 44);
    }

    private int RandomChildAge()
    {
        int at = luck.Below(childrenLeft);
        int age = 0;
        while (at >= children[age].Count)
        {
            at -= children[age].Count;
            age++;
        }

        return age;
    }

    private int TakeChild(int age)
    {
        age = Math.Clamp(age, 0, children.Length - 1);
        int apart = 0;
        while (true)
        {
            int at = age + apart < children.Length && children[age + apart].Count > 0 ? age + apart : age - apart;
            if (at >= 0 && children[at].Count > 0)
            {
                int child = children[at][^1];
                children[at].RemoveAt(children[at].Count - 1);
                childrenLeft--;
                return child;
            }

            apart++;
        }
    }

    // Those most likely to live in a hall or a care home, of the adults left.
    private int[] TakeCommunal(int count, out int[] taken)
    {
        int[] rest = adults.TakeAll();
        var chances = new double[rest.Length];
        for (int i = 0; i < rest.Length; i++)
        {
            bool student = (draws.Traits[rest[i]] & (byte)Traits.Student) != 0;
            chances[i] = Math.Min(0.9, SynthesisHouseholdParameters.Communal[draws.Age[rest[i]]] * (student ? 5 : 1));
        }

        return Part(rest, chances, count, out taken);
    }

    private int[] AddAlone(int[] rest, int count)
    {
        var chances = new double[rest.Length];
        for (int i = 0; i < rest.Length; i++)
        {
            int age = draws.Age[rest[i]];
            double chance = SynthesisHouseholdParameters.Alone[age];
            bool woman = (draws.Traits[rest[i]] & (byte)Traits.Female) != 0;
            double odds = !woman ? 1 : age < 65 ? SynthesisHouseholdParameters.AloneWomanOdds : SynthesisHouseholdParameters.AloneOlderWomanOdds;
            chances[i] = chance * odds / (1 - chance + (chance * odds));
        }

        int[] others = Part(rest, chances, count, out int[] alone);
        foreach (int resident in alone)
        {
            order.Add(resident);
            sizes.Add(1);
        }

        return others;
    }

    // Parts `count` residents from the rest by chances scaled to that many.
    private int[] Part(int[] rest, double[] chances, int count, out int[] taken)
    {
        var chosen = new bool[rest.Length];
        Quota.Calibrate(chances, count);
        Quota.Choose(chances, luck.Next(), chosen);
        int off = count - chosen.Count(c => c);
        for (int i = 0; off != 0; i++)
        {
            // Rounding may leave one too many or too few: the first of the other kind makes up for it.
            if (chosen[i] == off < 0)
            {
                chosen[i] = off > 0;
                off -= Math.Sign(off);
            }
        }

        taken = [.. rest.Where((_, i) => chosen[i])];
        return [.. rest.Where((_, i) => !chosen[i])];
    }

    // Men and women are paired by rank of age; those of the larger sex who are over, spread over all ages, pair up with
    // the next of their own (sisters, friends, same-sex couples).
    private void AddCouples(int[] rest)
    {
        List<int> men = Jittered(rest, woman: false);
        List<int> women = Jittered(rest, woman: true);
        List<int> more = men.Count > women.Count ? men : women;
        List<int> fewer = men.Count > women.Count ? women : men;
        int over = (more.Count - fewer.Count) / 2 * 2;
        var counts = new int[more.Count];
        Quota.Spread(new double[more.Count], over, luck.Next(), counts);
        int[] own = [.. more.Where((_, i) => counts[i] > 0)];
        int[] mixed = [.. more.Where((_, i) => counts[i] == 0)];
        for (int i = 0; i < own.Length; i += 2)
        {
            AddPair(own[i], own[i + 1]);
        }

        for (int i = 0; i < mixed.Length; i++)
        {
            AddPair(mixed[i], fewer[i]);
        }
    }

    private void AddPair(int first, int second)
    {
        order.Add(first);
        order.Add(second);
        sizes.Add(2);
    }

    private List<int> Jittered(int[] rest, bool woman)
    {
        int[] own = [.. rest.Where(r => ((draws.Traits[r] & (byte)Traits.Female) != 0) == woman)];
        var keys = new double[own.Length];
        for (int i = 0; i < own.Length; i++)
        {
            keys[i] = draws.Age[own[i]] + ((luck.Next() - luck.Next()) * SynthesisHouseholdParameters.PartnerSpread);
        }

        Array.Sort(keys, own);
        return [.. own];
    }

    private void AddCommunal(int[] communal)
    {
        // By age, so that halls hold the young and care homes the old.
        Array.Sort(communal, (a, b) => draws.Age[a] != draws.Age[b] ? draws.Age[a].CompareTo(draws.Age[b]) : a.CompareTo(b));
        int units = communal.Length == 0 ? 0 : Math.Max(1, communal.Length / (int)SynthesisHouseholdParameters.CommunalUnit);
        for (int unit = 0; unit < units; unit++)
        {
            int from = (int)((long)communal.Length * unit / units);
            int to = (int)((long)communal.Length * (unit + 1) / units);
            order.AddRange(communal.AsSpan(from, to - from));
            sizes.Add((byte)(to - from));
        }
    }
}
