using Simulation.Scene.Composing;

namespace Simulation.Window;

/// <summary>What the wall shows. Called on the window's thread; none of it may wait for a simulation.</summary>
public interface IWallShow
{
    /// <summary>The page of now. The same object as long as nothing changes.</summary>
    Page Page { get; }

    /// <summary>Somebody asked for something that the window does not do by itself.</summary>
    void Press(WallKey key);
}
