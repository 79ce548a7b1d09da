using System.Text.Json;
using Simulation.Viewer.Hosting;
using Simulation.Viewer.Protocol;
using Simulation.Viewer.Sources;
using Simulation.Viewer.Tests.Fixtures;

namespace Simulation.Viewer.Tests.Sources;

/// <summary>A resident met while a live run looks back must be told as they were on the day shown, and as they were told on that day.</summary>
public sealed class LookingBackTests
{
    private const int Early = 9;
    private const int Late = 17;
    private const int Last = 20;
    private const string Streets = "interventions:\n  - school_street: { reach: 100% of primary schools }\n  - flexible_working: { reach: 80% of employees with children under 11, shift: 90 min }\n";

    [Fact]
    public async Task Resident_OnADayGoneBy_TellsTheWeekToThatDayAsItWasToldThen()
    {
        var source = new ModelSource(SmallWorld.Population(4000), SmallWorld.Scenario(Streets), 1, 2);
        int[] rows = [.. Enumerable.Range(0, source.Map.Residents).Where(row => ((FixedFacts)source.Map.Facts[row]).HasFlag(FixedFacts.Pupil)).Take(40)];
        await using ViewerServer server = await ViewerServer.StartAsync(new LiveShow(source), 0, share: false);
        using Watcher watcher = await Watcher.ConnectAsync(server.Address);
        await watcher.UntilAsync(MessageKind.Status, s => s.GetProperty("phase").GetString() == "paused");
        var told = new Dictionary<int, JsonElement[]>();
        for (int day = 1; day <= Last; day++)
        {
            await watcher.SendAsync("""{"do":"step"}""");
            if (day is Early or Late or Last)
            {
                told[day] = await MeetAsync(watcher, rows);
            }
        }

        int changed = 0;
        foreach (int day in new[] { Early, Late, Last })
        {
            await watcher.SendAsync($$"""{"do":"show","day":{{day}}}""");
            JsonElement[] cards = await MeetAsync(watcher, rows);
            for (int i = 0; i < rows.Length; i++)
            {
                Title(cards[i]).ShouldBe(Title(told[day][i]));
                Did(cards[i]).ShouldBe(Did(told[day][i]), $"the week to day {day} of row {rows[i]}");
                Category(cards[i]).ShouldBe(Category(told[day][i]));
                changed += Did(cards[i]).SequenceEqual(Did(told[Last][i])) ? 0 : 1;

                // Minutes are told of the run's last seven days, 14 to 20, and of no others.
                int known = Math.Clamp(day - (Last - 7), 0, 7);
                Minutes(cards[i]).ShouldBe([.. Enumerable.Repeat<int?>(null, 7 - known), .. Minutes(told[day][i])[(7 - known)..]]);
                cards[i].GetRawText().Contains("Not kept", StringComparison.Ordinal).ShouldBe(day < Last);
            }
        }

        changed.ShouldBe(2 * rows.Length, "each of the three weeks has dates of its own");
    }

    private static async Task<JsonElement[]> MeetAsync(Watcher watcher, int[] rows)
    {
        var cards = new JsonElement[rows.Length];
        for (int i = 0; i < rows.Length; i++)
        {
            await watcher.SendAsync($$"""{"do":"resident","row":{{rows[i]}}}""");
            cards[i] = Watcher.Json(await watcher.UntilAsync(MessageKind.Resident));
        }

        return cards;
    }

    private static string Title(JsonElement card) => card.GetProperty("title").GetString()!;

    private static string Category(JsonElement card) =>
        string.Join('|', new[] { "scenario", "baseline" }.Select(arm => card.GetProperty(arm).EnumerateArray().Single(line => line.GetProperty("name").GetString() == "Last four weeks").GetProperty("value")));

    private static IEnumerable<string> Did(JsonElement card) => card.GetProperty("week").EnumerateArray().Select(day => string.Join(
        '|', day.GetProperty("date"), day.GetProperty("kind"), Done(day.GetProperty("scenario")), Done(day.GetProperty("baseline"))));

    private static string Done(JsonElement done) => $"{done.GetProperty("mode")} {done.GetProperty("leisure")} {done.GetProperty("errand")}";

    private static int?[] Minutes(JsonElement card) =>
        [.. card.GetProperty("week").EnumerateArray().Select(day => day.GetProperty("scenario").TryGetProperty("minutes", out JsonElement minutes) ? minutes.GetInt32() : (int?)null)];
}
