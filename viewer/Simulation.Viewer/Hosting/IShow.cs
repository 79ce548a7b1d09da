using Simulation.Viewer.Protocol;
using Simulation.Viewer.Recordings;

namespace Simulation.Viewer.Hosting;

/// <summary>What the server shows to those who connect: a live run, or finished ones.</summary>
public interface IShow : IDisposable
{
    /// <summary>The story to present, or null.</summary>
    Story? Story { get; }

    /// <summary>What is recorded of a live run, for the presenter to keep; null where there is nothing to keep.</summary>
    Recording? Recording { get; }

    /// <summary>Where pictures of the map for phones are handed in; null where none are painted.</summary>
    PictureBoard? Pictures { get; }

    /// <summary>Serves one browser until it goes.</summary>
    internal Task Serve(Connection connection, CancellationToken gone);

    /// <summary>Tells the presenter where guests come in and what they type.</summary>
    /// <param name="addresses">Addresses on the network.</param>
    /// <param name="code">The join code, or null when the viewer is not shared.</param>
    void Invite(IReadOnlyList<string> addresses, string? code);

    /// <summary>Lets every browser go.</summary>
    void End();
}
