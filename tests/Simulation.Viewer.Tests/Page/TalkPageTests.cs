using Microsoft.Playwright;
using Simulation.Viewer.Tests.CommandLine;
using Simulation.Viewer.Tests.Fixtures;

namespace Simulation.Viewer.Tests.Page;

/// <summary>Walks through docs/presenting.md line by line, as somebody does who has never presented this: the numbers are the guide's.</summary>
public sealed class TalkPageTests(Browser browser)
{
    private const int Seconds = 60;
    private static readonly string Guide = File.ReadAllText(Checkout.Find("viewer", "docs", "presenting.md"));

    [Fact]
    public async Task FiveMinutesFromNothingToATalk_EveryLineDoesWhatItSays()
    {
        // 1 and 2: the command of the guide, with the few residents of a rehearsal.
        Guide.ShouldContain("simulate view --share --story viewer/stories/school-run-together.yaml");
        using RunningViewer viewer = RunningViewer.Start(
            "--share", "--story", Checkout.Find("viewer", "stories", "school-run-together.yaml"), "--residents", "12000", "--port", "0");
        Uri address = await viewer.AddressAsync();
        IPage page = await browser.OpenAsync(address, wall: true);
        await page.UntilAsync("viewer.status?.day >= 28 && viewer.status.phase === 'paused' && viewer.answer && viewer.settled", Seconds);
        (await SentenceAsync(page)).ShouldContain("children walked to school");
        (await page.EvaluateAsync<int>("viewer.map.counters.drawn")).ShouldBeGreaterThan(0, "it opens on an effect");
        await BeforeTheRoomComesInAsync(page);
        await TheTalkAsync(page);
        await LetTheRoomDecideAsync(page, address);
        await PullLookAndTakeBackAsync(page);
        await WhenSomethingGoesWrongAsync(page);
    }

    // 3 and 4.
    private static async Task BeforeTheRoomComesInAsync(IPage page)
    {
        await page.Keyboard.PressAsync("f");
        await Assertions.Expect(Button(page, "Play")).ToHaveCountAsync(0);
        (await page.EvaluateAsync<bool>("document.querySelector('main canvas').getBoundingClientRect().width === innerWidth")).ShouldBeTrue("the wall alone");
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(Button(page, "Play")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("t");
        await page.UntilAsync("viewer.theme === 'light'");
        await page.Keyboard.PressAsync("t");
        double before = await HeadlineSizeAsync(page);
        await page.Keyboard.PressAsync("f");
        double wall = await HeadlineSizeAsync(page);
        await page.Keyboard.PressAsync("l");
        (await HeadlineSizeAsync(page)).ShouldBeGreaterThan(wall, "larger type");
        await page.Keyboard.PressAsync("l");
        await page.Keyboard.PressAsync("Escape");
        (await HeadlineSizeAsync(page)).ShouldBe(before);
    }

    // 5 to 8.
    private static async Task TheTalkAsync(IPage page)
    {
        IPage notes = await page.RunAndWaitForPopupAsync(() => page.Keyboard.PressAsync("n"));
        await page.Keyboard.PressAsync("PageDown");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "One school morning" })).ToBeVisibleAsync();
        await Assertions.Expect(notes.GetByText("Every light is a synthetic resident")).ToBeVisibleAsync();
        await Assertions.Expect(notes.GetByText("Next: Four levers act at once")).ToBeVisibleAsync();
        await page.UntilAsync("viewer.status.day === 190 && viewer.status.phase === 'paused'", Seconds);
        await page.Keyboard.PressAsync("PageDown");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Four levers act at once" })).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("PageUp");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "One school morning" })).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(Button(page, "Play")).ToBeVisibleAsync();
        await page.DrawnAsync();
        await page.Keyboard.PressAsync("0");
        await page.DrawnAsync();
        double whole = await ScaleAsync(page);
        await page.Keyboard.PressAsync("1");
        await page.UntilAsync($"viewer.map.camera.scale > {whole} * 1.5 && viewer.map.idle");
        double place = await ScaleAsync(page);
        await page.Keyboard.PressAsync("+");
        await page.UntilAsync($"viewer.map.camera.scale > {place}");
        await page.Keyboard.PressAsync("-");
        await page.Keyboard.PressAsync("0");
        await page.UntilAsync($"Math.abs(viewer.map.camera.scale / {whole} - 1) < 0.01");
        await Button(page, "Street").ClickAsync();
        await page.UntilAsync($"viewer.map.camera.scale > {whole} * 20 && viewer.map.idle");
        await page.KeepAsync("talk-street-1280x720");
        await Button(page, "Change").ClickAsync();
        await Assertions.Expect(page.GetByText("chance could explain stay grey")).ToBeVisibleAsync();
        await page.UntilAsync($"Math.abs(viewer.map.camera.scale / {whole} - 1) < 0.01");
        await page.KeepAsync("talk-change-1280x720");
        await Button(page, "Everybody").ClickAsync();
    }

    // 9 and 10.
    private async Task LetTheRoomDecideAsync(IPage page, Uri address)
    {
        await page.Keyboard.PressAsync("j");
        await Assertions.Expect(page.GetByRole(AriaRole.Img, new() { Name = "QR code" })).ToBeVisibleAsync();
        string code = await page.Locator("aside .code").InnerTextAsync();
        IPage phone = await browser.OpenAsync(new Uri(address, "?guest"), 390, 844, wall: true);
        await phone.GetByLabel("Join code").FillAsync(code);
        await Button(phone, "Join").ClickAsync();
        await phone.UntilAsync("viewer.answer && viewer.map.idle");
        (await SentenceAsync(phone)).ShouldBe(await SentenceAsync(page));
        await Button(page, "Ask: what next?").ClickAsync();
        await phone.GetByRole(AriaRole.Group, new() { Name = "Your vote" }).GetByRole(AriaRole.Button).First.ClickAsync();
        await Assertions.Expect(page.GetByText("1 of 1 have answered")).ToBeVisibleAsync();
        await page.KeepAsync("talk-vote-1280x720");
        await Button(page, "Tell what the model says").ClickAsync();
        await Assertions.Expect(phone.GetByText("The vote is over")).ToBeVisibleAsync();
        await Button(page, "Take it away").ClickAsync();
        await Button(page, "Ask: how many?").ClickAsync();
        await Assertions.Expect(phone.GetByText("How many more will do it?")).ToBeVisibleAsync();
        await Button(page, "Tell what the model says").ClickAsync();
        await Button(page, "Take it away").ClickAsync();
        await page.Keyboard.PressAsync("j");
        await Assertions.Expect(page.Locator("aside[aria-label='The room']")).ToHaveCountAsync(0);
        await phone.Context.CloseAsync();
    }

    // 11 to 13.
    private static async Task PullLookAndTakeBackAsync(IPage page)
    {
        int day = await page.EvaluateAsync<int>("viewer.status.day");
        await page.GetByRole(AriaRole.Slider).First.FocusAsync();
        await page.Keyboard.PressAsync("ArrowLeft");
        await page.UntilAsync($"viewer.pulls.length === 1 && viewer.pulls[0].day === {day} + 1");
        await Assertions.Expect(page.Locator(".curve circle.flag")).ToHaveCountAsync(1);
        await page.Locator("aside summary").First.ClickAsync();
        await Assertions.Expect(page.Locator("aside details p").First).ToBeVisibleAsync();
        await Button(page, "Play").ClickAsync();
        await page.UntilAsync($"viewer.status.day > {day} + 7", Seconds);
        await Button(page, "Pause").ClickAsync();
        await page.UntilAsync("viewer.status.phase === 'paused'");
        await page.KeepAsync("talk-pull-1280x720");
        int far = await page.EvaluateAsync<int>("viewer.status.day");
        await Button(page, "Undo last pull").ClickAsync();
        await page.UntilAsync($"viewer.pulls.length === 0 && viewer.status?.day === {far} && viewer.status.phase === 'paused'", Seconds);
        await Button(page, "Week back").ClickAsync();
        await page.UntilAsync("viewer.status.shownDay < viewer.status.day && viewer.status.school === 'school day'");
        int shown = await page.EvaluateAsync<int>("viewer.status.shownDay");
        await Button(page, "Try from here").ClickAsync();
        await page.UntilAsync($"viewer.status?.day === {shown} && viewer.status.phase === 'paused'", Seconds);
        IDownload download = await page.RunAndWaitForDownloadAsync(() => Button(page, "Save as YAML").ClickAsync());
        (await File.ReadAllTextAsync(await download.PathAsync(), TestContext.Current.CancellationToken)).ShouldContain("scenario: School run together");
        await Button(page, "Begin again").ClickAsync();
        await page.UntilAsync("viewer.status?.day === 0 && viewer.status.phase === 'paused'", Seconds);
        await page.GetByLabel("Open another plan").SelectOptionAsync("brief-advice");
        await page.UntilAsync("viewer.hello.about.title.toLowerCase().includes('advice') && viewer.status?.day >= 28 && viewer.status.phase === 'paused' && viewer.answer", Seconds);
        (await page.EvaluateAsync<string>("viewer.topic")).ShouldBe("adults_inactive", "another plan opens on what it is about");
        await page.KeepAsync("talk-another-1280x720");
    }

    // The last lines.
    private static async Task WhenSomethingGoesWrongAsync(IPage page)
    {
        await page.EvaluateAsync("viewer.turn({ id: 'nothing[9]', on: true, values: {} }), 0");
        await Assertions.Expect(page.GetByText("There is no lever")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("b");
        await Assertions.Expect(Button(page, "Show the picture again")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("b");
        await Assertions.Expect(Button(page, "Play")).ToBeEnabledAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Look closer" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Tab, new() { Name = "Places" })).ToBeVisibleAsync();
    }

    private static ILocator Button(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    private static async Task<string> SentenceAsync(IPage page) => (await page.Locator("main h1").InnerTextAsync()).ReplaceLineEndings(" ").Replace('\u00a0', ' ');

    private static Task<double> HeadlineSizeAsync(IPage page) => page.EvaluateAsync<double>("parseFloat(getComputedStyle(document.querySelector('main h1')).fontSize)");

    private static Task<double> ScaleAsync(IPage page) => page.EvaluateAsync<double>("viewer.map.camera.scale");
}
