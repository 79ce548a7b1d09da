using Simulation.Scene.Maps;

namespace Simulation.Scene.Tests;

public sealed class FlightTests
{
    [Theory]
    [InlineData(-20_000, 0, 12.4, -15_000, 8_000, 1200)]
    [InlineData(-15_000, 8_000, 1200, -20_000, 0, 12.4)]
    [InlineData(0, 0, 12.4, 0, 0, 60)]
    [InlineData(0, 0, 60, 30_000, 10_000, 60)]
    public void AFlight_BeginsAndEndsWhereItShould_AndNeverJumps(double x0, double y0, double k0, double x1, double y1, double k1)
    {
        var from = new Camera(x0, y0, k0);
        var to = new Camera(x1, y1, k1);
        var flight = new Flight(from, to);
        flight.At(0).ShouldBe(from);
        flight.At(1).ShouldBe(to);
        Camera almost = flight.At(0.99999);
        almost.PixelsPerKm.ShouldBe(k1, k1 * 0.001);
        almost.X.ShouldBe(x1, 5);
        Camera last = from;
        for (int i = 1; i <= 60; i++)
        {
            Camera at = flight.At(i / 60.0);
            (Math.Abs(Math.Log(at.PixelsPerKm / last.PixelsPerKm)) < 0.5).ShouldBeTrue();
            last = at;
        }
    }

    [Fact]
    public void AFlightToTheSamePlace_StandsStill() => new Flight(new Camera(1, 2, 3), new Camera(1, 2, 3)).Still.ShouldBeTrue();
}
