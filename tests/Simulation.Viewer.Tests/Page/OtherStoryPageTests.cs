using Microsoft.Playwright;
using Simulation.Viewer.Hosting;
using Simulation.Viewer.Protocol;
using Simulation.Viewer.Stories;
using Simulation.Viewer.Tests.Fixtures;

namespace Simulation.Viewer.Tests.Page;

/// <summary>The presenter turns to another story in the middle of a talk: the run, the curves and the days stay.</summary>
public sealed class OtherStoryPageTests(Browser browser) : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("viewer-stories").FullName;

    [Fact]
    public async Task AnotherStory_IsOpenedFromThePage_AndOneThatIsWrongSaysSoAndEndsNothing()
    {
        string first = Write("first.yaml", "story: The first\nsteps:\n  - title: One\n  - title: Two\n");
        Write("second.yaml", "story: The second\nsteps:\n  - title: Another beginning\n    caption: It is told otherwise.\n");
        Write("wrong.yaml", "story: Wrong\nsteps:\n  - title: Lost\n    place: Atlantis\n");
        Write("a-plan.yaml", "scenario: No story\nversion: 1\n");
        var city = new FixtureCity();
        var shelf = new StoryShelf(first);
        shelf.Names.ShouldBe(["first", "school-run-film", "school-run-together", "second", "wrong"]);
        await using ViewerServer server = await ViewerServer.StartAsync(new LiveShow(city, StoryReader.Read(first, city.Map.Places), shelf: shelf), 0, share: false);
        IPage page = await browser.OpenAsync(server.Address, 1440, 900, wall: true);
        IPage guest = await browser.OpenAsync(new Uri(server.Address, "?guest"), 390, 844, wall: true);
        await page.UntilAsync("viewer.status?.phase === 'paused' && viewer.hello?.story");
        await page.GetByRole(AriaRole.Button, new() { Name = "Story", Exact = true }).ClickAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await page.UntilAsync("viewer.stepIndex === 1");
        string session = await page.EvaluateAsync<string>("viewer.hello.session");
        await page.Keyboard.PressAsync("Escape");

        await page.GetByLabel("Open another story").SelectOptionAsync("wrong");
        await Assertions.Expect(page.GetByText("Atlantis")).ToBeVisibleAsync();
        (await page.EvaluateAsync<string>("viewer.hello.story.title")).ShouldBe("The first", "what cannot be told leaves the other where it is");

        await page.GetByLabel("Open another story").SelectOptionAsync("second");
        await page.UntilAsync("viewer.hello.story.title === 'The second' && viewer.stepIndex === -1");
        await page.GetByRole(AriaRole.Button, new() { Name = "Story", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Another beginning" })).ToBeVisibleAsync();
        (await page.EvaluateAsync<string>("viewer.hello.session")).ShouldBe(session, "the run goes on");
        await guest.UntilAsync("viewer.hello.story.title === 'The second' && viewer.stepIndex === 0");
        (await guest.EvaluateAsync<int>("viewer.hello.stories.length")).ShouldBe(0, "guests steer nothing");
    }

    [Fact]
    public void Shelf_WithoutAStory_HoldsThoseThatTheProgramBrings()
    {
        var shelf = new StoryShelf();
        shelf.Names.ShouldBe(["school-run-film", "school-run-together"]);
        Story told = shelf.Read("school-run-together", ["Liverpool", "Sefton", "Knowsley", "St. Helens", "Wirral", "Halton", "Warrington", "Cheshire West and Chester", "Cheshire East"]);
        told.Steps.Count.ShouldBeGreaterThan(3);
        Should.Throw<ViewerException>(() => shelf.Read("nothing", [])).Message.ShouldContain("school-run-together");
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string Write(string name, string text)
    {
        string file = Path.Combine(folder, name);
        File.WriteAllText(file, text);
        return file;
    }
}
