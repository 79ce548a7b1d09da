using Simulation.Viewer.Protocol;

namespace Simulation.Viewer.Hosting;

/// <summary>The picture of the map that phones show: one for all of them, since all follow the wall.</summary>
public sealed class PictureBoard
{
    private readonly Audience audience;
    private byte[]? latest;

    internal PictureBoard(Audience audience) => this.audience = audience;

    /// <summary>Whether anybody would see a picture.</summary>
    public bool Wanted => audience.AnyoneTakesPictures;

    /// <summary>Shows a picture to everybody who takes pictures, and to those who come later.</summary>
    /// <param name="webp">The picture.</param>
    public void Show(ReadOnlySpan<byte> webp)
    {
        byte[] message = MessageWriter.Picture(webp);
        Volatile.Write(ref latest, message);
        audience.TellEach(connection => connection.Pictures ? message : null);
    }

    internal void Welcome(Connection connection)
    {
        if (connection.Pictures && Volatile.Read(ref latest) is { } picture)
        {
            connection.Say(picture);
        }
    }
}
