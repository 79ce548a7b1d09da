namespace Simulation.Testing;

/// <summary>What tests of this repository need beside .NET and Node, each declared once.</summary>
public static class Needs
{
    /// <summary>Chromium or a browser of its family, for the page.</summary>
    public static Need Chromium(Func<string?> playwrights, Func<bool> download) => new(
        "Chromium", ["chromium"],
        machine => Browsers.Select(machine.Program).FirstOrDefault(path => path is not null) ?? playwrights(), download);

    private static readonly string[] Browsers =
    [
        "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Chromium.app/Contents/MacOS/Chromium",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe", @"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    ];
}
