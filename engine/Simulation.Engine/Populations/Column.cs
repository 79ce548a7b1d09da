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
/// <typeparam name="T">An unmanaged number as narrow as its range allows.</typeparam>
public sealed unsafe class Column<T> : IDisposable
    where T : unmanaged
{
    // Kernels may read this far past the last row: a vector of the widest kind, or eight bytes of a household's days.
    private const int Slack = 64;

    private const byte EndMark = 0xA5;

    private readonly bool owned;
    private T* pointer;

    private Column(T* pointer, int length, bool owned)
    {
        this.pointer = pointer;
        Length = length;
        this.owned = owned;
    }

    /// <summary>Number of rows.</summary>
    public int Length { get; }

    /// <summary>Address of row 0; valid until <see cref="Dispose"/>.</summary>
    public T* Pointer => pointer;

    /// <summary>All rows.</summary>
    public Span<T> Values => new(pointer, Length);

    /// <summary>One row.</summary>
    public ref T this[int row]
    {
        get
        {
            Debug.Assert((uint)row < (uint)Length, "row outside the column");
            return ref pointer[row];
        }
    }

    /// <summary>A zeroed column of <paramref name="length"/> rows that owns its memory.</summary>
    public static Column<T> Allocate(int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        nuint bytes = BytesOf(length);
        void* memory = NativeMemory.AlignedAlloc(bytes, 64);
        NativeMemory.Clear(memory, bytes);
        Column<T> column = new((T*)memory, length, owned: true);
        column.MarkEnd();
        return column;
    }

    /// <summary>A column over memory that someone else owns and keeps alive (a mapped file).</summary>
    public static Column<T> Over(T* memory, int length) => new(memory, length, owned: false);

    /// <summary>Frees owned memory; a mapped column is only forgotten.</summary>
    public void Dispose()
    {
        if (owned && pointer is not null)
        {
            CheckEnd();
            NativeMemory.AlignedFree(pointer);
        }

        pointer = null;
        GC.SuppressFinalize(this);
    }

    private static nuint BytesOf(int length) => (nuint)(((((long)length * sizeof(T)) + 63) / 64 * 64) + Slack);

    // Kernels go by address. In Debug builds what lies past the last row is marked, and nobody may have written there.
    [Conditional("DEBUG")]
    private void MarkEnd() => End().Fill(EndMark);

    [Conditional("DEBUG")]
    private void CheckEnd() => Debug.Assert(End().IndexOfAnyExcept(EndMark) < 0, "a kernel wrote past the last row of a column");

    private Span<byte> End()
    {
        long used = (long)Length * sizeof(T);
        return new Span<byte>((byte*)pointer + used, (int)((long)BytesOf(Length) - used));
    }

    /// <summary>Frees memory that nobody disposed.</summary>
    ~Column() => Dispose();
}
