using Simulation.Scene.Look;
using Simulation.Scene.Maps;
using Simulation.Scene.Painting;
using Simulation.Scene.Tests;
using Simulation.Window.Native;
using Simulation.Window.Painting;

namespace Simulation.Window.Tests;

public sealed class GlPainterTests
{
    private const int Width = 640;
    private const int Height = 360;

    public static TheoryData<string, Theme, bool> Views()
    {
        var views = new TheoryData<string, Theme, bool>();
        foreach (string camera in new[] { "home", "mersey", "place", "street" })
        {
            foreach (Theme theme in new[] { Theme.Dark, Theme.Light })
            {
                views.Add(camera, theme, false);
                views.Add(camera, theme, true);
            }
        }

        return views;
    }

    [Theory]
    [MemberData(nameof(Views))]
    public void Lights_AreThoseOfTheProcessor_WithinAStepOrTwo(string camera, Theme theme, bool compute)
    {
        using EglContext context = Card.Open();
        using var card = new GlPainter(context.Gl, SmallCity.Map, 2, compute);
        card.UsesCompute.ShouldBe(compute);
        using var processor = new CountingPainter(SmallCity.Map, 2);
        var view = new View(
            camera switch
            {
                "place" => new Camera(-15_000, 5_000, 60),
                "street" => new Camera(-14_800, 5_200, 1200),
                _ => Camera.Named(camera),
            },
            Width, Height, theme)
        { FadeFrom = 100, FadeTo = 200, Place = camera == "place" ? 1 : -1 };
        uint[] wanted = new uint[Width * Height];
        uint[] drawn = new uint[Width * Height];
        foreach (float level in new[] { 0.3f, 1f })
        {
            processor.PaintLights(view, SmallCity.Day, level, wanted);
            card.PaintLights(view, SmallCity.Day, level, drawn);
            int most = 0;
            for (int i = 0; i < wanted.Length; i++)
            {
                most = Math.Max(most, Math.Max(Math.Abs(Part(wanted[i], 16) - Part(drawn[i], 16)), Math.Max(Math.Abs(Part(wanted[i], 8) - Part(drawn[i], 8)), Math.Abs(Part(wanted[i], 0) - Part(drawn[i], 0)))));
            }

            // In every pixel: both look up which cell a resident stands in, so that none falls either way.
            most.ShouldBeLessThanOrEqualTo(2);
        }

        drawn.Distinct().Count().ShouldBeGreaterThan(100);
    }

    [Fact]
    public void TheSameDayTwice_IsTheSamePicture()
    {
        using EglContext context = Card.Open();
        using var card = new GlPainter(context.Gl, SmallCity.Map, 2);
        var view = new View(Camera.Named("home"), Width, Height, Theme.Dark);
        uint[] first = new uint[Width * Height];
        uint[] again = new uint[Width * Height];
        card.PaintLights(view, SmallCity.Day, 1, first);
        card.PaintLights(view, LitDay.Nobody, 1, again);
        again.ShouldNotBe(first);
        card.PaintLights(view, SmallCity.Day, 1, again);
        again.ShouldBe(first);
    }

    private static int Part(uint pixel, int shift) => (int)(pixel >> shift) & 255;
}
