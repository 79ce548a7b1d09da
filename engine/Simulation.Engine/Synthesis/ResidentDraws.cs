using Simulation.Engine.Numerics;
using Simulation.Engine.Parameters;
using Simulation.Engine.Populations;

namespace Simulation.Engine.Synthesis;

/// <summary>
/// Draws a neighbourhood's residents, sorted by age: ages from its age bands and its place's single years, then sex,
/// disability, study and employment by profiles whose odds are scaled until the neighbourhood's own totals are met.
/// </summary>
internal sealed class ResidentDraws
{
    /// <summary>First age of each age band of <see cref="NeighbourhoodInput.AgeBands"/>, and one past the last.</summary>
    internal static readonly int[] BandFrom = [0, 16, 25, 35, 50, 65, 91];

    private readonly double[] chances;
    private readonly bool[] chosen;

    private ResidentDraws(int count)
    {
        Age = new byte[count];
        Traits = new byte[count];
        Status = new byte[count];
        chances = new double[count];
        chosen = new bool[count];
    }

    /// <summary>Age of each resident, ascending.</summary>
    public byte[] Age { get; }

    /// <summary>Sex, disability and study.</summary>
    public byte[] Traits { get; }

    /// <summary>Values of <see cref="EconomicStatus"/>.</summary>
    public byte[] Status { get; }

    /// <summary>Draws <paramref name="count"/> residents of neighbourhood <paramref name="index"/>.</summary>
    public static ResidentDraws Draw(SynthesisInputs inputs, int index, int count, ulong seed)
    {
        NeighbourhoodInput input = inputs.Neighbourhoods[index];
        var draws = new ResidentDraws(count);
        draws.DrawAges(input, inputs.Places[input.Place].SingleYearOfAge, Start(SynthesisStream.Ages));
        draws.DrawSexes(input, Start(SynthesisStream.Sexes));
        draws.DrawDisability(input, new SynthesisLuck(seed, SynthesisStream.Disability, index));
        draws.DrawStudents(input, Start(SynthesisStream.Students));
        draws.DrawEmployment(input, Start(SynthesisStream.Employment), Start(SynthesisStream.Unemployment), Start(SynthesisStream.Retirement));
        return draws;

        double Start(SynthesisStream stream) => new SynthesisLuck(seed, stream, index).Next();
    }

    private void DrawAges(NeighbourhoodInput input, IReadOnlyList<double> singleYears, double start)
    {
        Span<double> weights = stackalloc double[91];
        for (int band = 0; band < 6; band++)
        {
            (int from, int to) = (BandFrom[band], BandFrom[band + 1]);
            double sum = 0;
            for (int age = from; age < to; age++)
            {
                sum += singleYears[age];
            }

            for (int age = from; age < to; age++)
            {
                weights[age] = input.AgeBands[band] * (sum > 0 ? singleYears[age] / sum : 1.0 / (to - from));
            }
        }

        Span<int> counts = stackalloc int[91];
        Quota.Spread(weights, Age.Length, start, counts);
        int row = 0;
        for (int age = 0; age < 91; age++)
        {
            for (int i = 0; i < counts[age]; i++)
            {
                Age[row++] = (byte)age;
            }
        }

        // A neighbourhood of a tiny population may have drawn (almost) only children; none of them may live without an adult.
        byte next = 35;
        int adultsNeeded = (Age.Length + 6) / 7;
        for (int i = Age.Length - 1; i >= Age.Length - adultsNeeded; i--)
        {
            Age[i] = Age[i] < AdultAge ? next : Age[i];
            next = Math.Min(next, Age[i]);
        }
    }

    /// <summary>Age from which a resident can head a household.</summary>
    internal const int AdultAge = 18;

    private void DrawSexes(NeighbourhoodInput input, double start)
    {
        for (int i = 0; i < Age.Length; i++)
        {
            chances[i] = SynthesisResidentParameters.Female[Age[i]];
        }

        Select(input.Female * Age.Length, start);
        Mark(Populations.Traits.Female);
    }

    private void DrawDisability(NeighbourhoodInput input, SynthesisLuck luck)
    {
        for (int i = 0; i < Age.Length; i++)
        {
            double odds = !Has(i, Populations.Traits.Female) ? 1
                : Age[i] < 16 ? SynthesisResidentParameters.DisabledGirlOdds : SynthesisResidentParameters.DisabledWomanOdds;
            chances[i] = Odds.Times(SynthesisResidentParameters.Disabled[Age[i]], odds);
        }

        Select(input.Disabled * Age.Length, luck.Next());
        Mark(Populations.Traits.Disabled);

        // Linear in the decile about its middle, 5.5.
        double tilt = 1 + ((SynthesisResidentParameters.LimitedALotDeprived - 1) * (5.5 - input.Decile) / 4.5);
        for (int i = 0; i < Age.Length; i++)
        {
            chances[i] = chosen[i] ? Math.Min(1, SynthesisResidentParameters.LimitedALot[Age[i]] * tilt) : 0;
        }

        Quota.Choose(chances, luck.Next(), chosen);
        Mark(Populations.Traits.LimitedALot);
    }

    // The published share counts schoolchildren of five and over; those of 5–15 are all at school, the rest are 16 or over.
    private void DrawStudents(NeighbourhoodInput input, double start)
    {
        int fiveAndOver = Age.Length - FirstFrom(5);
        int schoolchildren = FirstFrom(16) - FirstFrom(5);
        for (int i = 0; i < Age.Length; i++)
        {
            chances[i] = SynthesisResidentParameters.Student[Age[i]];
        }

        Select((input.Students * fiveAndOver) - schoolchildren, start);
        for (int i = FirstFrom(16); i < FirstFrom(17); i++)
        {
            chosen[i] = true;
        }

        Mark(Populations.Traits.Student);
    }

    private void DrawEmployment(NeighbourhoodInput input, double employedStart, double unemployedStart, double retiredStart)
    {
        int adults = Age.Length - FirstFrom(16);
        for (int i = 0; i < Age.Length; i++)
        {
            double chance = SynthesisResidentParameters.Employed[Age[i]];
            if (Age[i] >= 25 && Has(i, Populations.Traits.Female))
            {
                chance = Odds.Times(chance, SynthesisResidentParameters.EmployedWomanOdds);
            }

            if (Has(i, Populations.Traits.Disabled))
            {
                chance = Odds.Times(chance, SynthesisResidentParameters.EmployedDisabledOdds);
            }

            chances[i] = Has(i, Populations.Traits.Student) ? Odds.Times(chance, SynthesisResidentParameters.EmployedStudentOdds) : chance;
        }

        Select(input.Employed * adults, employedStart);
        for (int i = 0; i < Age.Length; i++)
        {
            Status[i] = (byte)(Age[i] < 16 ? EconomicStatus.Child
                : chosen[i] ? EconomicStatus.Employed
                : Has(i, Populations.Traits.Student) ? EconomicStatus.Student : EconomicStatus.Inactive);
            chances[i] = Status[i] == (byte)EconomicStatus.Inactive ? SynthesisResidentParameters.Unemployed[Age[i]] : 0;
        }

        Select(input.Unemployed * adults, unemployedStart);
        for (int i = 0; i < Age.Length; i++)
        {
            Status[i] = chosen[i] ? (byte)EconomicStatus.Unemployed : Status[i];
            chances[i] = Status[i] == (byte)EconomicStatus.Inactive ? SynthesisResidentParameters.Retired[Age[i]] : 0;
        }

        Quota.Choose(chances, retiredStart, chosen);
        for (int i = 0; i < Age.Length; i++)
        {
            Status[i] = chosen[i] ? (byte)EconomicStatus.Retired : Status[i];
        }
    }

    private void Select(double target, double start)
    {
        Quota.Calibrate(chances, target);
        Quota.Choose(chances, start, chosen);
    }

    private void Mark(Traits trait)
    {
        for (int i = 0; i < chosen.Length; i++)
        {
            Traits[i] |= chosen[i] ? (byte)trait : (byte)0;
        }
    }

    private bool Has(int i, Traits trait) => (Traits[i] & (byte)trait) != 0;

    /// <summary>Row of the first resident of at least <paramref name="age"/>.</summary>
    internal int FirstFrom(int age)
    {
        int row = Array.BinarySearch(Age, (byte)age);
        if (row < 0)
        {
            return ~row;
        }

        while (row > 0 && Age[row - 1] == age)
        {
            row--;
        }

        return row;
    }
}
