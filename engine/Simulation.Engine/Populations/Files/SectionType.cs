namespace Simulation.Engine.Populations.Files;

/// <summary>What the elements of a section are. The numbers are part of the file format.</summary>
internal enum SectionType
{
    /// <summary>Bytes.</summary>
    Byte = 1,

    /// <summary>16-bit unsigned whole numbers.</summary>
    UInt16 = 2,

    /// <summary>32-bit whole numbers.</summary>
    Int32 = 3,

    /// <summary>32-bit floating-point numbers.</summary>
    Single = 4,

    /// <summary>Strings: each a 32-bit length and UTF-8.</summary>
    Text = 5,

    /// <summary>Geometries: each a 32-bit length and WKB.</summary>
    Outline = 6,

    /// <summary>64-bit whole numbers.</summary>
    Int64 = 7,

    /// <summary>64-bit floating-point numbers.</summary>
    Double = 8,
}

/// <summary>The section type of a column.</summary>
internal static class SectionTypes
{
    /// <summary>The type of a section that holds values of <paramref name="value"/>.</summary>
    public static SectionType Of(Type value) => Type.GetTypeCode(value) switch
    {
        TypeCode.Byte => SectionType.Byte,
        TypeCode.UInt16 => SectionType.UInt16,
        TypeCode.Int32 => SectionType.Int32,
        TypeCode.Single => SectionType.Single,
        TypeCode.Int64 => SectionType.Int64,
        TypeCode.Double => SectionType.Double,
        _ => throw new ArgumentException($"Files hold no columns of {value.Name}.", nameof(value)),
    };
}
