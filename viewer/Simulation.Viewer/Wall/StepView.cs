namespace Simulation.Viewer.Wall;

/// <summary>What a step of a story, or a picture, shows.</summary>
internal enum StepView
{
    /// <summary>Everybody as quiet light, whoever lives the day differently in amber.</summary>
    Everybody,

    /// <summary>Change by neighbourhood.</summary>
    Change,

    /// <summary>A burden or a good as it stands, by neighbourhood.</summary>
    Level,

    /// <summary>Everybody, and the nine places in a table.</summary>
    Places,

    /// <summary>A street with its school.</summary>
    Street,
}
