using Microsoft.Playwright;

namespace Simulation.Viewer.Tests.Fixtures;

/// <summary>One Chromium for all page tests, drawing WebGL2 in software; the system's own when there is one.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] Usual =
    [
        "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe", @"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    ];

    private IPlaywright? playwright;
    private IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        playwright = await Playwright.CreateAsync();
        browser = await LaunchAsync();
    }

    /// <summary>One more, for a test that breaks it.</summary>
    public Task<IBrowser> LaunchAsync() => playwright!.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
    {
        ExecutablePath = Usual.FirstOrDefault(File.Exists),
        Args = ["--no-sandbox", "--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--ignore-gpu-blocklist"],
    });

    public async Task<IPage> OpenAsync(Uri address, int width = 1280, int height = 720, string? script = null, Action<string>? watch = null, IBrowser? within = null)
    {
        IBrowserContext context = await (within ?? browser!).NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = height },
            ReducedMotion = ReducedMotion.Reduce,
            AcceptDownloads = true,
        });
        IPage page = await context.NewPageAsync();
        page.SetDefaultTimeout(20_000);
        if (script is not null)
        {
            await page.AddInitScriptAsync(script);
        }

        page.Request += (_, request) => watch?.Invoke(request.Url);
        await page.GotoAsync(address.ToString());
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
    }
}
