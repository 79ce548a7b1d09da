namespace Simulation.Engine.Synthesis;

/// <summary>One neighbourhood's residents, households and workers before they are copied into the population's columns.</summary>
/// <remarks>Rows count from 0 within the neighbourhood, in household order.</remarks>
internal sealed class NeighbourhoodDraft
{
    /// <summary>Age of each resident.</summary>
    public required byte[] Age { get; init; }

    /// <summary>Bits of <see cref="Populations.Traits"/>.</summary>
    public required byte[] Traits { get; init; }

    /// <summary>Values of <see cref="Populations.EconomicStatus"/>.</summary>
    public required byte[] Status { get; init; }

    /// <summary>Values of <see cref="Populations.Background"/>.</summary>
    public byte[] Background { get; set; } = [];

    /// <summary>Size of each household.</summary>
    public required byte[] Size { get; init; }

    /// <summary>First resident of each household.</summary>
    public required int[] First { get; init; }

    /// <summary>Cars of each household, 0–3.</summary>
    public byte[] Cars { get; set; } = [];

    /// <summary>Metres east of each household.</summary>
    public float[] X { get; set; } = [];

    /// <summary>Metres north of each household.</summary>
    public float[] Y { get; set; } = [];

    /// <summary>Row of each worker.</summary>
    public int[] Workers { get; set; } = [];

    /// <summary>Where each worker works: values of <see cref="Populations.WorkArrangement"/>.</summary>
    public byte[] Arrangement { get; set; } = [];

    /// <summary>Work zone of each worker's employer.</summary>
    public int[] Zone { get; set; } = [];

    /// <summary>Hours a week of each worker.</summary>
    public byte[] Hours { get; set; } = [];

    /// <summary>Row of each pupil.</summary>
    public int[] Pupils { get; set; } = [];
}
