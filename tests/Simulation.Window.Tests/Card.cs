using Simulation.Testing;
using Simulation.Window.Native;

namespace Simulation.Window.Tests;

/// <summary>What these tests need of the machine, said once; a missing one is fetched or named.</summary>
internal static class Card
{
    private static readonly Need EglLibrary = Need.Library("EGL", "libegl1", "libEGL.so.1", "libEGL.dll");
    private static readonly Need Mesa = new("Mesa's software renderer", ["libgl1-mesa-dri"], machine =>
        Directory.Exists("/usr/lib") && Directory.EnumerateFiles("/usr/lib", "*swrast*dri.so", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true }).FirstOrDefault() is { } found
            ? found
            : Directory.Exists("/usr/lib") ? Directory.EnumerateFiles("/usr/lib", "libgallium*", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true }).FirstOrDefault() : null);

    private static readonly Need GlfwLibrary = Need.Library("GLFW", "libglfw3", "libglfw.so.3", "glfw3.dll");
    private static readonly Need Screen = Need.Program("Xvfb", "xvfb");

    /// <summary>OpenGL without a window.</summary>
    public static EglContext Open()
    {
        Machine.This.Have(EglLibrary);
        Machine.This.Have(Mesa);
        return EglContext.Open();
    }

    /// <summary>A screen to open windows on.</summary>
    public static VirtualScreen OpenScreen()
    {
        Machine.This.Have(EglLibrary);
        Machine.This.Have(Mesa);
        Machine.This.Have(GlfwLibrary);
        return new VirtualScreen(Machine.This.Have(Screen));
    }
}
