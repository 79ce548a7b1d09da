using Simulation.Viewer.Protocol;

namespace Simulation.Viewer.Recordings;

/// <summary>Room for one day on its way into a recording.</summary>
public sealed class DayRoom
{
    internal DayRoom(int residents)
    {
        Scenario = new byte[residents];
        Baseline = new byte[residents];
    }

    /// <summary>State bytes of the scenario.</summary>
    public byte[] Scenario { get; }

    /// <summary>State bytes of the baseline.</summary>
    public byte[] Baseline { get; }

    /// <summary>Day of the horizon.</summary>
    public int Day { get; internal set; }

    /// <summary>What kind of day it was.</summary>
    public DayWords Context { get; set; } = new(string.Empty, string.Empty);
}

/// <summary>A day read from a recording.</summary>
/// <param name="Day">Day of the horizon.</param>
/// <param name="Context">What kind of day it was.</param>
public sealed record RecordedDay(int Day, DayWords Context);
