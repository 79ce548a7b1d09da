using Simulation.Engine.Populations;

namespace Simulation.Engine.Demography;

/// <summary>
/// Levels of fertility, solved once on the residents of a run's first day and the same in every arm: women of an age have as many
/// children as is published, whoever has them.
/// </summary>
/// <remarks>
/// Rates by children already had are applied to children at home, and women who share a home with an infant wait. Neither is
/// what the rates were counted on; taken as they are, they had given 12 % more births in the first year than women of these ages
/// have, and 7 % fewer after ten, when the households that the population began with had grown up. So women's children are
/// followed by age from the first day at the rates themselves, and each age's level in each year is the one that gives its births.
/// </remarks>
internal sealed class BirthLevels
{
    // After so many turns households are all the run's own.
    private const int Turns = 40;
    private const int Ages = Fertility.LastAge - Fertility.FirstAge + 1;
    private const int States = 2 * Fertility.Parities;

    private readonly double[] places;
    private readonly double[,] levels = new double[Turns, Ages];

    private BirthLevels(int places) => this.places = new double[places];

    /// <summary>The levels of a population.</summary>
    /// <param name="population">Residents of the first day.</param>
    public static BirthLevels Of(Population population)
    {
        var made = new BirthLevels(population.Places.Count);
        double[,] women = new double[Ages, States];
        ForEachWoman(population, (_, age, children, infant, _) => women[age - Fertility.FirstAge, StateOf(children, infant)]++);
        made.Follow(women);
        double[] published = new double[made.places.Length];
        double[] expected = new double[made.places.Length];
        ForEachWoman(population, (place, age, children, infant, student) =>
        {
            published[place] += Fertility.AtAge(age);
            expected[place] += made.levels[0, age - Fertility.FirstAge] * Fertility.Shape(age, children, infant) * Fertility.StudentFactor(age, children, student);
        });
        for (int place = 0; place < made.places.Length; place++)
        {
            made.places[place] = Fertility.RatioOf(population.Places[place].Code) * (expected[place] > 0 ? published[place] / expected[place] : 1);
        }

        return made;
    }

    /// <summary>Expected births of a woman in a year.</summary>
    /// <param name="place">Place in which she lives.</param>
    /// <param name="turn">Turns of the year since the first day.</param>
    /// <param name="age">Age when the year begins.</param>
    /// <param name="children">Children at home.</param>
    /// <param name="infant">Whether the youngest is an infant.</param>
    /// <param name="student">Whether she studies full time.</param>
    public double Rate(int place, int turn, int age, int children, bool infant, bool student) => age is < Fertility.FirstAge or > Fertility.LastAge ? 0
        : places[place] * levels[Math.Min(turn, Turns - 1), age - Fertility.FirstAge] * Fertility.Shape(age, children, infant) * Fertility.StudentFactor(age, children, student);

    private static int StateOf(int children, bool infant) => (2 * Math.Min(children, Fertility.Parities - 1)) + (infant ? 1 : 0);

    // Year by year: the level of each age, and who of its women has how many children a year later.
    private void Follow(double[,] women)
    {
        for (int turn = 0; turn < Turns; turn++)
        {
            double[,] older = new double[Ages, States];
            for (int i = 0; i < Ages; i++)
            {
                double all = 0;
                double births = 0;
                for (int s = 0; s < States; s++)
                {
                    all += women[i, s];
                    births += women[i, s] * Fertility.Shape(Fertility.FirstAge + i, s / 2, s % 2 == 1);
                }

                double level = births > 0 ? Fertility.AtAge(Fertility.FirstAge + i) * all / births : 1;
                levels[turn, i] = level;
                for (int s = 0; s < States && i + 1 < Ages; s++)
                {
                    double bears = Math.Min(1, level * Fertility.Shape(Fertility.FirstAge + i, s / 2, s % 2 == 1));
                    older[i + 1, StateOf((s / 2) + 1, true)] += women[i, s] * bears;
                    older[i + 1, StateOf(s / 2, false)] += women[i, s] * (1 - bears);
                }
            }

            // Who turns fifteen has no child.
            older[0, 0] = 1;
            women = older;
        }
    }

    private static void ForEachWoman(Population population, Action<int, int, int, bool, bool> see)
    {
        HouseholdTable households = population.Households;
        ReadOnlySpan<byte> ages = population.Residents.Age.Values;
        for (int n = 0; n < population.Neighbourhoods.Count; n++)
        {
            int place = population.Neighbourhoods.Place[n];
            for (int h = households.Layout.First(n); h < households.Layout.End(n); h++)
            {
                int first = households.FirstResident[h];
                ReadOnlySpan<byte> members = ages.Slice(first, households.Size[h]);
                for (int i = 0; i < members.Length; i++)
                {
                    var traits = (Traits)population.Residents.Traits[first + i];
                    if ((traits & Traits.Female) != 0 && members[i] is >= Fertility.FirstAge and <= Fertility.LastAge)
                    {
                        (int children, bool infant) = (0, false);
                        foreach (byte age in members)
                        {
                            bool child = Fertility.MayBeChild(members[i], age) && age < Fertility.GrownChild - 1;
                            children += child ? 1 : 0;
                            infant |= child && age == 0;
                        }

                        see(place, members[i], children, infant, (traits & Traits.Student) != 0);
                    }
                }
            }
        }
    }
}
