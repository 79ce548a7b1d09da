using Silk.NET.OpenGL;
using Simulation.Window.Native;

namespace Simulation.Window.Painting;

/// <summary>A texture that can be drawn into.</summary>
internal sealed unsafe class GlPlane : IDisposable
{
    private readonly GL gl;

    /// <summary>Makes one.</summary>
    /// <param name="gl">OpenGL.</param>
    /// <param name="width">Texels across.</param>
    /// <param name="height">Texels up.</param>
    /// <param name="format">What a texel is.</param>
    /// <param name="smooth">Whether it is read between texels.</param>
    /// <exception cref="WindowException">The card cannot draw into it.</exception>
    public GlPlane(GL gl, int width, int height, InternalFormat format, bool smooth)
    {
        this.gl = gl;
        (Width, Height) = (width, height);
        Texture = gl.GenTexture();
        gl.BindTexture(TextureTarget.Texture2D, Texture);
        (PixelFormat pixels, PixelType type) = format switch
        {
            InternalFormat.R32ui => (PixelFormat.RedInteger, PixelType.UnsignedInt),
            InternalFormat.R32f => (PixelFormat.Red, PixelType.Float),
            InternalFormat.Rgba8 => (PixelFormat.Rgba, PixelType.UnsignedByte),
            _ => (PixelFormat.Rgba, PixelType.Float),
        };
        gl.TexImage2D(TextureTarget.Texture2D, 0, format, (uint)width, (uint)height, 0, pixels, type, null);
        int filter = smooth ? (int)GLEnum.Linear : (int)GLEnum.Nearest;
        gl.TexParameter(TextureTarget.Texture2D, TextureParameterName.TextureMinFilter, filter);
        gl.TexParameter(TextureTarget.Texture2D, TextureParameterName.TextureMagFilter, filter);
        gl.TexParameter(TextureTarget.Texture2D, TextureParameterName.TextureWrapS, (int)GLEnum.ClampToEdge);
        gl.TexParameter(TextureTarget.Texture2D, TextureParameterName.TextureWrapT, (int)GLEnum.ClampToEdge);
        Target = gl.GenFramebuffer();
        gl.BindFramebuffer(FramebufferTarget.Framebuffer, Target);
        gl.FramebufferTexture2D(FramebufferTarget.Framebuffer, FramebufferAttachment.ColorAttachment0, TextureTarget.Texture2D, Texture, 0);
        if (format != InternalFormat.R32ui && gl.CheckFramebufferStatus(FramebufferTarget.Framebuffer) != GLEnum.FramebufferComplete)
        {
            throw new WindowException($"The graphics card cannot draw into {format} of {width} × {height}. The processor can paint the same: --painter cpu.");
        }
    }

    /// <summary>Texels across.</summary>
    public int Width { get; }

    /// <summary>Texels up.</summary>
    public int Height { get; }

    /// <summary>The texture.</summary>
    public uint Texture { get; }

    /// <summary>What is drawn into.</summary>
    public uint Target { get; }

    /// <summary>Has what follows drawn into it.</summary>
    public void Bind()
    {
        gl.BindFramebuffer(FramebufferTarget.Framebuffer, Target);
        gl.Viewport(0, 0, (uint)Width, (uint)Height);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        gl.DeleteFramebuffer(Target);
        gl.DeleteTexture(Texture);
    }
}
