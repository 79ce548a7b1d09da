using Microsoft.Playwright;
using Simulation.Viewer.Hosting;
using Simulation.Viewer.Tests.Fixtures;

namespace Simulation.Viewer.Tests.Page;

/// <summary>While days hurry past, a page without a graphics card takes few pictures and small ones; what stands still is shown at once and whole.</summary>
public sealed class HurryingPageTests(Browser browser)
{
    // So wide that the whole of it on the screen is far out.
    private const double BoxMetres = 60_000;
    private const int Days = 20_000;

    [Fact]
    public async Task DaysHurryPast_FewPicturesAreTakenAndTheLegendSaysSo()
    {
        await using ViewerServer server = await ViewerServer.StartAsync(new LiveShow(new FixtureCity(days: Days, boxMetres: BoxMetres)), 0, share: false);
        IPage page = await PlayingAsync(server, speed: 100);
        int pictures = await page.EvaluateAsync<int>(
            "new Promise((done) => { const first = viewer.map.counters.frames; setTimeout(() => done(viewer.map.counters.frames - first), 3000); })");
        pictures.ShouldBeInRange(4, 15);
        await Assertions.Expect(page.GetByRole(AriaRole.Region, new() { Name = "Legend" })).ToContainTextAsync("pictures a second");
    }

    [Fact]
    public async Task DaysPassSlowly_EveryDayIsAPictureAndNothingIsSaid()
    {
        await using ViewerServer server = await ViewerServer.StartAsync(new LiveShow(new FixtureCity(days: Days, boxMetres: BoxMetres)), 0, share: false);
        IPage page = await PlayingAsync(server, speed: 4);
        await page.EvaluateAsync("window.days = new Set(), viewer.map.onDraw(() => window.days.add(viewer.frame.day)), 0");
        await page.UntilAsync("viewer.status.day >= 12");
        int[] days = await page.EvaluateAsync<int[]>("[...window.days]");
        days.ShouldBe(Enumerable.Range(days[0], days.Length));
        await Assertions.Expect(page.GetByRole(AriaRole.Region, new() { Name = "Legend" })).Not.ToContainTextAsync("pictures a second");
    }

    [Theory]
    [InlineData("viewer.send('pause')")]
    [InlineData("viewer.send('step')")]
    [InlineData("viewer.send('show', 7)")]
    [InlineData("viewer.send('until', viewer.status.day + 30)")]
    public async Task RunStandsStill_ThatDayIsShownAtOnceWhateverWasWaitedFor(string act)
    {
        await using ViewerServer server = await ViewerServer.StartAsync(new LiveShow(new FixtureCity(days: Days, boxMetres: BoxMetres)), 0, share: false);
        IPage page = await PlayingAsync(server, speed: 100);

        // While days hurry the next picture is waited with for ever; it comes all the same.
        await page.EvaluateAsync("viewer.map.rest = () => viewer.resting ? 1e6 : 0, 0");
        int frames = await page.EvaluateAsync<int>("viewer.map.counters.frames");
        await page.UntilAsync($"viewer.map.counters.frames > {frames} || viewer.map.owed > 0");
        await page.EvaluateAsync($"{act}, 0");
        await page.UntilAsync("viewer.status.phase === 'paused' && viewer.settled");
        (await page.EvaluateAsync<bool>("viewer.frame.day === viewer.status.shownDay && viewer.frame.states[0] !== null")).ShouldBeTrue();
    }

    [Fact]
    public async Task FarOut_WhileDaysHurry_OnlyCountsAreSentUntilResidentsAreDrawn()
    {
        await using ViewerServer server = await ViewerServer.StartAsync(new LiveShow(new FixtureCity(days: Days, boxMetres: BoxMetres)), 0, share: false);
        IPage page = await PlayingAsync(server, speed: 100);
        await page.UntilAsync("viewer.frame.states[0] === null");
        (await page.EvaluateAsync<int>("viewer.map.counters.frameBytes")).ShouldBeLessThan(2_000);
        await page.EvaluateAsync("viewer.map.flyToHood(0), 0");
        await page.UntilAsync("!viewer.far && viewer.frame.states[0] !== null");
        await page.EvaluateAsync("viewer.map.home(false), viewer.setCompare('difference')");
        await page.UntilAsync("viewer.frame.states[0] !== null && viewer.frame.states[1] !== null");
    }

    private async Task<IPage> PlayingAsync(ViewerServer server, double speed)
    {
        IPage page = await browser.OpenAsync(server.Address);
        await page.UntilAsync("viewer.map.counters.frames > 0 && viewer.status.phase === 'paused'");
        await page.EvaluateAsync($"viewer.send('speed', {speed})");
        await page.EvaluateAsync("viewer.send('play')");
        await page.UntilAsync("viewer.status.phase === 'playing' && viewer.status.day > 3");
        return page;
    }
}
