using Silk.NET.OpenGL;
using Simulation.Scene.Look;
using Simulation.Scene.Maps;
using Simulation.Scene.Painting;
using Simulation.Window.Native;

namespace Simulation.Window.Painting;

/// <summary>
/// Paints on a graphics card with OpenGL 3.3: residents are points added into a texture of cells, or, where there are compute
/// shaders (4.3) and they are asked for, atomic additions. Blurs, tones and colours are those of the painter on the processor.
/// All of it is called on the thread whose context it was made on.
/// </summary>
public sealed unsafe class GlPainter : IMapPainter
{
    private readonly GL gl;
    private readonly SceneMap map;
    private readonly bool compute;
    private readonly CountingPainter processor;
    private readonly GlShaders count;
    private readonly GlShaders shrink;
    private readonly GlShaders blur;
    private readonly GlShaders quietShader;
    private readonly GlShaders mapShader;
    private readonly GlShaders? countCompute;
    private readonly GlShaders? cells;
    private readonly uint cellOf;
    private readonly uint empty;
    private readonly uint everybody;
    private readonly uint everybodyArray;
    private readonly uint changed;
    private readonly uint changedArray;
    private readonly uint weights;
    private readonly Dictionary<string, GlPlane> planes = [];
    private View? quietView;
    private float quietLevel = -1;
    private byte[] rows = [];
    private uint baseTexture;
    private (View View, CellGrid Grid)? cellsOf;

    /// <summary>Compiles the shaders and sends the residents' positions.</summary>
    /// <param name="gl">OpenGL.</param>
    /// <param name="map">The population's map.</param>
    /// <param name="threads">Threads for what the processor does: sea, land, names.</param>
    /// <param name="compute">Whether residents are counted by compute shaders, where the card has them.</param>
    /// <exception cref="WindowException">The driver refuses something.</exception>
    public GlPainter(GL gl, SceneMap map, int threads, bool compute = false)
    {
        ArgumentNullException.ThrowIfNull(gl);
        ArgumentNullException.ThrowIfNull(map);
        this.gl = gl;
        this.map = map;
        gl.GetInteger(GetPName.MajorVersion, out int major);
        gl.GetInteger(GetPName.MinorVersion, out int minor);
        this.compute = compute && (major > 4 || (major == 4 && minor >= 3));
        processor = new CountingPainter(map, threads);
        const string Version = "330 core";
        count = new GlShaders(gl, Version, "count.vert", "count.frag");
        shrink = new GlShaders(gl, Version, "screen.vert", "shrink.frag");
        blur = new GlShaders(gl, Version, "screen.vert", "blur.frag");
        quietShader = new GlShaders(gl, Version, "screen.vert", "quiet.frag");
        mapShader = new GlShaders(gl, Version, "screen.vert", "map.frag");
        if (this.compute)
        {
            countCompute = new GlShaders(gl, "430 core", "count.comp");
            cells = new GlShaders(gl, "430 core", "screen.vert", "cells.frag");
        }

        cellOf = gl.GenTexture();
        empty = gl.GenVertexArray();
        everybody = gl.GenBuffer();
        changed = gl.GenBuffer();
        weights = gl.GenBuffer();
        everybodyArray = Points(everybody, 4, withWeight: false);
        gl.BindBuffer(BufferTargetARB.ArrayBuffer, everybody);
        fixed (ushort* at = map.Positions)
        {
            gl.BufferData(BufferTargetARB.ArrayBuffer, (nuint)(map.Positions.Length * sizeof(ushort)), at, BufferUsageARB.StaticDraw);
        }

        changedArray = Points(changed, 8, withWeight: true);
        Name = $"{gl.GetStringS(StringName.Renderer)}, OpenGL {gl.GetStringS(StringName.Version)}{(this.compute ? ", compute" : string.Empty)}";
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <summary>Whether residents are counted by compute shaders.</summary>
    public bool UsesCompute => compute;

    /// <inheritdoc/>
    public void PaintLights(View view, LitDay lit, float level, uint[] pixels)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(pixels);
        GlPlane target = Plane("picture", view.Width, view.Height, InternalFormat.Rgba8, smooth: false);
        Draw(view, lit, level, target.Target);
        gl.BindFramebuffer(FramebufferTarget.Framebuffer, target.Target);
        Read(view.Width, view.Height, pixels);
        Heard();
    }

    /// <inheritdoc/>
    /// <remarks>Values change once a week: the processor paints them.</remarks>
    public void PaintValues(View view, IReadOnlyList<Rgb> colours, uint[] pixels) => processor.PaintValues(view, colours, pixels);

    /// <summary>Draws lights into a framebuffer, 0 for the window's own.</summary>
    /// <param name="view">Camera and picture.</param>
    /// <param name="lit">Who lives the day differently.</param>
    /// <param name="level">How bright everybody shines.</param>
    /// <param name="framebuffer">Where to.</param>
    public void Draw(View view, LitDay lit, float level, uint framebuffer)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(lit);
        CellGrid grid = Cells(view);
        Quiet(view, grid, level);
        bool street = view.Camera.PixelsPerKm >= Drawing.Number("discs.street");
        BlurPlan[] plans = LightTone.Blurs(view, map);
        var tone = new LightTone(view, LightTone.PerHectare(view, grid, map));
        GlPlane[] amber = Blurred("for", grid, street ? [] : lit.For, lit.ForLevels, plans, tone);
        bool hasAgainst = !street && lit.Against.Length > 0;
        GlPlane[] other = hasAgainst ? Blurred("against", grid, lit.Against, null, plans, tone) : amber;
        gl.BindFramebuffer(FramebufferTarget.Framebuffer, framebuffer);
        gl.Viewport(0, 0, (uint)view.Width, (uint)view.Height);
        gl.Disable(EnableCap.Blend);
        gl.UseProgram(mapShader.Handle);
        Texture(mapShader, "u_quiet", 0, planes["quiet"].Texture);
        for (int i = 0; i < 3; i++)
        {
            Texture(mapShader, $"u_h{i}", 1 + i, amber[i].Texture);
            Texture(mapShader, $"u_against{i}", 4 + i, other[i].Texture);
        }

        Palette palette = Palette.Of(view.Theme);
        bool light = view.Theme == Theme.Light;
        gl.Uniform1(mapShader.At("u_hasAgainst"), hasAgainst ? 1 : 0);
        gl.Uniform1(mapShader.At("u_light"), light ? 1 : 0);
        Window(mapShader, view, grid);
        if (light)
        {
            gl.Uniform4(mapShader.At("u_mix0"), Drawing.Number("changed.light.a"), Drawing.Number("changed.light.aExponent"), Drawing.Number("changed.light.b"), 0f);
        }
        else
        {
            gl.Uniform4(
                mapShader.At("u_mix0"), Drawing.Number("changed.dark.dim"), Drawing.Number("changed.dark.dimB"), Drawing.Number("changed.dark.a"), Drawing.Number("changed.dark.aExponent"));
            gl.Uniform4(
                mapShader.At("u_mix1"), Drawing.Number("changed.dark.b"), Drawing.Number("changed.dark.c"), Drawing.Number("changed.dark.hot"), Drawing.Number("changed.dark.hotExponent"));
        }

        Colour(mapShader, "u_amber", palette.Amber);
        Colour(mapShader, "u_hot", palette["hot"]);
        Colour(mapShader, "u_againstColour", palette.Against);
        Colour(mapShader, "u_ground", palette.Ground);
        gl.Uniform1(mapShader.At("u_strength"), lit.Strength);
        gl.Uniform2(mapShader.At("u_fade"), view.FadeFrom, view.FadeTo);
        gl.Uniform2(mapShader.At("u_size"), (float)view.Width, view.Height);
        gl.Uniform1(mapShader.At("u_dither"), Drawing.Number("dither"));
        Screen();
    }

    /// <summary>Hears whether the card still does what it is told.</summary>
    /// <exception cref="WindowException">It was lost, or has no memory left.</exception>
    private void Heard()
    {
        GLEnum said = gl.GetError();
        if (said is GLEnum.ContextLost or GLEnum.OutOfMemory)
        {
            throw new WindowException(said == GLEnum.ContextLost
                ? "The graphics card was lost; the processor paints from now on."
                : "The graphics card has no memory left; the processor paints from now on.");
        }
    }

    /// <summary>Reads the bound framebuffer, from the top.</summary>
    internal void Read(int width, int height, uint[] pixels)
    {
        gl.PixelStore(PixelStoreParameter.PackAlignment, 4);
        fixed (uint* at = pixels)
        {
            gl.ReadPixels(0, 0, (uint)width, (uint)height, PixelFormat.Bgra, PixelType.UnsignedByte, at);
        }

        uint[] row = new uint[width];
        for (int y = 0; y < height / 2; y++)
        {
            Span<uint> top = pixels.AsSpan(y * width, width);
            Span<uint> bottom = pixels.AsSpan((height - 1 - y) * width, width);
            top.CopyTo(row);
            bottom.CopyTo(top);
            row.AsSpan().CopyTo(bottom);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (GlPlane plane in planes.Values)
        {
            plane.Dispose();
        }

        foreach (GlShaders? program in new[] { count, shrink, blur, quietShader, mapShader, countCompute, cells })
        {
            program?.Dispose();
        }

        gl.DeleteBuffer(everybody);
        gl.DeleteBuffer(changed);
        gl.DeleteBuffer(weights);
        gl.DeleteVertexArray(empty);
        gl.DeleteVertexArray(everybodyArray);
        gl.DeleteVertexArray(changedArray);
        gl.DeleteTexture(baseTexture);
        gl.DeleteTexture(cellOf);
        processor.Dispose();
    }

    private uint Points(uint buffer, uint stride, bool withWeight)
    {
        uint array = gl.GenVertexArray();
        gl.BindVertexArray(array);
        gl.BindBuffer(BufferTargetARB.ArrayBuffer, buffer);
        gl.EnableVertexAttribArray(0);
        gl.VertexAttribPointer(0, 2, VertexAttribPointerType.UnsignedShort, false, stride, null);
        if (withWeight)
        {
            gl.EnableVertexAttribArray(1);
            gl.VertexAttribPointer(1, 1, VertexAttribPointerType.UnsignedByte, true, stride, (void*)4);
        }

        return array;
    }

    // The cells of a view, and on the card which of them each position falls into.
    private CellGrid Cells(View view)
    {
        if (cellsOf is { } known && known.View == view)
        {
            return known.Grid;
        }

        var grid = new CellGrid(view, map);
        gl.BindTexture(TextureTarget.Texture2D, cellOf);
        gl.TexParameter(TextureTarget.Texture2D, TextureParameterName.TextureMinFilter, (int)GLEnum.Nearest);
        gl.TexParameter(TextureTarget.Texture2D, TextureParameterName.TextureMagFilter, (int)GLEnum.Nearest);
        gl.PixelStore(PixelStoreParameter.UnpackAlignment, 1);
        ushort[] table = [.. grid.Columns, .. grid.Rows];
        fixed (ushort* at = table)
        {
            gl.TexImage2D(TextureTarget.Texture2D, 0, InternalFormat.R16ui, 256, 512, 0, PixelFormat.RedInteger, PixelType.UnsignedShort, at);
        }

        cellsOf = (view, grid);
        return grid;
    }

    private void Quiet(View view, CellGrid grid, float level)
    {
        if (quietView == view && quietLevel == level)
        {
            return;
        }

        if (quietView != view)
        {
            Base(view);
            GlPlane counts = Plane("cells", grid.Width, grid.Height, InternalFormat.R32f, smooth: false);
            if (compute)
            {
                CountByCompute(grid, counts, everybodyWeigh: 255, map.Residents);
            }
            else
            {
                counts.Bind();
                Clear();
                gl.BindVertexArray(everybodyArray);
                gl.VertexAttrib1(1, 1f);
                CountPoints(grid, map.Residents);
            }

            QuietDensity density = QuietDensity.Of(view, map);
            Blur("core", counts, density.Core);
            Blur("glow", counts, density.Glow);
            Blur("town", counts, density.Town);
            quietView = view;
        }

        quietLevel = level;
        DrawQuiet(view, grid, level);
    }

    private void DrawQuiet(View view, CellGrid grid, float level)
    {
        QuietDensity density = QuietDensity.Of(view, map);
        GlPlane quiet = Plane("quiet", view.Width, view.Height, InternalFormat.Rgba32f, smooth: false);
        quiet.Bind();
        gl.Disable(EnableCap.Blend);
        gl.UseProgram(quietShader.Handle);
        Texture(quietShader, "u_base", 0, baseTexture);
        Texture(quietShader, "u_core", 1, planes["core"].Texture);
        Texture(quietShader, "u_glow", 2, planes["glow"].Texture);
        Texture(quietShader, "u_town", 3, planes["town"].Texture);
        Window(quietShader, view, grid);
        Palette palette = Palette.Of(view.Theme);
        gl.Uniform1(quietShader.At("u_perCell"), grid.PerHectare * density.StandsFor);
        gl.Uniform1(quietShader.At("u_light"), view.Theme == Theme.Light ? 1 : 0);
        Colour(quietShader, "u_everybody", palette["everybody"]);
        Colour(quietShader, "u_ground", palette.Ground);
        gl.Uniform1(quietShader.At("u_townDensity"), density.TownDensity);
        gl.Uniform2(quietShader.At("u_country"), density.CoreShare, density.GlowShare);
        gl.Uniform2(quietShader.At("u_tone"), density.ToneFrom, density.ToneTo);
        gl.Uniform2(quietShader.At("u_strength"), density.Strength, density.Exponent);
        gl.Uniform1(quietShader.At("u_level"), level);
        Screen();
    }

    // Sea, land, motorways and borders come from the processor, once a view; alpha says how much a pixel recedes.
    private void Base(View view)
    {
        Ground ground = Ground.Draw(view, map, Environment.ProcessorCount);
        float dim = Drawing.Number("borders.othersDim");
        float[] texels = new float[view.Width * view.Height * 4];
        for (int i = 0; i < view.Width * view.Height; i++)
        {
            texels[4 * i] = ground.Red[i];
            texels[(4 * i) + 1] = ground.Green[i];
            texels[(4 * i) + 2] = ground.Blue[i];
            texels[(4 * i) + 3] = ground.Place is { } place ? dim + ((1 - dim) * place[i] / 255f) : 1;
        }

        gl.DeleteTexture(baseTexture);
        baseTexture = gl.GenTexture();
        gl.BindTexture(TextureTarget.Texture2D, baseTexture);
        gl.TexParameter(TextureTarget.Texture2D, TextureParameterName.TextureMinFilter, (int)GLEnum.Nearest);
        gl.TexParameter(TextureTarget.Texture2D, TextureParameterName.TextureMagFilter, (int)GLEnum.Nearest);
        gl.PixelStore(PixelStoreParameter.UnpackAlignment, 4);
        fixed (float* at = texels)
        {
            gl.TexImage2D(TextureTarget.Texture2D, 0, InternalFormat.Rgba32f, (uint)view.Width, (uint)view.Height, 0, PixelFormat.Rgba, PixelType.Float, at);
        }
    }

    private GlPlane[] Blurred(string name, CellGrid grid, int[] lit, byte[]? levels, BlurPlan[] plans, LightTone tone)
    {
        GlPlane counts = Plane("cells", grid.Width, grid.Height, InternalFormat.R32f, smooth: false);
        int length = lit.Length * 8;
        rows = rows.Length >= length ? rows : new byte[length];
        for (int i = 0; i < lit.Length; i++)
        {
            BitConverter.TryWriteBytes(rows.AsSpan(8 * i), map.Positions[2 * lit[i]]);
            BitConverter.TryWriteBytes(rows.AsSpan((8 * i) + 2), map.Positions[(2 * lit[i]) + 1]);
            rows[(8 * i) + 4] = levels is null ? byte.MaxValue : levels[i];
        }

        // A new store each time: the card may still be reading the last.
        gl.BindBuffer(BufferTargetARB.ArrayBuffer, changed);
        fixed (byte* at = rows)
        {
            gl.BufferData(BufferTargetARB.ArrayBuffer, (nuint)Math.Max(8, length), length > 0 ? at : null, BufferUsageARB.StreamDraw);
        }

        counts.Bind();
        Clear();
        gl.BindVertexArray(changedArray);
        CountPoints(grid, lit.Length);
        return [.. plans.Select((plan, i) => Blur(name + i, counts, plan, (tone.From(i), tone.Whole(i))))];
    }

    private void Clear()
    {
        gl.ClearColor(0, 0, 0, 0);
        gl.Clear(ClearBufferMask.ColorBufferBit);
    }

    private void CountPoints(CellGrid grid, int residents)
    {
        gl.Enable(EnableCap.Blend);
        gl.BlendFunc(BlendingFactor.One, BlendingFactor.One);
        gl.UseProgram(count.Handle);
        Texture(count, "u_cellOf", 0, cellOf);
        gl.Uniform2(count.At("u_size"), (float)grid.Width, grid.Height);
        gl.PointSize(1);
        gl.DrawArrays(PrimitiveType.Points, 0, (uint)residents);
        gl.Disable(EnableCap.Blend);
    }

    private void CountByCompute(CellGrid grid, GlPlane counts, uint everybodyWeigh, int residents)
    {
        GlPlane whole = Plane("whole", grid.Width, grid.Height, InternalFormat.R32ui, smooth: false);
        gl.BindTexture(TextureTarget.Texture2D, whole.Texture);
        uint[] zero = new uint[grid.Width * grid.Height];
        fixed (uint* at = zero)
        {
            gl.TexSubImage2D(TextureTarget.Texture2D, 0, 0, 0, (uint)grid.Width, (uint)grid.Height, PixelFormat.RedInteger, PixelType.UnsignedInt, at);
        }

        gl.UseProgram(countCompute!.Handle);
        gl.BindImageTexture(0, whole.Texture, 0, false, 0, BufferAccessARB.ReadWrite, InternalFormat.R32ui);
        gl.BindBufferBase(BufferTargetARB.ShaderStorageBuffer, 0, everybody);
        gl.BindBufferBase(BufferTargetARB.ShaderStorageBuffer, 1, everybody);
        Texture(countCompute, "u_cellOf", 0, cellOf);
        gl.Uniform1(countCompute.At("u_residents"), (uint)residents);
        gl.Uniform1(countCompute.At("u_everybody"), everybodyWeigh);
        uint groups = (uint)((residents + 255) / 256);
        gl.DispatchCompute(Math.Min(groups, 1024), (groups + 1023) / 1024, 1);
        gl.MemoryBarrier(MemoryBarrierMask.TextureFetchBarrierBit | MemoryBarrierMask.ShaderImageAccessBarrierBit);
        counts.Bind();
        gl.UseProgram(cells!.Handle);
        Texture(cells, "u_cells", 0, whole.Texture);
        Screen();
    }

    private GlPlane Blur(string name, GlPlane counts, BlurPlan plan, (float From, float Whole) shine = default)
    {
        int width = counts.Width / plan.Factor;
        int height = counts.Height / plan.Factor;
        GlPlane from = counts;
        if (plan.Factor > 1)
        {
            GlPlane small = Plane($"small {plan.Factor}", width, height, InternalFormat.R32f, smooth: false);
            small.Bind();
            gl.UseProgram(shrink.Handle);
            Texture(shrink, "u_from", 0, counts.Texture);
            gl.Uniform1(shrink.At("u_factor"), plan.Factor);
            Screen();
            from = small;
        }

        GlPlane across = Plane($"across {plan.Factor}", width, height, InternalFormat.R32f, smooth: false);
        GlPlane into = Plane(name, width, height, InternalFormat.R32f, smooth: true);
        gl.UseProgram(blur.Handle);
        fixed (float* at = plan.Weights)
        {
            gl.Uniform1(blur.At("u_weights"), (uint)plan.Weights.Length, at);
        }

        gl.Uniform1(blur.At("u_radius"), plan.Radius);
        across.Bind();
        Texture(blur, "u_from", 0, from.Texture);
        gl.Uniform2(blur.At("u_step"), 1, 0);
        gl.Uniform2(blur.At("u_shine"), 0f, 0f);
        Screen();
        into.Bind();
        Texture(blur, "u_from", 0, across.Texture);
        gl.Uniform2(blur.At("u_step"), 0, 1);
        gl.Uniform2(blur.At("u_shine"), shine.From, shine.Whole);
        Screen();
        return into;
    }

    private GlPlane Plane(string name, int width, int height, InternalFormat format, bool smooth)
    {
        if (planes.TryGetValue(name, out GlPlane? plane) && plane.Width == width && plane.Height == height)
        {
            return plane;
        }

        plane?.Dispose();
        return planes[name] = new GlPlane(gl, width, height, format, smooth);
    }

    private void Texture(GlShaders program, string name, int unit, uint texture)
    {
        gl.ActiveTexture(TextureUnit.Texture0 + unit);
        gl.BindTexture(TextureTarget.Texture2D, texture);
        gl.Uniform1(program.At(name), unit);
        gl.ActiveTexture(TextureUnit.Texture0);
    }

    private void Window(GlShaders program, View view, CellGrid grid) => gl.Uniform4(
        program.At("u_window"), (float)grid.Margin / grid.Width, (float)grid.Margin / grid.Height, (float)view.Width / grid.Width, (float)view.Height / grid.Height);

    private void Colour(GlShaders program, string name, Rgb colour) => gl.Uniform3(program.At(name), colour.R / 255f, colour.G / 255f, colour.B / 255f);

    private void Screen()
    {
        gl.BindVertexArray(empty);
        gl.DrawArrays(PrimitiveType.Triangles, 0, 3);
    }
}
