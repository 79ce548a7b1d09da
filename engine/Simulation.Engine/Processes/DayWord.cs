using Simulation.Engine.State;

namespace Simulation.Engine.Processes;

/// <summary>
/// A resident's day in the making: one word in a worker's <see cref="BlockScratch.Days"/>, so that every process of the day
/// hands its part on with one store and none has to branch.
/// </summary>
internal static class DayWord
{
    /// <summary>Bits 0–15: countable minutes of the day so far.</summary>
    public const int Minutes = 0xFFFF;

    /// <summary>The byte at bit 16 is laid out as <see cref="DayCode"/>: mode of the trip, leisure, errand.</summary>
    public const int CodeShift = 16;

    /// <summary>A leisure session today.</summary>
    public const int Leisure = DayCode.Leisure << CodeShift;

    /// <summary>Walked an errand today.</summary>
    public const int Errand = DayCode.Errand << CodeShift;

    /// <summary>Bit 23: travelled on foot for ten minutes or more, or by cycle.</summary>
    public const int TravelShift = 23;

    /// <summary>The travel bit.</summary>
    public const int Travel = 1 << TravelShift;
}
