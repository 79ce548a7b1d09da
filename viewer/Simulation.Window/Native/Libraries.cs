using System.Reflection;
using System.Runtime.InteropServices;

namespace Simulation.Window.Native;

/// <summary>Finds the system's libraries by the names that they go by.</summary>
internal static class Libraries
{
    /// <summary>What windows are made with.</summary>
    public const string Glfw = "wall-glfw";

    /// <summary>What a graphics card is reached with where there is no window.</summary>
    public const string Egl = "wall-egl";

    private static readonly Dictionary<string, string[]> Names = new()
    {
        [Glfw] = ["libglfw.so.3", "glfw3.dll", "libglfw.3.dylib", "/opt/homebrew/lib/libglfw.3.dylib", "/usr/local/lib/libglfw.3.dylib", "glfw"],
        [Egl] = ["libEGL.so.1", "libEGL.dll", "libEGL.dylib"],
    };

    private static bool ready;

    /// <summary>Libraries that are as if they were not there, for tests of what is done then.</summary>
    internal static HashSet<string> Hidden { get; } = [];

    /// <summary>Teaches the runtime the names; may be called often.</summary>
    public static void Prepare()
    {
        if (!ready)
        {
            ready = true;
            NativeLibrary.SetDllImportResolver(typeof(Libraries).Assembly, Resolve);
        }
    }

    /// <summary>Whether a library is there.</summary>
    public static bool Has(string library)
    {
        Prepare();
        return !Hidden.Contains(library) && Resolve(library, typeof(Libraries).Assembly, null) != 0;
    }

    private static nint Resolve(string library, Assembly assembly, DllImportSearchPath? path)
    {
        foreach (string name in Names.GetValueOrDefault(library) ?? [])
        {
            if (NativeLibrary.TryLoad(name, assembly, path, out nint handle))
            {
                return handle;
            }
        }

        return 0;
    }
}
