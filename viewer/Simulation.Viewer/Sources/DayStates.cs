using System.Numerics;
using System.Runtime.InteropServices;
using Simulation.Engine.State;
using Simulation.Viewer.Protocol;

namespace Simulation.Viewer.Sources;

/// <summary>Translates the model's byte of a resident's day into the protocol's.</summary>
internal static class DayStates
{
    private const int ModeAndLeisure = DayCode.ModeMask | DayCode.Leisure;
    private const int Category = DayCode.CategoryMask << DayCode.CategoryShift;
    private const int ErrandShift = 3;

    /// <summary>Translates one byte.</summary>
    public static byte Of(byte code)
    {
        int shown = (code >> DayCode.CategoryShift) & DayCode.CategoryMask;
        return StateByte.Pack(
            shown == 0 ? ActivityCategory.NotCounted : (ActivityCategory)(shown - 1), (DayMode)(code & DayCode.ModeMask),
            (code & DayCode.Leisure) != 0, (code & DayCode.Errand) != 0);
    }

    /// <summary>Translates many: the same as <see cref="Of"/> for each, whole vectors at a time.</summary>
    /// <param name="codes">The model's bytes.</param>
    /// <param name="states">Receives the protocol's.</param>
    public static void Translate(ReadOnlySpan<byte> codes, Span<byte> states)
    {
        ReadOnlySpan<Vector<byte>> from = MemoryMarshal.Cast<byte, Vector<byte>>(codes);
        Span<Vector<byte>> to = MemoryMarshal.Cast<byte, Vector<byte>>(states);
        for (int i = 0; i < from.Length; i++)
        {
            // Masked before the shift, no bit crosses into a neighbour's byte. The model's categories count from "not
            // counted", the protocol's end with it: one less, within two bits.
            Vector<byte> code = from[i];
            Vector<byte> category = (Shift(code & new Vector<byte>(Category), -DayCode.CategoryShift) + new Vector<byte>(3)) & new Vector<byte>(StateByte.CategoryMask);
            to[i] = category
                | Shift(code & new Vector<byte>(ModeAndLeisure), StateByte.ModeShift)
                | Shift(code & new Vector<byte>(DayCode.Errand), ErrandShift);
        }

        for (int i = from.Length * Vector<byte>.Count; i < codes.Length; i++)
        {
            states[i] = Of(codes[i]);
        }
    }

    private static Vector<byte> Shift(Vector<byte> bytes, int left)
    {
        Vector<ushort> pairs = Vector.AsVectorUInt16(bytes);
        return Vector.AsVectorByte(left > 0 ? pairs << left : pairs >>> -left);
    }
}
