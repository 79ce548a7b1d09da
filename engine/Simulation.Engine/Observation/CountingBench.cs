using Simulation.Engine.Populations;


namespace Simulation.Engine.Observation;

/// <summary>
/// Where one worker counts the week by national decile and demographic key. All counters are integers, so that it does not
/// matter which worker counted which neighbourhood.
/// </summary>
internal sealed class CountingBench : IDisposable
{
    /// <summary>Profiles of residents: activity category (0–2) × 4 + how often they travel on foot or by cycle (0–3).</summary>
    public const int Profiles = 12;

    /// <summary>Bins of a profile, as a power of two: one for each key, with room to spare.</summary>
    public const int ProfileShift = 6;

    /// <summary>The bin of a profile's first key: with it children's and adults' keys begin where a vector of bins begins.</summary>
    public const int FirstKeyBin = PackedCounters.Lanes - Demographics.FirstCountedKey;

    /// <summary>Bits of a resident's minutes over 28 days: four weeks of half-words.</summary>
    public const int MonthBits = 18;

    /// <summary>Bits of a bin of <see cref="Residents"/> that are minutes; the rest say how many residents they are of.</summary>
    public const int MinuteBits = 40;

    /// <summary>First counter of <see cref="Residents"/>: minutes.</summary>
    public const int MinutesField = 0;

    /// <summary>Second counter of <see cref="Residents"/>: how many.</summary>
    public const int ResidentsField = 1;

    /// <summary>Distance bands (under 1, 1–2, 2–5, 5+ miles) of school trips.</summary>
    public const int DistanceBands = 4;

    /// <summary>Phases × distance bands of school trips.</summary>
    public const int TripBands = 2 * DistanceBands;

    private const int WorkerBins = (Demographics.Keys + PackedCounters.Lanes - 1) / PackedCounters.Lanes * PackedCounters.Lanes;

    /// <summary>Minutes over 28 days, and residents, by profile × key.</summary>
    public PackedCounters Residents { get; } = new(Profiles << ProfileShift, 2, MinuteBits, 1 << (MinuteBits - MonthBits));

    /// <summary>School days by mode, by key × distance band.</summary>
    public PackedCounters Pupils { get; } = new(Demographics.Keys * DistanceBands, 4, WeekOfModes.Bits, WeekOfModes.Most);

    /// <summary>Working days by mode, by key.</summary>
    public PackedCounters Workers { get; } = new(WorkerBins, 5, WeekOfModes.Bits, WeekOfModes.Most);

    /// <summary>Minutes of one-way walks to school.</summary>
    public long WalkTime { get; set; }

    /// <summary>Bin of a profile and key in <see cref="Residents"/>.</summary>
    public static int Bin(int profile, int key) => (profile << ProfileShift) + FirstKeyBin + key;

    /// <summary>Adds the week to <paramref name="all"/> and starts the next one from zero.</summary>
    public void MoveTo(CountingBench all)
    {
        Residents.MoveTo(all.Residents);
        Pupils.MoveTo(all.Pupils);
        Workers.MoveTo(all.Workers);
        all.WalkTime += WalkTime;
        WalkTime = 0;
    }

    /// <summary>Starts again from zero.</summary>
    public void Clear()
    {
        Residents.Clear();
        Pupils.Clear();
        Workers.Clear();
        WalkTime = 0;
    }

    /// <summary>Releases the counters.</summary>
    public void Dispose()
    {
        Residents.Dispose();
        Pupils.Dispose();
        Workers.Dispose();
    }
}
