using Simulation.Scene.Look;
using Simulation.Scene.Maps;
using Simulation.Scene.Painting;
using Simulation.Window.Native;

namespace Simulation.Window.Painting;

/// <summary>A painter on a graphics card without a window: it owns its context, and takes it along to whichever thread paints.</summary>
public sealed class HeadlessPainter : IMapPainter
{
    private readonly EglContext context;
    private readonly GlPainter painter;

    /// <summary>Opens a card.</summary>
    /// <param name="map">The population's map.</param>
    /// <param name="threads">Threads for what the processor does.</param>
    /// <exception cref="WindowException">There is none.</exception>
    public HeadlessPainter(SceneMap map, int threads)
    {
        context = EglContext.Open();
        try
        {
            painter = new GlPainter(context.Gl, map, threads, compute: true);
        }
        catch
        {
            context.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public string Name => painter.Name;

    /// <inheritdoc/>
    public void PaintLights(View view, LitDay lit, float level, uint[] pixels)
    {
        context.MakeCurrent();
        painter.PaintLights(view, lit, level, pixels);
    }

    /// <inheritdoc/>
    public void PaintValues(View view, IReadOnlyList<Rgb> colours, uint[] pixels)
    {
        context.MakeCurrent();
        painter.PaintValues(view, colours, pixels);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        context.MakeCurrent();
        painter.Dispose();
        context.Dispose();
    }
}
