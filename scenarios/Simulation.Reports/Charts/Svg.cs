using System.Globalization;
using System.Net;
using System.Text;

namespace Simulation.Reports.Charts;

/// <summary>Writes a drawing: coordinates to a tenth of a pixel, texts escaped.</summary>
internal sealed class Svg(double width, double height)
{
    private readonly StringBuilder body = new();

    /// <summary>A line.</summary>
    public Svg Line(double x1, double y1, double x2, double y2, string colour, double thickness = 1, string? dashes = null)
    {
        body.Append(CultureInfo.InvariantCulture, $"<line x1=\"{x1:0.#}\" y1=\"{y1:0.#}\" x2=\"{x2:0.#}\" y2=\"{y2:0.#}\" stroke=\"{colour}\" stroke-width=\"{thickness:0.##}\"{(dashes is null ? string.Empty : $" stroke-dasharray=\"{dashes}\"")}/>");
        return this;
    }

    /// <summary>A rectangle, whichever way its sides run.</summary>
    public Svg Rectangle(double x, double y, double w, double h, string fill, double opacity = 1)
    {
        body.Append(CultureInfo.InvariantCulture, $"<rect x=\"{Math.Min(x, x + w):0.#}\" y=\"{Math.Min(y, y + h):0.#}\" width=\"{Math.Abs(w):0.##}\" height=\"{Math.Abs(h):0.##}\" fill=\"{fill}\"{(opacity < 1 ? string.Create(CultureInfo.InvariantCulture, $" fill-opacity=\"{opacity:0.##}\"") : string.Empty)}/>");
        return this;
    }

    /// <summary>A dot; hollow where its fill is white.</summary>
    public Svg Dot(double x, double y, double radius, string fill, string? outline = null)
    {
        body.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{x:0.#}\" cy=\"{y:0.#}\" r=\"{radius:0.#}\" fill=\"{fill}\"{(outline is null ? string.Empty : $" stroke=\"{outline}\" stroke-width=\"1.5\"")}/>");
        return this;
    }

    /// <summary>A text.</summary>
    /// <param name="x">Where it is anchored.</param>
    /// <param name="y">Base line.</param>
    /// <param name="text">The text.</param>
    /// <param name="colour">Colour, ink when null.</param>
    /// <param name="bold">Whether it is semibold.</param>
    /// <param name="anchor"><c>start</c>, <c>middle</c> or <c>end</c>.</param>
    /// <param name="size">Size, pixels.</param>
    public Svg Text(double x, double y, string text, string? colour = null, bool bold = false, string anchor = "start", double size = 11.5)
    {
        body.Append(CultureInfo.InvariantCulture, $"<text x=\"{x:0.#}\" y=\"{y:0.#}\" fill=\"{colour ?? PrintPalette.Ink}\"{(bold ? " font-weight=\"600\"" : string.Empty)}{(anchor == "start" ? string.Empty : $" text-anchor=\"{anchor}\"")} font-size=\"{size:0.#}\">{WebUtility.HtmlEncode(text)}</text>");
        return this;
    }

    /// <summary>A name on a map: ink with a pale edge, its middle where it is anchored.</summary>
    public Svg Label(double x, double y, string text, double size)
    {
        body.Append(CultureInfo.InvariantCulture, $"<text x=\"{x:0.#}\" y=\"{y:0.#}\" fill=\"{PrintPalette.Ink}\" stroke=\"#fff\" stroke-opacity=\".8\" stroke-width=\"2.4\" stroke-linejoin=\"round\" paint-order=\"stroke\" text-anchor=\"middle\" font-size=\"{size:0.#}\">{WebUtility.HtmlEncode(text)}</text>");
        return this;
    }

    /// <summary>A closed area.</summary>
    public Svg Area(IEnumerable<(double X, double Y)> points, string fill, double opacity)
    {
        body.Append(CultureInfo.InvariantCulture, $"<polygon points=\"{string.Join(' ', points.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.X:0.#},{p.Y:0.#}")))}\" fill=\"{fill}\" fill-opacity=\"{opacity:0.##}\"/>");
        return this;
    }

    /// <summary>Closed rings as one shape: what an odd number of them encloses is filled.</summary>
    public Svg Shape(IEnumerable<IEnumerable<(double X, double Y)>> rings, string fill, string outline, double thickness)
    {
        StringBuilder path = new();
        foreach (IEnumerable<(double X, double Y)> ring in rings)
        {
            char step = 'M';
            foreach ((double x, double y) in ring)
            {
                path.Append(CultureInfo.InvariantCulture, $"{step}{x:0.#} {y:0.#}");
                step = 'L';
            }

            path.Append('Z');
        }

        body.Append(CultureInfo.InvariantCulture, $"<path d=\"{path}\" fill=\"{fill}\" fill-rule=\"evenodd\" stroke=\"{outline}\" stroke-width=\"{thickness:0.##}\"/>");
        return this;
    }

    /// <summary>A rectangle of slanted lines: what is not known.</summary>
    public Svg Hatch(double x, double y, double w, double h)
    {
        body.Append(CultureInfo.InvariantCulture, $"<rect x=\"{x:0.#}\" y=\"{y:0.#}\" width=\"{w:0.#}\" height=\"{h:0.#}\" fill=\"url(#unknown)\" stroke=\"{PrintPalette.Grey}\" stroke-width=\".6\"/>");
        return this;
    }

    /// <summary>The drawing, with the sentence that stands for it where it cannot be seen.</summary>
    public string Render(string alternative) => string.Create(
        CultureInfo.InvariantCulture,
        $"<svg viewBox=\"0 0 {width:0.#} {height:0.#}\" role=\"img\" aria-label=\"{WebUtility.HtmlEncode(alternative)}\">{body}</svg>");
}
