using System.Collections.Immutable;
using Simulation.Engine.Embedded.Figures;
using Simulation.Engine.Populations;

namespace Simulation.Engine.Embedded.Making;

/// <summary>
/// The marginals of a place's neighbourhoods: each starts from what its decile is like across Cheshire &amp; Merseyside,
/// differs from its like as neighbourhoods do, and is then raked so that the place's published totals hold exactly.
/// </summary>
internal sealed class Marginals
{
    // Members of a household of four or more on average (general knowledge). Only how neighbourhoods compare depends on it.
    private const double LargeHousehold = 4.4;

    private readonly Chance chance;
    private readonly int place;
    private readonly int[] deciles;
    private readonly IReadOnlyList<Seed> seeds;

    private Marginals(Chance chance, int place, IReadOnlyList<Seed> seeds, int[] deciles)
    {
        (this.chance, this.place, this.seeds, this.deciles) = (chance, place, seeds, deciles);
    }

    public double[] Residents { get; private set; } = [];

    public double[][] Age { get; private set; } = [];

    public double[] Households { get; private set; } = [];

    public double[][] Size { get; private set; } = [];

    public double[][] Cars { get; private set; } = [];

    public double[] Disabled { get; private set; } = [];

    public double[] Employed { get; private set; } = [];

    public double[] Unemployed { get; private set; } = [];

    public double[] Students { get; private set; } = [];

    public double[] Female { get; private set; } = [];

    public double[] Workers { get; private set; } = [];

    public double[][] Travel { get; private set; } = [];

    public double[][] Hours { get; private set; } = [];

    public double[][] Qualifications { get; private set; } = [];

    public double[][] EthnicGroups { get; private set; } = [];

    /// <summary>Makes the marginals of one place.</summary>
    public static Marginals Make(PlaceFigures figures, int place, IReadOnlyList<Seed> seeds, int[] deciles, Chance chance)
    {
        var made = new Marginals(chance, place, seeds, deciles);
        double[] size = [.. Enumerable.Range(0, seeds.Count).Select(i => made.Factor(Draw.Residents, i, 0, Spread.Residents))];
        made.Residents = [.. size.Select(s => s * figures.Residents / size.Sum())];

        made.Age = made.Counts(DecileFigures.Age, made.Residents, figures.Age, made.AgeSway);
        double[] adults = [.. made.Residents.Zip(made.Age, (r, a) => r - a[0])];

        double[][] sizes = made.Weights(DecileFigures.Size, made.SizeSway);
        double[] wanted = [.. sizes.Select((s, i) => made.Residents[i] * s.Sum() / (s[0] + (2 * s[1]) + (3 * s[2]) + (LargeHousehold * s[3])))];
        made.Households = [.. wanted.Select(w => w * figures.Households / wanted.Sum())];
        made.Size = Shares(Fit(sizes, made.Households, figures.Size));
        made.Cars = Shares(made.Counts(DecileFigures.Cars, made.Households, figures.Cars, made.CarSway));

        made.Disabled = made.Share(DecileFigures.Disabled, made.Residents, figures.Disabled, Draw.Disabled, Spread.Disabled);
        made.Female = made.Share(DecileFigures.Female, made.Residents, 100 * figures.Female / figures.Residents, Draw.Female, Spread.Female);
        made.Students = made.Share(DecileFigures.Students, made.Residents, figures.Students, Draw.Students, Spread.Students, 3);
        made.Employed = made.Share(DecileFigures.Employed, adults, figures.Employed, Draw.Employed, Spread.Employed, -0.4);
        made.Unemployed = made.Share(DecileFigures.Unemployed, adults, figures.Unemployed, Draw.Unemployed, Spread.Unemployed);

        made.Workers = [.. adults.Zip(made.Employed, (a, e) => a * e)];
        made.Travel = Shares(made.Counts(DecileFigures.Travel, made.Workers, figures.Travel, made.TravelSway));
        made.Hours = Shares(made.Counts(DecileFigures.Hours, made.Workers, figures.Hours, made.HoursSway));
        made.Qualifications = Shares(made.Counts(BackgroundFigures.Qualifications, adults, BackgroundFigures.QualificationsByPlace[place], made.QualificationSway));
        made.EthnicGroups = Shares(made.Counts(BackgroundFigures.EthnicGroups, made.Residents, BackgroundFigures.EthnicGroupsByPlace[place], made.EthnicSway));
        return made;
    }

    // Where more have a degree, fewer have nothing.
    private double QualificationSway(int i, int kind)
    {
        double degree = Factor(Draw.Qualifications, i, 0, Spread.Qualifications);
        return kind switch { 0 => 1 / degree, 1 => 1, _ => degree };
    }

    private double EthnicSway(int i, int group) => group == 0 ? 1 : Factor(Draw.EthnicGroups, i, group, Spread.EthnicGroups);

    // How a neighbourhood sways from its decile, category by category. Student quarters are young and let to sharers.
    private double AgeSway(int i, int band)
    {
        double students = band switch { 1 => 5, 2 => 0.8, 0 or 5 => -0.5, _ => -0.2 };
        return Factor(Draw.Age, i, band, Spread.Age) * Rural(i, RuralFigures.Age, band) * (1 + (seeds[i].Locality.Students * students));
    }

    private double SizeSway(int i, int size) => Factor(Draw.Size, i, size, Spread.Size) * Rural(i, RuralFigures.Size, size);

    private double CarSway(int i, int cars)
    {
        // More homes without a car go with fewer that have two or three (slopes across the nine places, Census 2021).
        double none = Factor(Draw.Cars, i, 0, Spread.Cars);
        double sway = cars switch { 0 => none, 1 => 1, 2 => 1 / Math.Sqrt(none), _ => 1 / none };
        return sway * Rural(i, RuralFigures.Cars, cars);
    }

    private double TravelSway(int i, int kind) => Factor(Draw.Travel, i, kind, Spread.Travel) * Rural(i, RuralFigures.Travel, kind);

    private double HoursSway(int i, int kind) => Factor(Draw.Hours, i, kind, Spread.Hours) * Rural(i, RuralFigures.Hours, kind);

    private double Rural(int i, ImmutableArray<double> ratios, int category) =>
        seeds[i].Locality.Settlement == Settlement.Rural ? ratios[category] : 1;

    private double Factor(Draw draw, int i, int category, double spread) =>
        chance.Factor(draw, (((place * 1_000) + i) * 8) + category, spread);

    private double[] Share(
        ImmutableArray<double> byDecile, double[] bases, double percent, Draw draw, double spread, double studentPull = 0)
    {
        double[] odds = new double[deciles.Length];
        for (int i = 0; i < odds.Length; i++)
        {
            double share = byDecile[deciles[i] - 1] / 100;
            odds[i] = share / (1 - share) * Factor(draw, i, 0, spread) * (1 + (studentPull * seeds[i].Locality.Students));
        }

        return Raking.Shift(odds, bases, percent / 100);
    }

    private double[][] Weights(ImmutableArray<ImmutableArray<double>> byDecile, Func<int, int, double> sway) =>
        [.. deciles.Select((d, i) => byDecile[d - 1].Select((v, j) => v * sway(i, j)).ToArray())];

    private double[][] Counts(
        ImmutableArray<ImmutableArray<double>> byDecile, double[] rows, ImmutableArray<double> columns, Func<int, int, double> sway) =>
        Fit(Weights(byDecile, sway), rows, columns);

    private static double[][] Fit(double[][] cells, double[] rows, ImmutableArray<double> columns)
    {
        Raking.Fit(cells, rows, columns);
        return cells;
    }

    private static double[][] Shares(double[][] counts) =>
        [.. counts.Select(row => row.Select(v => v / row.Sum()).ToArray())];
}
