using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Simulation.Scene.Look;
using Simulation.Scene.Maps;
using Simulation.Scene.Painting;

namespace Simulation.Scene.Tests;

public sealed class CountingPainterTests
{
    private const int Width = 701;
    private const int Height = 403;

    public static TheoryData<string, Theme> Views()
    {
        var views = new TheoryData<string, Theme>();
        foreach (string camera in new[] { "home", "mersey", "place", "near", "street" })
        {
            views.Add(camera, Theme.Dark);
            views.Add(camera, Theme.Light);
        }

        return views;
    }

    [Theory]
    [MemberData(nameof(Views))]
    public void Lights_OneAndTwoAndThreeThreads_PaintTheSameBytes(string camera, Theme theme)
    {
        View view = ViewOf(camera, theme);
        string one = Hash(Lights(view, 1));
        Hash(Lights(view, 2)).ShouldBe(one);
        Hash(Lights(view, 3)).ShouldBe(one);
    }

    [Theory]
    [MemberData(nameof(Views))]
    public void Values_OneAndTwoThreads_PaintTheSameBytes(string camera, Theme theme)
    {
        View view = ViewOf(camera, theme);
        IReadOnlyList<Rgb> ramp = Palette.Of(theme).Ramp("for");
        Rgb[] colours = [.. Enumerable.Range(0, SmallCity.Map.Neighbourhoods).Select(n => ramp[n % ramp.Count])];
        uint[][] pictures = [.. new[] { 1, 2 }.Select(threads =>
        {
            uint[] pixels = new uint[Width * Height];
            using var painter = new CountingPainter(SmallCity.Map, threads);
            painter.PaintValues(view, colours, pixels);
            return pixels;
        })];
        Hash(pictures[1]).ShouldBe(Hash(pictures[0]));
        pictures[0].Distinct().Count().ShouldBeGreaterThan(100);
    }

    [Fact]
    public void Lights_TheSameDayAgain_IsTheSamePicture_AndLeavesNothingBehind()
    {
        View view = ViewOf("home", Theme.Dark);
        using var painter = new CountingPainter(SmallCity.Map, 2);
        uint[] first = new uint[Width * Height];
        uint[] none = new uint[Width * Height];
        uint[] again = new uint[Width * Height];
        painter.PaintLights(view, SmallCity.Day, 1, first);
        painter.PaintLights(view, LitDay.Nobody, 1, none);
        painter.PaintLights(view, SmallCity.Day, 1, again);
        Hash(again).ShouldBe(Hash(first));
        Hash(none).ShouldBe(Hash(Lights(view, 1, LitDay.Nobody)));
        Hash(none).ShouldNotBe(Hash(first));
    }

    [Fact]
    public void Lights_WhoeverChanged_IsAmber_AndWhoeverChangedAgainstIsViolet()
    {
        View view = ViewOf("home", Theme.Dark);
        int one = SmallCity.Day.For[40];
        (double mx, double my) = SmallCity.Map.Metres(SmallCity.Map.Positions[2 * one], SmallCity.Map.Positions[(2 * one) + 1]);
        (double px, double py) = view.Pixel(mx, my);
        int at = ((int)py * Width) + (int)px;
        uint amber = Lights(view, 1, new LitDay { For = [.. Enumerable.Repeat(one, 12)] })[at];
        uint violet = Lights(view, 1, new LitDay { Against = [.. Enumerable.Repeat(one, 12)] })[at];
        (Red(amber) - Blue(amber)).ShouldBeGreaterThan(80);
        (Blue(violet) - Red(violet)).ShouldBeGreaterThan(60);
    }

    [Fact]
    public void Lights_OnADayWithoutSchool_ChangeByThreeFifthsOfTheLastSchoolDay()
    {
        View view = ViewOf("home", Theme.Light);
        uint[] none = Lights(view, 1, LitDay.Nobody);
        LitDay lit = new() { For = SmallCity.Day.For };
        uint[] friday = Lights(view, 1, lit);
        uint[] sunday = Lights(view, 1, new LitDay { For = SmallCity.Day.For, Strength = Drawing.Number("changed.noSchool") });
        for (int i = 0; i < none.Length; i++)
        {
            // In a light picture both are laid over in the picture's own values, so that shares can be read off; noise is one step.
            ((double)(Blue(sunday[i]) - Blue(none[i]))).ShouldBe(0.6 * (Blue(friday[i]) - Blue(none[i])), 2);
        }
    }

    [Fact]
    public void Lights_ARowOfPixelsLeftOfTheWords_IsGroundAlone()
    {
        View view = ViewOf("home", Theme.Dark) with { FadeFrom = 200, FadeTo = 330 };
        uint[] picture = Lights(view, 2);
        Rgb ground = Palette.Of(Theme.Dark).Ground;
        for (int y = 0; y < Height; y++)
        {
            for (int x = 0; x < 199; x++)
            {
                uint pixel = picture[(y * Width) + x];
                Math.Abs(Red(pixel) - ground.R).ShouldBeLessThanOrEqualTo(1);
                Math.Abs(Blue(pixel) - ground.B).ShouldBeLessThanOrEqualTo(1);
            }
        }
    }

    internal static View ViewOf(string camera, Theme theme) => new(
        camera switch
        {
            "place" => new Camera(-15_000, 5_000, 60),
            "near" => new Camera(-15_000, 5_000, 200),
            "street" => new Camera(-14_800, 5_200, 1200),
            _ => Camera.Named(camera),
        },
        Width, Height, theme)
    { Place = camera == "place" ? 1 : -1 };

    private static uint[] Lights(View view, int threads, LitDay? lit = null)
    {
        uint[] pixels = new uint[view.Width * view.Height];
        using var painter = new CountingPainter(SmallCity.Map, threads);
        painter.PaintLights(view, lit ?? SmallCity.Day, 1, pixels);
        return pixels;
    }

    private static int Red(uint pixel) => (int)(pixel >> 16) & 255;

    private static int Blue(uint pixel) => (int)pixel & 255;

    private static string Hash(uint[] pixels) => Convert.ToHexString(SHA256.HashData(MemoryMarshal.AsBytes(pixels.AsSpan())));
}
