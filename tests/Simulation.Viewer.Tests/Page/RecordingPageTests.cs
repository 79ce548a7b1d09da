using System.Net;
using Microsoft.Playwright;
using Simulation.Viewer.Hosting;
using Simulation.Viewer.Protocol;
using Simulation.Viewer.Recordings;
using Simulation.Viewer.Tests.Fixtures;

namespace Simulation.Viewer.Tests.Page;

/// <summary>A run that was kept from the page and is opened again, with no simulation behind it.</summary>
public sealed class RecordingPageTests(Browser browser) : IDisposable
{
    private static readonly HttpClient Http = new(new SocketsHttpHandler { UseProxy = false });
    private readonly string folder = Directory.CreateTempSubdirectory("viewer-kept").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Kept_AndOpenedAgain_ShowsTheSameDaysScrubsReversesAndTheDifferenceGrows()
    {
        double[] live = new double[22];
        string path;
        await using (ViewerServer server = await ViewerServer.StartAsync(new LiveShow(new FixtureCity()), 0, share: false))
        {
            IPage page = await OpenAsync(server);
            await page.EvaluateAsync("viewer.turn({ id: 'school_street[1]', on: true, values: { reach: 100 } })");
            for (int day = 1; day < live.Length; day++)
            {
                await page.GetByRole(AriaRole.Button, new() { Name = "Next day" }).ClickAsync();
                await page.UntilAsync($"viewer.frame.day === {day}");
                live[day] = await page.EvaluateAsync<double>("viewer.shown.values[0].total");
            }

            IDownload download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Keep run" }).ClickAsync());
            download.SuggestedFilename.ShouldBe("test-city.recording");
            path = Path.Combine(folder, download.SuggestedFilename);
            await download.SaveAsAsync(path);
        }

        Recording recording = Recording.Open(path);
        recording.Trouble.ShouldBeNull();
        await using ViewerServer again = await ViewerServer.StartAsync(new LiveShow(recording), 0, share: false);
        IPage shown = await OpenAsync(again);
        (await shown.EvaluateAsync<string>("viewer.hello.mode")).ShouldBe("recording");
        await Assertions.Expect(shown.GetByRole(AriaRole.Button, new() { Name = "Keep run" })).ToHaveCountAsync(0);
        foreach (int day in new[] { 21, 3, 14, 7, 20 })
        {
            await shown.GetByLabel("Day of the run").FillAsync($"{day}");
            await shown.UntilAsync($"viewer.frame.day === {day}");
            (await shown.EvaluateAsync<double>("viewer.shown.values[0].total")).ShouldBe(live[day], $"day {day}");
        }

        await Assertions.Expect(shown.Locator("header strong")).ToHaveTextAsync("Sun, 20 September 2026");
        await Assertions.Expect(shown.Locator("header .date")).ToContainTextAsync("weekend, dry");
        (await shown.EvaluateAsync<double>("viewer.figures.at(0, 'adults_inactive', 'all', 'all', Date.parse('2026-09-14') / 1000).value"))
            .ShouldBeLessThan(await shown.EvaluateAsync<double>("viewer.figures.at(1, 'adults_inactive', 'all', 'all', Date.parse('2026-09-14') / 1000).value"));

        await shown.GetByRole(AriaRole.Button, new() { Name = "Difference", Exact = true }).ClickAsync();
        await shown.GetByLabel("Day of the run").FillAsync("21");
        await shown.UntilAsync("viewer.frame.day === 21 && viewer.frame.states[1] !== null");
        await shown.DrawnAsync();
        int late = await Blue(shown);
        late.ShouldBeGreaterThan(20, "residents who are better off are blue");
        await shown.GetByLabel("Speed").SelectOptionAsync("100");
        await shown.GetByRole(AriaRole.Button, new() { Name = "Reverse" }).ClickAsync();
        await shown.UntilAsync("viewer.status.phase === 'paused' && viewer.frame.day === 0");
        await shown.DrawnAsync();
        (await Blue(shown)).ShouldBeLessThan(late / 4);
        await shown.GetByRole(AriaRole.Button, new() { Name = "Play" }).ClickAsync();
        await shown.UntilAsync("viewer.status.phase === 'finished' && viewer.frame.day === 21");
        await shown.DrawnAsync();
        (await Blue(shown)).ShouldBe(late, "the same picture as before");
    }

    [Fact]
    public async Task Recording_ResidentAndLevers_SayWhatIsRecordedAndNothingCanBeTurned()
    {
        await using ViewerServer server = await ViewerServer.StartAsync(new LiveShow(Recorded()), 0, share: false);
        IPage page = await OpenAsync(server);
        await page.GetByLabel("Day of the run").FillAsync("10");
        await page.UntilAsync("viewer.frame.day === 10");
        await page.GetByRole(AriaRole.Tab, new() { Name = "Resident" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Meet one" }).ClickAsync();
        await Assertions.Expect(page.Locator("#panel")).ToContainTextAsync("what decided the walk to school; a live run tells them");
        (await page.EvaluateAsync<int>("viewer.resident.week.length")).ShouldBe(7);
        (await page.EvaluateAsync<string>("viewer.resident.week[6].date")).ShouldBe("2026-09-10");
        await page.GetByRole(AriaRole.Tab, new() { Name = "Levers" }).ClickAsync();
        await Assertions.Expect(page.Locator("#panel")).ToContainTextAsync("This is a recording: open its plan to turn them.");
        await Assertions.Expect(page.GetByRole(AriaRole.Checkbox)).ToBeDisabledAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Checkbox)).ToBeCheckedAsync();
        await page.GetByLabel("Day of the run").FillAsync("2");
        await Assertions.Expect(page.GetByRole(AriaRole.Checkbox)).Not.ToBeCheckedAsync();
        IDownload download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Save as YAML" }).ClickAsync());
        (await File.ReadAllTextAsync(await download.PathAsync(), TestContext.Current.CancellationToken)).ShouldStartWith("scenario: Test city");
        await page.EvaluateAsync("viewer.turn({ id: 'school_street[1]', on: false, values: {} })");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("This is a recording");
    }

    [Fact]
    public async Task Recording_NotWhole_SaysSoInThePage()
    {
        Recorded().Dispose();
        string path = Path.Combine(folder, "city.recording");
        byte[] bytes = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(path, bytes[..(bytes.Length - 4000)], TestContext.Current.CancellationToken);
        await using ViewerServer server = await ViewerServer.StartAsync(new LiveShow(Recording.Open(path)), 0, share: false);
        IPage page = await OpenAsync(server);
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("city.recording is not whole");
    }

    [Theory]
    [InlineData("recording?guest", null, HttpStatusCode.Forbidden, "Only the presenter can keep the recording")]
    [InlineData("recording", "cross-site", HttpStatusCode.Forbidden, "from the viewer's own page")]
    [InlineData("recording/../../etc/passwd", null, HttpStatusCode.NotFound, "")]
    [InlineData("recording", "same-origin", HttpStatusCode.OK, "SIMREC")]
    public async Task Keep_ByWhoMayNot_IsRefusedWithWords(string what, string? site, HttpStatusCode code, string words)
    {
        await using ViewerServer server = await ViewerServer.StartAsync(new LiveShow(new FixtureCity(720)), 0, share: false);
        using Watcher watcher = await Watcher.ConnectAsync(server.Address);
        await watcher.UntilAsync(MessageKind.Status, s => s.GetProperty("phase").GetString() == "paused");
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(server.Address, what));
        if (site is not null)
        {
            request.Headers.Add("Sec-Fetch-Site", site);
        }

        using HttpResponseMessage response = await Http.SendAsync(request, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(code);
        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain(words);
    }

    [Fact]
    public async Task Keep_OfARecording_SaysThatThereIsNothingToKeep()
    {
        await using ViewerServer server = await ViewerServer.StartAsync(new LiveShow(Recorded()), 0, share: false);
        using HttpResponseMessage response = await Http.GetAsync(new Uri(server.Address, "recording"), TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    /// <summary>Twenty days of the city, its lever up from the fifth on.</summary>
    private Recording Recorded()
    {
        string path = Path.Combine(folder, "city.recording");
        var city = new FixtureCity();
        using (Recording recording = Recording.Create(RecordedAbout.Of(city), city.Map, path))
        {
            for (int day = 0; day <= 20; day++)
            {
                if (day > 0)
                {
                    city.Advance();
                }

                if (day == 5)
                {
                    city.Change(new LeverChange("school_street[1]", true, new Dictionary<string, double> { ["reach"] = 100 }));
                }

                if (day is 0 or 5)
                {
                    recording.KeepScenario(day, new ScenarioMessage { Levers = city.Levers, SchoolStreets = city.SchoolStreets, Text = city.ScenarioText() });
                }

                DayRoom room = recording.Room(day, wait: true).ShouldNotBeNull();
                city.WriteStates(Arm.Scenario, room.Scenario);
                city.WriteStates(Arm.Baseline, room.Baseline);
                room.Context = city.Context;
                recording.Keep(room);
            }
        }

        return Recording.Open(path);
    }

    private async Task<IPage> OpenAsync(ViewerServer server)
    {
        IPage page = await browser.OpenAsync(server.Address);
        await page.UntilAsync("viewer.map.counters.frames > 0 && !viewer.far");
        await page.DrawnAsync();
        return page;
    }

    private static async Task<int> Blue(IPage page) =>
        (await page.ColoursAtAsync("viewer.map.pixelOf(17000, 17000)", 60)).Count(c => c[2] > 150 && c[2] > c[0] + 40);
}
