using System.Globalization;
using Simulation.Viewer.Hosting;
using Simulation.Viewer.Protocol;

namespace Simulation.Viewer.Rendering;

/// <summary>Draws every step of a story to a PNG, without a window.</summary>
internal static class StoryRenderer
{
    // A step that plays is drawn as it stands four weeks on, or at the end of the run.
    private const int DaysPlayed = 28;

    // Summer, in days.
    private const int LongestHoliday = 50;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>Writes <c>step-01.png</c>, <c>step-02.png</c> … into a folder.</summary>
    /// <exception cref="ViewerException">A picture cannot be made; those made before remain.</exception>
    public static async Task RenderAsync(
        ViewerServer server, Story story, string folder, string? browser, int width, int height, TextWriter output, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        await using HeadlessBrowser page = await HeadlessBrowser.StartAsync(browser, width, height, cancellation);
        await page.NavigateAsync(new Uri(server.Address, "?still"), cancellation);
        await page.UntilAsync("window.viewer && viewer.status && viewer.status.phase !== 'warming up' && viewer.canDraw", Patience, cancellation);
        for (int step = 0; step < story.Steps.Count; step++)
        {
            await Walk(page, step, story.Steps[step], cancellation);
            string file = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"step-{step + 1:00}.png"));
            await File.WriteAllBytesAsync(file, await page.PictureAsync(cancellation), cancellation);
            await output.WriteLineAsync(file);
        }
    }

    private static async Task Walk(HeadlessBrowser page, int index, StoryStep step, CancellationToken cancellation)
    {
        await page.EvaluateAsync(string.Create(CultureInfo.InvariantCulture, $"window.from = viewer.status.day, walkTo({index})"), cancellation);
        if (step.Play is not null)
        {
            await page.EvaluateAsync("viewer.send('speed', 1000)", cancellation);
            await page.UntilAsync($"viewer.status.day >= window.from + {DaysPlayed} || viewer.status.phase !== 'playing' && viewer.status.day > window.from", Patience, cancellation);
            await page.EvaluateAsync("viewer.send('pause')", cancellation);
            await page.UntilAsync("viewer.status.phase !== 'playing'", Patience, cancellation);
            await ToSchoolDay(page, cancellation);
        }

        // The flight to the step's place takes a second; then the map stands still.
        await page.EvaluateAsync("new Promise((done) => setTimeout(done, 1500))", cancellation);
        await page.UntilAsync("viewer.status.phase !== 'playing' && viewer.settled", Patience, cancellation);
        await page.EvaluateAsync("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))", cancellation);
    }

    // A picture of a Sunday or of half-term shows nobody on the way to school: a played step is drawn on a school day.
    // Finished runs have only weeks to show and stay where they are.
    private static async Task ToSchoolDay(HeadlessBrowser page, CancellationToken cancellation)
    {
        const string Steps = "viewer.status.phase === 'paused' && viewer.hello.mode !== 'runs' && viewer.status.school !== 'school day'";
        for (int i = 0; i < LongestHoliday; i++)
        {
            if ((await page.EvaluateAsync($"!!({Steps})", cancellation)).ValueKind != System.Text.Json.JsonValueKind.True)
            {
                return;
            }

            await page.EvaluateAsync("window.from = viewer.status.day, viewer.send('step')", cancellation);
            await page.UntilAsync("viewer.status.day > window.from && viewer.status.phase !== 'playing'", Patience, cancellation);
        }
    }
}
