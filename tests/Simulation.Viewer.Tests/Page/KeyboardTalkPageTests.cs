using Microsoft.Playwright;
using Simulation.Viewer.Tests.CommandLine;
using Simulation.Viewer.Tests.Fixtures;

namespace Simulation.Viewer.Tests.Page;

/// <summary>A whole talk without a pointer: every control is reached with Tab, seen to be where the keyboard stands, and obeys.</summary>
public sealed class KeyboardTalkPageTests(Browser browser)
{
    private const int Seconds = 90;
    private const int MostTabs = 120;

    [Fact]
    public async Task AWholeTalk_ByKeyboardAlone()
    {
        using RunningViewer viewer = RunningViewer.Start(
            "--share", "--story", Checkout.Find("viewer", "stories", "school-run-together.yaml"), "--residents", "9000", "--port", "0");
        Uri address = await viewer.AddressAsync();
        IPage page = await browser.OpenAsync(address, wall: true);
        await page.UntilAsync("viewer.status?.day >= 28 && viewer.status.phase === 'paused' && viewer.answer && viewer.map.idle", Seconds);

        // The wall in full, the story step by step, and back.
        await page.Keyboard.PressAsync("f");
        await page.UntilAsync("document.querySelector('main canvas').getBoundingClientRect().width === innerWidth");
        int steps = await page.EvaluateAsync<int>("viewer.hello.story.steps.length");
        for (int step = 0; step < steps; step++)
        {
            await page.Keyboard.PressAsync(step % 2 == 0 ? "PageDown" : "ArrowRight");
            await page.UntilAsync($"viewer.stepIndex === {step}");
            await page.UntilAsync("viewer.status.phase === 'paused'", Seconds);
        }

        await page.Keyboard.PressAsync("ArrowLeft");
        await page.UntilAsync($"viewer.stepIndex === {steps - 2}");
        await page.Keyboard.PressAsync("b");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Show the picture again" })).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("b");
        await page.Keyboard.PressAsync("Escape");
        await page.UntilAsync("viewer.stepIndex === -1");
        await page.Keyboard.PressAsync("Escape");
        await page.UntilAsync("!viewer.bare && viewer.status.phase === 'paused'", Seconds);

        // Three views, by Tab and Enter.
        foreach ((string name, string outlook) in new[] { ("Change", "change"), ("Street", "street"), ("Everybody", "everybody") })
        {
            await TabToAsync(page, name);
            await page.Keyboard.PressAsync("Enter");
            await page.UntilAsync($"viewer.outlook === '{outlook}' && viewer.map.idle");
        }

        // A lever is pulled, days pass, and the pull is taken back.
        int day = await page.EvaluateAsync<int>("viewer.status.day");
        await TabToAsync(page, string.Empty, "input[type=range]");
        await page.Keyboard.PressAsync("ArrowLeft");
        await page.UntilAsync("viewer.pulls.length === 1");
        await TabToAsync(page, "Play");
        await page.Keyboard.PressAsync("Enter");
        await page.UntilAsync($"viewer.status.day > {day} + 3", Seconds);
        await page.Keyboard.PressAsync("Space");
        await page.UntilAsync("viewer.status.phase === 'paused'");
        await TabToAsync(page, "Undo last pull");
        await page.Keyboard.PressAsync("Enter");
        await page.UntilAsync("viewer.pulls.length === 0 && viewer.status.phase === 'paused'", Seconds);

        // The room is asked, and told.
        await page.Keyboard.PressAsync("j");
        await TabToAsync(page, "Ask: what next?");
        await page.Keyboard.PressAsync("Enter");
        await page.UntilAsync("viewer.room?.vote?.open === true");
        await TabToAsync(page, "Tell what the model says");
        await page.Keyboard.PressAsync("Enter");
        await page.UntilAsync("viewer.room?.vote?.open === false");
        await TabToAsync(page, "Take it away");
        await page.Keyboard.PressAsync("Enter");
        await page.UntilAsync("!viewer.room?.vote");
        await page.Keyboard.PressAsync("j");

        // Another plan is opened from a list.
        await TabToAsync(page, string.Empty, "label.open select");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.UntilAsync("viewer.status?.day >= 28 && viewer.status.phase === 'paused' && viewer.answer", Seconds);
        await TabToAsync(page, "Play");
        await page.Keyboard.PressAsync("?");
        await Assertions.Expect(page.GetByText("Next and previous step of the story (clicker)")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
    }

    // Goes on with Tab until a control has the focus, and holds that it can be seen where the keyboard stands.
    private static async Task TabToAsync(IPage page, string name, string? selector = null)
    {
        for (int i = 0; i < MostTabs; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            bool there = selector is null
                ? await page.EvaluateAsync<bool>("(name) => { const a = document.activeElement; return !!a && (a.getAttribute('aria-label') ?? a.textContent ?? '').trim() === name && !a.disabled; }", name)
                : await page.Locator(selector).EvaluateAllAsync<bool>("(all) => all.includes(document.activeElement)");
            if (there)
            {
                (await page.EvaluateAsync<bool>("document.activeElement.matches(':focus-visible')")).ShouldBeTrue();
                (await page.EvaluateAsync<double>("document.activeElement.getBoundingClientRect().width")).ShouldBeGreaterThan(0);
                return;
            }
        }

        throw new InvalidOperationException($"Tab never came to {(selector ?? name)}.");
    }
}
