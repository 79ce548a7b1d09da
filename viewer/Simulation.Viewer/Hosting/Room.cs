using QRCoder;
using Simulation.Viewer.Protocol;

namespace Simulation.Viewer.Hosting;

/// <summary>What the people in the room share: who is there, what the wall shows, and what they are asked.</summary>
/// <param name="audience">All connected browsers.</param>
internal sealed class Room(Audience audience)
{
    private readonly Lock gate = new();
    private readonly Dictionary<Connection, int> chosen = [];
    private IReadOnlyList<string> addresses = [];
    private IReadOnlyList<string>? picture;
    private string? code;
    private AskCommand? asked;
    private string? told;
    private byte[]? wall;

    /// <summary>Learns where guests come in.</summary>
    public void Invite(IReadOnlyList<string> known, string? joinCode)
    {
        lock (gate)
        {
            addresses = known;
            code = joinCode;
            picture = known.Count > 0 && joinCode is not null ? Squares($"{known[0]}?code={joinCode}") : null;
        }
    }

    /// <summary>Carries out a command of the room; false when it is none.</summary>
    public bool Carry(Command command, Connection from)
    {
        lock (gate)
        {
            switch (command)
            {
                case ViewCommand view:
                    wall = MessageWriter.OfJson(MessageKind.View, view.View);
                    audience.TellEach(connection => connection == from ? null : wall);
                    return true;
                case AskCommand ask:
                    asked = ask;
                    told = null;
                    chosen.Clear();
                    break;
                case VoteCommand vote when asked is null || told is not null || vote.Choice >= asked.Choices.Count:
                    from.Say(MessageWriter.OfJson(MessageKind.Notice, new Notice("There is nothing to choose now.", true)));
                    return true;
                case VoteCommand vote:
                    chosen[from] = vote.Choice;
                    break;
                case TellCommand { Words.Length: 0 }:
                    asked = null;
                    break;
                case TellCommand tell:
                    told = tell.Words;
                    break;
                default:
                    return false;
            }
        }

        Changed();
        return true;
    }

    /// <summary>Somebody came, went or chose: everybody is told.</summary>
    public void Changed() => audience.TellEach(News);

    /// <summary>Tells a newcomer what the room knows.</summary>
    public void Welcome(Connection connection)
    {
        if (wall is { } shown)
        {
            connection.Say(shown);
        }

        connection.Say(News(connection));
    }

    /// <summary>Somebody went; what they chose stays counted.</summary>
    public void Leave(Connection connection) => Changed();

    private byte[] News(Connection connection)
    {
        lock (gate)
        {
            Vote? vote = asked is null ? null : new Vote(
                asked.Question, asked.Choices, [.. asked.Choices.Select((_, i) => chosen.Values.Count(choice => choice == i))],
                chosen.TryGetValue(connection, out int mine) ? mine : -1, told is null, told);
            bool presenter = !connection.Guest;
            return MessageWriter.OfJson(MessageKind.Room, new RoomNews(audience.Guests, addresses, presenter ? code : null, presenter ? picture : null, vote));
        }
    }

    private static string[] Squares(string text)
    {
        using var generator = new QRCodeGenerator();
        using QRCodeData data = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        return [.. data.ModuleMatrix.Select(row => string.Concat(row.Cast<bool>().Select(dark => dark ? '1' : '0')))];
    }
}
