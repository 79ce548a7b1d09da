using Simulation.Engine.Parameters;
using Simulation.Engine.Populations;

namespace Simulation.Engine.Synthesis;

/// <summary>Copies the drafts of all neighbourhoods into the population's columns and links pupils and workers to their schools and employers.</summary>
internal sealed class PopulationAssembly
{
    private readonly SynthesisInputs inputs;
    private readonly NeighbourhoodDraft[] drafts;
    private readonly EmployerDirectory employers;
    private readonly Schooling schooling;
    private readonly ulong seed;
    private readonly int[] firstPupil;
    private readonly int[] firstWorker;

    /// <summary>Lays out the tables.</summary>
    public PopulationAssembly(SynthesisInputs inputs, NeighbourhoodDraft[] drafts, EmployerDirectory employers, Schooling schooling, ulong seed)
    {
        (this.inputs, this.drafts, this.employers, this.schooling, this.seed) = (inputs, drafts, employers, schooling, seed);
        Residents = new ResidentTable(Layout(d => d.Age.Length));
        Households = new HouseholdTable(Layout(d => d.Size.Length));
        Pupils = new PupilTable(Layout(d => d.Pupils.Length));
        Workers = new WorkerTable(Layout(d => d.Workers.Length));
        firstPupil = Running(Pupils.Layout);
        firstWorker = Running(Workers.Layout);
    }

    /// <summary>Residents.</summary>
    public ResidentTable Residents { get; }

    /// <summary>Households.</summary>
    public HouseholdTable Households { get; }

    /// <summary>Pupils.</summary>
    public PupilTable Pupils { get; }

    /// <summary>Workers.</summary>
    public WorkerTable Workers { get; }

    /// <summary>Fills the rows of one neighbourhood in all four tables.</summary>
    public void Fill(int n)
    {
        NeighbourhoodDraft draft = drafts[n];
        FillResidents(n, draft);
        FillWorkers(n, draft);
        FillPupils(n, draft);
    }

    /// <summary>The neighbourhoods' own columns.</summary>
    public NeighbourhoodTable Neighbourhoods()
    {
        var table = new NeighbourhoodTable(inputs.Neighbourhoods.Count);
        for (int n = 0; n < table.Count; n++)
        {
            NeighbourhoodInput input = inputs.Neighbourhoods[n];
            (table.Code[n], table.Name[n], table.Outline[n]) = (input.Code, input.Name, input.Outline);
            table.Place.ToFill()[n] = (byte)input.Place;
            table.Decile.ToFill()[n] = (byte)input.Decile;
            table.Settlement.ToFill()[n] = (byte)input.Settlement;
            (table.X.ToFill()[n], table.Y.ToFill()[n]) = ((float)input.X, (float)input.Y);
            table.GreenSpaceMetres.ToFill()[n] = (float)input.GreenSpaceMetres;
        }

        return table;
    }

    /// <summary>The schools and their pupils.</summary>
    public SchoolTable Schools()
    {
        var table = new SchoolTable(inputs.Schools.Count);
        for (int s = 0; s < table.Count; s++)
        {
            SchoolInput input = inputs.Schools[s];
            table.Name[s] = input.Name;
            table.Phase.ToFill()[s] = (byte)input.Phase;
            table.Neighbourhood.ToFill()[s] = input.Neighbourhood;
            table.FreeMeals.ToFill()[s] = (float)input.FreeMeals;
            (table.X.ToFill()[s], table.Y.ToFill()[s]) = ((float)input.X, (float)input.Y);
        }

        foreach (ushort school in schooling.School)
        {
            table.Pupils.ToFill()[school]++;
        }

        return table;
    }

    /// <summary>The classes.</summary>
    public ClassTable Classes()
    {
        var table = new ClassTable(schooling.Classes.Count);
        for (int c = 0; c < table.Count; c++)
        {
            (table.School.ToFill()[c], table.Year.ToFill()[c], int pupils) = schooling.Classes[c];
            table.Pupils.ToFill()[c] = (ushort)pupils;
        }

        return table;
    }

    /// <summary>The employers.</summary>
    public EmployerTable Employers()
    {
        var table = new EmployerTable(employers.Employers.Count);
        for (int e = 0; e < table.Count; e++)
        {
            Employer employer = employers.Employers[e];
            table.Workers.ToFill()[e] = employer.Workers;
            table.Place.ToFill()[e] = employer.Place < 0 ? (byte)255 : (byte)employer.Place;
            table.SizeBand.ToFill()[e] = employer.SizeBand;
        }

        return table;
    }

    private void FillResidents(int n, NeighbourhoodDraft draft)
    {
        int resident = Residents.Layout.First(n);
        int household = Households.Layout.First(n);
        draft.Age.CopyTo(Residents.Age.ToFill().Values[resident..]);
        draft.Traits.CopyTo(Residents.Traits.ToFill().Values[resident..]);
        draft.Background.CopyTo(Residents.Background.ToFill().Values[resident..]);
        draft.Status.CopyTo(Residents.Status.ToFill().Values[resident..]);
        draft.Size.CopyTo(Households.Size.ToFill().Values[household..]);
        draft.Cars.CopyTo(Households.Cars.ToFill().Values[household..]);
        draft.X.CopyTo(Households.X.ToFill().Values[household..]);
        draft.Y.CopyTo(Households.Y.ToFill().Values[household..]);
        for (int h = 0; h < draft.Size.Length; h++)
        {
            Households.FirstResident.ToFill()[household + h] = resident + draft.First[h];
            Residents.Household.ToFill().Values.Slice(resident + draft.First[h], draft.Size[h]).Fill(household + h);
        }

        Residents.Age.ToFill().Values[Residents.Layout.End(n)..Residents.Layout.PaddedEnd(n)].Fill(Population.VacantAge);
        Residents.Household.ToFill().Values[Residents.Layout.End(n)..Residents.Layout.PaddedEnd(n)].Fill(-1);
        Households.FirstResident.ToFill().Values[Households.Layout.End(n)..Households.Layout.PaddedEnd(n)].Fill(-1);
    }

    private void FillWorkers(int n, NeighbourhoodDraft draft)
    {
        int first = Workers.Layout.First(n);
        int decile = inputs.Neighbourhoods[n].Decile;
        var luck = new SynthesisLuck(seed, SynthesisStream.WorkPattern, n);
        for (int w = 0; w < draft.Workers.Length; w++)
        {
            int row = draft.Workers[w];
            int e = employers.OfWorker[firstWorker[n] + w];
            Employer employer = employers.Employers[e];
            WorkPattern pattern = WorkPattern.Draw(
                draft.Hours[w], (Traits)draft.Traits[row], (WorkArrangement)draft.Arrangement[w], employer.SizeBand, decile, ref luck);
            int h = Residents.Household[Residents.Layout.First(n) + row];
            Workers.Resident.ToFill()[first + w] = Residents.Layout.First(n) + row;
            Workers.Employer.ToFill()[first + w] = e;
            Workers.Arrangement.ToFill()[first + w] = draft.Arrangement[w];
            Workers.Distance.ToFill()[first + w] = Route(h, employer.X, employer.Y);
            Workers.Start.ToFill()[first + w] = pattern.Start;
            Workers.Hours.ToFill()[first + w] = draft.Hours[w];
            Workers.WorkDays.ToFill()[first + w] = pattern.Days;
            Workers.FlexMinutes.ToFill()[first + w] = pattern.Flex;
            Workers.HomeDays.ToFill()[first + w] = pattern.HomeDays;
            Workers.HomeCapable.ToFill()[first + w] = pattern.HomeCapable ? (byte)1 : (byte)0;
        }

        Workers.Resident.ToFill().Values[Workers.Layout.End(n)..Workers.Layout.PaddedEnd(n)].Fill(-1);
    }

    private void FillPupils(int n, NeighbourhoodDraft draft)
    {
        int first = Pupils.Layout.First(n);
        int resident = Residents.Layout.First(n);
        var workerOf = new int[draft.Age.Length];
        Array.Fill(workerOf, -1);
        for (int w = 0; w < draft.Workers.Length; w++)
        {
            workerOf[draft.Workers[w]] = Workers.Layout.First(n) + w;
        }

        for (int p = 0; p < draft.Pupils.Length; p++)
        {
            int row = draft.Pupils[p];
            int h = Residents.Household[resident + row];
            int school = schooling.School[firstPupil[n] + p];
            (int one, int two) = SchoolRunAdults.Of(draft, h - Households.Layout.First(n), draft.Age[row], workerOf);
            Pupils.Resident.ToFill()[first + p] = resident + row;
            Pupils.School.ToFill()[first + p] = (ushort)school;
            Pupils.Class.ToFill()[first + p] = schooling.Class[firstPupil[n] + p];
            Pupils.Distance.ToFill()[first + p] = Route(h, inputs.Schools[school].X, inputs.Schools[school].Y);
            Pupils.FirstAdult.ToFill()[first + p] = one < 0 ? -1 : resident + one;
            Pupils.FirstAdultWorker.ToFill()[first + p] = one < 0 ? -1 : workerOf[one];
            Pupils.SecondAdult.ToFill()[first + p] = two < 0 ? -1 : resident + two;
            Pupils.SecondAdultWorker.ToFill()[first + p] = two < 0 ? -1 : workerOf[two];
        }

        Pupils.Resident.ToFill().Values[Pupils.Layout.End(n)..Pupils.Layout.PaddedEnd(n)].Fill(-1);
    }

    private ushort Route(int household, double x, double y)
    {
        double east = Households.X[household] - x;
        double north = Households.Y[household] - y;
        double metres = Math.Sqrt((east * east) + (north * north)) * SynthesisWorkParameters.Detour;
        return (ushort)Math.Clamp(metres, SynthesisSchoolParameters.LeastMetres, ushort.MaxValue);
    }

    private Segments Layout(Func<NeighbourhoodDraft, int> count) => new([.. drafts.Select(count)]);

    private static int[] Running(Segments layout)
    {
        var first = new int[layout.Count];
        for (int n = 1; n < first.Length; n++)
        {
            first[n] = first[n - 1] + layout.UsedIn(n - 1);
        }

        return first;
    }
}
