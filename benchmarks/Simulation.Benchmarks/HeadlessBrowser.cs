using System.Diagnostics;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text.Json;
using Simulation.Viewer;

namespace Simulation.Benchmarks;

/// <summary>A browser without a window, steered over its own debugging socket on this machine.</summary>
internal sealed class HeadlessBrowser : IAsyncDisposable
{
    private static readonly string[] Usual =
    [
        "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/usr/bin/microsoft-edge",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe", @"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    ];

    private readonly Process process;
    private readonly string profile;
    private readonly ClientWebSocket socket = new();
    private int lastId;

    private HeadlessBrowser(Process process, string profile)
    {
        this.process = process;
        this.profile = profile;
    }

    /// <summary>Starts a browser on a page of the given size.</summary>
    /// <exception cref="ViewerException">There is none, or it does not start.</exception>
    public static async Task<HeadlessBrowser> StartAsync(string? executable, int width, int height, CancellationToken cancellation)
    {
        executable ??= Usual.FirstOrDefault(File.Exists)
            ?? throw new ViewerException("No Chrome, Chromium or Edge was found to draw with; name one with --browser.");
        string profile = Directory.CreateTempSubdirectory("simulate-viewer").FullName;
        var start = new ProcessStartInfo(executable) { RedirectStandardError = true, RedirectStandardOutput = true };
        string[] arguments =
        [
            "--headless", "--remote-debugging-port=0", $"--user-data-dir={profile}", "--no-first-run", "--hide-scrollbars", "--mute-audio",
            "--enable-unsafe-swiftshader", "--disable-background-networking", $"--window-size={width},{height}", "about:blank",
        ];
        Array.ForEach(arguments, start.ArgumentList.Add);
        if (OperatingSystem.IsLinux() && Environment.UserName == "root")
        {
            // Chromium refuses to sandbox for root, which is how containers run.
            start.ArgumentList.Insert(0, "--no-sandbox");
        }

        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new ViewerException($"{executable} does not start: {e.Message}", e);
        }

        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        var browser = new HeadlessBrowser(process, profile);
        try
        {
            await browser.ConnectAsync(cancellation);
            await browser.SendAsync("Emulation.setDeviceMetricsOverride", new { width, height, deviceScaleFactor = 1, mobile = false }, cancellation);
            return browser;
        }
        catch
        {
            await browser.DisposeAsync();
            throw;
        }
    }

    /// <summary>The browser's process.</summary>
    public int ProcessId => process.Id;

    /// <summary>Opens an address.</summary>
    public Task NavigateAsync(Uri address, CancellationToken cancellation) => SendAsync("Page.navigate", new { url = address.ToString() }, cancellation);

    /// <summary>Value of an expression in the page; promises are waited for.</summary>
    public async Task<JsonElement> EvaluateAsync(string expression, CancellationToken cancellation)
    {
        JsonElement answer = await SendAsync("Runtime.evaluate", new { expression, returnByValue = true, awaitPromise = true }, cancellation);
        return answer.TryGetProperty("exceptionDetails", out JsonElement error)
            ? throw new ViewerException($"The page failed: {error.GetProperty("text").GetString()}")
            : answer.GetProperty("result").TryGetProperty("value", out JsonElement value) ? value : default;
    }

    /// <summary>Waits until an expression holds.</summary>
    /// <exception cref="ViewerException">It does not within the time.</exception>
    public async Task UntilAsync(string expression, TimeSpan patience, CancellationToken cancellation)
    {
        long began = Stopwatch.GetTimestamp();
        while ((await EvaluateAsync($"!!({expression})", cancellation)).ValueKind != JsonValueKind.True)
        {
            if (Stopwatch.GetElapsedTime(began) > patience)
            {
                throw new ViewerException($"The page was not ready within {patience.TotalSeconds:0} seconds. Try fewer --residents.");
            }

            await Task.Delay(50, cancellation);
        }
    }

    /// <summary>Ends the browser and removes its profile.</summary>
    public async ValueTask DisposeAsync()
    {
        socket.Dispose();
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }

        await process.WaitForExitAsync();
        process.Dispose();
        try
        {
            Directory.Delete(profile, recursive: true);
        }
        catch (IOException)
        {
            // A file that the dying browser still holds is left to the system's own cleaning of temporary files.
        }
    }

    private async Task ConnectAsync(CancellationToken cancellation)
    {
        string portFile = Path.Combine(profile, "DevToolsActivePort");
        long began = Stopwatch.GetTimestamp();
        string[] lines = [];
        while (lines.Length < 2)
        {
            if (process.HasExited || Stopwatch.GetElapsedTime(began).TotalSeconds > 60)
            {
                throw new ViewerException("The browser did not start; try another with --browser.");
            }

            await Task.Delay(50, cancellation);
            lines = File.Exists(portFile) ? await File.ReadAllLinesAsync(portFile, cancellation) : [];
        }

        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        JsonElement pages = await http.GetFromJsonAsync<JsonElement>(new Uri($"http://127.0.0.1:{lines[0]}/json"), cancellation);
        string address = pages.EnumerateArray().First(p => p.GetProperty("type").GetString() == "page").GetProperty("webSocketDebuggerUrl").GetString()!;
        await socket.ConnectAsync(new Uri(address), cancellation);
    }

    private async Task<JsonElement> SendAsync(string method, object parameters, CancellationToken cancellation)
    {
        int id = ++lastId;
        byte[] command = JsonSerializer.SerializeToUtf8Bytes(new { id, method, @params = parameters });
        await socket.SendAsync(command, WebSocketMessageType.Text, true, cancellation);
        while (true)
        {
            JsonElement message = await ReceiveAsync(cancellation);
            if (message.TryGetProperty("id", out JsonElement answered) && answered.GetInt32() == id)
            {
                return message.TryGetProperty("result", out JsonElement result)
                    ? result
                    : throw new ViewerException($"The browser refused {method}: {message.GetProperty("error").GetProperty("message").GetString()}");
            }
        }
    }

    private async Task<JsonElement> ReceiveAsync(CancellationToken cancellation)
    {
        using var stream = new MemoryStream();
        byte[] buffer = new byte[65_536];
        WebSocketReceiveResult part;
        do
        {
            part = await socket.ReceiveAsync(buffer, cancellation);
            stream.Write(buffer, 0, part.Count);
        }
        while (!part.EndOfMessage);
        return JsonDocument.Parse(stream.ToArray()).RootElement;
    }
}
