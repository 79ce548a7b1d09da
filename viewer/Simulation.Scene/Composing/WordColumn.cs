using Simulation.Scene.Look;
using SkiaSharp;

namespace Simulation.Scene.Composing;

/// <summary>
/// The words and the chart of a page, laid out by measuring before anything is drawn: date, sentence, the sentence below it, chart.
/// What does not fit is set closer and smaller, never below the smallest size of the picture's height.
/// </summary>
internal sealed class WordColumn
{
    private const float Tracking = -0.022f;
    private const float Narrow = 1.5f;
    private readonly Page page;
    private readonly float unit;
    private readonly TypeSizes type;
    private readonly bool roomForChart;
    private readonly float top;
    private readonly bool upright;
    private Chart? chart;
    private readonly float bottom;
    private List<List<Phrase>> sentence = [];
    private List<List<Phrase>> second = [];
    private float sentenceSize;
    private float secondSize;
    private float secondTop;
    private bool tight;

    private WordColumn(Page page, PictureSize size)
    {
        this.page = page;
        unit = size.Unit;
        type = size.Type;
        bool narrow = size.Aspect < Narrow && !size.Upright;
        chart = page.Chart;
        roomForChart = !narrow && chart is not null;
        upright = size.Upright;
        top = size.Upright ? size.Height * PictureSize.UprightWords : 60 * unit;
        Width = narrow || size.Upright ? size.Width - (128 * unit) : 600 * unit;
        bottom = narrow ? size.Height * 0.30f : size.Bottom - ((page.Steps > 1 ? 44 : 0) * unit);
        Fit();
        bool street = page.Camera.PixelsPerKm >= Drawing.Number("discs.street");
        Box = size.Upright ? new SKRect(0, top - (20 * unit), size.Width, size.Height)
            : street ? new SKRect(0, 0, Math.Max(600 * unit, Reach()) + (20 * unit), SecondBottom + (40 * unit))
            : narrow ? new SKRect(0, 0, size.Width, Math.Max(size.Height * 0.30f, SecondBottom + (20 * unit)))
            : new SKRect(0, 0, Math.Max((page is ValuesPage ? 600 : 704) * unit, Reach() + (4 * unit)), size.Height);
    }

    /// <summary>Width of a line of the sentence, pixels.</summary>
    public float Width { get; }

    /// <summary>The part of the picture that words take.</summary>
    public SKRect Box { get; }

    private float ChartWidth => Math.Max(Charts.Width * unit, upright ? Width : 0);

    private float SecondBottom => second.Count == 0 ? SentenceBottom
        : secondTop + (secondSize * 0.9f) + ((second.Count - 1) * SecondLeading) + (TextSetter.Descent * secondSize);

    private float SecondLeading => secondSize * (tight ? 1.24f : 1.36f);

    private float SentenceTop => top + Math.Max((upright ? 52 : 68) * unit, type["subtitle"] * (upright ? 1.4f : 1.6f));

    private float SentenceBottom => SentenceTop + (sentenceSize * 0.95f) + (Math.Max(0, sentence.Count - 1) * sentenceSize * 1.1f) + (TextSetter.Descent * sentenceSize);

    /// <summary>Lays out the column of a page.</summary>
    public static WordColumn Of(Page page, PictureSize size) => new(page, size);

    /// <summary>Draws it.</summary>
    public void Draw(TextSetter text)
    {
        float left = 64 * unit;
        using SKFont eyebrow = Fonts.Of(500, type["subtitle"]);
        text.Line(page.Eyebrow, left, top + (type["subtitle"] * 0.93f), eyebrow, text.Palette.Ink2.Skia());
        using SKFont large = Fonts.Of(600, sentenceSize);
        text.Paragraph(sentence, left, SentenceTop + (sentenceSize * 0.95f), sentenceSize * 1.1f, large, Tracking * sentenceSize);
        using SKFont below = Fonts.Of(400, secondSize);
        text.Paragraph(second, left, secondTop + (secondSize * 0.9f), SecondLeading, below, 0);
        if (roomForChart)
        {
            Charts.Draw(text, chart!, new ChartRoom(left, ChartWidth, bottom, unit, type, tight));
        }
    }

    /// <summary>Boxes of the lines that <see cref="Draw"/> writes.</summary>
    public IReadOnlyList<SKRect> Lines(PictureSize size)
    {
        using var nowhere = new SKNoDrawCanvas(size.Width, size.Height);
        var text = new TextSetter(nowhere, Palette.Of(size.Theme), new SKRect(0, 0, size.Width, size.Height));
        Draw(text);
        return [.. text.Texts.Select(t => t.Box)];
    }

    // First the sentence gives way, then the air in the chart, then the sentence below it.
    private void Fit()
    {
        if (FitsSomehow())
        {
            return;
        }

        // The last to go is help with reading the map; what says how sure a chart is stays.
        if (chart is HistogramChart histogram)
        {
            string[] note = histogram.Note.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            chart = histogram with { Note = note.Length > 1 ? note[^1] : string.Empty };
            if (FitsSomehow())
            {
                return;
            }

            chart = histogram with { Note = string.Empty };
        }

        if (chart is TableChart table)
        {
            chart = table with { Note = string.Empty };
            if (FitsSomehow())
            {
                return;
            }
        }

        Fits(type["smallest"] * 1.15f, type["smallest"], true);
    }

    private bool FitsSomehow()
    {
        float floor = type["smallest"] * 1.15f;
        foreach (float less in new[] { 1f, 0.92f, 0.85f, 0.78f })
        {
            foreach (bool close in new[] { false, true })
            {
                float most = type["sentence"];
                float least = close ? floor : Math.Max(floor, most * 0.72f);
                for (float at = most; at >= least; at *= 0.96f)
                {
                    if (Fits(at, Math.Max(type["smallest"], type["second"] * less), close))
                    {
                        return true;
                    }
                }
            }
        }

        return Fits(floor, type["smallest"], true);
    }

    private bool Fits(float at, float next, bool close)
    {
        (sentenceSize, secondSize, tight) = (at, next, close);
        using SKFont large = Fonts.Of(600, at);
        using SKFont below = Fonts.Of(400, next);
        sentence = TextSetter.Break(page.Sentence, large, Tracking * at, Width);
        second = TextSetter.Break(page.Second, below, 0, Width);
        int most = page.Chart is HistogramChart && page.Second.Count == 0 ? 4 : 3;
        float gap = (close ? 26 : 42) * unit;
        secondTop = SentenceBottom + gap - (TextSetter.Descent * at);
        float chartTop = roomForChart ? bottom - Charts.Height(chart!, new ChartRoom(64 * unit, ChartWidth, bottom, unit, type, close)) - ((close ? 14 : 30) * unit) : bottom;
        bool fits = sentence.Count <= most && sentence.All(l => TextSetter.Width(l, large, Tracking * at) <= Width + 0.5f)
            && second.All(l => TextSetter.Width(l, below) <= Width + 0.5f) && SecondBottom <= chartTop;

        // The usual place of the second sentence, where it has that room.
        float usual = top + (332 * unit);
        if (fits && page.Chart is CurveChart && sentence.Count == 3 && secondTop < usual && SecondBottom + usual - secondTop <= chartTop)
        {
            secondTop = usual;
        }

        return fits;
    }

    private float Reach()
    {
        using SKFont large = Fonts.Of(600, sentenceSize);
        using SKFont below = Fonts.Of(400, secondSize);
        using SKFont eyebrow = Fonts.Of(500, type["subtitle"]);
        float words = Math.Max(
            sentence.Select(l => TextSetter.Width(l, large, Tracking * sentenceSize)).DefaultIfEmpty().Max(),
            Math.Max(second.Select(l => TextSetter.Width(l, below)).DefaultIfEmpty().Max(), TextSetter.Width(page.Eyebrow, eyebrow)));
        return (64 * unit) + Math.Max(words, roomForChart ? ChartWidth : 0);
    }
}
