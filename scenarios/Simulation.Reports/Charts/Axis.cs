namespace Simulation.Reports.Charts;

/// <summary>An axis that holds zero and every end of every range, with few round ticks.</summary>
internal sealed class Axis
{
    private readonly double pixelLow;
    private readonly double pixelHigh;

    private Axis(double low, double high, double step, double pixelLow, double pixelHigh)
    {
        Low = low;
        High = high;
        Step = step;
        this.pixelLow = pixelLow;
        this.pixelHigh = pixelHigh;
    }

    /// <summary>First value.</summary>
    public double Low { get; }

    /// <summary>Last value.</summary>
    public double High { get; }

    /// <summary>Distance of ticks.</summary>
    public double Step { get; }

    /// <summary>Values with a tick.</summary>
    public IEnumerable<double> Ticks
    {
        get
        {
            for (int i = (int)Math.Round(Low / Step); i * Step <= High + (Step / 1e6); i++)
            {
                yield return i * Step;
            }
        }
    }

    /// <summary>The axis over some values.</summary>
    /// <param name="values">All that must fit.</param>
    /// <param name="pixelLow">Where the low end is drawn.</param>
    /// <param name="pixelHigh">Where the high end is drawn.</param>
    /// <param name="ticks">Ticks wanted, roughly.</param>
    public static Axis Over(IEnumerable<double> values, double pixelLow, double pixelHigh, int ticks = 5)
    {
        double[] all = [.. values.Where(double.IsFinite), 0];
        double low = all.Min();
        double high = all.Max();
        double span = Math.Max(high - low, 1e-9);
        double rough = span / ticks;
        double magnitude = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        double step = magnitude * (rough / magnitude <= 1 ? 1 : rough / magnitude <= 2 ? 2 : rough / magnitude <= 5 ? 5 : 10);
        return new Axis(Math.Floor(low / step) * step, Math.Ceiling(high / step) * step, step, pixelLow, pixelHigh);
    }

    /// <summary>Where a value is drawn.</summary>
    public double At(double value) => pixelLow + ((value - Low) / (High - Low) * (pixelHigh - pixelLow));
}
