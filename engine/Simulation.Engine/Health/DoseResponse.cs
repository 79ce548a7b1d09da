namespace Simulation.Engine.Health;

/// <summary>
/// Relative risk by dose against none: marginal MET-hours a week of activity outside work. Flat from
/// <see cref="Cap"/>; one at no dose.
/// </summary>
public sealed class DoseResponse
{
    /// <summary>Dose from which curves are flat, mMET-h a week.</summary>
    public const double Cap = 17.5;

    /// <summary>Marginal MET-hours of one moderate-equivalent minute: 150 minutes a week are 8.75 mMET-h.</summary>
    public const double PerMinute = 3.5 / 60;

    private readonly Func<double, double> risk;

    private DoseResponse(Func<double, double> risk, double spread)
    {
        this.risk = risk;
        Spread = spread;
    }

    /// <summary>Standard deviation of the logarithm of the relative risk at 8.75 mMET-h, as a share of it.</summary>
    public double Spread { get; }

    /// <summary><c>a + (1 − a) exp(−(d / θ)^p)</c>, fitted to published tables.</summary>
    /// <param name="floor">a.</param>
    /// <param name="scale">θ, mMET-h a week.</param>
    /// <param name="shape">p.</param>
    /// <param name="spread">See <see cref="Spread"/>.</param>
    public static DoseResponse Falling(double floor, double scale, double shape, double spread) =>
        new(d => floor + ((1 - floor) * Math.Exp(-Math.Pow(d / scale, shape))), spread);

    /// <summary>One level below each threshold and the next from it on.</summary>
    /// <param name="spread">See <see cref="Spread"/>.</param>
    /// <param name="levels">Doses in ascending order, and the risk from each.</param>
    public static DoseResponse Steps(double spread, params (double From, double Risk)[] levels) => new(
        d =>
        {
            double risk = 1;
            foreach ((double from, double level) in levels)
            {
                risk = d >= from ? level : risk;
            }

            return risk;
        },
        spread);

    /// <summary>The same factor for each unit of dose.</summary>
    /// <param name="risk">Factor.</param>
    /// <param name="per">Dose that it is of, mMET-h a week.</param>
    /// <param name="spread">See <see cref="Spread"/>.</param>
    public static DoseResponse Each(double risk, double per, double spread) => new(d => Math.Pow(risk, d / per), spread);

    /// <summary>Relative risk.</summary>
    /// <param name="dose">mMET-h a week.</param>
    /// <param name="share">Factor on the logarithm: less than 1 where part of the association is not cause.</param>
    public double Risk(double dose, double share = 1)
    {
        double curve = risk(Math.Clamp(dose, 0, Cap));
        return share == 1 ? curve : Math.Pow(curve, share);
    }

    /// <summary>What of the logarithm of a curve holds at an age: effects on the heart and vessels fade among the old.</summary>
    public static double AtAge(int age) => age switch { < 70 => 1, < 80 => 0.75, < 85 => 0.6, _ => 0.3 };
}
