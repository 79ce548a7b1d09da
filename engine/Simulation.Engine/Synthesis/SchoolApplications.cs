using Simulation.Engine.Parameters;

namespace Simulation.Engine.Synthesis;

/// <summary>
/// Applications to the schools of one phase: one a household, for all its children of the phase together, so that
/// siblings go to the same school.
/// </summary>
internal sealed class SchoolApplications
{
    /// <summary>Stands for no further preference.</summary>
    internal const ushort None = ushort.MaxValue;

    private readonly SynthesisInputs inputs;
    private readonly SchoolPlaces places;
    private readonly int phase;

    /// <summary>Collects the applications of a phase from all neighbourhoods, in row order.</summary>
    public SchoolApplications(SynthesisInputs inputs, NeighbourhoodDraft[] drafts, SchoolPlaces places, int phase)
    {
        this.inputs = inputs;
        this.places = places;
        this.phase = phase;
        PreferencesEach = Math.Min((int)SynthesisSchoolParameters.Preferences, places.Schools.Length);
        First = new int[drafts.Length + 1];
        for (int n = 0; n < drafts.Length; n++)
        {
            Collect(drafts[n]);
            First[n + 1] = Applications.Count;
        }

        Preferences = new ushort[(long)Applications.Count * PreferencesEach];
    }

    /// <summary>First application of each neighbourhood.</summary>
    public int[] First { get; }

    /// <summary>Position and number of children of each application.</summary>
    public List<Application> Applications { get; } = [];

    /// <summary>Preferences on each form.</summary>
    public int PreferencesEach { get; }

    /// <summary>Positions in <see cref="SchoolPlaces.Schools"/>, best first, <see cref="PreferencesEach"/> for each application.</summary>
    public ushort[] Preferences { get; }

    /// <summary>Fills in the forms of one neighbourhood.</summary>
    public void Fill(int neighbourhood, ulong seed)
    {
        if (First[neighbourhood] == First[neighbourhood + 1])
        {
            return;
        }

        int[] near = Nearest(inputs.Neighbourhoods[neighbourhood]);
        var luck = new SynthesisLuck(seed, phase == 0 ? SynthesisStream.PrimaryChoice : SynthesisStream.SecondaryChoice, neighbourhood);
        SchoolChoice choice = SchoolChoice.Of(phase);
        var costs = new double[near.Length];
        var ranked = new int[near.Length];
        for (int a = First[neighbourhood]; a < First[neighbourhood + 1]; a++)
        {
            bool chooser = luck.Next() < choice.Choosers;
            for (int i = 0; i < near.Length; i++)
            {
                costs[i] = choice.Cost(Metres(Applications[a], near[i]), luck.Next(), chooser);
                ranked[i] = i;
            }

            Array.Sort(costs, ranked);
            for (int p = 0; p < PreferencesEach; p++)
            {
                Preferences[((long)a * PreferencesEach) + p] = p < ranked.Length ? (ushort)near[ranked[p]] : None;
            }
        }
    }

    /// <summary>Straight line from an application's home to the school at a position of <see cref="SchoolPlaces.Schools"/>.</summary>
    public double Metres(Application application, int position)
    {
        SchoolInput school = inputs.Schools[places.Schools[position]];
        double x = school.X - application.X;
        double y = school.Y - application.Y;
        return Math.Sqrt((x * x) + (y * y));
    }

    private int[] Nearest(NeighbourhoodInput input)
    {
        var centre = new Application((float)input.X, (float)input.Y, 0);
        return SchoolChoice.Of(phase).Nearest([.. Enumerable.Range(0, places.Schools.Length)], p => Metres(centre, p));
    }

    private void Collect(NeighbourhoodDraft draft)
    {
        for (int h = 0; h < draft.Size.Length; h++)
        {
            int count = 0;
            for (int r = draft.First[h]; r < draft.First[h] + draft.Size[h]; r++)
            {
                count += IsOfPhase(draft.Age[r]) ? 1 : 0;
            }

            if (count > 0)
            {
                Applications.Add(new Application(draft.X[h], draft.Y[h], count));
            }
        }
    }

    private bool IsOfPhase(int age) =>
        age is >= NeighbourhoodSynthesis.FirstSchoolAge and <= NeighbourhoodSynthesis.LastSchoolAge && SchoolPlaces.PhaseOf(age) == phase;
}

/// <summary>A household's application to the schools of a phase.</summary>
/// <param name="X">Home, metres east.</param>
/// <param name="Y">Home, metres north.</param>
/// <param name="Children">Children of the phase.</param>
internal readonly record struct Application(float X, float Y, int Children);
