namespace Simulation.Window;

/// <summary>What somebody at the wall asked for: by keyboard or clicker.</summary>
public enum WallKey
{
    /// <summary>The next step.</summary>
    Next,

    /// <summary>The step before.</summary>
    Back,

    /// <summary>Play or pause.</summary>
    Play,

    /// <summary>Darken, or show again.</summary>
    Dark,

    /// <summary>Big type, or usual.</summary>
    Large,

    /// <summary>Full screen, or a window.</summary>
    FullScreen,

    /// <summary>To the next monitor.</summary>
    Monitor,

    /// <summary>Hold up the code for phones.</summary>
    Join,

    /// <summary>The camera where the step has it.</summary>
    Home,

    /// <summary>Closer.</summary>
    Closer,

    /// <summary>Farther.</summary>
    Farther,

    /// <summary>Light, or dark.</summary>
    Theme,

    /// <summary>Out of full screen, or the end.</summary>
    End,
}
