using Simulation.Viewer.Protocol;

namespace Simulation.Viewer.Sources;

/// <summary>
/// What the days come from: a simulation that runs while it is watched, or a recording of one. Called from one thread only, save
/// <see cref="Map"/>, <see cref="About"/> and <see cref="Provenance"/>.
/// </summary>
public interface ILiveSource : IDisposable
{
    /// <summary>Whether days can be added; false for a recording, whose days are all done.</summary>
    bool Live { get; }

    /// <summary>The population's map.</summary>
    ViewMap Map { get; }

    /// <summary>What is being run.</summary>
    ViewAbout About { get; }

    /// <summary>Where the days come from.</summary>
    Provenance Provenance { get; }

    /// <summary>The day simulated last; the day before the start until the first <see cref="Advance"/>.</summary>
    DateOnly Day { get; }

    /// <summary>Days of the horizon simulated.</summary>
    int DaysDone { get; }

    /// <summary>Days of the horizon.</summary>
    int Days { get; }

    /// <summary>What kind of day <see cref="Day"/> was: <c>school day</c>, <c>school holiday</c>, weather, as words; empty parts are left out.</summary>
    DayWords Context { get; }

    /// <summary>Runs the days before the horizon.</summary>
    void WarmUp(IProgress<double> progress, CancellationToken cancellation);

    /// <summary>Simulates one day in both arms.</summary>
    void Advance();

    /// <summary>Writes one <see cref="StateByte"/> a resident, without <see cref="StateByte.Differs"/>.</summary>
    void WriteStates(Arm arm, Span<byte> states);

    /// <summary>Figures published since the last call.</summary>
    IReadOnlyList<ArmFigure> TakeFigures();

    /// <summary>What is known of one resident, in both arms: a live run tells its latest days, a recording only who they are.</summary>
    /// <param name="row">Row of the map.</param>
    ResidentCard Describe(int row);

    /// <summary>The levers as they stand.</summary>
    IReadOnlyList<LeverView> Levers { get; }

    /// <summary>Kinds of intervention that can be added.</summary>
    IReadOnlyList<LeverKind> Kinds { get; }

    /// <summary>School streets of the scenario as it now stands.</summary>
    IReadOnlyList<ClosedStreet> SchoolStreets { get; }

    /// <summary>What a check warns of in the scenario as it now stands, in words.</summary>
    IReadOnlyList<string> Warnings { get; }

    /// <summary>Changes levers from the next simulated day on.</summary>
    /// <returns>Null when done, or words that say why not.</returns>
    string? Change(LeverChange change);

    /// <summary>Pulls so far, oldest first.</summary>
    IReadOnlyList<Pull> Pulls { get; }

    /// <summary>The scenario as it stood before the last pull, as text; null where none was made.</summary>
    string? BeforeLastPull { get; }

    /// <summary>Begins anew, warmed up, on the day before the first; the residents stay.</summary>
    /// <param name="text">The scenario; null for the one that the source began with.</param>
    /// <param name="progress">Told how far the warm-up is.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>Null when done, or words that say why not; then nothing has changed.</returns>
    string? Restart(string? text, IProgress<double> progress, CancellationToken cancellation);

    /// <summary>The scenario as it now stands, as a file that the command line runs to the same bits.</summary>
    string ScenarioText();
}
