using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;
using Simulation.Viewer.Protocol;

namespace Simulation.Viewer.Live;

/// <summary>Fills frame buffers from states.</summary>
/// <param name="map">The population's map.</param>
public sealed class FrameBuilder(ViewMap map)
{
    private int sequence;

    /// <summary>Marks differences, counts, and writes the head; the states of both arms must be in place.</summary>
    public void Finish(FrameBuffers frame, int day)
    {
        ArgumentNullException.ThrowIfNull(frame);
        MarkDifferences(frame.States[0], frame.States[1]);
        Tallies.Count(map, frame.States[0], frame.TalliesOf(Arm.Scenario));
        Tallies.Count(map, frame.States[1], frame.TalliesOf(Arm.Baseline));
        frame.Sequence = ++sequence;
        frame.Day = day;
        Span<byte> head = frame.Head;
        MessageWriter.PutHeader(head, MessageKind.Frame);
        BinaryPrimitives.WriteInt32LittleEndian(head[4..], frame.Sequence);
        BinaryPrimitives.WriteInt32LittleEndian(head[8..], day);
        head[12] = 0;
        head[13] = (byte)Tallies.Fields;
        BinaryPrimitives.WriteUInt16LittleEndian(head[14..], checked((ushort)map.NeighbourhoodCount));
        BinaryPrimitives.WriteInt32LittleEndian(head[16..], map.Residents);
    }

    /// <summary>Sets <see cref="StateByte.Differs"/> in both arms where what is compared differs, and clears it elsewhere.</summary>
    public static void MarkDifferences(Span<byte> scenario, Span<byte> baseline)
    {
        Span<Vector<byte>> a = MemoryMarshal.Cast<byte, Vector<byte>>(scenario);
        Span<Vector<byte>> b = MemoryMarshal.Cast<byte, Vector<byte>>(baseline);
        var compared = new Vector<byte>(StateByte.Compared);
        var differs = new Vector<byte>(StateByte.Differs);
        for (int i = 0; i < a.Length; i++)
        {
            Vector<byte> x = a[i] & compared;
            Vector<byte> y = b[i] & compared;
            Vector<byte> mark = Vector.AndNot(differs, Vector.Equals(x, y));
            a[i] = x | mark;
            b[i] = y | mark;
        }

        for (int i = a.Length * Vector<byte>.Count; i < scenario.Length; i++)
        {
            int x = scenario[i] & StateByte.Compared;
            int y = baseline[i] & StateByte.Compared;
            int mark = x == y ? 0 : StateByte.Differs;
            scenario[i] = (byte)(x | mark);
            baseline[i] = (byte)(y | mark);
        }
    }
}
