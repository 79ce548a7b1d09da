using System.Text.Json;
using Microsoft.Playwright;
using Simulation.Viewer.Hosting;
using Simulation.Viewer.Protocol;
using Simulation.Viewer.Tests.Fixtures;

namespace Simulation.Viewer.Tests.Page;

public sealed class PresentingPageTests(Browser browser)
{
    private static readonly Story Story = new("A test story",
    [
        new StoryStep("First", "The whole city.", "Say hello.", null, null, "inactive", "off", null, null, null),
        new StoryStep("Second", "One quarter.", "Pause here.", "Easttown", 2, "activity", "difference", null, null, null),
        new StoryStep("Third", "It runs.", "", null, null, "school", "off", null, null, 100),
    ]);

    [Fact]
    public async Task Story_WalkedWithKeysOnly_ShowsEveryStep()
    {
        await using ViewerServer server = await Serve(Story);
        IPage page = await OpenAsync(server);
        await page.Keyboard.PressAsync("PageDown");
        await Assertions.Expect(page.GetByRole(AriaRole.Region, new() { Name = "Story" }).Locator("h2")).ToHaveTextAsync("First");
        (await page.EvaluateAsync<string>("viewer.layerId")).ShouldBe("inactive");
        double wide = await page.EvaluateAsync<double>("viewer.map.camera.scale");
        await page.Keyboard.PressAsync("Space");
        await Assertions.Expect(page.GetByRole(AriaRole.Region, new() { Name = "Story" }).Locator("h2")).ToHaveTextAsync("Second");
        (await page.EvaluateAsync<string>("viewer.compare")).ShouldBe("difference");
        await page.UntilAsync($"viewer.map.camera.scale > {wide * 1.5}");
        await page.Keyboard.PressAsync("ArrowRight");
        await page.UntilAsync("viewer.status.day > 3");
        await page.Keyboard.PressAsync("ArrowLeft");
        await Assertions.Expect(page.GetByRole(AriaRole.Region, new() { Name = "Story" }).Locator("h2")).ToHaveTextAsync("Second");
        await page.UntilAsync("viewer.status.phase === 'paused'");
    }

    [Fact]
    public async Task Story_StepWithADate_RunsThereAndLaterLooksBack()
    {
        await using ViewerServer server = await Serve(new Story("Dates",
        [
            new StoryStep("Later", "", "", null, null, null, null, null, null, null, new DateOnly(2026, 9, 30)),
            new StoryStep("Before", "", "", null, null, null, null, null, null, null, new DateOnly(2026, 9, 16)),
        ]));
        IPage page = await OpenAsync(server);
        await page.Keyboard.PressAsync("PageDown");
        await page.UntilAsync("viewer.settled && viewer.status.phase === 'paused' && viewer.status.day > 0");
        (await page.EvaluateAsync<string>("viewer.status.shownDate")).ShouldBe("2026-09-30");
        await page.Keyboard.PressAsync("PageDown");
        await page.UntilAsync("viewer.frame.day === 14 && viewer.status.shownDate === '2026-09-14'");
        (await page.EvaluateAsync<int>("viewer.status.day")).ShouldBe(30);
    }

    [Fact]
    public async Task Touch_TwoFingers_ZoomAndOneFinger_Moves()
    {
        await using ViewerServer server = await Serve(null);
        IPage page = await OpenAsync(server);
        const string Finger = "(id, type, x, y) => document.querySelector('canvas').dispatchEvent(new PointerEvent(type, { pointerId: id, pointerType: 'touch', clientX: x, clientY: y, bubbles: true }))";
        await SettledAsync(page);
        double before = await page.EvaluateAsync<double>($"(() => {{ const before = viewer.map.camera.scale; HTMLCanvasElement.prototype.setPointerCapture = () => undefined; const f = {Finger}; f(1, 'pointerdown', 400, 400); f(2, 'pointerdown', 500, 400); f(1, 'pointermove', 350, 400); f(2, 'pointermove', 550, 400); f(1, 'pointerup', 350, 400); f(2, 'pointerup', 550, 400); return before; }})()");
        await page.DrawnAsync();
        double[] zoomed = await Camera(page);
        zoomed[0].ShouldBe(before * 2, before * 0.01);
        await page.EvaluateAsync($"(() => {{ const f = {Finger}; f(3, 'pointerdown', 400, 400); f(3, 'pointermove', 300, 400); f(3, 'pointerup', 300, 400); }})()");
        double[] moved = await Camera(page);
        moved[0].ShouldBe(zoomed[0]);
        ((moved[1] - zoomed[1]) * zoomed[0]).ShouldBe(100, 1);
        (await page.EvaluateAsync<bool>("viewer.resident === null")).ShouldBeTrue("a drag is no click");
    }

    [Fact]
    public async Task Notes_InTheSecondWindow_FollowTheStory()
    {
        await using ViewerServer server = await Serve(Story);
        IPage page = await OpenAsync(server);
        await page.Keyboard.PressAsync("PageDown");
        IPage notes = await page.RunAndWaitForPopupAsync(() => page.Keyboard.PressAsync("n"));
        await Assertions.Expect(notes.GetByText("Say hello.")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("PageDown");
        await Assertions.Expect(notes.GetByText("Pause here.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Keys_BlackLargeAndPanels_DoWhatTheListSays()
    {
        await using ViewerServer server = await Serve(null);
        IPage page = await OpenAsync(server);
        await page.Keyboard.PressAsync("b");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Show the picture again" })).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("b");
        double small = await FontSize(page);
        await page.Keyboard.PressAsync("l");
        (await FontSize(page)).ShouldBeGreaterThan(small * 1.2);
        await page.Keyboard.PressAsync("p");
        await Assertions.Expect(page.GetByRole(AriaRole.Complementary)).ToHaveCountAsync(0);
        double wide = await page.EvaluateAsync<double>("viewer.map.camera.scale");
        await page.Keyboard.PressAsync("2");
        await page.UntilAsync($"viewer.map.camera.scale > {wide * 1.3}");
        await page.Keyboard.PressAsync("?");
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Keyboard_Tab_ReachesEveryControl()
    {
        await using ViewerServer server = await Serve(null);
        IPage page = await OpenAsync(server);
        string[] wanted = await page.EvaluateAsync<string[]>("[...document.querySelectorAll('button, select, input, [tabindex=\"0\"]')].filter((e) => !e.disabled && e.tabIndex >= 0 && e.offsetParent).map((e, i) => (e.dataset.at = String(i)))");
        var reached = new HashSet<string>();
        for (int i = 0; i < wanted.Length + 5; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            reached.Add(await page.EvaluateAsync<string>("document.activeElement?.dataset.at ?? ''"));
        }

        wanted.Where(w => !reached.Contains(w)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Picture_IsSavedWithTheMapOnIt()
    {
        await using ViewerServer server = await Serve(null);
        IPage page = await OpenAsync(server);
        IDownload download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Picture" }).ClickAsync());
        byte[] png = await File.ReadAllBytesAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
        png[..8].ShouldBe([0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10]);
        png.Length.ShouldBeGreaterThan(20_000);
    }

    [Fact]
    public async Task Recording_OfAFewSeconds_IsAWebmThatPlays()
    {
        await using ViewerServer server = await Serve(null);
        IPage page = await OpenAsync(server);
        await page.GetByRole(AriaRole.Button, new() { Name = "Record" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Play" }).ClickAsync();
        await page.UntilAsync("viewer.status.day >= 10");

        // Days pass faster than pictures of them: the last has people in it once the run rests.
        await page.EvaluateAsync("viewer.send('pause')");
        await page.UntilAsync("viewer.settled && viewer.map.counters.drawn > 0");
        await Task.Delay(1_000, TestContext.Current.CancellationToken);
        IDownload download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Stop recording" }).ClickAsync());
        byte[] webm = await File.ReadAllBytesAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
        webm[..4].ShouldBe([0x1A, 0x45, 0xDF, 0xA3]);
        webm.Length.ShouldBeGreaterThan(10_000);

        // It is looked at where no policy of the page's stands in the way: what it shows is the map, and days pass in it.
        IPage player = await page.Context.NewPageAsync();
        Dictionary<string, double> seen = await player.EvaluateAsync<Dictionary<string, double>>(
            "async (film) => { const v = document.createElement('video'); v.muted = true; v.src = 'data:video/webm;base64,' + film;"
            + " await new Promise((done, fail) => { v.onloadeddata = done; v.onerror = () => fail(new Error('it cannot be played')); });"
            + " const look = () => { const c = document.createElement('canvas'); c.width = 160; c.height = 90; const g = c.getContext('2d'); g.drawImage(v, 0, 0, 160, 90); return [...g.getImageData(0, 0, 160, 90).data].filter((_, i) => i % 4 < 3); };"
            + " const first = look(); const end = new Promise((done) => (v.onseeked = done)); v.currentTime = 1e6; await end; const last = look();"
            + " return { width: v.videoWidth, height: v.videoHeight, seconds: v.currentTime, bright: last.filter((c) => c > 120).length / last.length, moved: last.filter((c, i) => Math.abs(c - first[i]) > 12).length }; }",
            Convert.ToBase64String(webm));
        (int width, int height) = (await page.EvaluateAsync<int>("innerWidth"), await page.EvaluateAsync<int>("innerHeight"));
        (seen["width"] / seen["height"]).ShouldBe((double)width / height, 0.35, "it has the shape of the map");
        seen["seconds"].ShouldBeGreaterThan(0.5);
        seen["bright"].ShouldBeInRange(0.002, 0.6, "people are seen on a dark ground");
        seen["moved"].ShouldBeGreaterThan(30, "days pass in it");
    }

    [Fact]
    public async Task Export_OpenedFromAFile_ShowsTheComparisonWithoutTheViewer()
    {
        IPage page;
        string file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".html");
        await using (ViewerServer server = await ViewerServer.StartAsync(new LiveShow(new FixtureCity(residents: 130_000)), 0, share: false))
        {
            page = await OpenAsync(server);
            await page.EvaluateAsync("viewer.turn({ id: 'school_street[1]', on: true, values: { reach: 60 } })");
            await page.EvaluateAsync("viewer.send('speed', 1000)");
            await page.EvaluateAsync("viewer.send('play')");
            await page.UntilAsync("viewer.status.phase === 'finished'");
            IDownload download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Export page" }).ClickAsync());
            await download.SaveAsAsync(file);
        }

        try
        {
            var asked = new List<string>();
            IPage alone = await browser.OpenAsync(new Uri(file), watch: asked.Add);
            await alone.UntilAsync("viewer.status !== null && viewer.shown.values[0].totalCount > 0");
            await alone.GetByRole(AriaRole.Heading, new() { Name = "Test city" }).WaitForAsync();
            await alone.GetByLabel("Day of the run").FillAsync("70");
            await Assertions.Expect(alone.Locator("#panel .numbers")).ToContainTextAsync("Apart, of 100");
            (await alone.EvaluateAsync<double>("viewer.shown.values[0].total - viewer.shown.values[1].total")).ShouldBeLessThan(-0.05);
            await Assertions.Expect(alone.GetByText("130,000 synthetic residents")).ToBeVisibleAsync();
            (await alone.EvaluateAsync<int>("viewer.map.counters.residents")).ShouldBeInRange(40_000, 60_000, "positions of a sample");
            (await alone.EvaluateAsync<int>("viewer.narrow({ place: 0 }), viewer.shownResidents")).ShouldBe(
                await alone.EvaluateAsync<int>("viewer.hello.neighbourhoods.filter((n) => n.place === 0).reduce((sum, n) => sum + n.residents, 0)"));
            await alone.EvaluateAsync("viewer.narrow({ place: -1 }), 0");
            await alone.UntilAsync("viewer.map.idle");
            (await alone.ColoursAtAsync("viewer.map.pixelOf(17000, 17000)", 40)).Count(colour => colour.Max() > 60).ShouldBeGreaterThan(200, "the map is painted");
            asked.ShouldAllBe(url => url.StartsWith("file:", StringComparison.Ordinal) || url.StartsWith("data:", StringComparison.Ordinal) || url.StartsWith("blob:", StringComparison.Ordinal));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory]
    [InlineData(1280, 720)]
    [InlineData(1920, 1080)]
    [InlineData(3840, 2160)]
    public async Task Page_AtEverySize_FitsAndHasNoAccessibilityViolation(int width, int height)
    {
        await using ViewerServer server = await Serve(Story);
        IPage page = await OpenAsync(server, width, height);
        await page.EvaluateAsync("viewer.send('speed', 1000)");
        await page.EvaluateAsync("viewer.send('play')");
        await page.UntilAsync("viewer.status.phase === 'finished'");
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width);
        (await page.EvaluateAsync<int>("document.documentElement.scrollHeight")).ShouldBeLessThanOrEqualTo(height);
        string[] outside = await page.EvaluateAsync<string[]>(
            "[...document.querySelectorAll('button, select')].filter((e) => !e.closest('#panel')).filter((e) => { const r = e.getBoundingClientRect(); return e.offsetParent && (r.right > innerWidth + 1 || r.bottom > innerHeight + 1 || r.left < -1 || r.top < -1); }).map((e) => e.textContent)");
        outside.ShouldBeEmpty();
        await page.GetByText("Residents shown").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Show everybody" }).ScrollIntoViewIfNeededAsync();
        (await page.EvaluateAsync<bool>("(() => { const a = document.querySelector('.legend').getBoundingClientRect(); return [...document.querySelectorAll('.picker .row')].every((e) => e.getBoundingClientRect().bottom <= a.top || e.getBoundingClientRect().left >= a.right); })()")).ShouldBeTrue("the open filter covers no control");
        string axe = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "axe.min.js"), TestContext.Current.CancellationToken);
        await page.EvaluateAsync(axe + ";undefined");
        foreach (string tab in new[] { "Curves", "Places", "Ages", "Gap", "Levers", "Resident" })
        {
            await page.GetByRole(AriaRole.Tab, new() { Name = tab }).ClickAsync();
            await Fill(page);
            JsonElement violations = await page.EvaluateAsync<JsonElement>("axe.run().then((r) => r.violations.map((v) => v.id + ': ' + v.nodes.map((n) => n.html).join(' | ').slice(0, 400)))");
            violations.EnumerateArray().Select(v => v.GetString()).ShouldBeEmpty($"on the tab {tab}");
        }
    }

    private static Task<ViewerServer> Serve(Story? story) => ViewerServer.StartAsync(new LiveShow(new FixtureCity(), story), 0, share: false);

    // The fullest form of a tab: a resident met, weeks as a table.
    private static async Task Fill(IPage page)
    {
        foreach (string name in new[] { "Meet one", "Show as table" })
        {
            ILocator button = page.GetByRole(AriaRole.Button, new() { Name = name });
            if (await button.CountAsync() > 0)
            {
                await button.First.ClickAsync();
            }
        }

        await page.DrawnAsync();
    }

    // Until the panels are laid out the map fits itself to what they leave; then it stands still.
    private static async Task SettledAsync(IPage page)
    {
        double[] last = [];
        for (int still = 0; still < 5;)
        {
            double[] now = await Camera(page);
            still = now.SequenceEqual(last) ? still + 1 : 0;
            last = now;
            await Task.Delay(100);
        }
    }

    private static Task<double[]> Camera(IPage page) => page.EvaluateAsync<double[]>("[viewer.map.camera.scale, viewer.map.camera.x]");

    private static Task<double> FontSize(IPage page) => page.EvaluateAsync<double>("parseFloat(getComputedStyle(document.documentElement).fontSize)");

    private async Task<IPage> OpenAsync(ViewerServer server, int width = 1280, int height = 720)
    {
        IPage page = await browser.OpenAsync(server.Address, width, height);
        await page.UntilAsync("viewer.map.counters.frames > 0");
        return page;
    }
}
