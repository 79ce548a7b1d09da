
namespace Simulation.Viewer.Protocol;

/// <summary>The one byte that is sent of each resident each day.</summary>
/// <remarks>Bits 0–1 activity category, bits 2–4 mode of the day's school or work trip, bit 5 leisure, bit 6 differs from the twin, bit 7 an errand on foot.</remarks>
public static class StateByte
{
    /// <summary>Mask of the activity category.</summary>
    public const byte CategoryMask = 0b0000_0011;

    /// <summary>Mask of the mode of the day.</summary>
    public const byte ModeMask = 0b0001_1100;

    /// <summary>Position of the mode of the day.</summary>
    public const int ModeShift = 2;

    /// <summary>Set when the resident did leisure activity today.</summary>
    public const byte Leisure = 0b0010_0000;

    /// <summary>Set when anything above differs from the twin's.</summary>
    public const byte Differs = 0b0100_0000;

    /// <summary>Set when the resident walked an errand today.</summary>
    public const byte Errand = 0b1000_0000;

    /// <summary>What is compared between twins.</summary>
    public const byte Compared = CategoryMask | ModeMask | Leisure | Errand;

    /// <summary>Packs a byte.</summary>
    public static byte Pack(ActivityCategory category, DayMode mode, bool leisure, bool errand = false) =>
        (byte)((byte)category | ((byte)mode << ModeShift) | (leisure ? Leisure : 0) | (errand ? Errand : 0));
}

/// <summary>Activity category of the Active Lives surveys: minutes a week for adults, minutes a day for children aged 5–15.</summary>
public enum ActivityCategory : byte
{
    /// <summary>Adults: under 30 moderate-equivalent minutes a week. Children: under 30 a day.</summary>
    Inactive = 0,

    /// <summary>Adults: 30 to 149 minutes a week. Children: 30 to 59 a day.</summary>
    FairlyActive = 1,

    /// <summary>Adults: 150 minutes a week or more. Children: 60 a day or more.</summary>
    Active = 2,

    /// <summary>Not counted: under 5.</summary>
    NotCounted = 3,
}

/// <summary>How the day's trip to school or work was made.</summary>
public enum DayMode : byte
{
    /// <summary>No school or work trip today.</summary>
    None = 0,

    /// <summary>Walked.</summary>
    Walk = 1,

    /// <summary>Cycled.</summary>
    Cycle = 2,

    /// <summary>Public transport.</summary>
    PublicTransport = 3,

    /// <summary>Car, van or other motor vehicle.</summary>
    Car = 4,

    /// <summary>Worked at home.</summary>
    Home = 5,
}

/// <summary>Fixed facts of a resident, one byte each, sent once.</summary>
[Flags]
public enum FixedFacts : byte
{
    /// <summary>Aged 0–4, male, none of the below.</summary>
    None = 0,

    /// <summary>Bits 0–2: the age groups of the figures: 0–4, 5–10, 11–15, 16–34, 35–54, 55–74, 75+.</summary>
    AgeBand = 0b111,

    /// <summary>Female.</summary>
    Female = 8,

    /// <summary>Disabled.</summary>
    Disabled = 16,

    /// <summary>No car in the household.</summary>
    NoCar = 32,

    /// <summary>Goes to school.</summary>
    Pupil = 64,

    /// <summary>In employment.</summary>
    Worker = 128,
}
