using System.Buffers.Binary;
using Microsoft.Playwright;
using Simulation.Engine.Populations;
using Simulation.Results.RunFiles;
using Simulation.Viewer.CommandLine;
using Simulation.Viewer.Hosting;
using Simulation.Viewer.Replay;
using Simulation.Viewer.Sources;
using Simulation.Viewer.Tests.Fixtures;

namespace Simulation.Viewer.Tests.Page;

public sealed class RunsPageTests(Browser browser) : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("viewer-runs").FullName;

    [Fact]
    public async Task TwoRuns_SideBySide_AreComparedWeekByWeek()
    {
        using Population population = SmallWorld.Population();
        string baseline = Run(population, "baseline.run", string.Empty);
        string scenario = Run(population, "scenario.run", "interventions:\n  - school_street: { reach: all }\n  - flexible_working: { reach: all, shift: 90 min }\n");
        using RunGroup runs = RunGroup.Open([baseline, scenario]);
        await using ViewerServer server = await ViewerServer.StartAsync(new RunsShow(PopulationMap.Create(population), runs, []), 0, share: false);
        IPage page = await browser.OpenAsync(server.Address);
        await page.UntilAsync("viewer.status !== null && viewer.shown.layers().length === 5");
        await page.GetByLabel("Day of the run").FillAsync("28");
        await page.GetByRole(AriaRole.Button, new() { Name = "Walk to school" }).ClickAsync();
        (await page.EvaluateAsync<double>("viewer.shown.values[0].total - viewer.shown.values[1].total")).ShouldBeGreaterThan(0);
        await page.GetByRole(AriaRole.Tab, new() { Name = "Ages" }).ClickAsync();
        await page.GetByLabel("Indicator").SelectOptionAsync("adults_inactive");
        ILocator panel = page.GetByRole(AriaRole.Tabpanel);
        await Assertions.Expect(panel.GetByRole(AriaRole.Button, new() { Name = "16 to 34" })).ToBeVisibleAsync();
        await Assertions.Expect(panel.Locator("polyline.scenario[points*=' ']")).ToHaveCountAsync(4);
        await panel.GetByRole(AriaRole.Button, new() { Name = "Show as table" }).ClickAsync();
        await Assertions.Expect(panel.GetByRole(AriaRole.Columnheader, new() { Name = "75 and over" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Difference", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Region, new() { Name = "Legend" })).ToContainTextAsync("Change: pupils who walked");
        await page.GetByRole(AriaRole.Button, new() { Name = "Play" }).ClickAsync();
        await page.UntilAsync("viewer.status.shownDay >= 14");
        await Assertions.Expect(page.GetByRole(AriaRole.Tab, new() { Name = "Levers" })).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData("school_walk", "more children walk to school on a school day")]
    [InlineData("school_car", "fewer children are driven to school on a school day")]
    public async Task TwoRuns_OnTheWall_OpenOnWhatThePlanIsAboutAndAnswerForEveryWeek(string headline, string words)
    {
        using Population population = SmallWorld.Population();
        string baseline = Run(population, "baseline.run", string.Empty);
        string scenario = Run(population, "scenario.run", "interventions:\n  - school_street: { reach: all }\n  - flexible_working: { reach: all, shift: 90 min }\n");
        using RunGroup runs = RunGroup.Open([baseline, scenario]);
        await using ViewerServer server = await ViewerServer.StartAsync(new RunsShow(PopulationMap.Create(population), runs, [], headline), 0, share: false);
        IPage page = await browser.OpenAsync(server.Address, 1440, 900, wall: true);
        await page.UntilAsync("viewer.status?.shownDay === 27 && viewer.answer && viewer.map.idle");
        (await page.EvaluateAsync<string>("viewer.topic")).ShouldBe(headline);
        (await page.Locator("main h1").InnerTextAsync()).ReplaceLineEndings(" ").ShouldContain(words);
        await Assertions.Expect(page.Locator("main .second").First).ToContainTextAsync("the gap", new() { IgnoreCase = true });
        await Assertions.Expect(page.Locator(".curve svg")).ToContainTextAsync("with the plan");
        await Assertions.Expect(page.Locator(".key")).ToContainTextAsync("can’t tell");
        await page.KeepAsync("runs-1440x900");
        await page.GetByRole(AriaRole.Button, new() { Name = "Week back" }).ClickAsync();
        await page.UntilAsync("viewer.status.shownDay === 20 && viewer.answer.day === 20");
        await page.GetByLabel("What to look at").SelectOptionAsync("adults_inactive");
        await page.UntilAsync("viewer.answer.indicator === 'adults_inactive'");
        (await page.Locator("main h1").InnerTextAsync()).ShouldContain("inactive");
    }

    [Fact]
    public async Task SeveralPlans_BesideOneAnother_AreSeenAgainstTheFirstAndAnyTwoCanBeCompared()
    {
        using Population population = SmallWorld.Population();
        string[] files =
        [
            Run(population, "nothing.run", string.Empty),
            Run(population, "streets.run", "interventions:\n  - school_street: { reach: all }\n", name: "Streets"),
            Run(population, "hours.run", "interventions:\n  - flexible_working: { reach: all, shift: 90 min }\n", name: "Hours"),
        ];
        RunFamily family = RunFamily.Open(files).ShouldNotBeNull();
        family.Names.ShouldBe(["Test scenario", "Streets", "Hours"]);
        await using ViewerServer server = await ViewerServer.StartAsync(new RunsShow(PopulationMap.Create(population), family, _ => ([], "school_walk")), 0, share: false);
        IPage page = await browser.OpenAsync(server.Address, 1440, 900, wall: true);
        await page.UntilAsync("viewer.plans && viewer.answer && viewer.map.idle");
        (await page.EvaluateAsync<string>("viewer.hello.about.title")).ShouldBe("Streets");
        await page.GetByRole(AriaRole.Button, new() { Name = "Plans", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".plans li")).ToHaveCountAsync(3);
        await page.DrawnAsync();
        await page.KeepAsync("plans-1440x900");
        (await page.Locator(".plans li").Nth(2).InnerTextAsync()).ShouldContain("children walk to school", Case.Insensitive, "a plan says what it does in a sentence");
        await page.Keyboard.PressAsync("f");
        await Assertions.Expect(page.Locator(".plans button")).ToHaveCountAsync(0);
        await page.KeepAsync("plans-wall-1440x900");
        (await page.EvaluateAsync<bool>("[...document.querySelectorAll('.plans li > *')].every((e) => e.getBoundingClientRect().bottom <= innerHeight)")).ShouldBeTrue("nothing is cut on the wall");
        await page.Keyboard.PressAsync("Escape");
        await (await Axe.OfAsync(page, "1440x900", pointed: true)).LookAndPointAsync("plans");
        await page.GetByRole(AriaRole.Group, new() { Name = "Hours" }).GetByRole(AriaRole.Button, new() { Name = "Look at it" }).ClickAsync();
        await page.UntilAsync("viewer.hello.about.title === 'Hours' && viewer.hello.about.baseline === 'Test scenario' && viewer.answer");
        await page.GetByRole(AriaRole.Group, new() { Name = "Streets" }).GetByRole(AriaRole.Button, new() { Name = "Against it" }).ClickAsync();
        await page.UntilAsync("viewer.hello.about.title === 'Hours' && viewer.hello.about.baseline === 'Streets' && viewer.answer");
        await page.GetByRole(AriaRole.Button, new() { Name = "Change", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".key")).ToContainTextAsync("can’t tell");
    }

    [Fact]
    public void SeveralPlans_WithoutTheSameChances_AreRefusedWithWords()
    {
        using Population population = SmallWorld.Population(1500);
        string a = Run(population, "a.run", string.Empty);
        string b = Run(population, "b.run", "interventions:\n  - school_street: { reach: all }\n", name: "B");
        string c = Path.Combine(folder, "c.run");
        SmallWorld.WriteRun(c, population, SmallWorld.Scenario("interventions:\n  - green_space: { reach: 10% }\n"), seed: 2);
        Should.Throw<ViewerException>(() => RunFamily.Open([a, b, c])).Message.ShouldContain("each needs one run for each seed of the first (1)");
        RunFamily.Open([a, b]).ShouldBeNull("two are a pair");
    }

    [Fact]
    public void Open_OtherPopulations_IsRefusedWithWords()
    {
        using Population few = SmallWorld.Population(1500);
        using Population many = SmallWorld.Population(1600);
        string a = Run(few, "a.run", string.Empty);
        string b = Run(many, "b.run", string.Empty);
        Should.Throw<ViewerException>(() => FilePair.Open([a, b])).Message.ShouldContain("are about other residents (1,500");
    }

    [Fact]
    public void Open_TruncatedRun_IsRefusedWithWords()
    {
        using Population population = SmallWorld.Population(1500);
        string path = Run(population, "a.run", string.Empty);
        byte[] bytes = File.ReadAllBytes(path);
        File.WriteAllBytes(path, bytes[..(bytes.Length / 3)]);
        Should.Throw<ViewerException>(() => FilePair.Open([path])).Message.ShouldContain("a.run");
    }

    [Theory]
    [InlineData(0.02)]
    [InlineData(0.2)]
    [InlineData(0.6)]
    [InlineData(0.95)]
    public async Task View_RunCutAnywhere_IsRefusedAndDoesNotCrash(double kept)
    {
        using Population population = SmallWorld.Population(1500);
        string path = Run(population, "a.run", string.Empty);
        byte[] bytes = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(path, bytes[..(int)(bytes.Length * kept)], TestContext.Current.CancellationToken);
        (await ViewerCommand.Create().Parse([path, "--port", "0"]).InvokeAsync(cancellationToken: TestContext.Current.CancellationToken)).ShouldBe(1);
    }

    [Fact]
    public void Open_RunOfAnotherVersion_NamesBothVersions()
    {
        using Population population = SmallWorld.Population(1500);
        string path = Run(population, "a.run", string.Empty);
        byte[] bytes = File.ReadAllBytes(path);

        // A run file is a SQLite database; its version is the "user version" at byte 60 of the header.
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(60), 99);
        File.WriteAllBytes(path, bytes);
        string words = Should.Throw<ViewerException>(() => FilePair.Open([path])).Message;
        words.ShouldContain("has format 99");
        words.ShouldContain($"reads format {RunFileFormat.Version}");
    }

    [Fact]
    public void Open_RunsOfOtherDays_IsRefusedWithWords()
    {
        using Population population = SmallWorld.Population(1500);
        string a = Run(population, "a.run", string.Empty);
        string b = Run(population, "b.run", string.Empty, days: 14);
        Should.Throw<ViewerException>(() => FilePair.Open([a, b])).Message.ShouldContain("Run both over the same days");
    }

    [Fact]
    public void Open_RunsOfOtherLuck_IsRefusedAsByCompare()
    {
        using Population population = SmallWorld.Population(1500);
        string a = Run(population, "a.run", string.Empty);
        string b = Path.Combine(folder, "b.run");
        SmallWorld.WriteRun(b, population, SmallWorld.Scenario(string.Empty), seed: 2);
        Should.Throw<ViewerException>(() => FilePair.Open([a, b])).Message.ShouldContain("seed: 1 in the baseline, 2 in the scenario");
    }

    [Fact]
    public void Open_RunWithoutAWeek_HasNothingToShow()
    {
        using Population population = SmallWorld.Population(1500);
        string a = Run(population, "a.run", string.Empty, days: 3);
        Should.Throw<ViewerException>(() => FilePair.Open([a])).Message.ShouldContain("it ends before its first week does");
    }

    [Fact]
    public void Open_MissingOrForeignFile_IsRefusedWithWords()
    {
        string path = Path.Combine(folder, "foreign.run");
        File.WriteAllText(path, "not a run");
        Should.Throw<ViewerException>(() => FilePair.Open([path])).Message.ShouldContain("is not a run file");
        Should.Throw<ViewerException>(() => FilePair.Open([path + "x"])).Message.ShouldContain("no such file");
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string Run(Population population, string file, string interventions, int days = 28, string name = "Test scenario")
    {
        string path = Path.Combine(folder, file);
        SmallWorld.WriteRun(path, population, SmallWorld.Scenario(interventions, days) with { Name = name });
        return path;
    }
}
