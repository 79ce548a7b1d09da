using Microsoft.Playwright;
using Simulation.Scenarios;
using Simulation.Scenarios.Reading;
using Simulation.Viewer.Hosting;
using Simulation.Viewer.Protocol;
using Simulation.Viewer.Sources;
using Simulation.Viewer.Steering;
using Simulation.Viewer.Stories;
using Simulation.Viewer.Tests.Fixtures;
using SkiaSharp;

namespace Simulation.Viewer.Tests.Page;

/// <summary>The wall, the levers beside it and the phones that follow it, as people in the room use them.</summary>
public sealed class WallPageTests(Browser browser)
{
    private const string Answered = "viewer.status && viewer.status.day >= 28 && viewer.status.phase !== 'playing' && viewer.answer && viewer.map.idle";

    private const string SmallestText =
        "Math.min(...[...document.querySelectorAll('main .text *, main .below *, .names *')].filter((e) => e.childNodes.length && [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim()) && e.getClientRects().length)"
        + ".map((e) => parseFloat(e.getAttribute('font-size') ?? getComputedStyle(e).fontSize)))";

    private const string Overlaps =
        "(() => { const of = (s) => [...document.querySelectorAll(s)].map((e) => [e.textContent, e.getBoundingClientRect()]).filter(([, r]) => r.width > 0); const names = of('.names .name'); const words = of('.text h1, .text p, .below .title, .below text'); const below = of('.below .title, .below text, .below .steps');"
        + " const hit = (a, b) => a.left < b.right - 1 && a.right > b.left + 1 && a.top < b.bottom - 1 && a.bottom > b.top + 1; const bad = [];"
        + " below.forEach(([t, r], i) => { for (const [u, s] of below.slice(i + 1)) if (hit(r, s)) bad.push(t + ' / ' + u); });"
        + " of('.text h1, .text p').forEach(([t, r]) => { for (const [u, s] of below) if (hit(r, s)) bad.push(t + ' / ' + u); }); names.forEach(([t, r], i) => { for (const [u, s] of [...names.slice(i + 1), ...words]) if (hit(r, s)) bad.push(t + ' / ' + u); }); return bad.join('; '); })()";

    private const string NoScroll = "document.documentElement.scrollWidth <= innerWidth && document.documentElement.scrollHeight <= innerHeight";

    [Theory]
    [InlineData(1280, 720, 22)]
    [InlineData(1920, 1080, 28)]
    [InlineData(3840, 2160, 56)]
    public async Task Wall_OnEveryScreen_SaysTheAnswerInLargeTypeWithoutAnyOverlap(int width, int height, double floor)
    {
        await using ViewerServer server = await StartAsync();
        IPage page = await browser.OpenAsync(new Uri(server.Address, "?wall"), width, height, wall: true);
        await RunAsync(page);
        (await page.Locator("main h1").InnerTextAsync()).ReplaceLineEndings(" ").ShouldContain("fewer adults are inactive");
        await Assertions.Expect(page.Locator("main .second").First).ToContainTextAsync("the gap", new() { IgnoreCase = true });
        await Assertions.Expect(page.Locator(".below svg")).ToContainTextAsync("one run, no range yet");
        (await page.EvaluateAsync<double>(SmallestText)).ShouldBeGreaterThanOrEqualTo(floor);
        (await page.EvaluateAsync<string>(Overlaps)).ShouldBeEmpty();
        (await page.EvaluateAsync<int>("document.querySelectorAll('.names .name').length")).ShouldBeLessThanOrEqualTo(18);
        (await page.EvaluateAsync<bool>(NoScroll)).ShouldBeTrue();
        (await page.EvaluateAsync<int>("document.querySelectorAll('.stage button').length")).ShouldBe(0, "nothing to press on the wall");
        // Somebody lives differently on the first picture, once it has been drawn.
        await page.UntilAsync("viewer.map.counters.drawn > 0");
        await page.KeepAsync($"wall-{width}x{height}");
    }

    [Theory]
    [InlineData(1280, 720, 22)]
    [InlineData(1920, 1080, 28)]
    [InlineData(3840, 2160, 56)]
    public async Task StoryStep_OnEveryScreen_KeepsItsWordsApartAndShowsThePlacesOwnCurve(int width, int height, double floor)
    {
        await using ViewerServer server = await StartAsync(new Story("S", [
            new StoryStep("In Easttown nearly a third of homes have no car", "The plan reaches them as it reaches everybody else.", "n", "Easttown", null, null, null, "adults_inactive", null, null),
            new StoryStep("What the plan has not done for anybody who is grown up", "Adults hardly change. What would have to come next for them?", "n", null, null, null, null, "adults_inactive", null, null)]));
        IPage page = await browser.OpenAsync(new Uri(server.Address, "?wall"), width, height, wall: true);
        await RunAsync(page);
        foreach (string step in new[] { "place", "all" })
        {
            await page.Keyboard.PressAsync("PageDown");
            await page.DrawnAsync();
            (await page.EvaluateAsync<string>(Overlaps)).ShouldBeEmpty();
            (await page.EvaluateAsync<double>(SmallestText)).ShouldBeGreaterThanOrEqualTo(floor);
            (await page.EvaluateAsync<bool>(NoScroll)).ShouldBeTrue();
            await Assertions.Expect(page.Locator("main .answer")).ToHaveCountAsync(step == "place" ? 0 : 1);
            string value = await page.EvaluateAsync<string>($"String(Math.round(viewer.figures.get(0, 'adults_inactive', '{step}', '{(step == "place" ? "Easttown" : step)}').values.at(-1) * 100))");
            await Assertions.Expect(page.Locator(".below svg")).ToContainTextAsync($"{value} with the plan");
            await page.KeepAsync($"step-{step}-{width}x{height}");
        }
    }

    [Theory]
    [InlineData(390, 844)]
    [InlineData(844, 390)]
    public async Task Phone_EitherWay_SaysTheSameWithNothingToPress(int width, int height)
    {
        await using ViewerServer server = await StartAsync();
        IPage wall = await browser.OpenAsync(new Uri(server.Address, "?wall"), wall: true);
        await RunAsync(wall);
        IPage phone = await browser.OpenAsync(new Uri(server.Address, "?guest"), width, height, wall: true);
        await phone.UntilAsync(Answered);
        (await phone.Locator("main h1").InnerTextAsync()).ReplaceLineEndings(" ").ShouldContain("fewer adults are inactive");
        await Assertions.Expect(phone.GetByText("with the wall")).ToBeVisibleAsync();
        (await phone.EvaluateAsync<bool>(NoScroll)).ShouldBeTrue();
        (await phone.Locator("button:visible, input:visible, select:visible").CountAsync()).ShouldBe(0, "a guest has no dead controls");
        await CleanAsync(phone, "phone");
        await phone.KeepAsync($"phone-{width}x{height}");
    }

    [Fact]
    public async Task Phone_FollowsTheWall_InTopicThemeAndCamera()
    {
        await using ViewerServer server = await StartAsync();
        IPage wall = await browser.OpenAsync(server.Address, wall: true);
        await RunAsync(wall);
        IPage phone = await browser.OpenAsync(new Uri(server.Address, "?guest"), 390, 844, wall: true);
        await phone.UntilAsync(Answered);
        await wall.EvaluateAsync("viewer.lookAt('mean_minutes_adults'), viewer.turnLight(), viewer.map.zoom(3), 0");
        await phone.UntilAsync("viewer.theme === 'light' && viewer.topic === 'mean_minutes_adults' && viewer.map.stand !== null");
        (await phone.EvaluateAsync<double>("viewer.map.stand.pixelsPerKm / 1")).ShouldBe(await wall.EvaluateAsync<double>("viewer.map.stand.pixelsPerKm / 1"), 0.5);
        await wall.EvaluateAsync("viewer.map.home(false), viewer.lead.tell(), 0");
        await phone.UntilAsync("viewer.map.stand === null");
    }

    [Fact]
    public async Task Vote_PhonesAnswer_TheWallCountsAndThenTellsTheModelsAnswer()
    {
        await using ViewerServer server = await StartAsync();
        IPage wall = await browser.OpenAsync(server.Address, wall: true);
        await RunAsync(wall);
        IPage first = await browser.OpenAsync(new Uri(server.Address, "?guest"), 390, 844, wall: true);
        IPage second = await browser.OpenAsync(new Uri(server.Address, "?guest"), 390, 844, wall: true);
        await wall.UntilAsync("viewer.room?.guests === 2");
        await wall.Keyboard.PressAsync("j");
        await wall.GetByRole(AriaRole.Button, new() { Name = "Ask: how many?" }).ClickAsync();
        await first.GetByRole(AriaRole.Button, new() { Name = "5,000 to 15,000" }).ClickAsync();
        await second.GetByRole(AriaRole.Button, new() { Name = "More than 30,000" }).ClickAsync();
        await second.GetByRole(AriaRole.Button, new() { Name = "5,000 to 15,000" }).ClickAsync();
        await Assertions.Expect(wall.GetByText("2 of 2 have answered.")).ToBeVisibleAsync();
        (await wall.EvaluateAsync<int[]>("viewer.room.vote.counts")).ShouldBe([0, 2, 0, 0], "a vote can be changed until the presenter tells");
        await CleanAsync(first, "vote");
        await first.KeepAsync("vote-390x844");
        await wall.GetByRole(AriaRole.Button, new() { Name = "Tell what the model says" }).ClickAsync();
        await Assertions.Expect(first.GetByText("fewer adults are inactive").First).ToBeVisibleAsync();
        await Assertions.Expect(first.GetByRole(AriaRole.Button, new() { Name = "5,000 to 15,000" })).ToBeDisabledAsync();
    }

    [Fact]
    public async Task TryAgain_UndoTakesThePullBackAndBeginAgainClearsTheCurves()
    {
        await using ViewerServer server = await StartAsync();
        IPage page = await browser.OpenAsync(server.Address, 1440, 900, wall: true);
        await RunAsync(page);
        (await page.EvaluateAsync<int>("viewer.pulls.length")).ShouldBe(1);
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo last pull" }).ClickAsync();
        await page.UntilAsync("viewer.pulls.length === 0 && viewer.status?.day === 28 && viewer.status.phase === 'paused'");
        (await page.EvaluateAsync<bool>("viewer.levers[0].on")).ShouldBeFalse();
        await page.GetByRole(AriaRole.Button, new() { Name = "Begin again" }).ClickAsync();
        await page.UntilAsync("viewer.status?.day === 0 && viewer.figures.indicators().length === 0");
    }

    [Fact]
    public async Task Presenter_KeyboardAlone_GoesThroughATalk()
    {
        await using ViewerServer server = await StartAsync(new Story("S", [new StoryStep("First finding", "Caption one", "Notes", null, null, null, null, "adults_inactive", null, null), new StoryStep("In Easttown", "Caption two", "n", "Easttown", null, null, null, null, null, null)]));
        IPage page = await browser.OpenAsync(server.Address, 1440, 900, wall: true);
        await RunAsync(page);
        await CleanAsync(page, "presenter");
        await page.KeepAsync("presenter-1440x900");
        await page.Keyboard.PressAsync("PageDown");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "First finding" })).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(page.GetByText("Easttown, week to")).ToBeVisibleAsync();
        await page.DrawnAsync();
        await CleanAsync(page, "story");
        await page.KeepAsync("story-1440x900");
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Play" })).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("t");
        await page.UntilAsync("viewer.theme === 'light'");
        await CleanAsync(page, "light");
        await page.GetByRole(AriaRole.Switch).First.FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await page.UntilAsync("viewer.levers[0].on === false");
        await page.GetByRole(AriaRole.Button, new() { Name = "Play" }).HoverAsync();
        await CleanAsync(page, "hover");
    }

    [Fact]
    public async Task Arrows_GoFromSchoolDayToSchoolDay_AlsoAmongDaysThatWereKept()
    {
        await using ViewerServer server = await StartAsync();
        IPage page = await browser.OpenAsync(server.Address, 1440, 900, wall: true);
        await page.UntilAsync("viewer.status?.phase === 'paused' && viewer.levers.length > 0");
        await page.EvaluateAsync("viewer.lookAt('school_walk'), 0");

        // 1 September 2026 is a Tuesday, and school begins with the next week or in it; every day is kept where nobody hurries.
        string days = await page.EvaluateAsync<string>("viewer.hello.schoolDays");
        int day = 0;
        for (int press = 0; press < 6; press++)
        {
            day = days.IndexOf('1', day) + 1;
            await page.Keyboard.PressAsync("ArrowRight");
            await page.UntilAsync($"viewer.status.shownDay === {day} && viewer.status.phase === 'paused' && viewer.settled");
        }

        // On a busy machine a day is written down a moment after it is shown.
        await Task.Delay(TimeSpan.FromSeconds(3), TestContext.Current.CancellationToken);
        while (days.LastIndexOf('1', day - 2) is >= 0 and var before)
        {
            await page.Keyboard.PressAsync("ArrowLeft");
            await page.UntilAsync($"viewer.status.shownDay < {day} && viewer.settled");
            day = await page.EvaluateAsync<int>("viewer.status.shownDay");
            days[Math.Max(0, day - 1)].ShouldBe('1', $"day {day} after one before {before + 1}");
        }
    }

    [Theory]
    [InlineData(1280, 720, 22)]
    [InlineData(1920, 1080, 28)]
    [InlineData(3840, 2160, 56)]
    public async Task EveryStepOfTheDeliveredStory_OnEveryScreen_IsAWholePicture(int width, int height, double floor)
    {
        Scenario scenario = WrittenSettings.Write(ScenarioReader.Read("school-run-together").Scenario!, 60, SmallWorld.Residents, seed: 5);
        var source = new ModelSource(SmallWorld.Population(), scenario, 5, 2);
        Story story = StoryReader.Read(Checkout.Find("viewer", "stories", "school-run-together.yaml"), source.Map.Places);
        await using ViewerServer server = await ViewerServer.StartAsync(new LiveShow(source, story with { Steps = [.. story.Steps.Select(s => s with { Date = null })] }, openAt: 28), 0, share: false);
        IPage page = await browser.OpenAsync(server.Address, width, height, wall: true);
        await page.UntilAsync("viewer.status?.day >= 28 && viewer.status.phase === 'paused' && viewer.answer && viewer.map.idle", seconds: 90);
        for (int step = 0; step < story.Steps.Count; step++)
        {
            await page.Keyboard.PressAsync("PageDown");
            await page.DrawnAsync();
            await page.UntilAsync("viewer.settled && viewer.answer");
            await page.DrawnAsync();
            await page.KeepAsync($"story-{step + 1}-{width}x{height}");
            string where = $"step {step + 1} at {width} × {height}";
            (await page.EvaluateAsync<string>(Overlaps)).ShouldBeEmpty(where);
            (await page.EvaluateAsync<double>(SmallestText)).ShouldBeGreaterThanOrEqualTo(floor, where);
            (await page.EvaluateAsync<bool>(NoScroll)).ShouldBeTrue(where);
            (await page.EvaluateAsync<string>(
                "[...document.querySelectorAll('.names .name, .text > *, .below .title, .below text')].filter((e) => { const r = e.getBoundingClientRect(); return r.width > 0 && (r.left < 0 || r.top < 0 || r.right > innerWidth || r.bottom > innerHeight); }).map((e) => e.textContent).join('; ')"))
                .ShouldBeEmpty($"cut, {where}");
            (await page.EvaluateAsync<double>("(() => { const c = viewer.map.canvasElement.getBoundingClientRect(); return c.width * c.height / (innerWidth * innerHeight); })()")).ShouldBeGreaterThanOrEqualTo(0.7, where);
            byte[] png = await page.ScreenshotAsync();
            using SKBitmap picture = SKBitmap.Decode(png);
            for (int third = 0; third < 3; third++)
            {
                int bright = 0;
                for (int y = 0; y < picture.Height; y += 4)
                {
                    for (int x = third * picture.Width / 3; x < (third + 1) * picture.Width / 3; x += 4)
                    {
                        SKColor colour = picture.GetPixel(x, y);
                        bright += Math.Max(colour.Red, Math.Max(colour.Green, colour.Blue)) > 60 ? 1 : 0;
                    }
                }

                (bright * 48.0 / (picture.Width * picture.Height)).ShouldBeGreaterThan(0.005, $"third {third + 1} is empty, {where}");
            }
        }
    }

    [Fact]
    public async Task Wall_WithoutWebGl2_IsPaintedByTheProcessor()
    {
        await using ViewerServer server = await StartAsync();
        IPage page = await browser.OpenAsync(new Uri(server.Address, "?wall"), script: "const get = HTMLCanvasElement.prototype.getContext; HTMLCanvasElement.prototype.getContext = function (kind, ...rest) { return kind === 'webgl2' ? null : get.call(this, kind, ...rest); };", wall: true);
        await RunAsync(page);
        await page.DrawnAsync();
        (await page.EvaluateAsync<string>("viewer.broken")).ShouldBeEmpty();
        int[][] homes = await page.ColoursAtAsync("viewer.map.pixelOf(17000, 17000)", 60);
        homes.Count(colour => colour[0] > colour[2] + 40).ShouldBeGreaterThan(20, "whoever changed glows amber");
    }

    private static Task<ViewerServer> StartAsync(Story? story = null) => ViewerServer.StartAsync(new LiveShow(new FixtureCity(), story), 0, share: false);

    /// <summary>Pulls the lever and runs four weeks: there is something to say then.</summary>
    private static async Task RunAsync(IPage page)
    {
        await page.UntilAsync("viewer.status?.phase === 'paused' && viewer.levers.length > 0");
        await page.EvaluateAsync("viewer.turn({ id: 'school_street[1]', on: true, values: { reach: 60 } }), viewer.send('until', 28), 0");
        await page.UntilAsync(Answered);
        await page.EvaluateAsync("viewer.lookAt('adults_inactive'), 0");
        await page.UntilAsync("viewer.answer?.indicator === 'adults_inactive' && viewer.figures.get(0, 'adults_inactive', 'all', 'all')?.values.length === 4");
        await page.DrawnAsync();
    }

    private static async Task CleanAsync(IPage page, string state)
    {
        await page.EvaluateAsync(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "axe.min.js"), TestContext.Current.CancellationToken) + "; 0");
        string faults = await page.EvaluateAsync<string>(
            "axe.run().then((r) => r.violations.map((v) => v.id + ': ' + v.nodes.map((n) => n.target.join(' ') + ' ' + (n.any[0]?.message ?? '')).join(', ')).join('; '))");
        faults.ShouldBeEmpty($"in the state {state}");
    }
}
