using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace Simulation.Engine.Populations.Files;

/// <summary>Gathers a population's sections: columns where they lie, strings and outlines encoded.</summary>
internal sealed class SectionList
{
    private readonly List<Section> sections = [];

    /// <summary>The sections in the order added.</summary>
    public IReadOnlyList<Section> Sections => sections;

    public void Add(string name, Column<byte> column) => AddColumn(name, SectionType.Byte, column);

    public void Add(string name, Column<ushort> column) => AddColumn(name, SectionType.UInt16, column);

    public void Add(string name, Column<int> column) => AddColumn(name, SectionType.Int32, column);

    public void Add(string name, Column<float> column) => AddColumn(name, SectionType.Single, column);

    /// <summary>Used rows of every segment.</summary>
    public void Layout(string name, Segments layout) =>
        sections.Add(new Section(name, SectionType.Int32, layout.Count, MemoryMarshal.AsBytes(layout.Counts).ToArray()));

    /// <summary>Strings.</summary>
    public void Text(string name, IReadOnlyList<string> values) => AddBlobs(name, SectionType.Text, values, Encoding.UTF8.GetBytes);

    /// <summary>Geometries.</summary>
    public void Outlines(string name, IReadOnlyList<Geometry> values)
    {
        var writer = new WKBWriter(ByteOrder.LittleEndian);
        AddBlobs(name, SectionType.Outline, values, writer.Write);
    }

    private void AddColumn<T>(string name, SectionType type, Column<T> column)
        where T : unmanaged =>
        sections.Add(new Section(name, type, column.Length, new ColumnMemory<T>(column).Memory));

    private void AddBlobs<T>(string name, SectionType type, IReadOnlyList<T> values, Func<T, byte[]> encode)
    {
        using var bytes = new MemoryStream();
        Span<byte> length = stackalloc byte[sizeof(int)];
        foreach (T value in values)
        {
            byte[] blob = encode(value);
            MemoryMarshal.Write(length, blob.Length);
            bytes.Write(length);
            bytes.Write(blob);
        }

        sections.Add(new Section(name, type, values.Count, bytes.ToArray()));
    }

    // A column's native memory as the Memory that sections hold; the column stays its owner.
    private sealed unsafe class ColumnMemory<T>(Column<T> column) : MemoryManager<byte>
        where T : unmanaged
    {
        public override Span<byte> GetSpan() => MemoryMarshal.AsBytes(column.Values);

        public override MemoryHandle Pin(int elementIndex = 0) => new((byte*)column.Pointer + elementIndex);

        public override void Unpin()
        {
        }

        protected override void Dispose(bool disposing)
        {
        }
    }
}
