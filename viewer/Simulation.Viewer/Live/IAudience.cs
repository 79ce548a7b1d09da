
namespace Simulation.Viewer.Live;

/// <summary>Those who watch.</summary>
public interface IAudience
{
    /// <summary>Whether somebody who has not seen picture <paramref name="picture"/> could take it now.</summary>
    bool AnyoneWaits(int picture);

    /// <summary>Hands a picture to everybody who waits for it.</summary>
    void Show(FrameBuffers frame, int picture);

    /// <summary>Sends a small message to everybody.</summary>
    void Tell(byte[] message);
}
