using System.Runtime.InteropServices;

namespace Simulation.Window.Native;

/// <summary>The few functions of EGL 1.5 that make a context without a window.</summary>
internal static partial class Egl
{
    public const int PlatformDevice = 0x313F;
    public const int PlatformSurfaceless = 0x31DD;
    public const int OpenGlApi = 0x30A2;
    public const int SurfaceType = 0x3033;
    public const int PbufferBit = 1;
    public const int RenderableType = 0x3040;
    public const int OpenGlBit = 8;
    public const int MajorVersion = 0x3098;
    public const int MinorVersion = 0x30FB;
    public const int ProfileMask = 0x30FD;
    public const int CoreProfile = 1;
    public const int None = 0x3038;
    public const int ExtensionNames = 0x3055;

    [LibraryImport(Libraries.Egl, EntryPoint = "eglGetProcAddress", StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint GetProcAddress(string name);

    [LibraryImport(Libraries.Egl, EntryPoint = "eglInitialize")]
    public static partial int Initialize(nint display, out int major, out int minor);

    [LibraryImport(Libraries.Egl, EntryPoint = "eglTerminate")]
    public static partial int Terminate(nint display);

    [LibraryImport(Libraries.Egl, EntryPoint = "eglBindAPI")]
    public static partial int BindApi(int api);

    [LibraryImport(Libraries.Egl, EntryPoint = "eglChooseConfig")]
    public static partial int ChooseConfig(nint display, ReadOnlySpan<int> attributes, out nint config, int size, out int count);

    [LibraryImport(Libraries.Egl, EntryPoint = "eglCreateContext")]
    public static partial nint CreateContext(nint display, nint config, nint share, ReadOnlySpan<int> attributes);

    [LibraryImport(Libraries.Egl, EntryPoint = "eglDestroyContext")]
    public static partial int DestroyContext(nint display, nint context);

    [LibraryImport(Libraries.Egl, EntryPoint = "eglMakeCurrent")]
    public static partial int MakeCurrent(nint display, nint draw, nint read, nint context);

    [LibraryImport(Libraries.Egl, EntryPoint = "eglGetError")]
    public static partial int GetError();

    /// <summary>All devices, and none where the extension is not there.</summary>
    public static unsafe nint[] Devices()
    {
        nint query = GetProcAddress("eglQueryDevicesEXT");
        if (query == 0)
        {
            return [];
        }

        nint[] devices = new nint[32];
        int count = 0;
        fixed (nint* at = devices)
        {
            return ((delegate* unmanaged<int, nint*, int*, int>)query)(devices.Length, at, &count) != 0 ? devices[..count] : [];
        }
    }

    /// <summary>A display of a platform; 0 where there is none.</summary>
    public static unsafe nint Display(int platform, nint device)
    {
        nint get = GetProcAddress("eglGetPlatformDisplayEXT");
        return get == 0 ? 0 : ((delegate* unmanaged<int, nint, int*, nint>)get)(platform, device, null);
    }
}
