using System.Collections;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using Simulation.Viewer.Hosting;
using Simulation.Viewer.Live;
using Simulation.Viewer.Protocol;
using Simulation.Viewer.Tests.Fixtures;

namespace Simulation.Viewer.Tests.Protocol;

/// <summary>Holds viewer/docs/protocol.md to what the host sends and takes.</summary>
public sealed class ProtocolDocumentTests
{
    private static readonly Dictionary<MessageKind, Type> Bodies = new()
    {
        [MessageKind.Hello] = typeof(Hello),
        [MessageKind.Figures] = typeof(FigureColumns),
        [MessageKind.Status] = typeof(RunStatus),
        [MessageKind.Notice] = typeof(Notice),
        [MessageKind.Resident] = typeof(ResidentCard),
        [MessageKind.Scenario] = typeof(ScenarioMessage),
    };

    [Fact]
    public void Kinds_AreThoseOfTheHost() =>
        Rows(@"^\| (\d+) \| ([a-z ]+) \|").Select(m => $"{m.Groups[1].Value} {m.Groups[2].Value.Replace(" ", string.Empty, StringComparison.Ordinal)}")
            .ShouldBe(Enum.GetValues<MessageKind>().Select(k => $"{(int)k} {k.ToString().ToLowerInvariant()}"));

    [Fact]
    public void Names_OfEveryJsonBody_AreThoseOfTheHost()
    {
        foreach ((MessageKind kind, Type body) in Bodies)
        {
            Documented(kind).ShouldBe(NamesOf(body), ignoreOrder: true, $"names of the message {kind}");
        }
    }

    [Fact]
    public async Task Messages_OfARun_HoldOnlyDocumentedNames()
    {
        var story = new Story("S", [new StoryStep("T", "c", "n", "Easttown", 2, "school", "off", "school_walk", 1, 7)]);
        await using ViewerServer server = await ViewerServer.StartAsync(new LiveShow(new FixtureCity { FailOnDay = 9 }, story), 0, share: false);
        using Watcher watcher = await Watcher.ConnectAsync(server.Address);
        foreach (string command in new[] { """{"do":"resident","row":3}""", """{"do":"scenario"}""", "nonsense", """{"do":"speed","days":1000}""", """{"do":"play"}""" })
        {
            await watcher.SendAsync(command);
        }

        var seen = new HashSet<MessageKind>();
        while (!seen.IsSupersetOf(Bodies.Keys))
        {
            byte[] message = (await watcher.ReceiveAsync()).ShouldNotBeNull();
            var kind = (MessageKind)message[3];
            if (Bodies.ContainsKey(kind))
            {
                seen.Add(kind);
                NamesOf(Watcher.Json(message)).Except(Documented(kind)).ShouldBeEmpty($"names of the message {kind}");
            }
        }
    }

    [Fact]
    public void Commands_AreThoseOfTheHost()
    {
        string[] documented = [.. Rows(@"^\| `([a-z]+)` \| (all|presenter) \|").Select(m => $"{m.Groups[1].Value} {m.Groups[2].Value}")];
        documented.ShouldBe(Command.Kinds.Select(kind => $"{kind.Key} {(OfGuests(kind.Value) ? "all" : "presenter")}"), ignoreOrder: true);
    }

    private static bool OfGuests(Type command) => ((Command)System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(command)).OfGuests;

    [Fact]
    public void Numbers_AreThoseOfTheHost()
    {
        string text = Text();
        text.ShouldStartWith($"# The frame protocol, version {Wire.Version}\n");
        text.ShouldContain($"`S`, `V`, the version ({Wire.Version}), the kind");
        text.ShouldContain($"at most {Wire.MaxCommandBytes / 1024} KiB");
        text.ShouldContain($"| {FrameBuffers.HeadBytes} | u16 counts of the scenario");
        text.ShouldContain(FramePool.Limit == 4 ? "a pool of four" : "another number");
        foreach (string bits in new[] { "bits 0–1 activity", "bits 2–4 the way", "bit 5 leisure", "bit 6 anything", "bit 7 an errand" })
        {
            text.ReplaceLineEndings(" ").ShouldContain(bits);
        }

        (StateByte.CategoryMask, StateByte.ModeMask, StateByte.ModeShift).ShouldBe(((byte)0b11, (byte)0b11100, 2));
        (StateByte.Leisure, StateByte.Differs, StateByte.Errand).ShouldBe(((byte)(1 << 5), (byte)(1 << 6), (byte)(1 << 7)));
    }

    private static string Text([CallerFilePath] string file = "") =>
        File.ReadAllText(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "..", "viewer", "docs", "protocol.md")).ReplaceLineEndings("\n");

    private static MatchCollection Rows(string pattern) => Regex.Matches(Text(), pattern, RegexOptions.Multiline);

    // Names stand in backticks, values in underscores.
    private static HashSet<string> Documented(MessageKind kind) =>
        [.. Regex.Matches(Rows($@"^\| {(int)kind} \| [a-z ]+ \| JSON.*$").Single().Value, "`([a-zA-Z]+)`").Select(m => m.Groups[1].Value)];

    private static HashSet<string> NamesOf(Type type)
    {
        var names = new HashSet<string>();
        foreach (System.Reflection.PropertyInfo property in type.GetProperties(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public))
        {
            names.Add(JsonNamingPolicy.CamelCase.ConvertName(property.Name));
            Type inner = property.PropertyType;
            inner = inner.IsGenericType && typeof(IEnumerable).IsAssignableFrom(inner) ? inner.GetGenericArguments()[0] : inner.GetElementType() ?? inner;
            if (inner.Namespace?.StartsWith("Simulation.", StringComparison.Ordinal) == true && !inner.IsEnum)
            {
                names.UnionWith(NamesOf(inner));
            }
        }

        return names;
    }

    private static HashSet<string> NamesOf(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => [.. json.EnumerateObject().SelectMany(p => NamesOf(p.Value).Append(p.Name))],
        JsonValueKind.Array => [.. json.EnumerateArray().SelectMany(NamesOf)],
        _ => [],
    };
}
