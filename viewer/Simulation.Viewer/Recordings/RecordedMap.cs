using System.Buffers.Binary;
using Simulation.Viewer.Protocol;

namespace Simulation.Viewer.Recordings;

/// <summary>Writes a population's map small, and reads it again.</summary>
internal static class RecordedMap
{
    private const int BytesAResident = 5;

    /// <summary>
    /// Positions and facts. Who lives together stands together: steps from resident to resident are small, and their low and high
    /// bytes, apart, have patterns.
    /// </summary>
    public static byte[] PackPositions(ViewMap map)
    {
        int residents = map.Residents;
        byte[] planes = new byte[residents * BytesAResident];
        for (int axis = 0; axis < 2; axis++)
        {
            Span<byte> low = planes.AsSpan(2 * axis * residents, residents);
            Span<byte> high = planes.AsSpan(((2 * axis) + 1) * residents, residents);
            ushort last = 0;
            for (int i = 0; i < residents; i++)
            {
                ushort at = map.Positions[(2 * i) + axis];
                ushort step = (ushort)(at - last);
                low[i] = (byte)step;
                high[i] = (byte)(step >> 8);
                last = at;
            }
        }

        map.Facts.CopyTo(planes.AsSpan(4 * residents));
        return DayCoder.Pack(planes);
    }

    /// <summary>Outlines, as the protocol sends them.</summary>
    public static byte[] PackOutlines(ViewMap map) => DayCoder.Pack(MessageWriter.Outlines(map));

    /// <summary>The map again.</summary>
    /// <exception cref="RecordingException">The parts do not fit together.</exception>
    public static ViewMap Read(RecordedAbout about, byte[] positions, byte[] outlines)
    {
        int residents = about.Neighbourhoods.Sum(n => n.Residents);
        byte[] planes = DayCoder.Unpack(positions, residents * BytesAResident);
        if (planes.Length != residents * BytesAResident)
        {
            throw new RecordingException("its positions are of other residents");
        }

        var first = new int[about.Neighbourhoods.Count + 1];
        for (int n = 0; n < about.Neighbourhoods.Count; n++)
        {
            first[n + 1] = first[n] + about.Neighbourhoods[n].Residents;
        }

        (ushort[][][] neighbourhoods, ushort[][][] places) = Outlines(DayCoder.Unpack(outlines, RecordingFormat.MaxBody));
        return new ViewMap
        {
            Places = about.Places,
            Codes = [.. about.Neighbourhoods.Select(n => n.Code)],
            Names = [.. about.Neighbourhoods.Select(n => n.Name)],
            PlaceOf = [.. about.Neighbourhoods.Select(n => (byte)n.Place)],
            Decile = [.. about.Neighbourhoods.Select(n => (byte)n.Decile)],
            First = first,
            Positions = Positions(planes, residents),
            Facts = planes[(4 * residents)..],
            Outlines = neighbourhoods,
            PlaceOutlines = places,
            Schools = about.Schools,
            Box = about.Box,
            ResidentRows = [],
        };
    }

    private static ushort[] Positions(byte[] planes, int residents)
    {
        var positions = new ushort[residents * 2];
        for (int axis = 0; axis < 2; axis++)
        {
            ReadOnlySpan<byte> low = planes.AsSpan(2 * axis * residents, residents);
            ReadOnlySpan<byte> high = planes.AsSpan(((2 * axis) + 1) * residents, residents);
            ushort at = 0;
            for (int i = 0; i < residents; i++)
            {
                at += (ushort)(low[i] | (high[i] << 8));
                positions[(2 * i) + axis] = at;
            }
        }

        return positions;
    }

    /// <summary>Outlines of a message of the frame protocol.</summary>
    /// <exception cref="RecordingException">It is cut short.</exception>
    internal static (ushort[][][] Neighbourhoods, ushort[][][] Places) Outlines(byte[] message)
    {
        int at = Wire.HeaderBytes;
        try
        {
            return (List(), List());
        }
        catch (ArgumentOutOfRangeException e)
        {
            throw new RecordingException("its outlines are cut short", e);
        }

        ushort[][][] List()
        {
            int count = BinaryPrimitives.ReadInt32LittleEndian(Take(4));
            ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)count, (uint)ushort.MaxValue);
            var outlines = new ushort[count][][];
            for (int i = 0; i < count; i++)
            {
                outlines[i] = new ushort[Short()][];
                for (int r = 0; r < outlines[i].Length; r++)
                {
                    outlines[i][r] = new ushort[2 * Short()];
                    for (int p = 0; p < outlines[i][r].Length; p++)
                    {
                        outlines[i][r][p] = Short();
                    }
                }
            }

            return outlines;
        }

        ushort Short() => BinaryPrimitives.ReadUInt16LittleEndian(Take(2));

        ReadOnlySpan<byte> Take(int bytes)
        {
            ReadOnlySpan<byte> taken = message.AsSpan(at, bytes);
            at += bytes;
            return taken;
        }
    }
}
