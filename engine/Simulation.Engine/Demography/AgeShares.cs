namespace Simulation.Engine.Demography;

/// <summary>The levels of one neighbourhood, by age: how many at an age are disabled, study and work.</summary>
internal sealed class AgeShares
{
    private readonly double[] disabled = new double[2 * Mortality.Ages];
    private readonly double[] students = [];
    private readonly double[] employed = [];

    /// <summary>The shares of a neighbourhood.</summary>
    /// <param name="levels">Levels of all.</param>
    /// <param name="neighbourhood">Which.</param>
    /// <param name="disabledOnly">Whether nothing but the share of the disabled will be asked.</param>
    public AgeShares(NeighbourhoodLevels levels, int neighbourhood, bool disabledOnly)
    {
        for (int i = 0; i < disabled.Length; i++)
        {
            disabled[i] = levels.Disabled(neighbourhood, i % Mortality.Ages, i >= Mortality.Ages);
        }

        if (disabledOnly)
        {
            return;
        }

        students = new double[Mortality.Ages];
        employed = new double[8 * Mortality.Ages];
        for (int age = 0; age < Mortality.Ages; age++)
        {
            students[age] = levels.Student(neighbourhood, age);
            for (int kind = 0; kind < 8; kind++)
            {
                (bool female, bool isDisabled, bool student) = ((kind & 1) != 0, (kind & 2) != 0, (kind & 4) != 0);
                employed[(kind * Mortality.Ages) + age] = levels.Employed(neighbourhood, age, female, isDisabled, student);
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
