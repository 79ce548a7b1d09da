using Simulation.Engine.Numerics;
using Simulation.Engine.Parallelism;
using Simulation.Engine.Parameters;
using Simulation.Engine.Populations;

namespace Simulation.Engine.Demography;

/// <summary>
/// How much more often than elsewhere the residents of a neighbourhood are disabled, students or in work at the same age and sex: an
/// odds factor each, solved on the residents of a run's first day and kept in every arm and year.
/// </summary>
/// <remarks>
/// The profiles by age and sex give the shape and the neighbourhood's published totals the level, as when the residents were made.
/// Without levels of their own, neighbourhoods would drift towards the mean, and gaps between them would narrow with nobody's doing.
/// </remarks>
internal sealed class NeighbourhoodLevels
{
    private const double Furthest = 50;
    private const int Sexes = 2;

    private readonly double[] disabled;
    private readonly double[] students;
    private readonly double[] employed;

    private NeighbourhoodLevels(int neighbourhoods)
    {
        disabled = new double[neighbourhoods];
        students = new double[neighbourhoods];
        employed = new double[neighbourhoods];
    }

    /// <summary>The levels of a population.</summary>
    /// <param name="population">Residents of the first day.</param>
    /// <param name="team">Workers.</param>
    public static NeighbourhoodLevels Of(Population population, WorkerTeam team)
    {
        var levels = new NeighbourhoodLevels(population.Neighbourhoods.Count);
        team.Run(levels.disabled.Length, (_, n) => levels.Solve(population, n));
        return levels;
    }

    /// <summary>Share disabled at an age.</summary>
    public double Disabled(int neighbourhood, int age, bool female) => Odds.Times(DisabledElsewhere(age, female), disabled[neighbourhood]);

    /// <summary>Share in full-time study at an age; all at 16 are.</summary>
    public double Student(int neighbourhood, int age) =>
        age < 17 ? 1 : Odds.Times(SynthesisResidentParameters.Student[age], students[neighbourhood]);

    /// <summary>Share in work at an age.</summary>
    public double Employed(int neighbourhood, int age, bool female, bool isDisabled, bool student) =>
        Odds.Times(EmployedElsewhere(age, female, isDisabled, student), employed[neighbourhood]);

    private static double DisabledElsewhere(int age, bool female) => Odds.Times(
        SynthesisResidentParameters.Disabled[age],
        !female ? 1 : age < 16 ? SynthesisResidentParameters.DisabledGirlOdds : SynthesisResidentParameters.DisabledWomanOdds);

    private static double EmployedElsewhere(int age, bool female, bool isDisabled, bool student) => Odds.Times(
        SynthesisResidentParameters.Employed[age],
        (female && age >= 25 ? SynthesisResidentParameters.EmployedWomanOdds : 1)
        * (isDisabled ? SynthesisResidentParameters.EmployedDisabledOdds : 1)
        * (student ? SynthesisResidentParameters.EmployedStudentOdds : 1));

    private void Solve(Population population, int n)
    {
        // Residents by age × sex × disability × study; who is disabled, studies, works.
        var people = new int[Mortality.Ages, 8];
        (double disabledNow, double studentsNow, double employedNow) = (0, 0, 0);
        ResidentTable residents = population.Residents;
        for (int row = residents.Layout.First(n); row < residents.Layout.End(n); row++)
        {
            var traits = (Traits)residents.Traits[row];
            int age = residents.Age[row];
            bool student = (traits & Traits.Student) != 0;
            people[age, ((traits & Traits.Female) != 0 ? 1 : 0) + ((traits & Traits.Disabled) != 0 ? Sexes : 0) + (student ? 2 * Sexes : 0)]++;
            disabledNow += (traits & Traits.Disabled) != 0 ? 1 : 0;
            studentsNow += student && age >= 17 ? 1 : 0;
            employedNow += residents.Status[row] == (byte)EconomicStatus.Employed ? 1 : 0;
        }

        disabled[n] = Factor(people, (age, kind) => DisabledElsewhere(age, (kind & 1) != 0), disabledNow);
        students[n] = Factor(people, (age, _) => age < 17 ? 0 : SynthesisResidentParameters.Student[age], studentsNow);
        employed[n] = Factor(people, (age, kind) => EmployedElsewhere(age, (kind & 1) != 0, (kind & Sexes) != 0, (kind & (2 * Sexes)) != 0), employedNow);
    }

    // The odds factor at which the chances sum to what there is.
    private static double Factor(int[,] people, Func<int, int, double> chance, double wanted)
    {
        List<(int People, double Chance)> cells = [];
        for (int age = 0; age < Mortality.Ages; age++)
        {
            for (int kind = 0; kind < 8; kind++)
            {
                if (people[age, kind] > 0 && chance(age, kind) is > 0 and var share)
                {
                    cells.Add((people[age, kind], share));
                }
            }
        }

        (double low, double high) = (-Math.Log(Furthest), Math.Log(Furthest));
        for (int step = 0; step < 30; step++)
        {
            double middle = (low + high) / 2;
            double odds = Math.Exp(middle);
            double sum = 0;
            foreach ((int count, double share) in cells)
            {
                sum += count * Odds.Times(share, odds);
            }

            (low, high) = sum < wanted ? (middle, high) : (low, middle);
        }

        return Math.Exp((low + high) / 2);
    }
}
