using Simulation.Scene.Look;
using Simulation.Scene.Maps;
using Simulation.Scene.Painting;

namespace Simulation.Scene.Tests;

/// <summary>Whoever lives the day differently is seen, however many residents a population has.</summary>
public sealed class FewResidentsTests
{
    private const int Width = 960;
    private const int Height = 540;

    [Theory]
    [InlineData(20_000)]
    [InlineData(60_000)]
    [InlineData(270_000)]
    [InlineData(2_700_000)]
    public void OneInThirty_IsSeenFromAQuarterOfTheSize_AndNotAsAFlood(int residents)
    {
        SceneMap map = Towns(residents);
        var view = new View(Camera.Named("homeWithoutText"), Width, Height, Theme.Dark);
        using var painter = new CountingPainter(map, 2);
        uint[] none = new uint[Width * Height];
        uint[] day = new uint[Width * Height];
        painter.PaintLights(view, LitDay.Nobody, 1, none);

        // Six in a thousand, as many as the school run changes on a day.
        painter.PaintLights(view, new LitDay { For = [.. Enumerable.Range(0, residents).Where(i => i % 160 == 0)] }, 1, day);
        int amber = 0;
        for (int y = 0; y < Height / 4; y++)
        {
            for (int x = 0; x < Width / 4; x++)
            {
                (double red, double blue) = (0, 0);
                for (int i = 0; i < 16; i++)
                {
                    int at = (((4 * y) + (i / 4)) * Width) + (4 * x) + (i % 4);
                    red += ((day[at] >> 16) & 255) - (double)((none[at] >> 16) & 255);
                    blue += (day[at] & 255) - (double)(none[at] & 255);
                }

                amber += (red - blue) / 16 > 25 ? 1 : 0;
            }
        }

        // Of the pixels of a picture a quarter as large.
        (amber / (Width * Height / 16.0)).ShouldBeInRange(0.004, 0.25, $"{residents} residents");
    }

    // Nine towns about the middle of the region, as dense as towns are.
    private static SceneMap Towns(int residents)
    {
        const double Box = 100_000;
        var random = new Random(3);
        var positions = new ushort[residents * 2];
        for (int i = 0; i < residents; i++)
        {
            int town = i * 9 / residents;
            double angle = random.NextDouble() * Math.Tau;
            double reach = Math.Sqrt(random.NextDouble()) * 4_500;
            positions[2 * i] = (ushort)(((town % 3 * 22_000) + 25_000 + (reach * Math.Cos(angle))) / Box * ushort.MaxValue);
            positions[(2 * i) + 1] = (ushort)(((town / 3 * 20_000) + 25_000 + (reach * Math.Sin(angle))) / Box * ushort.MaxValue);
        }

        Camera home = Camera.Named("homeWithoutText");
        ushort[] all = [0, 0, ushort.MaxValue, 0, ushort.MaxValue, ushort.MaxValue, 0, ushort.MaxValue];
        return new SceneMap
        {
            West = home.X - (Box / 2),
            South = home.Y - (Box / 2),
            Size = Box,
            Positions = positions,
            First = [.. Enumerable.Range(0, 10).Select(n => n * residents / 9)],
            Names = [.. Enumerable.Range(0, 9).Select(n => $"Town {n}")],
            PlaceOf = new byte[9],
            Places = ["Region"],
            Outlines = [.. Enumerable.Range(0, 9).Select(_ => new[] { all })],
            PlaceOutlines = [[all]],
            Schools = [],
        };
    }
}
