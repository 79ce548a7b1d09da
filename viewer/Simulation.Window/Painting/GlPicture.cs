using Silk.NET.OpenGL;

namespace Simulation.Window.Painting;

/// <summary>A picture from the processor on the card: drawn as it is, over another, or moved and scaled.</summary>
internal sealed unsafe class GlPicture : IDisposable
{
    private readonly GL gl;
    private readonly GlShaders shaders;
    private readonly uint texture;
    private readonly uint array;

    /// <summary>Makes an empty one.</summary>
    public GlPicture(GL gl)
    {
        this.gl = gl;
        shaders = new GlShaders(gl, "330 core", "moved.vert", "picture.frag");
        texture = gl.GenTexture();
        array = gl.GenVertexArray();
        gl.BindTexture(TextureTarget.Texture2D, texture);
        gl.TexParameter(TextureTarget.Texture2D, TextureParameterName.TextureMinFilter, (int)GLEnum.Linear);
        gl.TexParameter(TextureTarget.Texture2D, TextureParameterName.TextureMagFilter, (int)GLEnum.Linear);
        gl.TexParameter(TextureTarget.Texture2D, TextureParameterName.TextureWrapS, (int)GLEnum.ClampToEdge);
        gl.TexParameter(TextureTarget.Texture2D, TextureParameterName.TextureWrapT, (int)GLEnum.ClampToEdge);
    }

    /// <summary>Takes a picture: rows from the top, each pixel blue, green, red, alpha.</summary>
    public void Take(ReadOnlySpan<uint> pixels, int width, int height)
    {
        gl.BindTexture(TextureTarget.Texture2D, texture);
        gl.PixelStore(PixelStoreParameter.UnpackAlignment, 4);
        fixed (uint* at = pixels)
        {
            gl.TexImage2D(TextureTarget.Texture2D, 0, InternalFormat.Rgba8, (uint)width, (uint)height, 0, PixelFormat.Bgra, PixelType.UnsignedByte, at);
        }
    }

    /// <summary>Draws it into what is bound.</summary>
    /// <param name="alpha">How much of it, 0–1; its own alpha is premultiplied.</param>
    /// <param name="scaleX">Half its width in halves of the picture; 1 fills it.</param>
    /// <param name="scaleY">The same of its height.</param>
    /// <param name="x">Where its middle lies, −1 to 1 from the left.</param>
    /// <param name="y">Where its middle lies, −1 to 1 from below.</param>
    public void Draw(float alpha = 1, float scaleX = 1, float scaleY = 1, float x = 0, float y = 0)
    {
        gl.Enable(EnableCap.Blend);
        gl.BlendFunc(BlendingFactor.One, BlendingFactor.OneMinusSrcAlpha);
        gl.UseProgram(shaders.Handle);
        gl.ActiveTexture(TextureUnit.Texture0);
        gl.BindTexture(TextureTarget.Texture2D, texture);
        gl.Uniform1(shaders.At("u_picture"), 0);
        gl.Uniform1(shaders.At("u_alpha"), alpha);
        gl.Uniform2(shaders.At("u_scale"), scaleX, scaleY);
        gl.Uniform2(shaders.At("u_offset"), x, y);
        gl.BindVertexArray(array);
        gl.DrawArrays(PrimitiveType.TriangleStrip, 0, 4);
        gl.Disable(EnableCap.Blend);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        shaders.Dispose();
        gl.DeleteTexture(texture);
        gl.DeleteVertexArray(array);
    }
}
