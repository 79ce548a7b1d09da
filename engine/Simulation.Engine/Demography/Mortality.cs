using Simulation.Engine.Populations;

namespace Simulation.Engine.Demography;

/// <summary>
/// Yearly hazards of death by age, sex, national decile of deprivation and place:
/// <c>h0(age, sex) × c(sex) × exp(lnR(age, sex) × z(decile)) × f(place, sex)</c>. Activity does not act here.
/// </summary>
/// <remarks>
/// Base: UK period q(x), column 2023 of the ONS projection, hazards × 1.0333 (men) and × 1.0072 (women), so that life expectancy
/// is England's of 2022–24 (79.5 and 83.3 years). Gradient: ln ratio of the most to the least deprived tenth, shaped within
/// Banks, Hardelid and Kraftman 2021 and scaled to the gap of tenths of England 2017–19, 9.4 and 7.7 years (ONS). No improvement
/// over the years.
/// </remarks>
public sealed class Mortality
{
    /// <summary>Ages that residents have: 90 stands for 90 and over.</summary>
    public const int Ages = 91;

    // The level that keeps the mean over the ten tenths at the base.
    private const double LevelMen = 0.9791;
    private const double LevelWomen = 0.9825;

    // Mean yearly chance of dying from 90 on, weighted by a stationary population.
    private const double TopMen = 0.21;
    private const double TopWomen = 0.18;

    private readonly double[] hazards;

    private Mortality(double[] hazards) => this.hazards = hazards;

    /// <summary>The factor of each place and sex, <c>2 place + sex</c>; sex 0 = men, 1 = women.</summary>
    public IReadOnlyList<double> PlaceFactors { get; private init; } = [];

    /// <summary>Yearly chance of death of England 2022–24 at a single age 0–100, before deprivation and place.</summary>
    public static double BaseChance(int age, bool female) => (female ? MortalityTables.Women : MortalityTables.Men)[age] / 100_000;

    /// <summary>Yearly hazard at a single age 0–100 in a decile, for a place's factor.</summary>
    /// <param name="age">Age in completed years.</param>
    /// <param name="female">Sex.</param>
    /// <param name="decile">National decile, 1 = most deprived.</param>
    /// <param name="factor">Factor of the place; 1 for England.</param>
    public static double HazardAt(int age, bool female, int decile, double factor = 1) =>
        -Math.Log(1 - BaseChance(age, female)) * Tilt(age, female, decile) * factor;

    /// <summary>The surface of a population: the places' factors are solved so that each place has its published life expectancy.</summary>
    /// <param name="population">Whose residents weigh the deciles of a place.</param>
    public static Mortality Of(Population population)
    {
        ArgumentNullException.ThrowIfNull(population);
        double[] factors = PlaceLifeExpectancy.SolveFactors(population);
        var hazards = new double[population.Places.Count * Demographics.Deciles * 2 * Ages];
        for (int place = 0; place < population.Places.Count; place++)
        {
            for (int decile = 1; decile <= Demographics.Deciles; decile++)
            {
                for (int sex = 0; sex < 2; sex++)
                {
                    for (int age = 0; age < Ages; age++)
                    {
                        hazards[Index(place, decile, sex == 1, age)] = OfResident(age, sex == 1, decile, factors[(2 * place) + sex]);
                    }
                }
            }
        }

        return new Mortality(hazards) { PlaceFactors = factors };
    }

    /// <summary>Where a place, decile, sex and age stand in tables of this shape: <c>((place × 10 + decile − 1) × 2 + sex) × 91 + age</c>.</summary>
    public static int Index(int place, int decile, bool female, int age) =>
        (((((place * Demographics.Deciles) + decile - 1) * 2) + (female ? 1 : 0)) * Ages) + age;

    /// <summary>Yearly hazard of a resident; age 90 stands for all from 90.</summary>
    public double Hazard(int place, int decile, bool female, int age) => hazards[Index(place, decile, female, age)];

    /// <summary>Hazard over a year that begins at an age and a part of the year since the birthday.</summary>
    /// <param name="place">Place.</param>
    /// <param name="decile">Decile.</param>
    /// <param name="female">Sex.</param>
    /// <param name="age">Completed years when the year begins.</param>
    /// <param name="since">Part of a year since the last birthday, 0–1.</param>
    public double YearAhead(int place, int decile, bool female, int age, double since)
    {
        // Deaths under one fall in the first weeks, and whoever is counted on a first of September has mostly lived through them.
        double now = Hazard(place, decile, female, Math.Max(age, 1));
        return ((1 - since) * now) + (since * Hazard(place, decile, female, Math.Min(age + 1, Ages - 1)));
    }

    private static double OfResident(int age, bool female, int decile, double factor) => age < Ages - 1
        ? HazardAt(age, female, decile, factor)
        : -Math.Log(1 - (female ? TopWomen : TopMen)) * Tilt(93, female, decile) * factor;

    private static double Tilt(int age, bool female, int decile)
    {
        double z = ((((10 - decile) + 0.5) / 10) - 0.5) / 0.9;
        return (female ? LevelWomen : LevelMen) * Math.Exp(MortalityTables.LogRatio(age, female) * z);
    }
}
