using Simulation.Testing;
using Simulation.Window.Native;

namespace Simulation.Window.Tests;

/// <summary>OpenGL without a window.</summary>
internal static class Card
{
    public static EglContext Open()
    {
        VirtualScreen.HaveGraphics();
        return EglContext.Open();
    }
}
