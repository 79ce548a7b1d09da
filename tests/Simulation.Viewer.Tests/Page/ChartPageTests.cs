using System.Globalization;
using Microsoft.Playwright;
using Simulation.Viewer.Hosting;
using Simulation.Viewer.Tests.Fixtures;

namespace Simulation.Viewer.Tests.Page;

public sealed class ChartPageTests(Browser browser)
{
    // Notes what charts write: the words, and how far the widest part of them reaches beyond the canvas.
    private const string Note = """
        window.written = [];
        const write = CanvasRenderingContext2D.prototype.fillText;
        CanvasRenderingContext2D.prototype.fillText = function (text, x, y, ...rest) {
          const wide = this.measureText(text).width;
          const at = new DOMPoint(x, y).matrixTransform(this.getTransform());
          const left = this.textAlign === 'center' ? at.x - wide / 2 : this.textAlign === 'right' || this.textAlign === 'end' ? at.x - wide : at.x;
          window.written.push({ text, y: at.y, over: Math.max(-left, left + wide - this.canvas.width) });
          return write.call(this, text, x, y, ...rest);
        };
        """;

    [Fact]
    public async Task Numbers_ComeWithTheFirstWeek_AndNothingHasNoSign()
    {
        await using ViewerServer server = await ViewerServer.StartAsync(new LiveShow(new FixtureCity()), 0, share: false);
        IPage page = await browser.OpenAsync(server.Address);
        await Assertions.Expect(page.GetByText("Curves come with the first week.")).ToBeVisibleAsync();
        foreach ((double baseline, string apart) in new[] { (0.25, "±0.00"), (0.25004, "±0.00"), (0.24996, "±0.00"), (0.2501, "−0.01"), (0.2499, "+0.01") })
        {
            await page.EvaluateAsync(
                "(baseline) => { viewer.figures.clear(); viewer.figures.add({ arm: [0, 1], date: ['2000-01-02', '2000-01-02'], name: ['adults_inactive', 'adults_inactive'],"
                + " by: ['all', 'all'], stratum: ['all', 'all'], value: [0.25, baseline], count: [1, 1] }); viewer.figuresAt++; }", baseline);
            await Assertions.Expect(page.Locator("#panel .numbers > div").Nth(2)).ToContainTextAsync(apart);
        }

        await Assertions.Expect(page.GetByText("Curves come with the first week.")).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData(1280, 720, 70)]
    [InlineData(1920, 1080, 70)]
    [InlineData(3840, 2160, 140)]
    public async Task Ticks_AreEvenStepsAndNothingIsCutOff(int width, int height, int days)
    {
        await using ViewerServer server = await ViewerServer.StartAsync(new LiveShow(new FixtureCity(days: days)), 0, share: false);
        IPage page = await browser.OpenAsync(server.Address, width, height, script: Note);
        await page.UntilAsync("viewer.map.counters.frames > 0");
        await page.EvaluateAsync("viewer.turn({ id: 'school_street[1]', on: true, values: { reach: 60 } })");
        await page.EvaluateAsync($"viewer.send('until', {days})");
        await page.UntilAsync($"viewer.status.phase === 'finished' && viewer.figuresAt > 0 && viewer.settled && viewer.frame.day === {days}");
        await page.DrawnAsync();
        await page.EvaluateAsync("window.written = [], viewer.figuresAt++, 0");
        await page.UntilAsync("window.written.filter((w) => w.text.endsWith('%')).length >= 6");
        string[] texts = await page.EvaluateAsync<string[]>("window.written.map((w) => w.text)");
        texts.Count(text => char.IsAsciiDigit(text[0]) && char.IsAsciiLetter(text[^1])).ShouldBeGreaterThan(2, "dates");

        // Charts come one after the other: within each, ticks ascend by one step that their digits can say.
        decimal[] ticks = [.. texts.Where(t => t.EndsWith('%')).Select(t => decimal.Parse(t[..^1], CultureInfo.InvariantCulture))];
        decimal step = 0;
        for (int i = 1; i < ticks.Length; i++)
        {
            bool same = ticks[i] > ticks[i - 1];
            decimal next = ticks[i] - ticks[i - 1];
            (!same || step == 0 || next == step).ShouldBeTrue($"even steps in {string.Join(", ", texts)}");
            step = same ? next : 0;
        }

        string[] cut = await page.EvaluateAsync<string[]>("window.written.filter((w) => w.over > 0.5).map((w) => w.text + ' by ' + w.over)");
        cut.ShouldBeEmpty();

        // Nobody is inactive in the end, be they most or least deprived: their lines end on each other, their names do not.
        double[] apart = await page.EvaluateAsync<double[]>(
            "(() => { const y = (text) => window.written.findLast((w) => w.text === text).y; return [y('Richest') - y('Poorest'), y('With the plan') - y('Without')].map(Math.abs); })()");
        apart.Min().ShouldBeGreaterThan(12);
    }
}
