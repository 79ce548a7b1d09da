using Simulation.Engine.Parameters;

namespace Simulation.Engine.Synthesis;

/// <summary>School and class of every pupil, pupils counted over all neighbourhoods in row order.</summary>
internal sealed class Schooling
{
    private const int Years = 13;

    private Schooling(int pupils)
    {
        School = new ushort[pupils];
        Class = new int[pupils];
    }

    /// <summary>School of each pupil.</summary>
    public ushort[] School { get; }

    /// <summary>Class of each pupil.</summary>
    public int[] Class { get; }

    /// <summary>Classes in order of school and year: school, year, pupils.</summary>
    public List<(ushort School, byte Year, int Pupils)> Classes { get; } = [];

    /// <summary>Admits all pupils, phase by phase, and divides each school's years into classes.</summary>
    public static Schooling Arrange(
        SynthesisInputs inputs, NeighbourhoodDraft[] drafts, double scale, ulong seed, int threads, CancellationToken cancellation)
    {
        var schooling = new Schooling(drafts.Sum(d => d.Pupils.Length));
        for (int phase = 0; phase < 2; phase++)
        {
            int pupils = drafts.Sum(d => d.Pupils.Count(r => SchoolPlaces.PhaseOf(d.Age[r]) == phase));
            SchoolPlaces places = SchoolPlaces.Of(inputs.Schools, phase, pupils, scale);
            var applications = new SchoolApplications(inputs, drafts, places, phase);
            InParallel.For(drafts.Length, threads, n => applications.Fill(n, seed), cancellation);
            (int[] schools, _) = SchoolAdmissions.Admit(applications, places, cancellation);
            schooling.Record(drafts, phase, schools);
        }

        schooling.DivideIntoClasses(inputs.Schools.Count, drafts);
        return schooling;
    }

    // Children of a phase come in the same order in the drafts and in the applications.
    private void Record(NeighbourhoodDraft[] drafts, int phase, int[] schools)
    {
        int pupil = 0;
        int child = 0;
        foreach (NeighbourhoodDraft draft in drafts)
        {
            foreach (int row in draft.Pupils)
            {
                if (SchoolPlaces.PhaseOf(draft.Age[row]) == phase)
                {
                    School[pupil] = (ushort)schools[child++];
                }

                pupil++;
            }
        }
    }

    private void DivideIntoClasses(int schools, NeighbourhoodDraft[] drafts)
    {
        var count = new int[schools * Years];
        ForEach(drafts, (pupil, year) => count[(School[pupil] * Years) + year]++);
        var firstClass = new int[count.Length];
        var classes = new int[count.Length];
        for (int i = 0; i < count.Length; i++)
        {
            firstClass[i] = Classes.Count;
            classes[i] = count[i] == 0 ? 0 : Math.Max(1, (int)Math.Round(count[i] / SynthesisSchoolParameters.ClassSize));
            for (int c = 0; c < classes[i]; c++)
            {
                int size = (count[i] + classes[i] - 1 - c) / classes[i];
                Classes.Add(((ushort)(i / Years), (byte)(i % Years), size));
            }
        }

        // In turn, so that a class is a mixture of the school's catchment, as parallel classes are.
        Array.Clear(count);
        ForEach(drafts, (pupil, year) =>
        {
            int i = (School[pupil] * Years) + year;
            Class[pupil] = firstClass[i] + (count[i]++ % classes[i]);
        });
    }

    private static void ForEach(NeighbourhoodDraft[] drafts, Action<int, int> pupilAndYear)
    {
        int pupil = 0;
        foreach (NeighbourhoodDraft draft in drafts)
        {
            foreach (int row in draft.Pupils)
            {
                pupilAndYear(pupil++, draft.Age[row] - NeighbourhoodSynthesis.FirstSchoolAge);
            }
        }
    }
}
