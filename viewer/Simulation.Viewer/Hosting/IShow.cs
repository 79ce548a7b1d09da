using Simulation.Viewer.Stories;

namespace Simulation.Viewer.Hosting;

/// <summary>What the server shows to those who connect: a live run, or finished ones.</summary>
public interface IShow : IDisposable
{
    /// <summary>The story to present, or null.</summary>
    Story? Story { get; }

    /// <summary>Serves one browser until it goes.</summary>
    internal Task Serve(Connection connection, CancellationToken gone);

    /// <summary>Lets every browser go.</summary>
    void End();
}
