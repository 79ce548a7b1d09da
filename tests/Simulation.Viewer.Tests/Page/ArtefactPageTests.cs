using System.Buffers.Binary;
using System.Text;
using Microsoft.Playwright;
using Simulation.Scenarios.Reading;
using Simulation.Viewer.Hosting;
using Simulation.Viewer.Recordings;
using Simulation.Viewer.Tests.Fixtures;
using SkiaSharp;

namespace Simulation.Viewer.Tests.Page;

/// <summary>Opens what a presenter takes away, and holds it to what was on screen.</summary>
public sealed class ArtefactPageTests(Browser browser) : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("viewer-artefacts").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Picture_Opened_ShowsWhatTheRoomSawAndSaysWhichRunItIs(bool explore)
    {
        await using ViewerServer server = await StartAsync();
        IPage page = await PulledAsync(server, explore);
        IDownload download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Picture" }).ClickAsync());
        download.SuggestedFilename.ShouldBe("test-city-changed-2026-09-28.png");
        string file = Path.Combine(folder, $"picture-{explore}.png");
        await download.SaveAsAsync(file);
        byte[] png = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        Keep(file, $"artefact-picture{(explore ? "-explore" : string.Empty)}");
        Dictionary<string, string> texts = Texts(png);
        texts["Title"].ShouldBe("Test city, changed");
        texts["Description"].ShouldBe("Monday 28 September 2026\nSchool streets: reach 60%\nday 1: School streets");
        texts["Source"].ShouldBe("chance 1 · made up for tests · plan scenario has · residents population h · program test");
        texts["Scenario"].ShouldStartWith("scenario: Test city");

        using SKBitmap picture = SKBitmap.Decode(png).ShouldNotBeNull();
        int[] size = await page.EvaluateAsync<int[]>("[viewer.map.canvasElement.width, viewer.map.canvasElement.height]");
        picture.Width.ShouldBe(size[0]);
        picture.Height.ShouldBeGreaterThan(size[1], "below the picture a line says which run it is");
        Bright(picture, 0, size[1], picture.Width, picture.Height).ShouldBeGreaterThan(300);
        if (!explore)
        {
            float[] heading = await page.EvaluateAsync<float[]>("(() => { const m = document.querySelector('main').getBoundingClientRect(); const r = document.querySelector('main h1').getBoundingClientRect(); return [r.left - m.left, r.top - m.top, r.right - m.left, r.bottom - m.top]; })()");
            Bright(picture, (int)heading[0], (int)heading[1], (int)heading[2], (int)heading[3]).ShouldBeGreaterThan(500, "the sentence stands in the picture");
        }
    }

    [Fact]
    public async Task Plan_Opened_FollowsTheLevers()
    {
        await using ViewerServer server = await StartAsync();
        IPage page = await PulledAsync(server, explore: false);
        IDownload download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Save as YAML" }).ClickAsync());
        download.SuggestedFilename.ShouldBe("test-city-changed.yaml");
        ScenarioReader.ReadText(await File.ReadAllTextAsync(await download.PathAsync(), TestContext.Current.CancellationToken), "saved").Scenario.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("everybody", "dark")]
    [InlineData("change", "light")]
    public async Task ExportedWall_OpenedOffline_OpensOnTheViewThatWasExportedAndCompares(string outlook, string theme)
    {
        string file = Path.Combine(folder, "wall.html");
        string sentence;
        int lit;
        await using (ViewerServer server = await StartAsync())
        {
            IPage page = await PulledAsync(server, explore: false);
            await page.EvaluateAsync($"viewer.setOutlook('{outlook}'), viewer.theme !== '{theme}' && viewer.turnLight(), 0");
            await page.DrawnAsync();
            if (outlook == "everybody")
            {
                await page.UntilAsync("viewer.settled && viewer.map.counters.drawn > 0");
            }

            sentence = await SentenceAsync(page);
            lit = await page.EvaluateAsync<int>("viewer.map.counters.drawn");
            IDownload download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Export page" }).ClickAsync());
            download.SuggestedFilename.ShouldBe("test-city-changed-2026-09-28.html");
            await download.SaveAsAsync(file);
        }

        var asked = new List<string>();
        IPage alone = await browser.OpenAsync(new Uri(file), 1440, 900, watch: asked.Add, wall: true);
        await alone.UntilAsync("viewer.status?.shownDay === 28 && viewer.map.idle");
        await alone.DrawnAsync();
        await alone.KeepAsync($"artefact-export-{outlook}");
        await Assertions.Expect(alone.GetByRole(AriaRole.Heading, new() { Name = "Test city, changed" })).ToBeVisibleAsync();
        (await alone.EvaluateAsync<string[]>("[viewer.outlook, viewer.theme, viewer.topic]")).ShouldBe([outlook, theme, "adults_inactive"]);
        (await SentenceAsync(alone)).ShouldBe(sentence);
        await Assertions.Expect(alone.Locator(".curve svg")).ToContainTextAsync("with the plan");
        await Assertions.Expect(alone.GetByRole(AriaRole.Switch)).ToBeDisabledAsync();
        await Assertions.Expect(alone.GetByText("60 of 100")).ToBeVisibleAsync();
        (await alone.ContentAsync()).ShouldContain("program test");
        if (outlook == "everybody")
        {
            (await alone.EvaluateAsync<int>("viewer.map.counters.drawn")).ShouldBe(lit, "all residents of so small a city are in the page");
        }

        // It compares: another week shows what changed in it, and no sentence of the day that was exported.
        await alone.GetByRole(AriaRole.Button, new() { Name = "Week back" }).ClickAsync();
        await alone.UntilAsync("viewer.status.shownDay === 21 && viewer.answer === null");
        await alone.GetByRole(AriaRole.Button, new() { Name = "Week on" }).ClickAsync();
        await alone.UntilAsync("viewer.status.shownDay === 28 && viewer.answer !== null");
        asked.ShouldAllBe(url => url.StartsWith("file:", StringComparison.Ordinal) || url.StartsWith("data:", StringComparison.Ordinal) || url.StartsWith("blob:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ExportedCloserLook_OpenedOffline_OpensOnItsLayerComparisonAndPanel()
    {
        string file = Path.Combine(folder, "closer.html");
        await using (ViewerServer server = await StartAsync())
        {
            IPage page = await PulledAsync(server, explore: true);
            await page.EvaluateAsync("viewer.setLayer('inactive'), viewer.setCompare('difference'), viewer.tab = 'fifths', 0");
            await page.DrawnAsync();
            IDownload download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Export page" }).ClickAsync());
            await download.SaveAsAsync(file);
        }

        IPage alone = await browser.OpenAsync(new Uri(file), wall: true);
        await alone.UntilAsync("viewer.status?.shownDay === 28 && viewer.shown.values.length === 2 && viewer.shown.values[0].totalCount > 0");
        (await alone.EvaluateAsync<string[]>("[viewer.layerId, viewer.compare, viewer.tab, viewer.indicator]")).ShouldBe(["inactive", "difference", "fifths", "adults_inactive"]);
        await Assertions.Expect(alone.GetByRole(AriaRole.Region, new() { Name = "Legend" })).ToContainTextAsync("Change: adults who are inactive");
    }

    [Fact]
    public async Task KeepRun_OfARunThatHurried_SaysWhichDaysAreMissingThereAndWhenItIsOpenedAgain()
    {
        string file = Path.Combine(folder, "kept.recording");
        await using (ViewerServer server = await StartAsync())
        {
            IPage page = await PulledAsync(server, explore: false);
            IDownload download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Keep run" }).ClickAsync());
            await download.SaveAsAsync(file);
            await Assertions.Expect(page.Locator("aside [role=status]")).ToContainTextAsync("4 of 28 days are in it; run through without a stop, and missing: 1 September to 6 September");
        }

        Recording recording = Recording.Open(file);
        recording.ScenarioOn(28).ShouldNotBeNull().Levers.ShouldNotBeNull()[0].Fields[0].Value.ShouldBe(60);
        recording.ScenarioOn(28)!.Pulls.ShouldNotBeNull().ShouldHaveSingleItem().Title.ShouldBe("School streets");
        recording.About.Provenance.Seed.ShouldBe(1ul);
        await using ViewerServer again = await ViewerServer.StartAsync(new LiveShow(recording), 0, share: false);
        IPage shown = await browser.OpenAsync(again.Address, wall: true);
        await Assertions.Expect(shown.Locator("aside [role=status]")).ToContainTextAsync("This recording has not every day. 4 of 28 days are in it");
    }

    private static Task<ViewerServer> StartAsync() => ViewerServer.StartAsync(new LiveShow(new FixtureCity()), 0, share: false);

    private static async Task<string> SentenceAsync(IPage page) => (await page.Locator("main h1").InnerTextAsync()).ReplaceLineEndings(" ");

    /// <summary>A run of four weeks with a pull on its first day.</summary>
    private async Task<IPage> PulledAsync(ViewerServer server, bool explore)
    {
        IPage page = await browser.OpenAsync(server.Address, 1440, 900, wall: !explore);
        await page.UntilAsync("viewer.status?.phase === 'paused' && viewer.levers.length > 0");
        await page.EvaluateAsync("viewer.turn({ id: 'school_street[1]', on: true, values: { reach: 60 } }), viewer.send('until', 28), 0");
        await page.UntilAsync("viewer.status.day >= 28 && viewer.status.phase === 'paused' && viewer.frame?.day === 28 && viewer.map.idle");
        await page.EvaluateAsync("viewer.lookAt('adults_inactive'), 0");
        await page.UntilAsync("viewer.answer?.indicator === 'adults_inactive' && viewer.figures.get(0, 'adults_inactive', 'all', 'all')?.values.length === 4");
        await page.DrawnAsync();
        return page;
    }

    private static int Bright(SKBitmap picture, int left, int top, int right, int bottom)
    {
        int bright = 0;
        for (int y = Math.Max(0, top); y < Math.Min(bottom, picture.Height); y++)
        {
            for (int x = Math.Max(0, left); x < Math.Min(right, picture.Width); x++)
            {
                SKColor colour = picture.GetPixel(x, y);
                bright += Math.Max(colour.Red, Math.Max(colour.Green, colour.Blue)) > 120 ? 1 : 0;
            }
        }

        return bright;
    }

    /// <summary>The texts (iTXt) of a PNG.</summary>
    private static Dictionary<string, string> Texts(byte[] png)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        for (int at = 8; at < png.Length;)
        {
            int length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
            if (Encoding.ASCII.GetString(png, at + 4, 4) == "iTXt")
            {
                string[] parts = Encoding.UTF8.GetString(png, at + 8, length).Split('\0');
                texts.Add(parts[0], parts[^1]);
            }

            at += length + 12;
        }

        return texts;
    }

    private static void Keep(string file, string name)
    {
        if (Environment.GetEnvironmentVariable("SIMULATION_SCREENS") is { Length: > 0 } screens)
        {
            Directory.CreateDirectory(screens);
            File.Copy(file, Path.Combine(screens, name + ".png"), overwrite: true);
        }
    }
}
