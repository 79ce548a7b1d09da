using Simulation.Viewer.Live;

namespace Simulation.Viewer.Hosting;

/// <summary>All connected browsers.</summary>
internal sealed class Audience : IAudience
{
    private readonly Lock gate = new();
    private Connection[] connections = [];

    /// <summary>Guests who watch.</summary>
    public int Guests => connections.Count(connection => connection.Guest);

    /// <summary>Whether somebody takes pictures of the map.</summary>
    public bool AnyoneTakesPictures => connections.Any(connection => connection.Pictures);

    public void Join(Connection connection)
    {
        lock (gate)
        {
            connections = [.. connections, connection];
        }
    }

    public void Leave(Connection connection)
    {
        lock (gate)
        {
            connections = [.. connections.Where(c => c != connection)];
        }
    }

    public bool AnyoneWaits(int picture)
    {
        foreach (Connection connection in connections)
        {
            if (connection.Waits(picture))
            {
                return true;
            }
        }

        return false;
    }

    public void Show(FrameBuffers frame, int picture)
    {
        lock (gate)
        {
            foreach (Connection connection in connections)
            {
                if (connection.Waits(picture))
                {
                    connection.Offer(frame, picture);
                }
            }
        }
    }

    public void Tell(byte[] message)
    {
        lock (gate)
        {
            foreach (Connection connection in connections)
            {
                if (connection.Welcomed)
                {
                    connection.Say(message);
                }
            }
        }
    }

    /// <summary>Sends to each what is made for it; to those who have been told the rest.</summary>
    public void TellEach(Func<Connection, byte[]?> message)
    {
        lock (gate)
        {
            foreach (Connection connection in connections)
            {
                if (connection.Welcomed && message(connection) is { } made)
                {
                    connection.Say(made);
                }
            }
        }
    }

    public void EndAll()
    {
        foreach (Connection connection in connections)
        {
            connection.End();
        }
    }
}
