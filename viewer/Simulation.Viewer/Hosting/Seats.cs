
namespace Simulation.Viewer.Hosting;

/// <summary>Places in the room: so many for guests, and some that no guest can take, so that the presenter always comes in.</summary>
internal sealed class Seats
{
    /// <summary>Guests who may watch at once: a picture of one arm is 2.7 MB for each of them.</summary>
    public const int Guests = 200;

    /// <summary>Windows of the presenter: a wall, notes, a laptop, and those that were closed and not yet missed.</summary>
    public const int Presenters = 16;

    private int guests;
    private int presenters;

    /// <summary>Guests in the room.</summary>
    public int GuestsNow => Volatile.Read(ref guests);

    /// <summary>Takes a seat; false when all of the kind are taken.</summary>
    public bool Take(bool guest)
    {
        ref int taken = ref guest ? ref guests : ref presenters;
        if (Interlocked.Increment(ref taken) <= (guest ? Guests : Presenters))
        {
            return true;
        }

        Interlocked.Decrement(ref taken);
        return false;
    }

    /// <summary>Gives a seat back.</summary>
    public void Leave(bool guest) => Interlocked.Decrement(ref guest ? ref guests : ref presenters);
}
