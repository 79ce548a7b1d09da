using System.Globalization;
using System.Text;
using System.Text.Json;
using Simulation.Viewer.Live;
using Simulation.Viewer.Protocol;
using Simulation.Viewer.Recordings;
using Simulation.Viewer.Tests.Fixtures;

namespace Simulation.Viewer.Tests.Live;

/// <summary>Whatever a client sends, the run goes on, and whoever sent what cannot be done is told.</summary>
public sealed class CommandFuzzTests
{
    private const int Commands = 100_000;
    private static readonly string[] Values =
    [
        "null", "0", "-1", "1", "3", "69", "1e9", "1e999", "-2147483649", "0.5", "\"\"", "\"school_street[1]\"", "\"+school_street\"", "true", "[]", "{}", "{\"reach\":50}",
        "{\"reach\":null}", "{\"reach\":1e400}", "{\"reach\":-5}", "{\"id\":null}", "{\"id\":\"school_street[1]\",\"on\":true,\"values\":null}",
        "{\"id\":\"school_street[1]\",\"on\":true,\"values\":{\"reach\":40}}", "{\"id\":\"x\",\"on\":true,\"values\":{}}", "{\"on\":false}",
    ];

    private static readonly string[] Members = ["day", "days", "row", "arms", "lever", "value", "do", "$type", string.Empty];

    [Fact]
    public void Commands_OfEveryShape_NeverFailTheRunAndRefusalsAreAnswered()
    {
        using var room = new SilentRoom();
        using var loop = new LiveLoop(room.City, room, Recording.Create(RecordedAbout.Of(room.City), room.City.Map));
        room.Until("paused");
        var luck = new Random(20260901);
        string[] kinds = [.. Command.Kinds.Keys, "fly", "null", string.Empty];
        var kept = new HashSet<string>(StringComparer.Ordinal);
        int refused = 0;
        for (int i = 0; i < Commands; i++)
        {
            string text = Text(luck, kinds);
            if (Command.Read(Encoding.UTF8.GetBytes(text), out string problem) is not { } command)
            {
                problem.Length.ShouldBeGreaterThan(20, text);
                refused++;
                continue;
            }

            kept.Add(command.GetType().Name);
            loop.Post(() => loop.Carry(command, message => room.Answer((MessageKind)message[3])));
            if (i % 512 == 0)
            {
                room.Idle(loop);
            }
        }

        room.Idle(loop);
        kept.Count.ShouldBe(Command.Kinds.Count, "every command was carried out at least once");
        refused.ShouldBeGreaterThan(Commands / 2);
        room.Answers.ShouldBeGreaterThan(0);
        room.Phase.ShouldNotBe("failed", room.Message);
    }

    [Theory]
    [InlineData("""{"do":"lever","lever":{}}""")]
    [InlineData("""{"do":"lever"}""")]
    [InlineData("""{"do":"lever","lever":{"id":null,"on":true,"values":{}}}""")]
    [InlineData("""{"do":"lever","lever":{"id":"school_street[1]","on":true,"values":null}}""")]
    [InlineData("""{"do":"lever","lever":{"id":"school_street[1]","on":true,"values":{"reach":1e400}}}""")]
    [InlineData("""{"do":"show"}""")]
    [InlineData("""{"do":"show","day":1.5}""")]
    [InlineData("""{"do":"speed","days":0}""")]
    [InlineData("""{"do":"step","day":1}""")]
    [InlineData("""{"day":1}""")]
    [InlineData("""[]""")]
    [InlineData("null")]
    [InlineData("")]
    public void Read_OutsideTheSchema_IsRefusedWithWords(string text)
    {
        Command.Read(Encoding.UTF8.GetBytes(text), out string problem).ShouldBeNull();
        problem.ShouldEndWith("Nothing was changed.");
    }

    [Fact]
    public void Carry_ThrowsWithin_IsAnsweredAndTheRunGoesOn()
    {
        using var room = new SilentRoom { City = new FixtureCity(360) { FailOnLever = true } };
        using var loop = new LiveLoop(room.City, room, Recording.Create(RecordedAbout.Of(room.City), room.City.Map));
        room.Until("paused");
        string words = string.Empty;
        var lever = new LeverCommand(new LeverChange("school_street[1]", true, new Dictionary<string, double>()));
        loop.Post(() => loop.Carry(lever, message => words = Watcher.Json(message).GetProperty("text").GetString()!));
        room.Idle(loop);
        words.ShouldContain("The run goes on as it was.");
        loop.Post(() => loop.Carry(new StepCommand(), _ => { }));
        room.Idle(loop);
        room.City.DaysDone.ShouldBe(1);
    }

    [Fact]
    public void Serving_ThrowsInTheFailedState_TheLoopStillAnswers()
    {
        using var room = new SilentRoom { City = new FixtureCity(360) { FailOnDay = 1 } };
        using var loop = new LiveLoop(room.City, room, Recording.Create(RecordedAbout.Of(room.City), room.City.Map));
        room.Until("paused");
        loop.Post(() => loop.Carry(new StepCommand(), _ => { }));
        room.Until("failed");
        loop.Post(() => throw new InvalidOperationException("anything"));
        string words = string.Empty;
        loop.Post(() => loop.Carry(new PlayCommand(), message => words = Watcher.Json(message).GetProperty("text").GetString()!));
        room.Idle(loop);
        words.ShouldContain("can still be looked at");
    }

    private static string Text(Random luck, string[] kinds)
    {
        string kind = kinds[luck.Next(kinds.Length)];
        if (luck.Next(3) == 0)
        {
            return Good(luck, kind);
        }

        if (luck.Next(20) == 0)
        {
            byte[] noise = new byte[luck.Next(40)];
            luck.NextBytes(noise);
            return Encoding.Latin1.GetString(noise);
        }

        var members = Enumerable.Range(0, luck.Next(4)).Select(_ => $"\"{Members[luck.Next(Members.Length)]}\":{Values[luck.Next(Values.Length)]}").Prepend($"\"do\":\"{kind}\"");
        string whole = "{" + string.Join(',', luck.Next(4) == 0 ? members.Reverse() : members) + "}";
        return luck.Next(10) == 0 ? whole[..luck.Next(whole.Length)] : whole;
    }

    private static string Good(Random luck, string kind) => string.Create(CultureInfo.InvariantCulture, $"{{\"do\":\"{kind}\"{kind switch
    {
        "arms" => $",\"arms\":{luck.Next(4)}",
        "resident" => $",\"row\":{luck.Next(500)}",
        "until" or "show" or "branch" => $",\"day\":{luck.Next(90)}",
        "speed" => $",\"days\":{1 + luck.Next(999)}",
        "open" => $",\"name\":\"{(luck.Next(2) == 0 ? "school-streets" : "no-such-plan")}\"",
        "view" => $",\"view\":{{\"view\":\"{(luck.Next(2) == 0 ? "change" : "street")}\",\"indicator\":\"school_walk\",\"place\":{luck.Next(5) - 1},\"step\":{luck.Next(4) - 1},\"light\":false}}",
        "ask" => ",\"question\":\"How many?\",\"choices\":[\"few\",\"many\"]",
        "story" => $",\"name\":\"{(luck.Next(2) == 0 ? "school-run-together" : "no-such-story")}\"",
        "compare" => $",\"with\":{luck.Next(3)},\"without\":{luck.Next(3)}",
        "vote" => $",\"choice\":{luck.Next(4)}",
        "tell" => ",\"words\":\"Many.\"",
        "lever" => $",\"lever\":{{\"id\":\"school_street[{luck.Next(3)}]\",\"on\":{(luck.Next(2) == 0 ? "true" : "false")},\"values\":{{\"reach\":{luck.Next(120)}}}}}",
        _ => string.Empty,
    }}}}");

    /// <summary>Nobody watches, but what is told is heard.</summary>
    private sealed class SilentRoom : IAudience, IDisposable
    {
        private readonly ManualResetEventSlim told = new();
        private volatile string phase = string.Empty;
        private int answers;

        public FixtureCity City { get; init; } = new(360, days: 60);

        public string Phase => phase;

        public string Message { get; private set; } = string.Empty;

        public int Answers => answers;

        public bool AnyoneWaits(int picture) => false;

        public void Show(FrameBuffers frame, int picture)
        {
        }

        public void Tell(byte[] message)
        {
            if ((MessageKind)message[3] == MessageKind.Status)
            {
                JsonElement status = Watcher.Json(message);
                phase = status.GetProperty("phase").GetString()!;
                Message = status.TryGetProperty("message", out JsonElement words) ? words.GetString()! : string.Empty;
                told.Set();
            }
        }

        public void Answer(MessageKind kind)
        {
            if (kind == MessageKind.Notice)
            {
                Interlocked.Increment(ref answers);
            }
        }

        public void Until(string wanted)
        {
            while (phase != wanted)
            {
                told.Wait(TestContext.Current.CancellationToken);
                told.Reset();
            }
        }

        /// <summary>Waits until all that was posted before is done.</summary>
        public void Idle(LiveLoop loop)
        {
            using var done = new ManualResetEventSlim();
            loop.Post(done.Set);
            done.Wait(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken).ShouldBeTrue("the loop no longer answers");
        }

        public void Dispose() => told.Dispose();
    }
}
