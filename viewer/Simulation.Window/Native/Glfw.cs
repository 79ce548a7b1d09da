using System.Runtime.InteropServices;

namespace Simulation.Window.Native;

/// <summary>The functions of GLFW 3.3 that the wall uses.</summary>
internal static unsafe partial class Glfw
{
    public const int ContextVersionMajor = 0x22002;
    public const int ContextVersionMinor = 0x22003;
    public const int OpenGlProfile = 0x22008;
    public const int CoreProfile = 0x32001;
    public const int ForwardCompatible = 0x22006;
    public const int ContextRobustness = 0x22005;
    public const int LoseContextOnReset = 0x31002;
    public const int Visible = 0x20004;
    public const int ScaleToMonitor = 0x2200C;
    public const int CursorMode = 0x33001;
    public const int CursorNormal = 0x34001;
    public const int CursorHidden = 0x34002;
    public const int Press = 1;

    [LibraryImport(Libraries.Glfw, EntryPoint = "glfwInit")]
    public static partial int Init();

    [LibraryImport(Libraries.Glfw, EntryPoint = "glfwTerminate")]
    public static partial void Terminate();

    [LibraryImport(Libraries.Glfw, EntryPoint = "glfwGetError")]
    public static partial int GetError(out nint description);

    [LibraryImport(Libraries.Glfw, EntryPoint = "glfwWindowHint")]
    public static partial void WindowHint(int hint, int value);

    [LibraryImport(Libraries.Glfw, EntryPoint = "glfwCreateWindow", StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint CreateWindow(int width, int height, string title, nint monitor, nint share);

    [LibraryImport(Libraries.Glfw, EntryPoint = "glfwDestroyWindow")]
    public static partial void DestroyWindow(nint window);

    [LibraryImport(Libraries.Glfw, EntryPoint = "glfwMakeContextCurrent")]
    public static partial void MakeContextCurrent(nint window);

    [LibraryImport(Libraries.Glfw, EntryPoint = "glfwGetProcAddress", StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint GetProcAddress(string name);

    [LibraryImport(Libraries.Glfw, EntryPoint = "glfwSwapInterval")]
    public static partial void SwapInterval(int interval);

    [LibraryImport(Libraries.Glfw, EntryPoint = "glfwSwapBuffers")]
    public static partial void SwapBuffers(nint window);

    [LibraryImport(Libraries.Glfw, EntryPoint = "glfwPollEvents")]
    public static partial void PollEvents();

    [LibraryImport(Libraries.Glfw, EntryPoint = "glfwWaitEventsTimeout")]
    public static partial void WaitEventsTimeout(double seconds);

    [LibraryImport(Libraries.Glfw, EntryPoint = "glfwPostEmptyEvent")]
    public static partial void PostEmptyEvent();

    [LibraryImport(Libraries.Glfw, EntryPoint = "glfwWindowShouldClose")]
    public static partial int WindowShouldClose(nint window);

    [LibraryImport(Libraries.Glfw, EntryPoint = "glfwSetWindowShouldClose")]
    public static partial void SetWindowShouldClose(nint window, int value);

    [LibraryImport(Libraries.Glfw, EntryPoint = "glfwGetFramebufferSize")]
    public static partial void GetFramebufferSize(nint window, out int width, out int height);

    [LibraryImport(Libraries.Glfw, EntryPoint = "glfwGetWindowSize")]
    public static partial void GetWindowSize(nint window, out int width, out int height);

    [LibraryImport(Libraries.Glfw, EntryPoint = "glfwSetWindowSize")]
    public static partial void SetWindowSize(nint window, int width, int height);

    [LibraryImport(Libraries.Glfw, EntryPoint = "glfwSetWindowPos")]
    public static partial void SetWindowPos(nint window, int x, int y);

    [LibraryImport(Libraries.Glfw, EntryPoint = "glfwGetWindowPos")]
    public static partial void GetWindowPos(nint window, out int x, out int y);

    [LibraryImport(Libraries.Glfw, EntryPoint = "glfwGetMonitors")]
    public static partial nint* GetMonitors(out int count);

    [LibraryImport(Libraries.Glfw, EntryPoint = "glfwGetMonitorPos")]
    public static partial void GetMonitorPos(nint monitor, out int x, out int y);

    [LibraryImport(Libraries.Glfw, EntryPoint = "glfwGetVideoMode")]
    public static partial VideoMode* GetVideoMode(nint monitor);

    [LibraryImport(Libraries.Glfw, EntryPoint = "glfwSetWindowMonitor")]
    public static partial void SetWindowMonitor(nint window, nint monitor, int x, int y, int width, int height, int rate);

    [LibraryImport(Libraries.Glfw, EntryPoint = "glfwSetInputMode")]
    public static partial void SetInputMode(nint window, int mode, int value);

    [LibraryImport(Libraries.Glfw, EntryPoint = "glfwGetCursorPos")]
    public static partial void GetCursorPos(nint window, out double x, out double y);

    [LibraryImport(Libraries.Glfw, EntryPoint = "glfwGetMouseButton")]
    public static partial int GetMouseButton(nint window, int button);

    [LibraryImport(Libraries.Glfw, EntryPoint = "glfwSetKeyCallback")]
    public static partial nint SetKeyCallback(nint window, delegate* unmanaged<nint, int, int, int, int, void> callback);

    [LibraryImport(Libraries.Glfw, EntryPoint = "glfwSetScrollCallback")]
    public static partial nint SetScrollCallback(nint window, delegate* unmanaged<nint, double, double, void> callback);

    [LibraryImport(Libraries.Glfw, EntryPoint = "glfwSetWindowIcon")]
    public static partial void SetWindowIcon(nint window, int count, Image* images);

    /// <summary>A picture of four bytes a pixel: red, green, blue, alpha.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct Image
    {
        public int Width;
        public int Height;
        public nint Pixels;
    }

    /// <summary>What a monitor shows.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct VideoMode
    {
        public int Width;
        public int Height;
        public int RedBits;
        public int GreenBits;
        public int BlueBits;
        public int RefreshRate;
    }
}
