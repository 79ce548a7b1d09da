using Silk.NET.OpenGL;

namespace Simulation.Window.Native;

/// <summary>OpenGL without a window: each graphics device in turn, then whatever draws without one.</summary>
public sealed class EglContext : IDisposable
{
    private readonly nint display;
    private readonly nint context;

    private EglContext(nint display, nint context, GL gl)
    {
        (this.display, this.context) = (display, context);
        Gl = gl;
        Renderer = gl.GetStringS(StringName.Renderer);
        Version = gl.GetStringS(StringName.Version);
    }

    /// <summary>OpenGL.</summary>
    public GL Gl { get; }

    /// <summary>What draws, as its driver calls it.</summary>
    public string Renderer { get; }

    /// <summary>Version, as the driver tells it.</summary>
    public string Version { get; }

    /// <summary>Opens the first that works; what is not software comes first.</summary>
    /// <exception cref="WindowException">Nothing works here.</exception>
    public static EglContext Open()
    {
        if (!Libraries.Has(Libraries.Egl))
        {
            throw new WindowException(
                "There is no EGL on this machine, through which a graphics card is reached without a window. Install it with the card's driver " +
                "(Debian and Ubuntu: apt-get install libegl1 libgl1-mesa-dri), or leave out --painter gpu: the processor paints the same picture.");
        }

        EglContext? software = null;
        foreach (Func<nint> display in Displays())
        {
            if (Try(display()) is not { } made)
            {
                continue;
            }

            if (!IsSoftware(made.Renderer))
            {
                software?.Dispose();
                made.MakeCurrent();
                return made;
            }

            if (software is null)
            {
                software = made;
            }
            else
            {
                made.Dispose();
            }
        }

        software?.MakeCurrent();
        return software ?? throw new WindowException(
            "No graphics device of this machine gives OpenGL 3.3. Install its driver (Debian and Ubuntu: apt-get install libgl1-mesa-dri), " +
            "or leave out --painter gpu: the processor paints the same picture.");
    }

    /// <summary>Whether a renderer is the processor in disguise, which its name tells.</summary>
    public static bool IsSoftware(string renderer)
    {
        ArgumentNullException.ThrowIfNull(renderer);
        return new[] { "llvmpipe", "softpipe", "swiftshader", "swrast", "software", "basic render" }.Any(n => renderer.Contains(n, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Makes it the one that this thread draws with.</summary>
    public void MakeCurrent() => _ = Egl.MakeCurrent(display, 0, 0, context);

    /// <inheritdoc/>
    public void Dispose()
    {
        _ = Egl.MakeCurrent(display, 0, 0, 0);
        _ = Egl.DestroyContext(display, context);
        Gl.Dispose();
    }

    private static IEnumerable<Func<nint>> Displays()
    {
        foreach (nint device in Egl.Devices())
        {
            yield return () => Egl.Display(Egl.PlatformDevice, device);
        }

        yield return () => Egl.Display(Egl.PlatformSurfaceless, 0);
    }

    private static EglContext? Try(nint display)
    {
        if (display == 0 || Egl.Initialize(display, out _, out _) == 0 || Egl.BindApi(Egl.OpenGlApi) == 0
            || Egl.ChooseConfig(display, [Egl.SurfaceType, Egl.PbufferBit, Egl.RenderableType, Egl.OpenGlBit, Egl.None], out nint config, 1, out int count) == 0 || count == 0)
        {
            return null;
        }

        // The newest first: 4.3 has compute shaders, 3.3 is enough.
        foreach ((int major, int minor) in new[] { (4, 3), (3, 3) })
        {
            nint context = Egl.CreateContext(
                display, config, 0, [Egl.MajorVersion, major, Egl.MinorVersion, minor, Egl.ProfileMask, Egl.CoreProfile, Egl.None]);
            if (context != 0 && Egl.MakeCurrent(display, 0, 0, context) != 0)
            {
                return new EglContext(display, context, GL.GetApi(Egl.GetProcAddress));
            }
        }

        return null;
    }
}
