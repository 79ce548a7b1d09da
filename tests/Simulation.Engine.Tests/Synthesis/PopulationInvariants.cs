using Simulation.Engine.Populations;
using Simulation.Engine.Synthesis;

namespace Simulation.Engine.Tests.Synthesis;

/// <summary>What must hold of every population; each check throws with the row that breaks it.</summary>
internal static class PopulationInvariants
{
    public static void Check(Population population, SynthesisInputs inputs)
    {
        Households(population);
        VacantRows(population);
        Pupils(population);
        Workers(population);
        Institutions(population, inputs);
    }

    public static IEnumerable<int> Rows(Segments layout)
    {
        for (int n = 0; n < layout.Count; n++)
        {
            for (int row = layout.First(n); row < layout.End(n); row++)
            {
                yield return row;
            }
        }
    }

    private static void Households(Population population)
    {
        HouseholdTable households = population.Households;
        ResidentTable residents = population.Residents;
        int housed = 0;
        for (int n = 0; n < households.Layout.Count; n++)
        {
            int next = residents.Layout.First(n);
            for (int h = households.Layout.First(n); h < households.Layout.End(n); h++)
            {
                ((int)households.Size[h]).ShouldBeGreaterThan(0);
                households.FirstResident[h].ShouldBe(next, "members are consecutive and in their household's neighbourhood");
                var members = Enumerable.Range(next, households.Size[h]).ToList();
                members.All(r => residents.Household[r] == h).ShouldBeTrue();
                members.Any(r => residents.Age[r] >= 18).ShouldBeTrue("no child lives without an adult");
                HouseholdTraits(population, h, members);
                next += households.Size[h];
                housed += households.Size[h];
            }

            next.ShouldBe(residents.Layout.End(n), "every resident of a neighbourhood is housed in it");
        }

        housed.ShouldBe(population.Count);
    }

    private static void HouseholdTraits(Population population, int h, List<int> members)
    {
        bool Has(int r, Traits trait) => ((Traits)population.Residents.Traits[r] & trait) != 0;
        bool children = members.Any(r => population.Residents.Age[r] < 16);
        bool young = members.Any(r => population.Residents.Age[r] < 11);
        members.All(r => Has(r, Traits.WithChildren) == children && Has(r, Traits.WithChildrenUnder11) == young).ShouldBeTrue();
        members.All(r => Has(r, Traits.NoCar) == (population.Households.Cars[h] == 0)).ShouldBeTrue();
        members.All(r => !Has(r, Traits.LimitedALot) || Has(r, Traits.Disabled)).ShouldBeTrue();
    }

    private static void VacantRows(Population population)
    {
        for (int n = 0; n < population.Neighbourhoods.Count; n++)
        {
            for (int r = population.Residents.Layout.End(n); r < population.Residents.Layout.PaddedEnd(n); r++)
            {
                population.Residents.Age[r].ShouldBe(Population.VacantAge);
                population.Residents.Household[r].ShouldBe(-1);
            }

            for (int h = population.Households.Layout.End(n); h < population.Households.Layout.PaddedEnd(n); h++)
            {
                population.Households.FirstResident[h].ShouldBe(-1);
                ((int)population.Households.Size[h]).ShouldBe(0);
            }

            for (int p = population.Pupils.Layout.End(n); p < population.Pupils.Layout.PaddedEnd(n); p++)
            {
                population.Pupils.Resident[p].ShouldBe(-1);
            }

            for (int w = population.Workers.Layout.End(n); w < population.Workers.Layout.PaddedEnd(n); w++)
            {
                population.Workers.Resident[w].ShouldBe(-1);
            }
        }
    }

    private static void Pupils(Population population)
    {
        PupilTable pupils = population.Pupils;
        Rows(population.Residents.Layout).Count(r => population.Residents.Age[r] is >= 4 and <= 16)
            .ShouldBe(pupils.Layout.Used, "everyone aged 4–16 is a pupil");
        int previous = -1;
        foreach (int p in Rows(pupils.Layout))
        {
            int resident = pupils.Resident[p];
            resident.ShouldBeGreaterThan(previous, "pupils are sorted as residents are");
            previous = resident;
            int age = population.Residents.Age[resident];
            age.ShouldBeInRange(4, 16);
            var phase = (SchoolPhase)population.Schools.Phase[pupils.School[p]];
            phase.ShouldNotBe(age < 11 ? SchoolPhase.Secondary : SchoolPhase.Primary);
            population.Classes.School[pupils.Class[p]].ShouldBe(pupils.School[p]);
            ((int)population.Classes.Year[pupils.Class[p]]).ShouldBe(age - 4);
            pupils.FirstAdult[p].ShouldBeGreaterThanOrEqualTo(0);
            Adult(population, resident, pupils.FirstAdult[p], pupils.FirstAdultWorker[p]);
            Adult(population, resident, pupils.SecondAdult[p], pupils.SecondAdultWorker[p]);
            if (pupils.SecondAdult[p] >= 0 && pupils.FirstAdultWorker[p] >= 0)
            {
                pupils.SecondAdultWorker[p].ShouldBeGreaterThanOrEqualTo(0, "an adult not in work comes before one who is");
            }
        }
    }

    private static void Adult(Population population, int child, int adult, int worker)
    {
        if (adult < 0)
        {
            worker.ShouldBe(-1);
            return;
        }

        adult.ShouldNotBe(child);
        population.Residents.Household[adult].ShouldBe(population.Residents.Household[child]);
        ((int)population.Residents.Age[adult]).ShouldBeGreaterThanOrEqualTo(18);
        bool employed = population.Residents.Status[adult] == (byte)EconomicStatus.Employed;
        (worker >= 0).ShouldBe(employed);
        if (employed)
        {
            population.Workers.Resident[worker].ShouldBe(adult);
        }
    }

    private static void Workers(Population population)
    {
        WorkerTable workers = population.Workers;
        var employed = Rows(population.Residents.Layout).Where(r => population.Residents.Status[r] == (byte)EconomicStatus.Employed);
        Rows(workers.Layout).Select(w => workers.Resident[w]).ShouldBe(employed, "worker rows are the employed, in order");
        foreach (int w in Rows(workers.Layout))
        {
            workers.Employer[w].ShouldBeInRange(0, population.Employers.Count - 1);
            ((int)workers.Hours[w]).ShouldBeInRange(1, 80);
            ((int)workers.WorkDays[w]).ShouldBeInRange(1, 127);
            ((int)workers.Start[w]).ShouldBeInRange(0, 1439);
            ((int)workers.HomeDays[w]).ShouldBeInRange(0, Math.Min(5, System.Numerics.BitOperations.PopCount(workers.WorkDays[w])));
            (workers.HomeDays[w] == 0 || workers.HomeCapable[w] == 1).ShouldBeTrue();
        }
    }

    private static void Institutions(Population population, SynthesisInputs inputs)
    {
        Counts(Rows(population.Pupils.Layout).Select(p => (int)population.Pupils.School[p]), population.Schools.Pupils);
        Counts(Rows(population.Workers.Layout).Select(w => population.Workers.Employer[w]), population.Employers.Workers);
        var classSizes = new int[population.Classes.Count];
        foreach (int p in Rows(population.Pupils.Layout))
        {
            classSizes[population.Pupils.Class[p]]++;
        }

        classSizes.ShouldBe(Enumerable.Range(0, population.Classes.Count).Select(c => (int)population.Classes.Pupils[c]));
        population.Schools.Count.ShouldBe(inputs.Schools.Count);
    }

    private static void Counts(IEnumerable<int> owners, ReadOnlyColumn<int> stated)
    {
        var counts = new int[stated.Length];
        foreach (int owner in owners)
        {
            counts[owner]++;
        }

        counts.ShouldBe(stated.Values.ToArray());
    }
}
