using Microsoft.Playwright;
using Simulation.Viewer.Hosting;
using Simulation.Viewer.Protocol;
using Simulation.Viewer.Tests.Fixtures;

namespace Simulation.Viewer.Tests.Page;

/// <summary>Every screen in every state, on every size of screen: axe finds nothing, also where the pointer is and where the keyboard stands.</summary>
public sealed class AccessibilityPageTests(Browser browser)
{
    private static readonly Story Story = new("A story",
    [
        new StoryStep("First finding", "Caption one", "Notes one", null, null, null, null, "adults_inactive", null, null),
        new StoryStep("In Easttown nearly a third of homes have no car", "Caption two", "Notes two", "Easttown", null, null, null, null, null, null),
    ]);

    public static TheoryData<int, int> Sizes => new() { { 390, 844 }, { 844, 390 }, { 1280, 720 }, { 1920, 1080 }, { 3840, 2160 } };

    [Theory]
    [MemberData(nameof(Sizes))]
    public async Task WallLeversStoryAndRoom_InEveryState(int width, int height)
    {
        await using ViewerServer server = await StartAsync();
        IPage page = await browser.OpenAsync(server.Address, width, height, wall: true);
        await RunAsync(page);
        var axe = await Axe.OfAsync(page, $"{width}x{height}", pointed: width == 1280);
        await axe.LookAsync("everybody");
        await page.KeepAsync($"a11y-everybody-{width}x{height}");
        await axe.PointAsync();
        foreach (string outlook in new[] { "change", "street" })
        {
            await page.EvaluateAsync($"viewer.setOutlook('{outlook}'), viewer.map.{(outlook == "street" ? "toStreet" : "home")}(), 0");
            await page.DrawnAsync();
            await axe.LookAsync(outlook);
            await page.KeepAsync($"a11y-{outlook}-{width}x{height}");
        }

        await page.EvaluateAsync("viewer.setOutlook('everybody'), viewer.map.home(), viewer.turn({ id: 'school_street[1]', on: true, values: { reach: 95 } }), 0");
        await page.UntilAsync("viewer.warnings.length === 1 && viewer.notice");
        await page.EvaluateAsync("document.querySelectorAll('details').forEach((d) => (d.open = true)), 0");
        await axe.LookAsync("a warning");
        await page.KeepAsync($"a11y-warning-{width}x{height}");
        await page.EvaluateAsync("viewer.notice = null, viewer.inviting = true, viewer.order({ do: 'ask', question: 'How many more?', choices: ['few', 'many'] }), 0");
        await page.UntilAsync("viewer.room?.vote");
        await axe.LookAsync("a vote");
        await page.KeepAsync($"a11y-vote-{width}x{height}");
        await axe.PointAsync();
        await page.EvaluateAsync("viewer.order({ do: 'tell', words: '' }), viewer.inviting = false, viewer.help = true, 0");
        await axe.LookAsync("help");
        await page.EvaluateAsync("viewer.help = false, viewer.turnLight(), 0");
        await page.DrawnAsync();
        await axe.LookAsync("light");
        await axe.PointAsync();
        await page.KeepAsync($"a11y-light-{width}x{height}");
        await page.EvaluateAsync("viewer.turnLight(), viewer.send('show', 14), 0");
        await page.UntilAsync("viewer.status.shownDay < viewer.status.day");
        await axe.LookAsync("looking back");
        await page.EvaluateAsync("viewer.bare = true, 0");
        await page.DrawnAsync();
        await axe.LookAsync("the wall alone");
        await page.EvaluateAsync("viewer.bare = false, 0");
        for (int step = 1; step <= 2; step++)
        {
            await page.Keyboard.PressAsync("PageDown");
            await page.DrawnAsync();
            await axe.LookAsync($"step {step}");
            await axe.PointAsync();
        }

        await page.Keyboard.PressAsync("Escape");
        await page.EvaluateAsync("viewer.black = true, 0");
        await axe.LookAsync("black");
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public async Task CloserLook_InEveryPanel(int width, int height)
    {
        await using ViewerServer server = await StartAsync();
        IPage page = await browser.OpenAsync(server.Address, width, height);
        await RunAsync(page);
        var axe = await Axe.OfAsync(page, $"{width}x{height}", pointed: width == 1280);
        await page.KeepAsync($"a11y-closer-{width}x{height}");
        foreach (string tab in new[] { "curves", "places", "ages", "fifths", "levers", "resident" })
        {
            await page.EvaluateAsync($"viewer.tab = '{tab}', 0");
            if (tab == "resident")
            {
                await page.EvaluateAsync("viewer.send('resident', 5), 0");
                await page.UntilAsync("viewer.resident");
            }

            await axe.LookAsync(tab);
            await axe.PointAsync("#panel");
        }

        foreach (string compare in new[] { "difference", "side", "swipe" })
        {
            await page.EvaluateAsync($"viewer.setCompare('{compare}'), 0");
            await page.DrawnAsync();
            await axe.LookAsync(compare);
        }

        await axe.PointAsync(".picker");
        await axe.PointAsync("footer");
        await axe.PointAsync("header");
    }

    [Theory]
    [InlineData(390, 844)]
    [InlineData(844, 390)]
    [InlineData(768, 1024)]
    [InlineData(1024, 768)]
    public async Task PhoneAndTablet_WithTheWallAndVoting(int width, int height)
    {
        await using ViewerServer server = await StartAsync();
        IPage wall = await browser.OpenAsync(server.Address, wall: true);
        await RunAsync(wall);
        IPage phone = await browser.OpenAsync(new Uri(server.Address, "?guest"), width, height, wall: true);
        await phone.UntilAsync("viewer.answer && viewer.map.idle");
        await phone.DrawnAsync();
        var axe = await Axe.OfAsync(phone, $"phone {width}x{height}");
        await axe.LookAsync("with the wall");
        await phone.KeepAsync($"a11y-phone-{width}x{height}");
        (await phone.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth && document.documentElement.scrollHeight <= innerHeight")).ShouldBeTrue("no scroll");
        await wall.EvaluateAsync("viewer.order({ do: 'ask', question: 'How many more will do it?', choices: ['Fewer than 5,000', '5,000 to 15,000', '15,000 to 30,000', 'More than 30,000'] }), 0");
        await phone.UntilAsync("viewer.room?.vote");
        await axe.LookAsync("a vote");
        await axe.PointAsync();
        await phone.KeepAsync($"a11y-phone-vote-{width}x{height}");
        await wall.EvaluateAsync("viewer.turnLight(), viewer.order({ do: 'tell', words: 'Many.' }), 0");
        await phone.UntilAsync("viewer.theme === 'light' && viewer.room.vote.result");
        await axe.LookAsync("the answer, light");
    }

    [Fact]
    public async Task Notes_InTheSecondWindow()
    {
        await using ViewerServer server = await StartAsync();
        IPage page = await browser.OpenAsync(server.Address, wall: true);
        await RunAsync(page);
        IPage notes = await page.RunAndWaitForPopupAsync(() => page.Keyboard.PressAsync("n"));
        await (await Axe.OfAsync(notes, "notes")).LookAsync("before the story");
        await page.Keyboard.PressAsync("PageDown");
        await Assertions.Expect(notes.GetByText("Notes one")).ToBeVisibleAsync();
        await (await Axe.OfAsync(notes, "notes")).LookAsync("a step");
    }

    private static Task<ViewerServer> StartAsync() => ViewerServer.StartAsync(new LiveShow(new FixtureCity(), Story), 0, share: false);

    private static async Task RunAsync(IPage page)
    {
        await page.UntilAsync("viewer.status?.phase === 'paused' && viewer.levers.length > 0");
        await page.EvaluateAsync("viewer.turn({ id: 'school_street[1]', on: true, values: { reach: 60 } }), viewer.send('until', 28), 0");
        await page.UntilAsync("viewer.status.day >= 28 && viewer.status.phase === 'paused' && viewer.map.idle");
        await page.EvaluateAsync("viewer.lookAt('adults_inactive'), 0");
        await page.UntilAsync("viewer.answer?.indicator === 'adults_inactive' && viewer.figures.get(0, 'adults_inactive', 'all', 'all')?.values.length === 4");
        await page.DrawnAsync();
    }
}
