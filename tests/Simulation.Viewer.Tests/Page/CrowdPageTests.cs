using Microsoft.Playwright;
using Simulation.Viewer.Hosting;
using Simulation.Viewer.Tests.Fixtures;

namespace Simulation.Viewer.Tests.Page;

/// <summary>A page without a graphics card paints on the processor, everybody far out and a dot each close by; the picture must be the card's.</summary>
public sealed class CrowdPageTests(Browser browser)
{
    private const int Residents = 150_000;

    // A city so wide that the whole of it on the screen is far out.
    private const double BoxMetres = 60_000;

    [Theory]
    [InlineData("off", "inactive", "")]
    [InlineData("difference", "inactive", "")]
    [InlineData("difference", "inactive", "place: 1")]
    [InlineData("difference", "inactive", "categories: 5")]
    public async Task FarOut_PaintedOnTheProcessor_LooksAsTheCardPaintsIt(string compare, string layer, string filter)
    {
        await using ViewerServer server = await ViewerServer.StartAsync(new LiveShow(new FixtureCity(Residents, boxMetres: BoxMetres)), 0, share: false);
        await PlayAsync(server);
        IPage[] pages = await OpenBothAsync(server, compare, layer, filter);
        foreach (IPage page in pages)
        {
            await page.UntilAsync("viewer.far && viewer.frame.day === 70 && viewer.settled");
        }

        await LookAlikeAsync(pages);
    }

    [Theory]
    [InlineData("off", "activity", "")]
    [InlineData("off", "school", "")]
    [InlineData("off", "travel", "ages: 60")]
    [InlineData("difference", "inactive", "")]
    [InlineData("swipe", "activity", "categories: 5")]
    public async Task CloseBy_PaintedOnTheProcessor_LooksAsTheCardPaintsIt(string compare, string layer, string filter)
    {
        await using ViewerServer server = await ViewerServer.StartAsync(new LiveShow(new FixtureCity(Residents)), 0, share: false);
        await PlayAsync(server);
        IPage[] pages = await OpenBothAsync(server, compare, layer, filter);
        foreach (IPage page in pages)
        {
            await page.EvaluateAsync("viewer.map.flyToHood(0), viewer.map.flight = null, 0");
            await page.EvaluateAsync("viewer.map.zoom(1.7), 0");
            await page.UntilAsync("!viewer.far && viewer.frame.day === 70 && viewer.settled");
        }

        await LookAlikeAsync(pages);
    }

    [Fact]
    public async Task FarOut_ManyResidents_EverybodyIsPaintedAndNothingIsSaidOfASample()
    {
        await using ViewerServer server = await ViewerServer.StartAsync(new LiveShow(new FixtureCity(450_000, boxMetres: BoxMetres)), 0, share: false);
        IPage[] pages = await OpenBothAsync(server, "off", "inactive", string.Empty);
        foreach (IPage page in pages)
        {
            await page.UntilAsync("viewer.far && viewer.settled && viewer.map.counters.frames > 0");
            await Assertions.Expect(page.GetByRole(AriaRole.Region, new() { Name = "Legend" })).Not.ToContainTextAsync("one resident in");
            (await page.EvaluateAsync<int>("viewer.map.counters.drawn")).ShouldBe(450_000);
        }

        await LookAlikeAsync(pages);
    }

    private async Task PlayAsync(ViewerServer server)
    {
        IPage page = await browser.OpenAsync(server.Address);
        await page.UntilAsync("viewer.map.counters.frames > 0");
        await page.EvaluateAsync("viewer.turn({ id: 'school_street[1]', on: true, values: { reach: 60 } })");
        await page.EvaluateAsync("viewer.send('speed', 1000)");
        await page.EvaluateAsync("viewer.send('play')");
        await page.UntilAsync("viewer.status.phase === 'finished'");
        await page.CloseAsync();
    }

    /// <summary>A page as it is without a graphics card, and one that draws with WebGL as it would with one.</summary>
    private async Task<IPage[]> OpenBothAsync(ViewerServer server, string compare, string layer, string filter)
    {
        IPage[] pages = [await browser.OpenAsync(server.Address), await browser.OpenAsync(new Uri(server.Address, "?card"))];
        foreach (IPage page in pages)
        {
            await page.UntilAsync("viewer.map.counters.frames > 0");
            await page.EvaluateAsync($"viewer.setCompare('{compare}')");
            await page.EvaluateAsync($"viewer.setLayer('{layer}')");
            await page.EvaluateAsync($"viewer.filter = {{ ...viewer.filter, {filter} }}, 0");
        }

        // Once the legend has its size, so that both show the same.
        foreach (IPage page in pages)
        {
            await page.UntilAsync("viewer.settled");
            await page.EvaluateAsync("viewer.map.home(false), 0");
        }

        (await pages[0].EvaluateAsync<bool>("viewer.map.software")).ShouldBeTrue("Chromium draws in software here");
        (await pages[1].EvaluateAsync<bool>("viewer.map.software")).ShouldBeFalse("the address asks for a card");
        return pages;
    }

    private static async Task LookAlikeAsync(IPage[] pages)
    {
        byte[] processor = await PictureAsync(pages[0]);
        byte[] card = await PictureAsync(pages[1]);
        int lit = card.Where((_, i) => i % 4 != 3).Count(c => c > 60);
        lit.ShouldBeGreaterThan(2_000);
        double apart = processor.Zip(card, (a, b) => Math.Abs(a - b)).Where((_, i) => i % 4 != 3 && (card[i] > 60 || processor[i] > 60)).Average();
        apart.ShouldBeLessThan(2.5);
    }

    // Around the middle of the map, where the city lies.
    private static async Task<byte[]> PictureAsync(IPage page)
    {
        await page.EvaluateAsync("viewer.map.invalidate(), 0");
        await page.DrawnAsync();
        return [.. (await page.EvaluateAsync<int[]>(
            "(() => { const c = viewer.map.canvasElement; const t = document.createElement('canvas'); t.width = c.width; t.height = c.height; const g = t.getContext('2d');"
            + " g.drawImage(c, 0, 0); return [...g.getImageData(c.width / 2 - 120, c.height / 2 - 120, 240, 240).data]; })()")).Select(v => (byte)v)];
    }
}
