using Simulation.Scene.Look;
using Simulation.Scene.Maps;
using Simulation.Scene.Painting;
using Simulation.Window.Native;

namespace Simulation.Window.Painting;

/// <summary>Paints on a graphics card as long as there is one, then on the processor: a film goes on when a card is lost.</summary>
/// <param name="card">The card's painter; owned from now on.</param>
/// <param name="processor">Makes the other.</param>
/// <param name="say">Takes words when the card is lost.</param>
public sealed class SecondChoicePainter(IMapPainter card, Func<IMapPainter> processor, Action<string> say) : IMapPainter
{
    private IMapPainter painter = card;
    private bool lost;

    /// <inheritdoc/>
    public string Name => painter.Name;

    /// <inheritdoc/>
    public void PaintLights(View view, LitDay lit, float level, uint[] pixels) => Paint(p => p.PaintLights(view, lit, level, pixels));

    /// <inheritdoc/>
    public void PaintValues(View view, IReadOnlyList<Rgb> colours, uint[] pixels) => Paint(p => p.PaintValues(view, colours, pixels));

    /// <inheritdoc/>
    public void Dispose() => painter.Dispose();

    private void Paint(Action<IMapPainter> paint)
    {
        try
        {
            paint(painter);
        }
        catch (WindowException e) when (!lost)
        {
            lost = true;
            say(e.Message);
            painter.Dispose();
            painter = processor();
            paint(painter);
        }
    }
}
