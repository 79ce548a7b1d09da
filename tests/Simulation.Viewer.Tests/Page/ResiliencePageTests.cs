using Microsoft.Playwright;
using Simulation.Viewer.Hosting;
using Simulation.Viewer.Tests.Fixtures;

namespace Simulation.Viewer.Tests.Page;

public sealed class ResiliencePageTests(Browser browser)
{
    [Fact]
    public async Task Connection_Lost_SaysSoKeepsTheLastPictureAndComesBack()
    {
        ViewerServer server = await ViewerServer.StartAsync(new LiveShow(new FixtureCity()), 0, share: false);
        Uri address = server.Address;
        IPage page = await browser.OpenAsync(address);
        await page.UntilAsync("viewer.map.counters.frames > 0");
        await server.DisposeAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("The connection to the simulation was lost");
        int[][] homes = await page.ColoursAtAsync("viewer.map.pixelOf(17000, 17000)", 40);
        homes.Count(colour => colour.Max() > 150).ShouldBeGreaterThan(20);

        await using ViewerServer again = await ViewerServer.StartAsync(new LiveShow(new FixtureCity()), address.Port, share: false);
        await page.UntilAsync("viewer.link === 'open' && viewer.status?.phase === 'paused'");
        await Assertions.Expect(page.GetByText("The connection to the simulation was lost")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Host_StartedAgain_CurvesBeginAnew()
    {
        ViewerServer server = await ViewerServer.StartAsync(new LiveShow(new FixtureCity()), 0, share: false);
        Uri address = server.Address;
        IPage page = await browser.OpenAsync(address);
        await page.UntilAsync("viewer.status?.phase === 'paused'");
        await page.EvaluateAsync("viewer.send('until', 21)");
        await page.UntilAsync("viewer.figures.get(0, 'adults_inactive', 'all', 'all')?.values.length === 3");
        await server.DisposeAsync();
        await using ViewerServer again = await ViewerServer.StartAsync(new LiveShow(new FixtureCity()), address.Port, share: false);
        await page.UntilAsync("viewer.link === 'open' && viewer.status?.phase === 'paused' && viewer.status.day === 0");
        (await page.EvaluateAsync<int>("viewer.figures.indicators().length + viewer.weeks.days().length")).ShouldBe(0);
        await page.EvaluateAsync("viewer.send('until', 7)");
        await page.UntilAsync("viewer.figures.get(0, 'adults_inactive', 'all', 'all')?.values.length === 1");
    }

    [Theory]
    [InlineData("")]
    [InlineData("?card")]
    public async Task GraphicsProcess_Crashes_SaysSoAndThePictureComesBack(string asked)
    {
        await using ViewerServer server = await ViewerServer.StartAsync(new LiveShow(new FixtureCity()), 0, share: false);
        await using IBrowser own = await browser.LaunchAsync();
        IPage page = await browser.OpenAsync(new Uri(server.Address, asked), within: own);
        await page.UntilAsync("viewer.map.counters.frames > 0");
        await page.EvaluateAsync("window.troubles = [], window.look = setInterval(() => viewer.broken && window.troubles.push(viewer.broken), 5), 0");
        ICDPSession processes = await own.NewBrowserCDPSessionAsync();
        await processes.SendAsync("Browser.crashGpuProcess");
        await page.UntilAsync("window.troubles.length > 0 && viewer.broken === ''");
        (await page.EvaluateAsync<string>("window.troubles[0]")).ShouldContain("The graphics card was taken away");
        await page.EvaluateAsync("viewer.map.zoom(1.2), 0");
        await page.DrawnAsync();
        int[][] homes = await page.ColoursAtAsync("viewer.map.pixelOf(17000, 17000)", 40);
        homes.Count(colour => colour.Max() > 150).ShouldBeGreaterThan(20);
    }

    [Fact]
    public async Task Browser_WithoutWebGl2_SaysWhatToDoAndShowsTheCurves()
    {
        await using ViewerServer server = await ViewerServer.StartAsync(new LiveShow(new FixtureCity()), 0, share: false);
        IPage page = await browser.OpenAsync(server.Address, script: "const get = HTMLCanvasElement.prototype.getContext; HTMLCanvasElement.prototype.getContext = function (kind, ...rest) { return kind === 'webgl2' ? null : get.call(this, kind, ...rest); };");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("This browser has no WebGL2");
        await page.GetByRole(AriaRole.Button, new() { Name = "Play" }).ClickAsync();
        await page.UntilAsync("viewer.status.day >= 7 && viewer.figures.indicators().length > 0");
        await Assertions.Expect(page.Locator("#panel .scenario")).ToContainTextAsync("%");
    }

    [Fact]
    public async Task SoftwareRendering_ManyResidents_DrawsASampleAndSaysSo()
    {
        await using ViewerServer server = await ViewerServer.StartAsync(new LiveShow(new FixtureCity(450_000)), 0, share: false);
        IPage page = await browser.OpenAsync(server.Address);
        await page.UntilAsync("viewer.map.counters.frames > 0");
        (await page.EvaluateAsync<string>("viewer.map.counters.renderer")).ShouldContain("SwiftShader");
        (await page.EvaluateAsync<int>("viewer.map.counters.drawn")).ShouldBe(150_000);
        await Assertions.Expect(page.GetByRole(AriaRole.Region, new() { Name = "Legend" })).ToContainTextAsync("the map draws one resident in 3");
    }

    [Fact]
    public async Task Page_WhateverIsDone_AsksNobodyElse()
    {
        await using ViewerServer server = await ViewerServer.StartAsync(new LiveShow(new FixtureCity()), 0, share: false);
        var asked = new List<string>();
        IPage page = await browser.OpenAsync(server.Address, watch: asked.Add);
        await page.UntilAsync("viewer.map.counters.frames > 0");
        foreach (string key in new[] { "d", "s", "w", "m", "m", "1", "0", "l", "?" })
        {
            await page.Keyboard.PressAsync(key);
        }

        asked.ShouldNotBeEmpty();
        asked.ShouldAllBe(url => new Uri(url).Authority == server.Address.Authority || url.StartsWith("data:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Guest_OfASharedViewer_TypesTheCodeAndMayOnlyWatch()
    {
        await using ViewerServer server = await ViewerServer.StartAsync(new LiveShow(new FixtureCity()), 0, share: true);
        IPage page = await browser.OpenAsync(new Uri(server.Address, "?guest"));
        await page.GetByLabel("Join code").FillAsync("WRONGX");
        await page.GetByRole(AriaRole.Button, new() { Name = "Join" }).ClickAsync();
        await Assertions.Expect(page.GetByText("That is not the code.")).ToBeVisibleAsync();
        await page.GetByLabel("Join code").FillAsync(server.GuestCode!);
        await page.GetByRole(AriaRole.Button, new() { Name = "Join" }).ClickAsync();
        await page.UntilAsync("viewer.map.counters.frames > 0");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Play" })).ToBeDisabledAsync();
    }
}
