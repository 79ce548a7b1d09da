namespace Simulation.Engine.Populations;

/// <summary>Highest qualification in three classes of Census 2021; a child's is the one that it will reach.</summary>
public enum Qualification : byte
{
    /// <summary>No qualifications.</summary>
    None = 0,

    /// <summary>Levels 1 to 3, apprenticeship, other.</summary>
    Some = 1,

    /// <summary>Level 4 and above: degree, professional.</summary>
    Degree = 2,
}

/// <summary>Ethnic group in the five classes of Census 2021.</summary>
public enum EthnicGroup : byte
{
    /// <summary>White.</summary>
    White = 0,

    /// <summary>Asian, Asian British or Asian Welsh.</summary>
    Asian = 1,

    /// <summary>Black, Black British, Black Welsh, Caribbean or African.</summary>
    Black = 2,

    /// <summary>Mixed or multiple ethnic groups.</summary>
    Mixed = 3,

    /// <summary>Other.</summary>
    Other = 4,
}

/// <summary>A resident's qualification and ethnic group in one byte (column <c>Residents.Background</c>): 3 × group + qualification.</summary>
public static class Background
{
    /// <summary>Number of qualifications.</summary>
    public const int Qualifications = 3;

    /// <summary>Number of ethnic groups.</summary>
    public const int Groups = 5;

    /// <summary>Number of backgrounds.</summary>
    public const int Count = Qualifications * Groups;

    /// <summary>The byte of a qualification and an ethnic group.</summary>
    public static byte Of(Qualification qualification, EthnicGroup group) => (byte)((Qualifications * (int)group) + (int)qualification);

    /// <summary>The qualification in a byte.</summary>
    public static Qualification QualificationOf(byte background) => (Qualification)(background % Qualifications);

    /// <summary>The ethnic group in a byte.</summary>
    public static EthnicGroup GroupOf(byte background) => (EthnicGroup)(background / Qualifications);
}
