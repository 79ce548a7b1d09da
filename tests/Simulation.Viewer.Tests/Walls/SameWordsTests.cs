using System.Diagnostics;
using System.Text.Json;
using Simulation.Scenarios;
using Simulation.Scenarios.Reading;
using Simulation.Scene.Composing;
using Simulation.Scene.Look;
using Simulation.Viewer.Hosting;
using Simulation.Viewer.Protocol;
using Simulation.Viewer.Sources;
using Simulation.Viewer.Tests.Fixtures;
using Simulation.Viewer.Wall;

namespace Simulation.Viewer.Tests.Walls;

/// <summary>Under one date wall and page say one thing: the same sentence, the same fifth, the same gap.</summary>
public sealed class SameWordsTests
{
    private const int Day = 24;

    [Fact]
    public async Task Wall_SaysWhatThePageSays_OfADayAndOfAWeek()
    {
        Scenario scenario = ScenarioReader.Read("school-run-together", ["horizon={ start: 2026-09-01, days: 31 }"]).Scenario.ShouldNotBeNull();
        await using ViewerServer server = await ViewerServer.StartAsync(new LiveShow(new ModelSource(SmallWorld.Population(), scenario, 1, 2)), 0, share: false);
        using var source = new ClientWallSource(server.Address.ToString(), TestContext.Current.CancellationToken);
        using Watcher page = await Watcher.ConnectAsync(server.Address);
        await page.SendAsync($$"""{"do":"until","day":{{Day}}}""");
        JsonElement ofTheDay = await AnswerOfAsync(page);
        ofTheDay.GetProperty("indicator").GetString().ShouldBe("school_walk");
        var story = new Story("S", [new StoryStep(string.Empty, string.Empty, string.Empty, null, null, null, null, null, null, null)]);
        var pages = new StoryPages(source, SceneMaps.Of(source.Map), Theme.Dark, story, new Progress<Living>());
        for (var watch = Stopwatch.StartNew(); source.Day != Day; await Task.Delay(20, TestContext.Current.CancellationToken))
        {
            watch.Elapsed.TotalSeconds.ShouldBeLessThan(60);
            pages.Follow(TestContext.Current.CancellationToken);
        }

        await ShouldComeToSayAsync(() => pages.PageOf(new WallView("everybody", "school_walk", -1, -1, false)), ofTheDay);
        foreach (string topic in new[] { "adults_inactive", "children_active", "mean_minutes_adults" })
        {
            await page.SendAsync($$$"""{"do":"view","view":{"view":"everybody","indicator":"{{{topic}}}","place":-1,"step":-1,"light":false}}""");
            JsonElement ofTheWeek = Watcher.Json(await page.UntilAsync(MessageKind.Answer, a => a.GetProperty("indicator").GetString() == topic));
            Simulation.Scene.Composing.Page wall = await ShouldComeToSayAsync(() => pages.PageOf(new WallView("everybody", topic, -1, -1, false)), ofTheWeek);
            wall.Eyebrow.ShouldBe(ofTheWeek.GetProperty("date").GetString());
        }
    }

    // What is said of the day comes before or after the news that the run has come to it.
    private static async Task<JsonElement> AnswerOfAsync(Watcher page)
    {
        JsonElement? answer = null;
        bool paused = false;
        while (answer is null || !paused)
        {
            byte[] message = (await page.ReceiveAsync()).ShouldNotBeNull();
            switch ((MessageKind)message[3])
            {
                case MessageKind.Frame:
                    await page.SendAsync("""{"do":"ready"}""");
                    break;
                case MessageKind.Answer when Watcher.Json(message) is var said && said.GetProperty("day").GetInt32() == Day:
                    answer = said;
                    break;
                case MessageKind.Status when Watcher.Json(message) is var status && status.GetProperty("day").GetInt32() == Day:
                    paused |= status.GetProperty("phase").GetString() == "paused";
                    break;
            }
        }

        return answer.Value;
    }

    // A day's lights come to the wall before its figures.
    private static async Task<Simulation.Scene.Composing.Page> ShouldComeToSayAsync(Func<Simulation.Scene.Composing.Page> look, JsonElement answer)
    {
        string said = answer.GetProperty("first").GetProperty("text").GetString() + ".";
        for (var watch = Stopwatch.StartNew(); Text(look().Sentence) != said && watch.Elapsed.TotalSeconds < 60;)
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        Simulation.Scene.Composing.Page wall = look();
        ShouldSay(wall, answer);
        return wall;
    }

    private static void ShouldSay(Simulation.Scene.Composing.Page wall, JsonElement answer)
    {
        Text(wall.Sentence).ShouldBe(answer.GetProperty("first").GetProperty("text").GetString() + ".");
        Text(wall.Second).ShouldBe(string.Join(' ', answer.GetProperty("more").EnumerateArray().Select(m => m.GetProperty("text").GetString() + ".")));
        wall.Chart.ShouldBeOfType<CurveChart>().Title.ShouldBe(answer.GetProperty("curve").GetString());

        // And in the same colour: the way the plan wants, or against.
        string lit = answer.GetProperty("first").GetProperty("lit").GetString()!;
        if (lit.Length > 0)
        {
            wall.Sentence[0].Text.ShouldBe(lit);
            (wall.Sentence[0].Tint == Tint.For).ShouldBe(answer.GetProperty("first").GetProperty("good").GetBoolean());
        }
    }

    private static string Text(IReadOnlyList<Phrase> phrases) => string.Join(' ', phrases.Select(p => p.Text));
}
