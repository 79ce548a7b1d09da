using Microsoft.Playwright;
using Simulation.Viewer.Hosting;
using Simulation.Viewer.Protocol;
using Simulation.Viewer.Tests.Fixtures;

namespace Simulation.Viewer.Tests.Page;

/// <summary>Tables, curves and filters are one with the map.</summary>
public sealed class LinksPageTests(Browser browser)
{
    // A spot of Easttown and one of Northtown where nobody lives.
    private const string Easttown = "viewer.map.pixelOf(42500, 12500)";
    private const string Northtown = "viewer.map.pixelOf(12500, 12500)";

    [Fact]
    public async Task Place_PointedAtInTheTable_LightsUpOnTheMap()
    {
        await using ViewerServer server = await Serve(new FixtureCity());
        IPage page = await OpenAsync(server);
        int before = await Light(page, Easttown);
        await page.GetByRole(AriaRole.Tab, new() { Name = "Places" }).ClickAsync();
        await page.GetByRole(AriaRole.Row, new() { Name = "Easttown" }).HoverAsync();
        await page.DrawnAsync();
        (await Light(page, Easttown)).ShouldBeGreaterThan(before + 40);
        Math.Abs(await Light(page, Northtown) - before).ShouldBeLessThan(20);
    }

    [Fact]
    public async Task Neighbourhood_ChosenOnTheMap_IsWhatTheCurvesTell()
    {
        await using ViewerServer server = await Serve(new FixtureCity());
        IPage page = await OpenAsync(server);
        await page.EvaluateAsync("viewer.send('speed', 1000), viewer.send('play')");
        await page.UntilAsync("viewer.status.phase === 'finished'");
        await Assertions.Expect(page.GetByRole(AriaRole.Tabpanel)).ToContainTextAsync("All nine places, week to 9 Nov 26, of 14,400 adults");
        float[] at = await page.EvaluateAsync<float[]>("viewer.map.pixelOf(17000, 17000)");
        await page.Locator("canvas").First.ClickAsync(new() { Position = new Position { X = at[0], Y = at[1] } });
        await page.GetByRole(AriaRole.Tab, new() { Name = "Curves" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Tabpanel)).ToContainTextAsync("Neighbourhood 4, week to 9 Nov 26, of 400 adults");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show as table" }).ClickAsync();
        (await page.GetByRole(AriaRole.Tabpanel).GetByRole(AriaRole.Row).CountAsync()).ShouldBe(11, "a head and ten weeks");
    }

    [Fact]
    public async Task Filter_BySexAndActivity_HidesTheOthersOnly()
    {
        var city = new FixtureCity();
        await using ViewerServer server = await Serve(city);
        IPage page = await OpenAsync(server);
        await page.EvaluateAsync("viewer.map.zoom(9)");
        await page.GetByText("Residents shown").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Women", Exact = true }).ClickAsync();
        int women = city.Map.Facts.Count(f => (f & (int)FixedFacts.Female) != 0);
        await Assertions.Expect(page.Locator("summary")).ToContainTextAsync(women.ToString("N0", System.Globalization.CultureInfo.InvariantCulture));
        await page.GetByRole(AriaRole.Button, new() { Name = "Active", Exact = true }).Last.ClickAsync();
        await page.DrawnAsync();
        int right = 0;
        int wrong = 0;
        int hidden = 0;
        for (int row = 0; row < city.Map.Residents && right + hidden < 120; row++)
        {
            float[] at = await page.EvaluateAsync<float[]>($"viewer.map.pixelOfResident({row})");
            if (at[0] < 400 || at[0] > 850 || at[1] < 130 || at[1] > 560)
            {
                continue;
            }

            bool wanted = (city.Map.Facts[row] & (int)FixedFacts.Female) != 0 && (FixtureCity.StateOf(row, 0) & 3) == (int)ActivityCategory.Active;
            bool blue = (await page.ColoursAtAsync($"viewer.map.pixelOfResident({row})", 1))[0] is [_, _, > 150];
            right += wanted && blue ? 1 : 0;
            wrong += wanted && !blue ? 1 : 0;
            hidden += !wanted && !blue ? 1 : 0;
        }

        right.ShouldBeGreaterThan(10);
        wrong.ShouldBeLessThan(right / 4);
        hidden.ShouldBeGreaterThan(40);
        await page.GetByRole(AriaRole.Button, new() { Name = "Show everybody" }).ClickAsync();
        await Assertions.Expect(page.Locator("summary")).ToContainTextAsync("everybody");
    }

    [Fact]
    public async Task Find_ByName_FliesToASchool()
    {
        await using ViewerServer server = await Serve(new FixtureCity());
        IPage page = await OpenAsync(server);
        await page.GetByRole(AriaRole.Tab, new() { Name = "Places" }).ClickAsync();
        await page.GetByLabel("Find a school or neighbourhood").FillAsync("test acad");
        await page.Keyboard.PressAsync("Enter");
        await page.DrawnAsync();
        (await page.EvaluateAsync<bool>("(([x, y]) => viewer.map.metresPerPixel < 4 && x > 300 && x < 900 && y > 100 && y < 600)(viewer.map.pixelOf(22000, 7000))")).ShouldBeTrue();
        await page.GetByLabel("Find a school or neighbourhood").FillAsync("nowhere at all");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByText("Nothing here is called that.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Resident_Met_HasAWeekInBothArmsWithTheGates()
    {
        await using ViewerServer server = await Serve(new FixtureCity());
        IPage page = await OpenAsync(server);
        await page.GetByRole(AriaRole.Tab, new() { Name = "Resident" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Meet one" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Their week fills as days are played.")).ToBeVisibleAsync();
        await page.EvaluateAsync("viewer.send('step')");
        await Assertions.Expect(page.GetByRole(AriaRole.Tabpanel)).ToContainTextAsync("an adult had time to walk along");
        await Assertions.Expect(page.GetByRole(AriaRole.Tabpanel)).ToContainTextAsync("no adult had time: 18 minutes’ walk, 11 before work");
        await Assertions.Expect(page.GetByRole(AriaRole.Row, new() { Name = "Tue 1" })).ToBeVisibleAsync();
    }

    private static Task<ViewerServer> Serve(FixtureCity city) => ViewerServer.StartAsync(new LiveShow(city), 0, share: false);

    private static async Task<int> Light(IPage page, string at) => (await page.ColoursAtAsync(at, 1))[0].Sum();

    private async Task<IPage> OpenAsync(ViewerServer server)
    {
        IPage page = await browser.OpenAsync(server.Address);
        await page.UntilAsync("viewer.map.counters.frames > 0 && !viewer.far");
        await page.DrawnAsync();
        return page;
    }
}
