using Microsoft.Playwright;

namespace Simulation.Viewer.Tests.Fixtures;

/// <summary>The rules, on one page.</summary>
internal sealed class Axe(IPage page, string where, bool pointed)
{
    private const string Controls = "[...document.querySelectorAll('button, select, input, summary, a[href]')].filter((e) => !e.disabled && e.getClientRects().length && !e.closest('.black'))";

    // Each control of every size takes minutes; by default those of one size are pointed at.
    private static readonly bool Thorough = Environment.GetEnvironmentVariable("SIMULATION_THOROUGH") == "1";

    /// <summary>The rules are taken into the page.</summary>
    public static async Task<Axe> OfAsync(IPage page, string where, bool pointed = true)
    {
        await page.EvaluateAsync(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "axe.min.js"), TestContext.Current.CancellationToken) + "; 0");
        return new Axe(page, where, pointed || Thorough);
    }

    /// <summary>The whole page as it stands.</summary>
    public Task LookAsync(string state) => RunAsync("document", "{}", state);

    /// <summary>Each control with the pointer on it, and with the keyboard: its words can still be read, and where it stands is seen.</summary>
    public async Task PointAsync(string within = "body")
    {
        if (!pointed)
        {
            return;
        }

        string[] controls = await page.EvaluateAsync<string[]>($"{Controls}.filter((e) => e.closest('{within}')).map((e, i) => (e.dataset.at = String(i)))");
        foreach (string control in controls)
        {
            ILocator one = page.Locator($"[data-at='{control}']").First;
            if (!await one.IsVisibleAsync())
            {
                continue;
            }

            string name = await one.EvaluateAsync<string>("(e) => `${e.tagName} ${e.getAttribute('aria-label') ?? e.textContent.trim().slice(0, 30)}`");
            await one.HoverAsync(new() { Force = true });
            await RunAsync($"document.querySelector(\"[data-at='{control}']\")", "{ runOnly: ['color-contrast'] }", $"the pointer on {name}");
            await one.FocusAsync();
            (await one.EvaluateAsync<bool>("(e) => { const seen = (x) => x && (s => s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2)(getComputedStyle(x)); return !e.matches(':focus-visible') || seen(e) || seen(e.nextElementSibling); }"))
                .ShouldBeTrue($"where the keyboard stands is seen on {name}, {where}");
        }
    }

    /// <summary>Both.</summary>
    public async Task LookAndPointAsync(string state)
    {
        await LookAsync(state);
        await PointAsync();
    }

    private async Task RunAsync(string on, string options, string state)
    {
        string faults = await page.EvaluateAsync<string>(
            $"axe.run({on}, {options}).then((r) => r.violations.map((v) => v.id + ': ' + v.nodes.map((n) => n.target.join(' ') + ' ' + (n.any[0]?.message ?? '')).join(', ')).join('; '))");
        faults.ShouldBeEmpty($"{where}, {state}");
    }
}
