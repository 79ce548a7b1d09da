using System.Runtime.Intrinsics.X86;

namespace Simulation.Engine.Observation;

/// <summary>A week's trips by mode, a nibble each, as they are counted: a field of 12 bits each.</summary>
internal static class WeekOfModes
{
    /// <summary>Bits of a field.</summary>
    public const int Bits = 12;

    /// <summary>So many weeks of seven days of one mode fit a field.</summary>
    public const int Most = ((1 << Bits) - 1) / 7;

    private const ulong Fields = 0x00F_00F_00F_00F_00F;

    /// <summary>Nibbles 0–4 moved to fields 0–4.</summary>
    public static ulong Spread(uint nibbles) =>
        Bmi2.X64.IsSupported ? Bmi2.X64.ParallelBitDeposit(nibbles, Fields) : SpreadByShifts(nibbles);

    /// <summary>The same for processors that cannot deposit bits in one instruction.</summary>
    public static ulong SpreadByShifts(ulong nibbles)
    {
        ulong pairs = (nibbles & 0xFF) | ((nibbles & 0xFF00) << 16) | ((nibbles & 0xF0000) << 32);
        return (pairs | (pairs << 8)) & Fields;
    }
}
