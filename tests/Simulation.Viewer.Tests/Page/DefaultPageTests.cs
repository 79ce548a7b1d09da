using System.Diagnostics;
using System.Text.Json;
using Microsoft.Playwright;
using Simulation.Scenarios;
using Simulation.Scenarios.Reading;
using Simulation.Viewer.Hosting;
using Simulation.Viewer.Protocol;
using Simulation.Viewer.Sources;
using Simulation.Viewer.Steering;
using Simulation.Viewer.Tests.Fixtures;

namespace Simulation.Viewer.Tests.Page;

/// <summary>The scenario that opens by default, with the real model behind it.</summary>
public sealed class DefaultPageTests(Browser browser) : IDisposable
{
    private const int Days = 35;
    private readonly string folder = Directory.CreateTempSubdirectory("viewer-default").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Default_PlayedSteeredAndSaved_RunsToTheSameBitsOnTheCommandLine()
    {
        Scenario scenario = WrittenSettings.Write(ScenarioReader.Read("school-run-together").Scenario!, Days, SmallWorld.Residents, seed: 5);
        var source = new ModelSource(SmallWorld.Population(), scenario, 5, 2);
        await using ViewerServer server = await ViewerServer.StartAsync(new LiveShow(source), 0, share: false);
        IPage page = await browser.OpenAsync(server.Address);
        await page.UntilAsync("viewer.status && viewer.status.phase === 'paused' && viewer.map.counters.frames > 0", seconds: 60);
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(scenario.Name);
        (await page.EvaluateAsync<string[]>("viewer.hello.places")).Length.ShouldBe(9);
        await page.GetByRole(AriaRole.Button, new() { Name = "Next day" }).ClickAsync();
        await page.UntilAsync("viewer.status.day === 1");

        // The first lever is put at the end of its range with the keyboard, another kind is added, and one is turned off.
        await page.GetByRole(AriaRole.Tab, new() { Name = "Levers" }).ClickAsync();
        await page.Locator("#panel input[type=range]").First.FocusAsync();
        await page.Keyboard.PressAsync("End");
        await page.UntilAsync("viewer.levers[0].fields[0].value === viewer.levers[0].fields[0].maximum");
        string end = await page.EvaluateAsync<string>("new Date(Date.parse(viewer.hello.about.start) + 20 * 864e5).toISOString().slice(0, 10)");
        await page.GetByLabel("Ends").First.FillAsync(end);
        await page.UntilAsync("viewer.levers[0].fields.find((f) => f.name === 'until').value === 21");
        await page.Locator("#panel details summary").Nth(2).ClickAsync();
        await page.GetByLabel("More where need is greater").Nth(2).CheckAsync();
        await page.UntilAsync("viewer.levers[2].fields.find((f) => f.name === 'intensity').value === 1");
        int levers = await page.EvaluateAsync<int>("viewer.levers.length");
        await page.GetByLabel("Kind of intervention to add").SelectOptionAsync("green_space");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add", Exact = true }).ClickAsync();
        await page.UntilAsync($"viewer.levers.length === {levers + 1}");
        await page.Locator("#panel .head input[type=checkbox]").Nth(1).UncheckAsync();
        await page.UntilAsync("viewer.levers[1].on === false");
        await page.Locator("footer select").SelectOptionAsync("1000");
        await page.GetByRole(AriaRole.Button, new() { Name = "Play" }).ClickAsync();
        await page.UntilAsync("viewer.status.phase === 'finished'", seconds: 120);

        IDownload download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Save as YAML" }).ClickAsync());
        string saved = Path.Combine(folder, "saved.yaml");
        await download.SaveAsAsync(saved);
        source.StateHash(Arm.Scenario).ShouldNotBe(source.StateHash(Arm.Baseline));
        (await RunOnTheCommandLineAsync(saved)).ShouldBe(source.StateHash(Arm.Scenario));
    }

    private static async Task<string> RunOnTheCommandLineAsync(string scenario)
    {
        var start = new ProcessStartInfo(TestAssembly.CommandLine, ["run", scenario, "--out", "-", "--json"]) { RedirectStandardOutput = true };
        using Process process = Process.Start(start)!;
        string json = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        process.ExitCode.ShouldBe(0);
        return JsonDocument.Parse(json).RootElement.GetProperty("stateHash").GetString()!;
    }
}
