using SkiaSharp;

namespace Simulation.Scene.Labels;

/// <summary>How a name is set.</summary>
public enum LabelStyle
{
    /// <summary>A town inside the region.</summary>
    Town,

    /// <summary>The city: larger.</summary>
    City,

    /// <summary>A town outside.</summary>
    Outside,

    /// <summary>Water: leans, no halo.</summary>
    Water,

    /// <summary>A neighbourhood, close by: capitals.</summary>
    Neighbourhood,

    /// <summary>A mark with a number.</summary>
    Mark,
}

/// <summary>A name that would like to be on the map.</summary>
/// <param name="Text">What is written.</param>
/// <param name="X">Its point, pixels from the left.</param>
/// <param name="Y">Its point, pixels from the top.</param>
/// <param name="Priority">Higher comes first.</param>
/// <param name="Style">How it is set.</param>
public sealed record LabelWish(string Text, float X, float Y, double Priority, LabelStyle Style);

/// <summary>A name that found its place.</summary>
/// <param name="Text">What is written.</param>
/// <param name="Left">Left end of the text, pixels.</param>
/// <param name="Baseline">Baseline, pixels.</param>
/// <param name="Style">How it is set.</param>
/// <param name="Box">The box that it takes, with what is kept clear.</param>
public sealed record PlacedLabel(string Text, float Left, float Baseline, LabelStyle Style, SKRect Box);

/// <summary>Finds places for names without any touching another: greedy, by priority and then by name, so that two painters agree.</summary>
public static class LabelPlacer
{
    private static readonly float[] Aside = [0.1f, -0.1f, 0.2f, -0.2f, 0.3f, -0.3f];

    /// <summary>Places what has room.</summary>
    /// <param name="wishes">The names.</param>
    /// <param name="measure">Width, height above and below the baseline of a name.</param>
    /// <param name="bounds">Where names may stand.</param>
    /// <param name="taken">Boxes that are taken: text, panels, marks.</param>
    /// <param name="clear">Pixels kept clear about each.</param>
    /// <param name="beside">Pixels between a point and a name to its right or left.</param>
    public static IReadOnlyList<PlacedLabel> Place(
        IEnumerable<LabelWish> wishes, Func<LabelWish, (float Width, float Ascent, float Descent)> measure, SKRect bounds, IEnumerable<SKRect> taken, float clear, float beside)
    {
        ArgumentNullException.ThrowIfNull(wishes);
        ArgumentNullException.ThrowIfNull(measure);
        List<SKRect> full = [.. taken];
        var placed = new List<PlacedLabel>();
        foreach (LabelWish wish in wishes.OrderByDescending(w => w.Priority).ThenBy(w => w.Text, StringComparer.Ordinal))
        {
            (float width, float ascent, float descent) = measure(wish);
            float height = ascent + descent;
            float left0 = wish.X - (width / 2);
            float middle = wish.Y + ((ascent - descent) / 2);

            // Water is wide: its name may stand somewhat to a side. A town's stands at its point, or else as near as it can.
            (float Left, float Baseline)[] anchors = wish.Style == LabelStyle.Water
                ? [(left0, middle), .. Aside.Select(share => (left0 + (share * width), middle))]
                :
                [
                    (left0, middle),
                    (left0, wish.Y - beside - descent),
                    (left0, wish.Y + beside + ascent),
                    (wish.X + beside, middle),
                    (wish.X - beside - width, middle),
                    (left0, wish.Y + beside + clear + ascent),
                    (left0, wish.Y - beside - clear - descent),
                ];
            foreach ((float left, float baseline) in anchors)
            {
                var text = new SKRect(left, baseline - ascent, left + width, baseline - ascent + height);
                SKRect box = SKRect.Inflate(text, clear / 2, clear / 2);
                if (bounds.Contains(text) && !full.Any(other => other.IntersectsWith(box)))
                {
                    full.Add(box);
                    placed.Add(new PlacedLabel(wish.Text, left, baseline, wish.Style, box));
                    break;
                }
            }
        }

        return placed;
    }
}
