using Microsoft.Playwright;
using Simulation.Viewer.Hosting;
using Simulation.Viewer.Tests.Fixtures;

namespace Simulation.Viewer.Tests.Page;

public sealed class SchoolsPageTests(Browser browser)
{
    // The made-up city's primary and secondary school.
    private const string Primary = "viewer.map.pixelOf(12000, 7000)";
    private const string Secondary = "viewer.map.pixelOf(22000, 7000)";

    [Fact]
    public async Task Map_FromCloseBy_ShowsSchoolsWhereTheyStandAndNamesThem()
    {
        await using ViewerServer server = await Serve();
        IPage page = await OpenAsync(server);
        await CloseUp(page, 0);
        (await White(page, Primary)).ShouldBeGreaterThan(40);
        (await White(page, "viewer.map.pixelOf(12000, 5500)")).ShouldBeLessThan(5, "nothing stands beside the school");
        await Assertions.Expect(page.Locator(".labels").GetByText("Test Primary")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".labels").GetByText("Neighbourhood 0")).ToBeVisibleAsync();
        await Assertions.Expect(Legend(page)).ToContainTextAsync("Primary or all-through school");
        await Assertions.Expect(Legend(page)).Not.ToContainTextAsync("School street in force");

        // A square fills its corners where a disc does not.
        int disc = await White(page, Primary);
        await CloseUp(page, 1);
        (await White(page, Secondary)).ShouldBeGreaterThan(disc + (disc / 7));
    }

    [Fact]
    public async Task SchoolStreet_InForce_IsRingedInTheScenarioAndNotInTheBaseline()
    {
        await using ViewerServer server = await Serve();
        IPage page = await OpenAsync(server);
        await page.EvaluateAsync("viewer.send('step')");
        await page.UntilAsync("viewer.status.day === 1");
        await CloseUp(page, 0);
        int plain = await White(page, Primary);
        await page.EvaluateAsync("viewer.turn({ id: 'school_street[1]', on: true, values: { reach: 50 } })");
        await page.UntilAsync("viewer.schoolStreets.length === 1");
        (await page.EvaluateAsync<int>("viewer.shown.closedStreets.size")).ShouldBe(0, "it acts from the next day on");
        await page.EvaluateAsync("viewer.send('step')");
        await page.UntilAsync("viewer.status.day === 2 && viewer.shown.closedStreets.size === 1");
        await page.DrawnAsync();
        (await White(page, Primary)).ShouldBeGreaterThan(plain + 60);
        await Assertions.Expect(Legend(page)).ToContainTextAsync("School street in force: 1 school");

        await page.Keyboard.PressAsync("s");
        await CloseUp(page, 0);
        int baseline = await White(page, Primary);
        int scenario = await White(page, $"(([x, y]) => [x + viewer.map.canvasElement.width / 2, y])({Primary})");
        scenario.ShouldBeGreaterThan(baseline + 60);
        Math.Abs(baseline - plain).ShouldBeLessThan(12);
    }

    [Fact]
    public async Task School_UnderThePointer_IsDescribed()
    {
        await using ViewerServer server = await Serve();
        IPage page = await OpenAsync(server);
        await CloseUp(page, 1);
        float[] at = await page.EvaluateAsync<float[]>(Secondary);
        await page.Locator("canvas").First.HoverAsync(new() { Position = new Position { X = at[0], Y = at[1] } });
        await Assertions.Expect(page.GetByText("Secondary school, 900 pupils")).ToBeVisibleAsync();
    }

    private static Task<ViewerServer> Serve() => ViewerServer.StartAsync(new LiveShow(new FixtureCity()), 0, share: false);

    private static ILocator Legend(IPage page) => page.GetByRole(AriaRole.Region, new() { Name = "Legend" });

    private static async Task CloseUp(IPage page, int school)
    {
        await page.EvaluateAsync($"viewer.map.flyToSchool({school})");
        await page.DrawnAsync();
    }

    private static async Task<int> White(IPage page, string at, int size = 40) =>
        (await page.ColoursAtAsync(at, size)).Count(c => c.Min() > 200);

    private async Task<IPage> OpenAsync(ViewerServer server)
    {
        IPage page = await browser.OpenAsync(server.Address);
        await page.UntilAsync("viewer.map.counters.frames > 0 && !viewer.far");
        return page;
    }
}
