namespace Simulation.Engine.Demography;

/// <summary>The levels of one neighbourhood, by age: how many at an age are disabled, study and work.</summary>
internal sealed class AgeShares
{
    private readonly double[] disabled = new double[2 * Mortality.Ages];
    private readonly double[] students = new double[Mortality.Ages];
    private readonly double[] employed = new double[8 * Mortality.Ages];

    /// <summary>The shares of a neighbourhood.</summary>
    public AgeShares(NeighbourhoodLevels levels, int neighbourhood)
    {
        for (int age = 0; age < Mortality.Ages; age++)
        {
            students[age] = levels.Student(neighbourhood, age);
            for (int kind = 0; kind < 8; kind++)
            {
                (bool female, bool isDisabled, bool student) = ((kind & 1) != 0, (kind & 2) != 0, (kind & 4) != 0);
                employed[(kind * Mortality.Ages) + age] = levels.Employed(neighbourhood, age, female, isDisabled, student);
                if (kind < 2)
                {
                    disabled[(kind * Mortality.Ages) + age] = levels.Disabled(neighbourhood, age, female);
                }
            }
        }
    }

    /// <summary>Share disabled.</summary>
    public double Disabled(int age, bool female) => disabled[((female ? 1 : 0) * Mortality.Ages) + age];

    /// <summary>Share in full-time study; all at 16 are.</summary>
    public double Student(int age) => students[age];

    /// <summary>Share in work of those alike.</summary>
    public double Employed(int age, bool female, bool isDisabled, bool student) =>
        employed[(((female ? 1 : 0) + (isDisabled ? 2 : 0) + (student ? 4 : 0)) * Mortality.Ages) + age];
}
