using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Simulation.Engine.Populations;

/// <summary>
/// One state variable of one kind of entity: a flat run of values in native memory, aligned to 64 bytes so that a row
/// block starts on a cache line and vector loads never straddle one.
/// </summary>
/// <remarks>
/// Native rather than managed: a population file can be mapped and used where it lies, the garbage collector never moves
/// or scans 100 MB of numbers, and kernels need no pinning. Bounds are asserted in Debug builds.
/// </remarks>
public abstract unsafe class Column : IDisposable
{
    // Kernels may read this far past the last row: a vector of the widest kind, or eight bytes of a household's days.
    private const int Slack = 64;

    private const byte EndMark = 0xA5;

    private readonly bool owned;
    private byte* start;

    private protected Column(byte* start, int length, int valueBytes, bool owned, ColumnInfo info)
    {
        this.start = start;
        this.owned = owned;
        Length = length;
        ValueBytes = valueBytes;
        Info = info;
        if (owned)
        {
            MarkEnd();
        }
    }

    /// <summary>What the column holds.</summary>
    public ColumnInfo Info { get; }

    /// <summary>Number of values.</summary>
    public int Length { get; }

    /// <summary>Bytes of one value.</summary>
    public int ValueBytes { get; }

    /// <summary>Whether the column belongs to a population that is finished.</summary>
    internal bool Finished { get; set; }

    /// <summary>Address of the first byte; valid until <see cref="Dispose"/>.</summary>
    internal byte* Start => start;

    /// <summary>A column as what it says of itself.</summary>
    public static implicit operator ColumnInfo(Column column) => column.Info;

    /// <summary>The bytes of some rows.</summary>
    /// <param name="from">First row.</param>
    /// <param name="end">Row after the last.</param>
    internal Span<byte> Bytes(int from, int end) => new(start + ((long)from * ValueBytes), checked((end - from) * ValueBytes));

    /// <summary>All bytes.</summary>
    internal Span<byte> Bytes() => Bytes(0, Length);

    /// <summary>Frees owned memory; a mapped column is only forgotten.</summary>
    public void Dispose()
    {
        if (owned && start is not null)
        {
            CheckEnd();
            NativeMemory.AlignedFree(start);
        }

        start = null;
        GC.SuppressFinalize(this);
    }

    private protected static byte* Cleared(int length, int valueBytes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        nuint bytes = BytesOf(length, valueBytes);
        byte* memory = (byte*)NativeMemory.AlignedAlloc(bytes, 64);
        NativeMemory.Clear(memory, bytes);
        return memory;
    }

    private static nuint BytesOf(int length, int valueBytes) => (nuint)(((((long)length * valueBytes) + 63) / 64 * 64) + Slack);

    // Kernels go by address. In Debug builds what lies past the last row is marked, and nobody may have written there.
    [Conditional("DEBUG")]
    private void MarkEnd() => End().Fill(EndMark);

    [Conditional("DEBUG")]
    private void CheckEnd() => Debug.Assert(End().IndexOfAnyExcept(EndMark) < 0, "a kernel wrote past the last row of a column");

    private Span<byte> End()
    {
        long used = (long)Length * ValueBytes;
        return new Span<byte>(start + used, (int)((long)BytesOf(Length, ValueBytes) - used));
    }

    /// <summary>Frees memory that nobody disposed.</summary>
    ~Column() => Dispose();
}

/// <summary>A column as its readers see it.</summary>
/// <typeparam name="T">An unmanaged number as narrow as its range allows.</typeparam>
public unsafe class ReadOnlyColumn<T> : Column
    where T : unmanaged
{
    private protected ReadOnlyColumn(T* start, int length, bool owned, ColumnInfo info)
        : base((byte*)start, length, sizeof(T), owned, info)
    {
    }

    /// <summary>Address of row 0, for kernels, which must not write there; valid until disposed of.</summary>
    public T* Pointer => (T*)Start;

    /// <summary>All rows.</summary>
    public ReadOnlySpan<T> Values => new(Pointer, Length);

    /// <summary>One row.</summary>
    public ref readonly T this[int row]
    {
        get
        {
            Debug.Assert((uint)row < (uint)Length, "row outside the column");
            return ref Pointer[row];
        }
    }

    /// <summary>The column to be filled, while its population is being made.</summary>
    /// <exception cref="InvalidOperationException">The population is finished: runs that go on may share it.</exception>
    public Column<T> ToFill() => Finished
        ? throw new InvalidOperationException($"{Info.Key} belongs to a population that is finished; make another population instead of changing this one.")
        : (Column<T>)this;
}

/// <summary>A column that may be written.</summary>
/// <typeparam name="T">An unmanaged number as narrow as its range allows.</typeparam>
public sealed unsafe class Column<T> : ReadOnlyColumn<T>
    where T : unmanaged
{
    private Column(T* start, int length, bool owned, ColumnInfo info)
        : base(start, length, owned, info)
    {
    }

    /// <summary>All rows.</summary>
    public new Span<T> Values => new(Pointer, Length);

    /// <summary>One row.</summary>
    public new ref T this[int row]
    {
        get
        {
            Debug.Assert((uint)row < (uint)Length, "row outside the column");
            return ref Pointer[row];
        }
    }

    /// <summary>A zeroed column that owns its memory.</summary>
    /// <param name="length">Rows.</param>
    /// <param name="info">What it holds; a workbench of no table says nothing.</param>
    public static Column<T> Allocate(int length, ColumnInfo? info = null) =>
        new((T*)Cleared(length, sizeof(T)), length, owned: true, info ?? ColumnInfo.Workbench);

    /// <summary>A column over memory that someone else owns and keeps alive (a mapped file).</summary>
    /// <param name="memory">Row 0.</param>
    /// <param name="length">Rows.</param>
    /// <param name="info">What it holds.</param>
    public static Column<T> Over(T* memory, int length, ColumnInfo info) => new(memory, length, owned: false, info);
}
