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

    /// <summary>A table: its layout, when it has one, and its columns as declared.</summary>
    /// <param name="table">The table.</param>
    /// <param name="prefix">What the names of its sections begin with, in a file that has another table of the name.</param>
    public void Add(Table table, string prefix = "")
    {
        if (table.Segments is { } layout)
        {
            Add<int>($"{prefix}{table.TableName}.layout", layout.Counts);
        }

        foreach (Column column in table.Columns)
        {
            Add(column, prefix);
        }
    }

    /// <summary>Numbers.</summary>
    public void Add<T>(string name, ReadOnlySpan<T> values)
        where T : unmanaged =>
        sections.Add(new Section(name, SectionTypes.Of(typeof(T)), values.Length, MemoryMarshal.AsBytes(values).ToArray()));

    /// <summary>Bytes.</summary>
    public void Add(string name, byte[] bytes) => sections.Add(new Section(name, SectionType.Byte, bytes.Length, bytes));

    /// <summary>A column where it lies.</summary>
    public void Add(Column column, string prefix = "") =>
        sections.Add(new Section(prefix + column.Info.Key, SectionTypes.Of(column.Info.Type), column.Length, new ColumnMemory(column).Memory));

    /// <summary>Strings.</summary>
    public void Text(string name, IReadOnlyList<string> values) => AddBlobs(name, SectionType.Text, values, Encoding.UTF8.GetBytes);

    /// <summary>Geometries.</summary>
    public void Outlines(string name, IReadOnlyList<Geometry> values)
    {
        var writer = new WKBWriter(ByteOrder.LittleEndian);
        AddBlobs(name, SectionType.Outline, values, writer.Write);
    }

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
    private sealed unsafe class ColumnMemory(Column column) : MemoryManager<byte>
    {
        public override Span<byte> GetSpan() => column.Bytes();

        public override MemoryHandle Pin(int elementIndex = 0) => new(column.Start + elementIndex);

        public override void Unpin()
        {
        }

        protected override void Dispose(bool disposing)
        {
        }
    }
}
