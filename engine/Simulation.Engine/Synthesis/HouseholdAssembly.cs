using Simulation.Engine.Numerics;
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
        foreach ((int first, int second) in CouplePairing.Pair(rest, draws, ref assembly.luck))
        {
            assembly.order.Add(first);
            assembly.order.Add(second);
            assembly.sizes.Add(2);
        }

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
        bool grown = grownUps > 2;
        members[0] = TakeChild(grown ? Math.Max(RandomChildAge(), Math.Max(RandomChildAge(), RandomChildAge())) : RandomChildAge());
        int eldest = draws.Age[members[0]];
        for (int i = 1; i < childCount; i++)
        {
            // Younger or older by even chance.
            int apart = (int)SynthesisHouseholdParameters.SiblingGap + luck.Below(3);
            int towards = luck.Next() < 0.5 ? eldest + apart : draws.Age[members[i - 1]] - apart;
            members[i] = TakeChild(towards);
            eldest = Math.Max(eldest, draws.Age[members[i]]);
        }

        // A third adult is a grown child: a family that has one has older children too.
        eldest = grown ? Math.Max(ResidentDraws.AdultAge, eldest + (int)SynthesisHouseholdParameters.SiblingGap) : eldest;
        int mother = eldest + BirthAge();
        int lowest = eldest + (int)SynthesisHouseholdParameters.ParentLeast;
        bool woman = grownUps > 1 || luck.Next() < SynthesisHouseholdParameters.LoneParentFemale;
        int first = adults.TakeNearest(mother, lowest, woman ? 1 : 0);
        order.Add(first);
        if (grownUps > 1)
        {
            order.Add(TakePartner(first, lowest));
        }

        for (int i = 2; i < grownUps; i++)
        {
            order.Add(adults.TakeNearest(eldest + luck.Below(3), 18, sex: -1));
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
            int age = 40 + i;
            int kind = age < 45 ? 0 : age < 63 ? 1 : parents == 2 ? 2 : 3;
            weights[i] = SynthesisHouseholdParameters.GrownParentAge[kind] * adults.CountOf(age);
        }

        bool woman = parents == 2 || luck.Next() < SynthesisHouseholdParameters.GrownLoneFemale;
        int first = adults.TakeNearest(40 + luck.Pick(weights), 38, woman ? 1 : 0);
        order.Add(first);
        if (parents == 2)
        {
            order.Add(TakePartner(first, 38));
        }

        for (int i = parents; i < size; i++)
        {
            double years = (draws.Age[first] - BirthAge() - ResidentDraws.AdultAge) * SynthesisHouseholdParameters.GrownYouth;
            order.Add(adults.TakeNearest(ResidentDraws.AdultAge + (int)Math.Max(0, years), 18, sex: -1));
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
            chances[i] = Math.Min(0.9, SynthesisHouseholdParameters.Communal[draws.Age[rest[i]]] * (student ? SynthesisHouseholdParameters.CommunalStudents : 1));
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
            chances[i] = Odds.Times(chance, odds);
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
