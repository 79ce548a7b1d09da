using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Simulation.Benchmarks;

/// <summary>The viewer's page at 1920 × 1080 in a browser without a window.</summary>
internal sealed class BrowserClient : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);
    private readonly HeadlessBrowser browser;
    private Dictionary<string, double> before = [];

    private BrowserClient(HeadlessBrowser browser) => this.browser = browser;

    /// <summary>Starts a browser on no page.</summary>
    public static async Task<BrowserClient> StartAsync() => new(await HeadlessBrowser.StartAsync(null, 1920, 1080, CancellationToken.None));

    /// <summary>Opens the page and waits for the warm-up.</summary>
    public async Task OpenAsync(Uri address)
    {
        await browser.NavigateAsync(address, CancellationToken.None);
        await browser.UntilAsync("window.viewer && viewer.status && viewer.status.phase === 'paused' && viewer.map.counters.frames > 0", Patience, CancellationToken.None);
    }

    /// <summary>Plays as fast as the run goes.</summary>
    /// <returns>Seconds from play to the end, by the page's own clock.</returns>
    public async Task<double> RunToTheEndAsync()
    {
        before = ProcessorSeconds(browser.ProcessId);

        // The page is asked once and answers at the end: asking again and again would be a cost of its own.
        double seconds = (await browser.EvaluateAsync(
            "new Promise((done) => { window.run = { from: performance.now(), frames: viewer.map.counters.frames, bytes: viewer.map.counters.bytes }; viewer.map.counters.busy.clear(); "
            + "viewer.map.onDraw(() => { if (viewer.status.phase === 'finished') done((performance.now() - run.from) / 1000); }); viewer.send('speed', 1000); viewer.send('play'); })",
            CancellationToken.None)).GetDouble();
        return seconds;
    }

    /// <summary>Plays as fast as the run goes, and does not wait.</summary>
    public Task PlayAsync() => browser.EvaluateAsync("viewer.send('speed', 1000), viewer.send('play'), 0", CancellationToken.None);

    /// <summary>Begins a stretch of time that <see cref="DescribeAsync"/> ends.</summary>
    public async Task BeginAsync()
    {
        before = ProcessorSeconds(browser.ProcessId);
        await browser.EvaluateAsync(
            "window.run = { frames: viewer.map.counters.frames, bytes: viewer.map.counters.bytes }, viewer.map.counters.busy.clear(), 0", CancellationToken.None);
    }

    /// <summary>What the page says of itself, in words.</summary>
    /// <param name="seconds">How long it watched.</param>
    public async Task<string> DescribeAsync(double seconds)
    {
        Dictionary<string, double> after = ProcessorSeconds(browser.ProcessId);
        JsonElement page = await browser.EvaluateAsync(
            "(() => { const c = viewer.map.counters; return { renderer: c.renderer, drawn: c.drawn, frames: c.frames - run.frames, "
            + "bytes: (c.bytes - run.bytes) / (c.frames - run.frames), last: c.frameBytes, counted: c.busy.count, median: c.busy.percentile(50), most95: c.busy.percentile(95), most: c.busy.percentile(100), heap: performance.memory.usedJSHeapSize }; })()",
            CancellationToken.None);
        double Of(string name) => page.GetProperty(name).GetDouble();
        string processors = string.Join(", ", after.Select(p => $"{p.Key} {(p.Value - before.GetValueOrDefault(p.Key)) / seconds:0.00}"));
        return $"{Of("frames") / seconds:0.0} frames a second of {Of("bytes") / 1e6:0.00} MB, the last {Of("last") / 1e6:0.00}; {Of("drawn"):N0} points drawn by {page.GetProperty("renderer").GetString()}; "
            + $"main thread a frame: median {Of("median"):0.0} ms, 95th percentile {Of("most95"):0.0}, most {Of("most"):0.0}, of {Of("counted")}; processors busy: {processors}; "
            + $"heap {Of("heap") / 1e6:0} MB, all processes of the browser {Family(browser.ProcessId).Sum(id => Field(id, "VmHWM:")) / 1000.0:0} MB at peak";
    }

    /// <summary>Ends the browser.</summary>
    public ValueTask DisposeAsync() => browser.DisposeAsync();

    /// <summary>Seconds of processor time of this process and, as Linux counts them, of the browser's by kind: browser, renderer (the page), gpu-process, utility (the network).</summary>
    private static Dictionary<string, double> ProcessorSeconds(int root)
    {
        var seconds = new Dictionary<string, double> { ["simulation and host"] = Environment.CpuUsage.TotalTime.TotalSeconds };
        foreach (int id in Family(root))
        {
            try
            {
                string kind = File.ReadAllText($"/proc/{id}/cmdline").Split('\0', ' ').FirstOrDefault(a => a.StartsWith("--type=", StringComparison.Ordinal))?[7..] ?? "browser";
                using Process process = Process.GetProcessById(id);
                seconds[kind] = seconds.GetValueOrDefault(kind) + process.TotalProcessorTime.TotalSeconds;
            }
            catch (Exception e) when (e is IOException or ArgumentException or InvalidOperationException)
            {
                // A process that has just ended.
            }
        }

        return seconds;
    }

    /// <summary>A process and all that it started, on Linux; elsewhere nothing is known of them.</summary>
    private static int[] Family(int root)
    {
        if (!OperatingSystem.IsLinux())
        {
            return [];
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
        return [.. parents.Keys.Where(Descends)];
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
