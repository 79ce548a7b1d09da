using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Simulation.Viewer.Rendering;

namespace Simulation.Benchmarks;

/// <summary>The viewer's page at 1920 × 1080 in a browser without a window.</summary>
internal sealed class BrowserClient : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);
    private readonly HeadlessBrowser browser;

    private BrowserClient(HeadlessBrowser browser) => this.browser = browser;

    /// <summary>Opens the page and waits for the warm-up.</summary>
    public static async Task<BrowserClient> OpenAsync(Uri address)
    {
        var client = new BrowserClient(await HeadlessBrowser.StartAsync(null, 1920, 1080, CancellationToken.None));
        await client.browser.NavigateAsync(address, CancellationToken.None);
        await client.browser.UntilAsync("window.viewer && viewer.status && viewer.status.phase === 'paused' && viewer.map.counters.frames > 0", Patience, CancellationToken.None);
        return client;
    }

    /// <summary>Plays as fast as the run goes.</summary>
    /// <returns>Seconds from play to the end, by the page's own clock.</returns>
    public async Task<double> RunToTheEndAsync()
    {
        await browser.EvaluateAsync(
            "window.run = { from: performance.now(), frames: viewer.map.counters.frames }, viewer.send('speed', 1000), viewer.send('play'), "
            + "window.run.clock = setInterval(() => { if (viewer.status.phase === 'finished') { window.run.to ??= performance.now(); clearInterval(window.run.clock); } }, 4), 0",
            CancellationToken.None);
        await browser.UntilAsync("window.run.to", Patience, CancellationToken.None);
        return (await browser.EvaluateAsync("(run.to - run.from) / 1000", CancellationToken.None)).GetDouble();
    }

    /// <summary>What the page says of itself, in words.</summary>
    /// <param name="seconds">How long it watched.</param>
    public async Task<string> DescribeAsync(double seconds)
    {
        JsonElement page = await browser.EvaluateAsync(
            "(() => { const c = viewer.map.counters; const b = [...c.busy].sort((x, y) => x - y); return { renderer: c.renderer, drawn: c.drawn, frames: c.frames - run.frames, "
            + "bytes: c.frameBytes, median: b[b.length >> 1], most: b[b.length - 1], heap: performance.memory.usedJSHeapSize }; })()",
            CancellationToken.None);
        double Of(string name) => page.GetProperty(name).GetDouble();
        return $"{Of("frames") / seconds:0.0} frames a second of {Of("bytes") / 1e6:0.00} MB; {Of("drawn"):N0} points drawn by {page.GetProperty("renderer").GetString()}; main thread {Of("median"):0.0} ms a frame (median of the last 60, most {Of("most"):0.0}); "
            + $"heap {Of("heap") / 1e6:0} MB, all processes of the browser {Megabytes(browser.ProcessId):0} MB at peak";
    }

    /// <summary>Ends the browser.</summary>
    public ValueTask DisposeAsync() => browser.DisposeAsync();

    /// <summary>Peak memory of a process and all that it started, as Linux counts it; not known elsewhere.</summary>
    private static double Megabytes(int root)
    {
        if (!OperatingSystem.IsLinux())
        {
            return double.NaN;
        }

        var parents = new Dictionary<int, int>();
        foreach (Process process in Process.GetProcesses())
        {
            using (process)
            {
                parents[process.Id] = (int)Field(process.Id, "PPid:");
            }
        }

        bool Descends(int id) => id == root || (parents.TryGetValue(id, out int parent) && parent > 1 && Descends(parent));
        return parents.Keys.Where(Descends).Sum(id => Field(id, "VmHWM:")) / 1000.0;
    }

    private static long Field(int process, string name)
    {
        try
        {
            string? line = File.ReadLines($"/proc/{process}/status").FirstOrDefault(l => l.StartsWith(name, StringComparison.Ordinal));
            return line is null ? 0 : long.Parse(line[name.Length..].Replace("kB", string.Empty, StringComparison.Ordinal).Trim(), CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
