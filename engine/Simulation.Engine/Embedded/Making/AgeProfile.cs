using Simulation.Engine.Embedded.Figures;

namespace Simulation.Engine.Embedded.Making;

/// <summary>A smooth profile of ages 0–90 of a place that agrees with its age bands.</summary>
/// <remarks>
/// The bands come from Census 2021; the mid-2020 estimates split its children and its 65+. Their 25–44 and 45–64 are not
/// used: rolled forward from 2011, they hold too many young adults in Liverpool, which would leave a hole at 45–49. Inside 18–24, ages 19–21 are the
/// heaviest, so a place with a large band (Liverpool) shows the bulge of its universities. Above 75 the weights decline as in
/// England and Wales (general knowledge).
/// </remarks>
internal static class AgeProfile
{
    private const int SmoothingRounds = 12;
    private static readonly int[] BandStarts = [0, 5, 11, 16, 18, 25, 35, 50, 65, 75, 91];
    private static readonly double[] StudentShape = [1.0, 1.15, 1.2, 1.1, 0.95, 0.85, 0.8];

    /// <summary>Residents of each age, 0–89 and 90+; length 91.</summary>
    public static double[] Of(PlaceFigures place)
    {
        double[] bands = Bands(place);
        double[] ages = new double[91];
        for (int b = 0; b < bands.Length; b++)
        {
            for (int age = BandStarts[b]; age < BandStarts[b + 1]; age++)
            {
                ages[age] = Shape(age);
            }
        }

        Rake(ages, bands);
        double[] smooth = new double[91];
        for (int round = 0; round < SmoothingRounds; round++)
        {
            ages.CopyTo(smooth, 0);

            // The student years and 90+ keep their own shape: a bulge and a heap are real there.
            for (int age = 1; age < 89; age++)
            {
                if (age is < 16 or > 24)
                {
                    smooth[age] = (ages[age - 1] + (2 * ages[age]) + ages[age + 1]) / 4;
                }
            }

            smooth.CopyTo(ages, 0);
            Rake(ages, bands);
        }

        return ages;
    }

    private static double Shape(int age) => age switch
    {
        90 => 0.55,
        >= 82 => 0.30 - ((age - 82) * 0.024),
        >= 75 => 0.44 - ((age - 75) * 0.02),
        >= 18 and <= 24 => StudentShape[age - 18],
        _ => 1,
    };

    private static double[] Bands(PlaceFigures p)
    {
        double scale = p.Residents / p.Age.Sum();
        double children = p.Age[0] * scale / (p.Age2020[0] + p.Age2020[1] + p.Age2020[2]);
        double old = p.Age[5] * scale / (p.Age2020[6] + p.Age2020[7]);

        // Sixteen and seventeen are at school still: as many a year as 11–15.
        double sixth = p.Age2020[2] * children * 2 / 5;
        return
        [
            p.Age2020[0] * children, p.Age2020[1] * children, p.Age2020[2] * children,
            sixth, (p.Age[1] * scale) - sixth,
            p.Age[2] * scale, p.Age[3] * scale, p.Age[4] * scale, p.Age2020[6] * old, p.Age2020[7] * old,
        ];
    }

    private static void Rake(double[] ages, double[] bands)
    {
        for (int b = 0; b < bands.Length; b++)
        {
            Span<double> band = ages.AsSpan(BandStarts[b]..BandStarts[b + 1]);
            double sum = 0;
            foreach (double value in band)
            {
                sum += value;
            }

            foreach (ref double value in band)
            {
                value *= bands[b] / sum;
            }
        }
    }
}
