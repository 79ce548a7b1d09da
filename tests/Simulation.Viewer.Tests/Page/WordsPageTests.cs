using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Simulation.Engine.Interventions;
using Simulation.Engine.Interventions.Kinds;
using Simulation.Results.Sentences;
using Simulation.Scenarios;
using Simulation.Scenarios.Reading;
using Simulation.Viewer.Hosting;
using Simulation.Viewer.Protocol;
using Simulation.Viewer.Sources;
using Simulation.Viewer.Steering;
using Simulation.Viewer.Stories;
using Simulation.Viewer.Tests.Fixtures;

namespace Simulation.Viewer.Tests.Page;

/// <summary>No screen uses a word that only those who build the model know: none that a presenter sees, and none that a guest does.</summary>
public sealed class WordsPageTests(Browser browser)
{
    // Everything that is read, and everything that is read aloud.
    private const string Written =
        "(() => { const said = new Set(); const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT); while (walk.nextNode()) if (!walk.currentNode.parentElement.closest('script, style')) said.add(walk.currentNode.data);"
        + " for (const e of document.querySelectorAll('*')) for (const a of ['aria-label', 'title', 'placeholder', 'alt']) if (e.getAttribute(a)) said.add(e.getAttribute(a)); return [...said, document.title]; })()";

    private static readonly Regex Forbidden = new(
        $@"(?<![\w-])({string.Join('|', Words.All.Forbidden.Select(Regex.Escape))})(s|es)?(?![\w-])", RegexOptions.IgnoreCase);

    [Fact]
    public void CatalogueAndLevers_AsTheRoomReadsThem_HaveNoForbiddenWord()
    {
        var said = new List<string>();
        said.AddRange(HelloIndicator.All.SelectMany(i => new[] { i.Label, i.Title, i.Definition, i.Of }));
        said.AddRange(SteeredScenario.Palette.SelectMany(kind => new[] { kind.Title, kind.Summary }));
        foreach (InterventionKind kind in SteeredScenario.Palette.Select(k => InterventionCatalogue.Find(k.Key)!))
        {
            var steered = new SteeredScenario(SmallWorld.Scenario(string.Empty));
            steered.Turn(new LeverChange($"+{kind.Key}", true, new Dictionary<string, double>()), new DateOnly(2026, 9, 5)).ShouldBeNull();
            LeverView lever = steered.Levers.ShouldHaveSingleItem();
            said.AddRange([lever.Title, lever.Owner, lever.Facts!.Where, lever.Facts.Price ?? string.Empty, lever.Facts.Study]);
            said.AddRange(lever.Fields.Select(field => field.Title));
        }

        Bad(said).ShouldBeEmpty();
    }

    [Fact]
    public async Task EveryScreen_HasNoForbiddenWord()
    {
        Scenario scenario = WrittenSettings.Write(ScenarioReader.Read("school-run-together").Scenario!, 60, SmallWorld.Residents, seed: 5);
        var source = new ModelSource(SmallWorld.Population(), scenario, 5, 2);
        Story story = StoryReader.Read(Checkout.Find("viewer", "stories", "school-run-together.yaml"), source.Map.Places);
        await using ViewerServer server = await ViewerServer.StartAsync(new LiveShow(source, story with { Steps = [.. story.Steps.Select(s => s with { Date = null })] }, openAt: 28), 0, share: false);
        var bad = new SortedSet<string>(StringComparer.Ordinal);
        async Task LookAsync(IPage page, string where) => bad.UnionWith(Bad(await page.EvaluateAsync<string[]>(Written)).Select(words => $"{where}: {words}"));

        IPage page = await browser.OpenAsync(server.Address, 1440, 900, wall: true);
        await page.UntilAsync("viewer.status?.day >= 28 && viewer.status.phase === 'paused' && viewer.answer && viewer.map.idle", seconds: 60);
        foreach (string outlook in new[] { "Everybody", "Change", "Street" })
        {
            await page.GetByRole(AriaRole.Button, new() { Name = outlook, Exact = true }).ClickAsync();
            await page.DrawnAsync();
            await LookAsync(page, outlook);
        }

        await page.EvaluateAsync("document.querySelectorAll('details').forEach((d) => (d.open = true)), 0");
        await page.EvaluateAsync("viewer.turn({ id: '+school_street', on: true, values: {} }), 0");
        await page.UntilAsync("viewer.pulls.length === 1");
        await page.Keyboard.PressAsync("j");
        await LookAsync(page, "levers");
        await page.Keyboard.PressAsync("?");
        await LookAsync(page, "help");
        await page.Keyboard.PressAsync("Escape");
        for (int step = 0; step < story.Steps.Count; step++)
        {
            await page.Keyboard.PressAsync("PageDown");
            await page.DrawnAsync();
            await LookAsync(page, $"step {step + 1}");
        }

        IPage phone = await browser.OpenAsync(new Uri(server.Address, "?guest"), 390, 844, wall: true);
        await phone.UntilAsync("viewer.status && viewer.map.idle");
        await LookAsync(phone, "phone");
        IPage closer = await browser.OpenAsync(server.Address);
        await closer.UntilAsync("viewer.status && viewer.map.counters.frames > 0");
        foreach (string compare in new[] { "off", "difference", "side", "swipe" })
        {
            await closer.EvaluateAsync($"viewer.setCompare('{compare}'), 0");
            await LookAsync(closer, compare);
        }

        foreach (string layer in await closer.EvaluateAsync<string[]>("viewer.shown.layers().map((l) => l.id)"))
        {
            await closer.EvaluateAsync($"viewer.setLayer('{layer}'), 0");
            await LookAsync(closer, layer);
        }

        await closer.EvaluateAsync("viewer.map.flyToSchool(0), viewer.hood = 3, 0");
        await closer.GetByText("Residents shown").ClickAsync();
        int pupil = await closer.EvaluateAsync<int>("[...viewer.facts].findIndex((f) => f & 64)");
        await closer.EvaluateAsync($"viewer.send('resident', {pupil}), 0");
        await closer.UntilAsync("viewer.resident");
        await LookAsync(closer, "resident");
        foreach (string tab in new[] { "curves", "places", "ages", "fifths", "levers" })
        {
            await closer.EvaluateAsync($"viewer.tab = '{tab}', 0");
            await closer.EvaluateAsync("document.querySelectorAll('details').forEach((d) => (d.open = true)), 0");
            await LookAsync(closer, tab);
        }

        bad.ShouldBeEmpty();
    }

    private static IEnumerable<string> Bad(IEnumerable<string> texts) => texts.Where(text => Forbidden.IsMatch(text)).Select(text => $"'{Forbidden.Match(text).Value}' in \"{text.Trim()}\"");
}
