using System.Runtime.CompilerServices;

namespace Simulation.Engine.Demography;

/// <summary>
/// A list that begins in its part of one large array: the drafts of a turn are made and let go of together, and 1,600 lists that grow
/// are copied by the garbage collector while they do.
/// </summary>
/// <typeparam name="T">What stands there.</typeparam>
internal sealed class Shelf<T>
    where T : struct
{
    private T[] room;
    private int from;
    private int capacity;

    private Shelf(T[] room, int from, int capacity) => (this.room, this.from, this.capacity) = (room, from, capacity);

    /// <summary>How many stand there.</summary>
    public int Count { get; private set; }

    /// <summary>All that stand there; valid until the next is added.</summary>
    public Span<T> Items => room.AsSpan(from, Count);

    /// <summary>One of them.</summary>
    public ref T this[int index] => ref Items[index];

    /// <summary>Empty shelves with room for so many each.</summary>
    public static Shelf<T>[] Of(ReadOnlySpan<int> capacities)
    {
        int all = 0;
        foreach (int capacity in capacities)
        {
            all += capacity;
        }

        var shelves = new Shelf<T>[capacities.Length];
        var room = new T[all];
        int from = 0;
        for (int i = 0; i < shelves.Length; i++)
        {
            shelves[i] = new Shelf<T>(room, from, capacities[i]);
            from += capacities[i];
        }

        return shelves;
    }

    /// <summary>Adds one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(in T item)
    {
        if (Count == capacity)
        {
            Grow();
        }

        room[from + Count++] = item;
    }

    /// <summary>Adds some.</summary>
    public void Add(ReadOnlySpan<T> items)
    {
        foreach (T item in items)
        {
            Add(item);
        }
    }

    /// <summary>Lets go of all from one on.</summary>
    public void Keep(int count) => Count = count;

    private void Grow()
    {
        var larger = new T[(capacity * 5 / 4) + 16];
        Items.CopyTo(larger);
        (room, from, capacity) = (larger, 0, larger.Length);
    }
}
