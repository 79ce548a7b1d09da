using Simulation.Engine.Populations;

namespace Simulation.Engine.Demography;

/// <summary>One neighbourhood as it stands after a turn of the year, before its rows are laid.</summary>
internal sealed class YearDraft
{
    /// <summary>Who lives there, household by household.</summary>
    public List<Person> People { get; } = [];

    /// <summary>Their households: old row, first of <see cref="People"/>, members.</summary>
    public List<(int Row, int First, int Size)> Households { get; } = [];

    /// <summary>Those at school, as indices of <see cref="People"/>, with their old row among pupils or −1 and their school, −1 when they seek one.</summary>
    public List<Learner> Learners { get; } = [];

    /// <summary>Those in work, as indices of <see cref="People"/>, with the worker row that they keep, or of the one whose job they take after.</summary>
    public List<(int Person, int Row, bool New)> Jobs { get; } = [];

    /// <summary>Births to the neighbourhood's mothers.</summary>
    public int Births { get; set; }

    /// <summary>Years lived, by sex and age: <see cref="Mortality.Index"/> of the first place and decile.</summary>
    public double[] PersonYears { get; } = new double[2 * Mortality.Ages];

    /// <summary>Deaths.</summary>
    public int[] Deaths { get; } = new int[2 * Mortality.Ages];

    /// <summary>Deaths expected.</summary>
    public double[] ExpectedDeaths { get; } = new double[2 * Mortality.Ages];
}

/// <summary>A resident after the turn.</summary>
internal struct Person
{
    /// <summary>Old row, −1 for the newly born.</summary>
    public int Row;

    /// <summary>Identity.</summary>
    public int Identity;

    /// <summary>Age.</summary>
    public byte Age;

    /// <summary>Traits.</summary>
    public Traits Traits;

    /// <summary>Status.</summary>
    public EconomicStatus Status;

    /// <summary>Children that she has had in the run.</summary>
    public byte Born;

    /// <summary>Hazard of death lived through.</summary>
    public float Lived;
}

/// <summary>A pupil after the turn.</summary>
internal struct Learner
{
    /// <summary>Index of the resident in the neighbourhood's draft.</summary>
    public int Person;

    /// <summary>Old row among pupils, −1 for one who begins school.</summary>
    public int Row;

    /// <summary>School, −1 while one is sought.</summary>
    public int School;

    /// <summary>Whether the school is another than before the summer.</summary>
    public bool New;
}
