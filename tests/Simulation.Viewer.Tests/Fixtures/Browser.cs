using System.Collections.Concurrent;
using Microsoft.Playwright;
using Simulation.Testing;

namespace Simulation.Viewer.Tests.Fixtures;

/// <summary>
/// One Chromium for all page tests, drawing WebGL2 in software: the system's own, or one fetched for the occasion. It starts
/// with the first page that a test opens, so that tests without a page need none.
/// </summary>
public sealed class Browser : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> errors = new();
    private readonly Lazy<Task<(IPlaywright Playwright, IBrowser Browser)>> started;

    public Browser() => started = new(async () =>
    {
        IPlaywright playwright = await Playwright.CreateAsync();
        return (playwright, await LaunchAsync(playwright));
    });

    /// <summary>One more, for a test that breaks it.</summary>
    public async Task<IBrowser> LaunchAsync() => await LaunchAsync((await started.Value).Playwright);

    /// <summary>Opens the page: where everything can be looked at closer, or as a wall with levers beside it.</summary>
    public async Task<IPage> OpenAsync(Uri address, int width = 1280, int height = 720, string? script = null, Action<string>? watch = null, IBrowser? within = null, bool wall = false)
    {
        IBrowserContext context = await (within ?? (await started.Value).Browser).NewContextAsync(new BrowserNewContextOptions
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

        string test = TestContext.Current.Test?.TestDisplayName ?? string.Empty;
        page.PageError += (_, error) => errors.Enqueue($"{test}: {error}");
        page.Request += (_, request) => watch?.Invoke(request.Url);
        await page.GotoAsync(wall ? address.ToString() : $"{address}{(address.Query.Length == 0 ? '?' : '&')}explore");
        return page;
    }

    /// <summary>Ends the browser, and says what no page of any test had caught.</summary>
    public async ValueTask DisposeAsync()
    {
        if (started.IsValueCreated && started.Value.IsCompletedSuccessfully)
        {
            (IPlaywright playwright, IBrowser browser) = await started.Value;
            await browser.DisposeAsync();
            playwright.Dispose();
        }

        errors.ShouldBeEmpty("a page fails in silence for whoever only looks at it");
    }

    private static async Task<IBrowser> LaunchAsync(IPlaywright playwright) => await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
    {
        ExecutablePath = Machine.This.Have(Needs.Chromium(
            () => File.Exists(playwright.Chromium.ExecutablePath) ? playwright.Chromium.ExecutablePath : null,
            () => Microsoft.Playwright.Program.Main(["install", "chromium"]) == 0)),
        Args = ["--no-sandbox", "--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--ignore-gpu-blocklist"],
    });
}
