namespace Simulation.Engine.Populations;

/// <summary>Counts of a neighbourhood, or of several added up.</summary>
internal sealed class NeighbourhoodTally
{
    private static readonly int[] BandFrom = [0, 16, 25, 35, 50, 65];

    public int Residents { get; private set; }

    public int Female { get; private set; }

    public int[] AgeBands { get; } = new int[6];

    public int Adults { get; private set; }

    public int Disabled { get; private set; }

    public int Employed { get; private set; }

    public int Unemployed { get; private set; }

    public int Students { get; private set; }

    public int AllHouseholds { get; private set; }

    public int PrivateHouseholds { get; private set; }

    public int WithChildren { get; private set; }

    public int[] HouseholdSize { get; } = new int[4];

    public int[] Cars { get; } = new int[4];

    public int[] Arrangements { get; } = new int[3];

    public int[] Hours { get; } = new int[4];

    public int Primary { get; private set; }

    public int Secondary { get; private set; }

    /// <summary>Counts of every neighbourhood; communal establishments (above <paramref name="largestPrivate"/>) count in no share of households.</summary>
    public static NeighbourhoodTally[] OfAll(Population population, int largestPrivate)
    {
        var tallies = new NeighbourhoodTally[population.Neighbourhoods.Count];
        for (int n = 0; n < tallies.Length; n++)
        {
            tallies[n] = new NeighbourhoodTally();
            tallies[n].CountResidents(population, n);
            tallies[n].CountHouseholds(population, n, largestPrivate);
            tallies[n].CountWorkers(population.Workers, n);
        }

        return tallies;
    }

    /// <summary>Adds the counts of <paramref name="other"/>.</summary>
    public void Add(NeighbourhoodTally other)
    {
        Residents += other.Residents;
        Female += other.Female;
        Adults += other.Adults;
        Disabled += other.Disabled;
        Employed += other.Employed;
        Unemployed += other.Unemployed;
        Students += other.Students;
        AllHouseholds += other.AllHouseholds;
        PrivateHouseholds += other.PrivateHouseholds;
        WithChildren += other.WithChildren;
        Primary += other.Primary;
        Secondary += other.Secondary;
        AddAll(AgeBands, other.AgeBands);
        AddAll(HouseholdSize, other.HouseholdSize);
        AddAll(Cars, other.Cars);
        AddAll(Arrangements, other.Arrangements);
        AddAll(Hours, other.Hours);
    }

    private static void AddAll(int[] to, int[] from)
    {
        for (int i = 0; i < to.Length; i++)
        {
            to[i] += from[i];
        }
    }

    private void CountResidents(Population population, int n)
    {
        ResidentTable residents = population.Residents;
        for (int r = residents.Layout.First(n); r < residents.Layout.End(n); r++)
        {
            int age = residents.Age[r];
            var traits = (Traits)residents.Traits[r];
            var status = (EconomicStatus)residents.Status[r];
            int band = BandFrom.Length - 1;
            while (age < BandFrom[band])
            {
                band--;
            }

            Residents++;
            AgeBands[band]++;
            Adults += age >= 16 ? 1 : 0;
            Female += (traits & Traits.Female) != 0 ? 1 : 0;
            Disabled += (traits & Traits.Disabled) != 0 ? 1 : 0;
            Students += (traits & Traits.Student) != 0 ? 1 : 0;
            Employed += status == EconomicStatus.Employed ? 1 : 0;
            Unemployed += status == EconomicStatus.Unemployed ? 1 : 0;
            Primary += age is >= 4 and <= 10 ? 1 : 0;
            Secondary += age is >= 11 and <= 16 ? 1 : 0;
        }
    }

    private void CountHouseholds(Population population, int n, int largestPrivate)
    {
        HouseholdTable households = population.Households;
        for (int h = households.Layout.First(n); h < households.Layout.End(n); h++)
        {
            int size = households.Size[h];
            AllHouseholds++;
            if (size <= largestPrivate)
            {
                var traits = (Traits)population.Residents.Traits[households.FirstResident[h]];
                PrivateHouseholds++;
                HouseholdSize[Math.Min(size, 4) - 1]++;
                Cars[households.Cars[h]]++;
                WithChildren += (traits & Traits.WithChildren) != 0 ? 1 : 0;
            }
        }
    }

    private void CountWorkers(WorkerTable workers, int n)
    {
        for (int w = workers.Layout.First(n); w < workers.Layout.End(n); w++)
        {
            int hours = workers.Hours[w];
            Arrangements[workers.Arrangement[w]]++;
            Hours[hours <= 15 ? 0 : hours <= 30 ? 1 : hours <= 48 ? 2 : 3]++;
        }
    }
}
