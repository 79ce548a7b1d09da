using System.Globalization;
using Simulation.Viewer.CommandLine;
using Simulation.Viewer.Hosting;
using Simulation.Viewer.Stories;

namespace Simulation.Viewer.Rendering;

/// <summary>Draws every step of a story to a PNG, without a window.</summary>
internal static class StoryRenderer
{
    // A step that plays is drawn as it stands four weeks on, or at the end of the run.
    private const int DaysPlayed = 28;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>Writes <c>step-01.png</c>, <c>step-02.png</c> … into a folder.</summary>
    /// <exception cref="ViewerException">A picture cannot be made; those made before remain.</exception>
    public static async Task RenderAsync(
        ViewerServer server, Story story, string folder, string? browser, int width, int height, TextWriter output, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        await using HeadlessBrowser page = await HeadlessBrowser.StartAsync(browser, width, height, cancellation);
        await page.NavigateAsync(server.Address, cancellation);
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
        await page.EvaluateAsync(string.Create(CultureInfo.InvariantCulture, $"window.from = viewer.status.day, viewer.walkTo({index})"), cancellation);
        if (step.Play is not null)
        {
            await page.EvaluateAsync("viewer.send('speed', 1000)", cancellation);
            await page.UntilAsync($"viewer.status.day >= window.from + {DaysPlayed} || viewer.status.phase !== 'playing' && viewer.status.day > window.from", Patience, cancellation);
            await page.EvaluateAsync("viewer.send('pause')", cancellation);
        }

        await page.UntilAsync("viewer.status.phase !== 'playing' && viewer.settled", Patience, cancellation);

        // The flight to the step's place takes a second.
        await page.EvaluateAsync("new Promise((done) => setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(done)), 1500))", cancellation);
    }
}
