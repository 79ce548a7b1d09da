namespace Simulation.Engine.Populations;

/// <summary>
/// The key by which residents are counted and calibrated: age band × sex × disability, one byte a resident, fixed for the
/// run. With the neighbourhood, whose place and deprivation are fixed too, it gives every published stratification.
/// </summary>
public static class Demographics
{
    /// <summary>Age bands: 0–4, four of school age, eight of adults.</summary>
    public const int Bands = 13;

    /// <summary>Number of keys.</summary>
    public const int Keys = Bands * 4;

    /// <summary>Key of vacant rows.</summary>
    public const byte Vacant = Keys;

    /// <summary>Number of keys with the vacant one.</summary>
    public const int AllKeys = Keys + 1;

    /// <summary>First adult (16+) band.</summary>
    public const int FirstAdultBand = 5;

    /// <summary>First adult key.</summary>
    public const int FirstAdultKey = FirstAdultBand * 4;

    /// <summary>First key of those aged 5 or over.</summary>
    public const int FirstCountedKey = 4;

    /// <summary>Age at which pupils go to secondary school; the lowest of a band.</summary>
    public const int SecondaryAge = 11;

    /// <summary>Deprivation deciles of the nation.</summary>
    public const int Deciles = 10;

    private static readonly byte[] LowerAges = [0, 5, 8, 11, 14, 16, 25, 35, 45, 55, 65, 75, 85];

    /// <summary>Lowest age of a band.</summary>
    public static int LowerAge(int band) => LowerAges[band];

    /// <summary>Band of an age.</summary>
    public static int BandOf(int age)
    {
        int band = 0;
        while (band + 1 < Bands && age >= LowerAges[band + 1])
        {
            band++;
        }

        return band;
    }

    /// <summary>Key of a resident: band × 4 + 2 if female + 1 if disabled.</summary>
    public static byte KeyOf(byte age, Traits traits)
    {
        if (age == Population.VacantAge)
        {
            return Vacant;
        }

        int sex = (traits & Traits.Female) != 0 ? 2 : 0;
        int disabled = (traits & Traits.Disabled) != 0 ? 1 : 0;
        return (byte)((BandOf(age) * 4) + sex + disabled);
    }

    /// <summary>Band of a key.</summary>
    public static int Band(int key) => key / 4;

    /// <summary>True for women and girls.</summary>
    public static bool Female(int key) => (key & 2) != 0;

    /// <summary>True for disabled residents.</summary>
    public static bool Disabled(int key) => (key & 1) != 0;

    /// <summary>True for those aged 16 or over.</summary>
    public static bool Adult(int key) => key >= FirstAdultKey && key < Keys;

    /// <summary>True for those aged 5–15.</summary>
    public static bool Child(int key) => key is >= FirstCountedKey and < FirstAdultKey;

    /// <summary>Index of a national decile 1–10: 0 = most deprived.</summary>
    public static int DecileIndex(int decile) => decile - 1;

    /// <summary>Published age group: 0–4 (who have school trips at four, no activity category), 5–10, 11–15, 16–34, 35–54, 55–74, 75+.</summary>
    public static string AgeGroup(int key) => Band(key) switch
    {
        0 => "0-4",
        1 or 2 => "5-10",
        3 or 4 => "11-15",
        5 or 6 => "16-34",
        7 or 8 => "35-54",
        9 or 10 => "55-74",
        _ => "75+",
    };
}
