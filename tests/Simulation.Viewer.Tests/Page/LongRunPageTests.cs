using System.Text.Json;
using Microsoft.Playwright;
using Simulation.Viewer.Hosting;
using Simulation.Viewer.Tests.Fixtures;

namespace Simulation.Viewer.Tests.Page;

/// <summary>What the page keeps of a run must not grow with the run.</summary>
public sealed class LongRunPageTests(Browser browser)
{
    private const int Neighbourhoods = 1601;
    private const int Weeks = 20 * 52;

    [Fact]
    public async Task Weeks_TwentyYearsOfEveryNeighbourhood_AreKeptInTensOfMegabytesAndReachBackToTheFirst()
    {
        await using ViewerServer server = await ViewerServer.StartAsync(new LiveShow(new FixtureCity(720)), 0, share: false);
        IPage page = await browser.OpenAsync(server.Address);
        await page.UntilAsync("viewer.hello");
        ICDPSession chromium = await page.Context.NewCDPSessionAsync(page);
        double before = await MegabytesAsync(chromium);

        // Eight messages a week, as the host sends them: four indicators of both arms; all at once they would be 107 MB.
        await page.EvaluateAsync(
            $$"""
            (() => {
              for (let week = 1; week <= {{Weeks}}; week++)
                for (const name of ['adults_inactive', 'school_walk', 'active_travel_weekly', 'mean_minutes_adults'])
                  for (const arm of [0, 1]) {
                    const message = new ArrayBuffer(28 + 8 * {{Neighbourhoods}});
                    const values = new Float32Array(message, 28, {{Neighbourhoods}}).fill(week);
                    viewer.weeks.add({ day: 7 * week, arm, name, values, counts: new Float32Array(message, 28 + 4 * {{Neighbourhoods}}, {{Neighbourhoods}}) }, message);
                  }
            })()
            """);

        (await MegabytesAsync(chromium) - before).ShouldBeInRange(10, 40);
        int[] days = await page.EvaluateAsync<int[]>("viewer.weeks.days()");
        days[0].ShouldBe(7);
        days[^1].ShouldBe(7 * Weeks);
        days.Length.ShouldBe(260);

        // Four weeks apart on the whole; no day is shown with figures that are more than eight weeks older.
        days.Zip(days[1..]).Max(gap => gap.Second - gap.First).ShouldBeLessThanOrEqualTo(56);
        (await page.EvaluateAsync<double>("viewer.weeks.at(1, 'school_walk', 3000).values[1600]")).ShouldBeInRange(3000 / 7 - 7, 3000 / 7);
    }

    private static async Task<double> MegabytesAsync(ICDPSession chromium)
    {
        await chromium.SendAsync("HeapProfiler.collectGarbage");
        JsonElement use = (await chromium.SendAsync("Runtime.getHeapUsage")).ShouldNotBeNull();
        return (use.GetProperty("usedSize").GetDouble() + use.GetProperty("backingStorageSize").GetDouble()) / 1e6;
    }
}
