using Microsoft.Playwright;
using Simulation.Viewer.Hosting;
using Simulation.Viewer.Tests.Fixtures;

namespace Simulation.Viewer.Tests.Page;

/// <summary>Without a graphics card the map is painted beside the page: pictures come later than what they show was asked for, but never another.</summary>
public sealed class PainterPageTests(Browser browser)
{
    [Fact]
    public async Task Camera_MovesWhileDaysArePainted_TheLastPictureShowsWhereItStands()
    {
        await using ViewerServer server = await ViewerServer.StartAsync(new LiveShow(new FixtureCity(residents: 150_000, days: 20_000)), 0, share: false);
        IPage page = await OpenAsync(server);
        await page.EvaluateAsync("viewer.send('speed', 6), viewer.send('play')");
        await page.UntilAsync("viewer.status.day >= 2");
        int asked = await page.EvaluateAsync<int>(
            "new Promise((done) => { let n = 0; const move = () => { viewer.map.zoom(n % 2 ? 1 / 1.3 : 1.35); viewer.map.panBy(n % 3 - 1, n % 2); if (!viewer.map.idle) window.waited = (window.waited ?? 0) + 1;"
            + " if (++n < 60) setTimeout(move, 7); else done(n); }; move(); })");
        asked.ShouldBe(60);
        (await page.EvaluateAsync<int>("window.waited")).ShouldBeGreaterThan(5, "most moves come while a picture is under way");
        await page.EvaluateAsync("viewer.send('pause')");
        await page.UntilAsync("viewer.status.phase === 'paused' && viewer.settled");
        string last = await PictureAsync(page);
        await page.EvaluateAsync("viewer.map.invalidate(), 0");
        await page.DrawnAsync();
        (await PictureAsync(page)).ShouldBe(last);
        await page.EvaluateAsync("viewer.map.home(false), 0");
        await page.DrawnAsync();
        (await PictureAsync(page)).ShouldNotBe(last);
    }

    [Fact]
    public async Task Window_ChangesItsSize_ThePictureFollows()
    {
        await using ViewerServer server = await ViewerServer.StartAsync(new LiveShow(new FixtureCity()), 0, share: false);
        IPage page = await OpenAsync(server);
        await page.SetViewportSizeAsync(1600, 900);
        await page.UntilAsync("viewer.map.idle && viewer.map.canvasElement.width === viewer.map.canvasElement.clientWidth && viewer.map.canvasElement.height === viewer.map.canvasElement.clientHeight");
        (await page.EvaluateAsync<int>("viewer.map.canvasElement.width")).ShouldBeGreaterThan(1000);
        (await page.ColoursAtAsync("viewer.map.pixelOf(17000, 17000)", 40)).Count(colour => colour.Max() > 150).ShouldBeGreaterThan(20);
    }

    [Fact]
    public async Task Painter_CannotBeHad_SaysSoAndTheCurvesGoOn()
    {
        await using ViewerServer server = await ViewerServer.StartAsync(new LiveShow(new FixtureCity()), 0, share: false);
        IPage page = await browser.OpenAsync(server.Address, script: "const Before = Worker; window.Worker = class extends Before { constructor(url) { super(String(url).includes('painter') ? 'nowhere.js' : url); } };");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("The map cannot be painted");
        await page.GetByRole(AriaRole.Button, new() { Name = "Play" }).ClickAsync();
        await page.UntilAsync("viewer.status.day >= 7 && viewer.figures.indicators().length > 0");
        await Assertions.Expect(page.Locator("#panel .scenario")).ToContainTextAsync("%");
    }

    private async Task<IPage> OpenAsync(ViewerServer server)
    {
        IPage page = await browser.OpenAsync(server.Address);
        await page.UntilAsync("viewer.map.counters.frames > 0");
        page.Workers.ShouldContain(worker => worker.Url.Contains("painter", StringComparison.Ordinal), "Chromium draws in software here");
        return page;
    }

    /// <summary>All pixels of the map, as one text.</summary>
    private static Task<string> PictureAsync(IPage page) => page.EvaluateAsync<string>(
        "(async () => { const c = viewer.map.canvasElement; const t = document.createElement('canvas'); t.width = c.width; t.height = c.height; const g = t.getContext('2d'); g.drawImage(c, 0, 0);"
        + " const hash = await crypto.subtle.digest('SHA-256', g.getImageData(0, 0, t.width, t.height).data); return [...new Uint8Array(hash)].join(); })()");
}
