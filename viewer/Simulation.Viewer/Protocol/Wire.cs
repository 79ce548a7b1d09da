using System.Net.WebSockets;

namespace Simulation.Viewer.Protocol;

/// <summary>Numbers of the frame protocol that both ends must agree on; see <c>viewer/docs/protocol.md</c>.</summary>
public static class Wire
{
    /// <summary>Version sent in every message; a client of another version closes with a message that says so.</summary>
    public const byte Version = 1;

    /// <summary>First byte of every binary message.</summary>
    public const byte Magic0 = (byte)'S';

    /// <summary>Second byte of every binary message.</summary>
    public const byte Magic1 = (byte)'V';

    /// <summary>Bytes before the body of every binary message: magic (2), version, kind.</summary>
    public const int HeaderBytes = 4;

    /// <summary>Largest command, in bytes, that a client may send.</summary>
    public const int MaxCommandBytes = 16 * 1024;

    /// <summary>Why a socket was closed: the join code is missing or wrong.</summary>
    public const WebSocketCloseStatus WrongCode = (WebSocketCloseStatus)4401;

    /// <summary>Why a socket was closed: every seat is taken.</summary>
    public const WebSocketCloseStatus RoomFull = (WebSocketCloseStatus)4429;
}

/// <summary>Kind of a binary message (byte 3).</summary>
public enum MessageKind : byte
{
    /// <summary>JSON: what is being looked at.</summary>
    Hello = 1,

    /// <summary>Positions and fixed facts of all residents.</summary>
    Positions = 2,

    /// <summary>Outlines of neighbourhoods and places.</summary>
    Outlines = 3,

    /// <summary>One simulated day.</summary>
    Frame = 4,

    /// <summary>JSON: published figures of one or more weeks.</summary>
    Figures = 5,

    /// <summary>JSON: where the run stands (date, speed, playing, recorded weeks).</summary>
    Status = 6,

    /// <summary>JSON: words for the screen (a refusal, a warning).</summary>
    Notice = 7,

    /// <summary>JSON: one resident.</summary>
    Resident = 8,

    /// <summary>JSON: the scenario as text.</summary>
    Scenario = 9,

    /// <summary>One indicator by neighbourhood for one arm and week.</summary>
    NeighbourhoodWeek = 10,

    /// <summary>JSON: what the plan has done, in sentences.</summary>
    Answer = 11,

    /// <summary>JSON: what the wall shows, for phones to follow.</summary>
    View = 12,

    /// <summary>JSON: who is in the room and what it is asked.</summary>
    Room = 13,

    /// <summary>A picture of the map as the wall shows it, WebP, for phones that asked for pictures.</summary>
    Picture = 14,
}

/// <summary>Which of two runs under the same luck a figure belongs to.</summary>
public enum Arm
{
    /// <summary>The scenario.</summary>
    Scenario = 0,

    /// <summary>The baseline that runs beside it.</summary>
    Baseline = 1,

    /// <summary>No run: half the width of the 95 % interval on the difference between the two, where there are replicates.</summary>
    Interval = 2,
}
