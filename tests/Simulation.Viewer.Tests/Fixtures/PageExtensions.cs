using System.Diagnostics;
using Microsoft.Playwright;

namespace Simulation.Viewer.Tests.Fixtures;

/// <summary>Waits and looks at pixels without loosening the page's security policy, which forbids evaluated waits.</summary>
internal static class PageExtensions
{
    /// <summary>Waits until an expression holds; while what it reads is not there yet, as between one run and the next, it does not.</summary>
    public static async Task UntilAsync(this IPage page, string expression, int seconds = 20)
    {
        long began = Stopwatch.GetTimestamp();
        string holds = $"(() => {{ try {{ return !!({expression}); }} catch (e) {{ if (/of (null|undefined)/.test(e.message)) return false; throw e; }} }})()";
        while (!await page.EvaluateAsync<bool>(holds))
        {
            if (Stopwatch.GetElapsedTime(began).TotalSeconds > seconds)
            {
                string status = await page.EvaluateAsync<string>("JSON.stringify([viewer.link, viewer.status, viewer.broken, viewer.notice])");
                throw new TimeoutException($"The page did not come to: {expression}. It stood at {status}");
            }

            await Task.Delay(30, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Waits until what changed has been drawn.</summary>
    public static async Task DrawnAsync(this IPage page)
    {
        await page.EvaluateAsync<bool>("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))");
        await page.UntilAsync("viewer.map.idle");
        await page.EvaluateAsync<bool>("new Promise((done) => requestAnimationFrame(() => done(true)))");
    }

    /// <summary>Keeps a picture where a folder is asked for, for people to look at.</summary>
    public static async Task KeepAsync(this IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("SIMULATION_SCREENS") is { Length: > 0 } folder)
        {
            Directory.CreateDirectory(folder);
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, name + ".png") });
        }
    }

    /// <summary>Colours of the map's pixels at a resident's position, a square of <paramref name="size"/> pixels.</summary>
    public static Task<int[][]> ColoursAtAsync(this IPage page, string pixelOf, int size) =>
        page.EvaluateAsync<int[][]>(
            "([pixelOf, size]) => { const [x, y] = eval(pixelOf); const c = document.createElement('canvas'); c.width = c.height = size;"
            + " const g = c.getContext('2d'); g.drawImage(document.querySelector('canvas'), Math.round(x - size / 2), Math.round(y - size / 2), size, size, 0, 0, size, size);"
            + " const d = g.getImageData(0, 0, size, size).data; const out = []; for (let i = 0; i < d.length; i += 4) out.push([d[i], d[i + 1], d[i + 2]]); return out; }",
            new object[] { pixelOf, size });
}
