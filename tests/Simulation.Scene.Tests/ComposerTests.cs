using Simulation.Scene.Composing;
using Simulation.Scene.Labels;
using Simulation.Scene.Look;
using Simulation.Scene.Maps;
using Simulation.Scene.Painting;
using SkiaSharp;

namespace Simulation.Scene.Tests;

public sealed class ComposerTests
{
    private static LightsPage Wall => new()
    {
        Camera = Camera.Named("home"),
        Eyebrow = "Tuesday 9 March 2027",
        Sentence = [new("31,000\u00a0more children", Tint.For), new("walked to school today.")],
        Second = [new("In the poorest fifth, 8\u00a0more in every\u00a0100. The gap is unchanged.")],
        Chart = new CurveChart(
            "Of every 100 children, walk to school", new DateOnly(2026, 9, 1), new Line([7, 100, 190], [48, 53, 55.2], [47, 51, 53], [48, 54, 57], "with the plan"),
            new Line([7, 100, 190], [46, 47, 47.3], null, null, "without"), double.NaN, double.NaN, 190, "likely 53 to 57"),
        Lit = SmallCity.Day,
    };

    [Theory]
    [InlineData(1280, 720)]
    [InlineData(1920, 1080)]
    [InlineData(3840, 2160)]
    [InlineData(1024, 768)]
    [InlineData(1080, 1920)]
    [InlineData(2560, 1080)]
    public void Names_NeitherTouchEachOther_NorTheWords_NorTheEdge(int width, int height)
    {
        var size = new PictureSize(width, height);
        View view = Composer.ViewOf(Wall, size);
        TypeSizes type = size.Type;
        SKRect words = WordColumn.Of(Wall, size).Box;
        var bounds = new SKRect(0, 0, width, height);
        IReadOnlyList<PlacedLabel> labels = LabelPlacer.Place(
            MapNames.Of(view, SmallCity.Map), w => (w.Text.Length * type["place"] * 0.6f, type["place"] * 0.76f, type["place"] * 0.22f), bounds, [words], 10 * size.Unit, 7 * size.Unit);
        labels.Count.ShouldBeInRange(3, 20);
        labels.Count(l => l.Style != LabelStyle.Water).ShouldBeLessThanOrEqualTo(18);
        for (int i = 0; i < labels.Count; i++)
        {
            labels[i].Box.IntersectsWith(words).ShouldBeFalse(labels[i].Text);
            for (int j = i + 1; j < labels.Count; j++)
            {
                labels[i].Box.IntersectsWith(labels[j].Box).ShouldBeFalse($"{labels[i].Text} and {labels[j].Text}");
            }
        }
    }

    [Fact]
    public void Names_AreTheSame_WhateverTheOrderOfTheWishes()
    {
        View view = Composer.ViewOf(Wall, new PictureSize(1920, 1080));
        IReadOnlyList<LabelWish> wishes = MapNames.Of(view, SmallCity.Map);
        IReadOnlyList<PlacedLabel> Placed(IEnumerable<LabelWish> list) =>
            LabelPlacer.Place(list, w => (w.Text.Length * 17, 21, 6), new SKRect(20, 20, 1900, 1060), [], 10, 7);
        Placed(wishes.Reverse()).ShouldBe(Placed(wishes));
    }

    [Fact]
    public void TheDarkWall_StaysDark()
    {
        using var painter = new CountingPainter(SmallCity.Map, 2);
        using SKBitmap picture = new Composer(painter, SmallCity.Map).Render(Wall, new PictureSize(960, 540));
        double sum = 0;
        for (int y = 0; y < picture.Height; y++)
        {
            for (int x = 0; x < picture.Width; x++)
            {
                SKColor c = picture.GetPixel(x, y);
                sum += new Rgb(c.Red, c.Green, c.Blue).Luminance;
            }
        }

        (sum / picture.Width / picture.Height).ShouldBeLessThan(Drawing.Number("meanLuminanceAtMost"));
    }

    [Fact]
    public void AllPages_CanBeDrawn_InBothThemes_AndLarge()
    {
        using var painter = new CountingPainter(SmallCity.Map, 2);
        var composer = new Composer(painter, SmallCity.Map);
        foreach (Theme theme in new[] { Theme.Dark, Theme.Light })
        {
            IReadOnlyList<Rgb> ramp = Palette.Of(theme).Ramp("for");
            Rgb[] colours = [.. Enumerable.Range(0, SmallCity.Map.Neighbourhoods).Select(n => ramp[n % ramp.Count])];
            HistogramRow[] rows = [.. ramp.Select((c, i) => new HistogramRow($"{i} to {i + 1}", 10 * i, c))];
            Page[] pages =
            [
                Wall, Wall with { Steps = 5, Step = 2, Chart = new DotChart("Of every 100 children", 48, 56, 54, 58, "likely 54 to 58"), Place = 1 },
                Wall with { Camera = new Camera(-14_800, 5_200, 1200), Schools = [new SchoolMark(0, "school street since 12 Sep")], Ways = [(SmallCity.Day.For[0], 0)] },
                Wall with { Dark = 1, Trouble = "The connection is lost.", Join = "http://127.0.0.1:5080/ ABCDEF" },
                new ValuesPage
                {
                    Camera = Camera.Named("change"), Colours = colours, Sentence = [new("Walking rose.")], Chart = new HistogramChart("More children", rows, "One run."),
                    Small = [new SmallMap(colours, [new("Cycling fell")]), new SmallMap(colours, [new("No change")])],
                },
                new PackagesPage
                {
                    Camera = Camera.Named("sideBySide"), Sentence = [new("The other two add 12,000 children a day.")], Scale = Palette.Of(theme).Ramp("packages"),
                    Breaks = ["2", "4", "6", "8", "10"], ScaleTitle = "more of every 100",
                    Left = new PackageHalf("Two levers", "flexible hours", "+19,000", "children walked today", colours),
                    Right = new PackageHalf("All four", "and school streets", "+31,000", "children walked today", colours),
                },
            ];
            foreach (Page page in pages)
            {
                foreach (bool large in new[] { false, true })
                {
                    using SKBitmap picture = composer.Render(page, new PictureSize(640, 360, theme, large));
                    picture.GetPixelSpan().ToArray().Distinct().Count().ShouldBeGreaterThan(8);
                }
            }
        }
    }

    [Fact]
    public void ABlackWall_KeepsTheDate_AndNothingElse()
    {
        using var painter = new CountingPainter(SmallCity.Map, 2);
        using SKBitmap picture = new Composer(painter, SmallCity.Map).Render(Wall with { Dark = 1 }, new PictureSize(960, 540));
        SKColor ground = Palette.Of(Theme.Dark).Ground.Skia();
        int lit = 0;
        for (int y = 60; y < picture.Height; y++)
        {
            for (int x = 0; x < picture.Width; x++)
            {
                lit += Math.Abs(picture.GetPixel(x, y).Red - ground.Red) > 4 ? 1 : 0;
            }
        }

        lit.ShouldBe(0);
    }

    [Fact]
    public void ALongSentence_TakesThreeLinesAtMost_AndNoLineIsWiderThanItsColumn()
    {
        using SKFont font = Fonts.Of(600, 40);
        List<List<Phrase>> lines = TextSetter.Break([new("31,000\u00a0more children", Tint.For), new("walked to school today and went home again.")], font, 0, 500);
        lines.All(l => TextSetter.Width(string.Join(' ', l.Select(w => w.Text)), font) <= 500).ShouldBeTrue();
        lines[0][0].Text.ShouldBe("31,000\u00a0more");
        lines.Count(l => l.Count == 1).ShouldBe(0);
    }
}
