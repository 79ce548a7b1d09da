using Simulation.Scene.Composing;
using Simulation.Scene.Labels;
using Simulation.Scene.Look;
using Simulation.Scene.Maps;
using Simulation.Scene.Painting;
using SkiaSharp;

namespace Simulation.Scene.Tests;

/// <summary>No word touches another, leaves its panel or the picture, or is smaller than the room can read, whatever a page says.</summary>
public sealed class LayoutTests
{
    private static readonly CurveChart Curve = new(
        "Of every 100 children, walk to school", new DateOnly(2026, 9, 1), new Line([7, 100, 190], [48, 53, 54.2], null, null, "with the plan"),
        new Line([7, 100, 190], [46, 47, 47.6], null, null, "without"), double.NaN, double.NaN, 190, "one run, no range yet");

    public static TheoryData<int, int, bool> Sizes
    {
        get
        {
            var sizes = new TheoryData<int, int, bool>();
            foreach ((int w, int h) in new[] { (1280, 720), (1920, 1080), (3840, 2160), (2560, 1080), (1024, 768), (1080, 1920), (720, 1280) })
            {
                sizes.Add(w, h, false);
                sizes.Add(w, h, true);
            }

            return sizes;
        }
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Words_NeitherTouchNorLeaveTheirPanel_OnAnyPage(int width, int height, bool large)
    {
        using var painter = new NoPainter();
        foreach ((string name, Page page) in Pages(width < 1.5 * height && width >= height).Where(p => width >= height || p.Page is not PackagesPage))
        {
            var composer = new Composer(painter, SmallCity.Map);
            var size = new PictureSize(width, height, Theme.Dark, large);
            using SKBitmap picture = composer.Render(page, size);
            Layout.Faults(composer.Texts, size).ShouldBeEmpty($"{name} at {width}×{height}{(large ? ", large" : string.Empty)}");
            composer.Texts.Count.ShouldBeGreaterThan(3, name);
        }
    }

    [Fact]
    public void ALayoutThatOverlaps_IsFound()
    {
        var whole = new SKRect(0, 0, 1920, 1080);
        var size = new PictureSize(1920, 1080);
        SetText At(float x, float y, SKRect? panel = null, float type = 28) => new("word", SKRect.Create(x, y, 100, 30), panel ?? whole, type);
        Layout.Faults([At(10, 10), At(10, 60)], size).ShouldBeEmpty();
        Layout.Faults([At(10, 10), At(60, 30)], size).Count.ShouldBe(1);
        Layout.Faults([At(1850, 10)], size).Count.ShouldBe(2);
        Layout.Faults([At(10, 10, new SKRect(0, 0, 90, 90))], size).Count.ShouldBe(1);
        Layout.Faults([At(10, 10, type: 20)], size).Count.ShouldBe(1);
    }

    private static IEnumerable<(string Name, Page Page)> Pages(bool narrow)
    {
        var wall = new LightsPage
        {
            Camera = Camera.Named("home"),
            Eyebrow = "Wednesday 30 September 2026, no school",
            Sentence = [new("31,000\u00a0more children", Tint.For), new("walked to school on the last school day.")],
            Second = [new("In the poorest fifth, 8\u00a0more in every\u00a0100. The gap narrows by 12\u00a0in\u00a0100.")],
            Chart = Curve,
            Lit = SmallCity.Day,
        };
        yield return ("curve", wall);
        yield return ("curve and steps", wall with { Steps = 9, Step = 4 });
        yield return ("range", wall with { Chart = Curve with { RangeWords = "likely 53 to 57" } });
        yield return ("lines that end together", wall with { Steps = 5, Chart = Curve with { Without = new Line([7, 190], [50, 54.2], null, null, "without") } });
        yield return ("fewer with the plan", wall with { Steps = 5, Chart = Curve with { Without = new Line([7, 190], [50, 58], null, null, "without") } });
        yield return ("place", wall with { Place = 1, Steps = 5, Chart = new DotChart("Of every 100 children, walk to school", 48, 56, double.NaN, double.NaN, "one run, no range yet") });
        yield return ("place, against", wall with { Place = 0, Steps = 5, Chart = new DotChart("Of every 100 children, go to school by bus or train", 56, 48, 47, 49, "likely 47 to 49") });
        yield return ("trouble and code", wall with { Trouble = "The connection to 127.0.0.1:5080 is lost; the wall shows its last day and tries again.", Join = "http://192.168.1.20:5080/ KFGHJK", Steps = 5 });
        yield return ("street", wall with
        {
            Camera = new Camera(-14_800, 5_200, 1200),
            Chart = null,
            Steps = 5,
            Sentence = [new("148\u00a0children", Tint.For), new("walked who would not have.")],
            Second = [new("117\u00a0of them would have gone by car. Lines lead to the schools in view; pale dots walk either way.")],
            Schools = [new SchoolMark(0, "school street since 12 Sep"), new SchoolMark(1, string.Empty)],
        });
        if (narrow)
        {
            yield break;
        }

        yield return ("places", wall with
        {
            Second = [],
            Steps = 5,
            Chart = new TableChart(
                "Of every 100 children, walk to school, four weeks", ["without", "with", "of 100"],
                [.. new[] { "Cheshire East", "Cheshire West and Chester", "Halton", "Knowsley", "Liverpool", "Sefton", "St Helens", "Warrington", "Wirral" }.Select((p, i) =>
                    new TableRow(p, ["47", "52", i == 2 ? "can’t tell" : "+4.7"], i == 2 ? Tint.Quiet : Tint.For))],
                "One run of each: no range yet."),
        });

        Rgb[] ramp = [.. Palette.Of(Theme.Dark).Ramp("for")];
        Rgb[] colours = [.. Enumerable.Range(0, SmallCity.Map.Neighbourhoods).Select(n => ramp[n % ramp.Length])];
        HistogramRow[] rows = [.. new[] { "11 or more", "9 to 11", "7 to 9", "5 to 7", "under 5", "fewer", "can’t tell" }.Select((l, i) => new HistogramRow(l, 400 * (i % 4), ramp[i % 5], Apart: i == 6))];
        var change = new ValuesPage
        {
            Camera = Camera.Named("change"),
            Eyebrow = "Four school weeks to 30 September 2026",
            Colours = colours,
            Sentence = [new("Going to school by bus or train", Tint.For), new("rose in 97\u00a0of 100 neighbourhoods.")],
            Chart = new HistogramChart("More children of every 100 (bars count neighbourhoods)", rows, "Brightness: how many people live there.\nOne run: what chance could explain stays grey."),
            Marks = [new LabelWish("Croxteth Park +11", 0, 0, 2e9, LabelStyle.Mark), new LabelWish("Audlem, Bunbury & Wrenbury +1", 9000, -9000, 2e9, LabelStyle.Mark)],
            Small =
            [
                new SmallMap(colours, [new("Cycling to school", Tint.Against), new("fell by 5\u00a0in\u00a01,000; where, one run can’t tell", Tint.Quiet)]),
                new SmallMap(colours, [new("How many adults are inactive: no change worth naming", Tint.Quiet)]),
            ],
        };
        yield return ("change", change);
        yield return ("change and steps", change with { Steps = 5 });
        yield return ("level", change with
        {
            Camera = Camera.Named("home"),
            Steps = 5,
            Small = [],
            Marks = [],
            Chart = new HistogramChart("Adults who are inactive, of every 100 (bars count neighbourhoods)", rows[..5], "Brightness: how many people live there."),
            Sentence = [new("One adult in four moves less than half an hour a week.")],
            Second = [new("The plan is for children. Adults are as inactive as they were.")],
        });
        yield return ("packages", new PackagesPage
        {
            Camera = Camera.Named("sideBySide"),
            Sentence = [new("The other two levers add 12,000 children a day.")],
            Scale = Palette.Of(Theme.Dark).Ramp("packages"),
            Breaks = ["2", "4", "6", "8", "10"],
            ScaleTitle = "more of every 100",
            Left = new PackageHalf("Flexible hours and safe crossings", "with school streets, and 20 mph with patrols, in every one of the nine places", "+19,000", "children walked today", colours),
            Right = new PackageHalf("All four", "with school streets, and 20 mph with patrols", "+31,000", "children walked today", colours),
        });
    }

    private sealed class NoPainter : IMapPainter
    {
        public string Name => "nobody";

        public void PaintLights(View view, LitDay lit, float level, uint[] pixels)
        {
        }

        public void PaintValues(View view, IReadOnlyList<Rgb> colours, uint[] pixels)
        {
        }

        public void Dispose()
        {
        }
    }
}
