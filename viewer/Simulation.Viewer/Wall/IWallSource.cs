using Simulation.Viewer.Protocol;

namespace Simulation.Viewer.Wall;

/// <summary>Where the wall takes its days from: a run that is made as it goes, a recording, or finished runs, which have no days.</summary>
internal interface IWallSource : IDisposable
{
    /// <summary>The population's map.</summary>
    ViewMap Map { get; }

    /// <summary>What is shown.</summary>
    ViewAbout About { get; }

    /// <summary>Last day of the horizon.</summary>
    int Days { get; }

    /// <summary>Whether somebody else steers: days come as they please.</summary>
    bool Follows => false;

    /// <summary>What went wrong, in words for the room; empty while nothing has.</summary>
    string Trouble => string.Empty;

    /// <summary>Whether single residents are known; finished runs know neighbourhoods only.</summary>
    bool HasResidents { get; }

    /// <summary>The day shown; 0 before the first.</summary>
    int Day { get; }

    /// <summary>State of each resident on the day, with the plan.</summary>
    byte[] With { get; }

    /// <summary>State of each resident on the day, without the plan.</summary>
    byte[] Without { get; }

    /// <summary>Figures of the weeks up to the day.</summary>
    FigureBook Figures { get; }

    /// <summary>Key of the indicator that the plan moves first: what a screen opens on unless a story says otherwise.</summary>
    string Headline { get; }

    /// <summary>The plan's levers, in words; empty where they are not known.</summary>
    IReadOnlyList<string> Levers { get; }

    /// <summary>What somebody else who steers shows; null where nobody does.</summary>
    WallView? Steered => null;

    /// <summary>The story that somebody else who steers presents; null where nobody does.</summary>
    Story? Story => null;

    /// <summary>School streets of the scenario.</summary>
    IReadOnlyList<ClosedStreet> Streets { get; }

    /// <summary>The school that a resident goes to; −1 where it is not known.</summary>
    /// <param name="row">Row of the map.</param>
    int SchoolOf(int row);

    /// <summary>Goes to a day, or to the nearest before it that is known.</summary>
    /// <param name="day">Day of the horizon.</param>
    /// <param name="progress">Takes how far it is, where that takes long.</param>
    /// <param name="cancellation">Stops it.</param>
    void GoTo(int day, IProgress<Living> progress, CancellationToken cancellation);
}

/// <summary>How far a long step of the simulation is.</summary>
/// <param name="Before">Whether the days before the horizon are being lived.</param>
/// <param name="Share">Share of them that is done, 0–1.</param>
internal readonly record struct Living(bool Before, double Share);
