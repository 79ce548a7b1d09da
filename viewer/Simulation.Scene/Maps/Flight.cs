namespace Simulation.Scene.Maps;

/// <summary>
/// The way from one camera to another that looks even (van Wijk and Nuij 2003): out while far, then in. Its length in time says
/// how far it is.
/// </summary>
public sealed class Flight
{
    private const double Width = 1080;
    private readonly Camera start;
    private readonly Camera to;
    private readonly double rho;
    private readonly double u1;
    private readonly double r0;
    private readonly double length;

    /// <summary>Plans a flight.</summary>
    /// <param name="from">Where it begins.</param>
    /// <param name="to">Where it ends.</param>
    /// <param name="rho">How far out it goes: 1.4 looks natural.</param>
    public Flight(Camera from, Camera to, double rho = 1.4)
    {
        start = from;
        this.to = to;
        this.rho = rho;
        double w0 = Width / from.PixelsPerKm;
        double w1 = Width / to.PixelsPerKm;
        u1 = Math.Sqrt(Math.Pow(to.X - from.X, 2) + Math.Pow(to.Y - from.Y, 2)) / 1000;
        if (u1 < 1e-3)
        {
            length = Math.Abs(Math.Log(w1 / w0)) / rho;
            return;
        }

        double b0 = ((w1 * w1) - (w0 * w0) + (Math.Pow(rho, 4) * u1 * u1)) / (2 * w0 * rho * rho * u1);
        double b1 = ((w1 * w1) - (w0 * w0) - (Math.Pow(rho, 4) * u1 * u1)) / (2 * w1 * rho * rho * u1);
        r0 = Math.Asinh(-b0);
        length = (Math.Asinh(-b1) - r0) / rho;
    }

    /// <summary>Whether there is nothing to fly.</summary>
    public bool Still => length < 1e-6;

    /// <summary>The camera after a share of the flight, 0–1, eased at both ends.</summary>
    public Camera At(double share)
    {
        double t = Math.Clamp(share, 0, 1);
        if (t >= 1 || Still)
        {
            return t >= 1 ? to : start;
        }

        double s = t * t * (3 - (2 * t)) * length;
        double w0 = Width / start.PixelsPerKm;
        if (u1 < 1e-3)
        {
            double sign = to.PixelsPerKm > start.PixelsPerKm ? -1 : 1;
            return start with { PixelsPerKm = Width / (w0 * Math.Exp(sign * rho * s)) };
        }

        double u = w0 / (rho * rho) * ((Math.Cosh(r0) * Math.Tanh((rho * s) + r0)) - Math.Sinh(r0));
        double w = w0 * Math.Cosh(r0) / Math.Cosh((rho * s) + r0);
        return new Camera(start.X + ((to.X - start.X) * u / u1), start.Y + ((to.Y - start.Y) * u / u1), Width / w);
    }
}
