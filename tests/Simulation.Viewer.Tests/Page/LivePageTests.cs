using Microsoft.Playwright;
using Simulation.Viewer.Hosting;
using Simulation.Viewer.Tests.Fixtures;

namespace Simulation.Viewer.Tests.Page;

public sealed class LivePageTests(Browser browser)
{
    [Fact]
    public async Task Page_LiveRun_PlaysAndShowsTheDate()
    {
        await using ViewerServer server = await ViewerServer.StartAsync(new LiveShow(new FixtureCity()), 0, share: false);
        IPage page = await browser.OpenAsync(server.Address, 1600, 900);
        page.Console += (_, m) => Console.WriteLine(m.Text);
        page.PageError += (_, m) => Console.WriteLine(m);
        await page.GetByRole(AriaRole.Heading, new() { Name = "Test city" }).WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Play" }).ClickAsync();
        await page.UntilAsync("viewer.status.day >= 21");
        await page.ScreenshotAsync(new() { Path = "/tmp/shot.png" });
    }
}
