using Simulation.Scene.Labels;
using Simulation.Scene.Look;
using Simulation.Scene.Maps;
using Simulation.Scene.Painting;
using SkiaSharp;

namespace Simulation.Scene.Composing;

/// <summary>The picture that a page becomes.</summary>
/// <param name="Width">Width, pixels.</param>
/// <param name="Height">Height, pixels.</param>
/// <param name="Theme">Dark or light.</param>
/// <param name="Large">Whether type is big.</param>
/// <param name="Video">Whether it is a frame of a film.</param>
public sealed record PictureSize(int Width, int Height, Theme Theme = Theme.Dark, bool Large = false, bool Video = false)
{
    // Below a map that stands above: the share of the height that words and chart begin at.
    internal const float UprightWords = 0.56f;
    private const float Lines = 1080f;

    /// <summary>Whether it is higher than wide: the map stands above, words and chart below.</summary>
    public bool Upright => Width < Height;

    /// <summary>Pixels of a unit of the wall: the shorter side has 1,080.</summary>
    public float Unit => Math.Min(Width, Height) / Lines;

    /// <summary>Sizes of type.</summary>
    public TypeSizes Type => TypeSizes.For(Math.Min(Width, Height), Large);

    /// <summary>The lowest line that words or a chart may stand on, pixels.</summary>
    internal float Bottom => Height - (64 * Unit);

    /// <summary>The lowest line of the map's own corner, where trouble and the code for phones stand, pixels.</summary>
    internal float Corner => Upright ? (Height * UprightWords) - (48 * Unit) : Height - (56 * Unit);

    /// <summary>Width over height.</summary>
    public double Aspect => (double)Width / Height;
}

/// <summary>Composes pages: the map from a painter, words, charts and names over it.</summary>
/// <param name="painter">Paints the map.</param>
/// <param name="map">The population's map.</param>
public sealed class Composer(IMapPainter painter, SceneMap map)
{
    private const float NarrowBelow = 1.5f;
    private uint[] pixels = [];
    private (View View, bool Fewer, SKRect? Words, IReadOnlyList<PlacedLabel> Labels)? placed;

    /// <summary>The words of the last picture, and where they stand.</summary>
    public IReadOnlyList<SetText> Texts { get; private set; } = [];

    /// <summary>The page as a picture.</summary>
    /// <returns>A bitmap that the caller disposes of.</returns>
    public SKBitmap Render(Page page, PictureSize size)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(size);
        var bitmap = new SKBitmap(new SKImageInfo(size.Width, size.Height, SKColorType.Bgra8888, SKAlphaType.Opaque));
        using var canvas = new SKCanvas(bitmap);
        Draw(canvas, page, size);
        canvas.Flush();
        return bitmap;
    }

    /// <summary>Draws the page on a canvas: a picture's, a PDF's or an SVG's.</summary>
    public void Draw(SKCanvas canvas, Page page, PictureSize size)
    {
        ArgumentNullException.ThrowIfNull(canvas);
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(size);
        Palette palette = Palette.Of(size.Theme);
        page = Fitted(page, size);
        canvas.Clear(palette.Ground.Skia());
        var text = new TextSetter(canvas, palette, new SKRect(0, 0, size.Width, size.Height));
        switch (page)
        {
            case LightsPage lights:
                Lights(canvas, text, lights, size);
                break;
            case ValuesPage values:
                Values(canvas, text, values, size);
                break;
            case PackagesPage packages:
                PackageDrawing.Draw(canvas, text, packages, size, (view, colours, left, top) =>
                {
                    Map(canvas, view, p => painter.PaintValues(view, colours, p), left, top);
                    DrawNames(text, HalfNames(view, size), size, 1, left, top);
                });
                break;
        }

        if (page is not PackagesPage)
        {
            Words(text, page, size);
        }

        PageExtras.Draw(text, page, size);
        Texts = text.Texts;
    }

    /// <summary>The map of a page alone, with its names: nothing of its words.</summary>
    /// <param name="page">The page.</param>
    /// <param name="view">What of the map is seen.</param>
    /// <param name="size">The picture.</param>
    /// <returns>A bitmap that the caller disposes of.</returns>
    public SKBitmap RenderMap(Page page, View view, PictureSize size)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(size);
        Page bare = page with { Camera = view.Camera, Sentence = [], Second = [], Chart = null, Steps = 0, Join = string.Empty, Trouble = string.Empty };
        var bitmap = new SKBitmap(new SKImageInfo(size.Width, size.Height, SKColorType.Bgra8888, SKAlphaType.Opaque));
        using var canvas = new SKCanvas(bitmap);
        var text = new TextSetter(canvas, Palette.Of(size.Theme), new SKRect(0, 0, size.Width, size.Height));
        switch (bare)
        {
            case LightsPage lights:
                Map(canvas, view, p => painter.PaintLights(view, lights.Lit, lights.Level, p));
                OverLights(canvas, text, lights, view, size);
                break;
            case ValuesPage values:
                Map(canvas, view, p => painter.PaintValues(view, values.Colours, p));
                DrawNames(text, Names(view, size, [], values, values.Marks), size, 1);
                break;
        }

        canvas.Flush();
        return bitmap;
    }

    /// <summary>All of a page of lights but its map, on a clear canvas: to be laid over a map that a graphics card draws.</summary>
    public void DrawOver(SKCanvas canvas, LightsPage page, PictureSize size)
    {
        ArgumentNullException.ThrowIfNull(canvas);
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(size);
        canvas.Clear(SKColors.Transparent);
        Foot(canvas, size);
        var text = new TextSetter(canvas, Palette.Of(size.Theme), new SKRect(0, 0, size.Width, size.Height));
        OverLights(canvas, text, page, ViewOf(page, size), size);
        Words(text, page, size);
        PageExtras.Draw(text, page, size);
        Texts = text.Texts;
    }

    /// <summary>The view of a page's map.</summary>
    public static View ViewOf(Page page, PictureSize size)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(size);
        float unit = size.Unit;
        bool street = page.Camera.PixelsPerKm >= Drawing.Number("discs.street");
        bool words = page.Sentence.Count > 0;
        bool narrow = size.Aspect < NarrowBelow;
        if (size.Upright)
        {
            return new View(Upright(page, size), size.Width, size.Height, size.Theme)
            {
                UnitHeight = 1080.0 * size.Height / size.Width,
                Place = (page as LightsPage)?.Place ?? -1,
                Video = size.Video,
            };
        }

        // A picture wider than 16:9 keeps its geometry: what is more lies on the left, under the ground.
        double extra = Math.Max(0, size.Width - (size.Height * 16.0 / 9));
        Camera camera = page.Camera;
        if (extra > 0 && !street)
        {
            camera = camera with { X = camera.X - (extra / 2 / (camera.PixelsPerKm * unit) * 1000) };
        }
        else if (narrow)
        {
            camera = Narrow(camera, size);
        }

        return new View(camera, size.Width, size.Height, size.Theme)
        {
            FadeFrom = words && !street && !narrow ? (float)((585 * unit) + extra) * FadeShare(page) : 0,
            FadeTo = words && !street && !narrow ? (float)((960 * unit) + extra) * FadeShare(page) : 0,
            Place = (page as LightsPage)?.Place ?? -1,
            Video = size.Video,
        };
    }

    // A map of values needs the width of the picture for two smaller ones: its own begins further left.
    private static float FadeShare(Page page) => page is ValuesPage { Small.Count: > 0 } ? 0.62f : page is ValuesPage ? 0.78f : 1;

    // Text above, map below: the region fills what is left.
    private static Camera Narrow(Camera camera, PictureSize size)
    {
        const double Share = 0.66;
        double across = 88.0 * size.Unit;
        double scale = Math.Min(camera.PixelsPerKm * Share * 1.02, camera.PixelsPerKm / 12.4 * size.Width / across);
        Camera home = Camera.Named("homeWithoutText");
        Camera at = Math.Abs(camera.PixelsPerKm - 12.4) < 0.1 ? home : camera;
        return new Camera(at.X, at.Y + ((1 - Share) / 2 * 1080 / scale * 1000), scale);
    }

    // Map above, words below. Cameras leave room for words on the left; here what they look at stands in the middle of the upper part.
    private static Camera Upright(Page page, PictureSize size)
    {
        const double Closer = 0.9;
        const double RoomForWords = 380;
        bool street = page.Camera.PixelsPerKm >= Drawing.Number("discs.street");
        Camera camera = page is ValuesPage ? Camera.Named("homeWithoutText") : page.Camera;
        double scale = camera.PixelsPerKm * (street ? 1 : Closer);
        double aside = page is ValuesPage || street ? 0 : RoomForWords / camera.PixelsPerKm * 1000;
        double height = size.Height / size.Unit;
        double down = (0.5 - (PictureSize.UprightWords / 2)) * height / scale * 1000;
        return new Camera(camera.X + aside, camera.Y - down, scale);
    }

    // An upright picture has no room for small maps: what they say is said in words; in big type, what the first says.
    private static Page Fitted(Page page, PictureSize size) => size.Upright && page is ValuesPage { Small.Count: > 0 } values
        ? values with { Small = [], Second = values.Second.Count > 0 ? values.Second : [.. values.Small.Take(size.Large ? 1 : values.Small.Count).SelectMany(s => Ended(s.Caption))] }
        : page;

    private static IEnumerable<Phrase> Ended(IReadOnlyList<Phrase> caption) => caption.Select((p, i) => p with { Text = i == caption.Count - 1 ? p.Text + "." : p.Text, Tint = p.Tint == Tint.Quiet ? Tint.None : p.Tint });

    // Ground under the words of an upright picture; the map fades into it.
    private static void Foot(SKCanvas canvas, PictureSize size)
    {
        if (!size.Upright)
        {
            return;
        }

        float from = (size.Height * PictureSize.UprightWords) - (40 * size.Unit);
        Rgb ground = Palette.Of(size.Theme).Ground;
        using SKShader shader = SKShader.CreateLinearGradient(new SKPoint(0, from - (140 * size.Unit)), new SKPoint(0, from), [ground.Skia(0), ground.Skia()], SKShaderTileMode.Clamp);
        using var fade = new SKPaint { Shader = shader };
        canvas.DrawRect(0, from - (140 * size.Unit), size.Width, size.Height, fade);
    }

    private void Lights(SKCanvas canvas, TextSetter text, LightsPage page, PictureSize size)
    {
        View view = ViewOf(page, size);
        Map(canvas, view, p => painter.PaintLights(view, page.Lit, page.Level, p));
        Foot(canvas, size);
        OverLights(canvas, text, page, view, size);
    }

    private void OverLights(SKCanvas canvas, TextSetter text, LightsPage page, View view, PictureSize size)
    {
        double k = page.Camera.PixelsPerKm;
        if (k >= Drawing.Number("discs.street"))
        {
            StreetDrawing.Draw(canvas, text, page, view, map, size.Type, StreetNames(page, view, size));
        }
        else if (k >= Drawing.Number("discs.from"))
        {
            StreetDrawing.Discs(canvas, page, view, map);
        }

        if (page.Place >= 0)
        {
            Outline(canvas, view, page.Place, text.Palette);
        }

        bool street = k >= Drawing.Number("discs.street");
        IReadOnlyList<SKRect> taken = street ? [.. StreetNames(page, view, size).Select(n => n.Box), StreetDrawing.ScaleBox(view, size)] : [];
        DrawNames(text, Names(view, size, taken, page), size, page.LabelsAlpha);
    }

    private IReadOnlyList<SchoolName> StreetNames(LightsPage page, View view, PictureSize size) => page.LabelsAlpha <= 0 ? [] : StreetDrawing.Names(
        page, view, map, size.Type, [.. page.Sentence.Count > 0 ? [WordColumn.Of(page, size).Box] : Array.Empty<SKRect>(), .. PageExtras.Taken(page, size), StreetDrawing.ScaleBox(view, size)]);

    private void Values(SKCanvas canvas, TextSetter text, ValuesPage page, PictureSize size)
    {
        View view = ViewOf(page, size);
        Map(canvas, view, p => painter.PaintValues(view, page.Colours, p));
        Foot(canvas, size);
        float unit = size.Unit;
        float left = page.Small.Count > 0 ? size.Width - (456 * unit) : size.Width;
        if (page.Small.Count > 0)
        {
            // The large map ends where the small ones begin.
            using SKShader shader = SKShader.CreateLinearGradient(
                new SKPoint(left - (60 * unit), 0), new SKPoint(left - (8 * unit), 0), [text.Palette.Ground.Skia(0), text.Palette.Ground.Skia()], SKShaderTileMode.Clamp);
            using var fade = new SKPaint { Shader = shader };
            canvas.DrawRect(left - (60 * unit), 0, size.Width, size.Height, fade);
        }

        SmallMaps(canvas, text, page, size, left);
        DrawNames(text, Names(view, size, page.Small.Count > 0 ? [new SKRect(left - (20 * unit), 0, size.Width, size.Height)] : [], page, page.Marks), size, page.LabelsAlpha);
    }

    // Two maps share the height that their captions leave.
    private void SmallMaps(SKCanvas canvas, TextSetter text, ValuesPage page, PictureSize size, float left)
    {
        float unit = size.Unit;
        using SKFont caption = Fonts.Of(400, size.Type["axis"]);
        float leading = caption.Size * 1.28f;
        List<List<Phrase>>[] words = [.. page.Small.Select(s => TextSetter.Break(s.Caption, caption, 0, 408 * unit))];
        float spare = size.Height - (112 * unit) - (words.Sum(w => w.Count) * leading) - (16 * unit * page.Small.Count) - (24 * unit * Math.Max(0, page.Small.Count - 1));
        int width = (int)(408 * unit);
        int height = (int)Math.Min(412 * unit, spare / Math.Max(1, page.Small.Count));
        float top = 64 * unit;
        for (int i = 0; i < page.Small.Count; i++)
        {
            var small = new View(Camera.Named("changeSmall"), width, height, size.Theme) { UnitHeight = 412 };
            Map(canvas, small, p => painter.PaintValues(small, page.Small[i].Colours, p), left, top);
            Feather(canvas, SKRect.Create(left, top, width, height), 26 * unit, text.Palette.Ground);
            top += height + (16 * unit);
            SKRect before = text.Panel;
            text.Panel = SKRect.Create(left, top, 408 * unit, (words[i].Count * leading) + (4 * unit));
            text.Paragraph(words[i], left, top + (caption.Size * 0.95f), leading, caption, 0, Tint.Quiet);
            text.Panel = before;
            top += (words[i].Count * leading) + (24 * unit);
        }
    }

    /// <summary>Fades a rectangle's edges to a colour.</summary>
    internal static void Feather(SKCanvas canvas, SKRect rect, float reach, Rgb ground)
    {
        (SKPoint From, SKPoint To, SKRect Where)[] sides =
        [
            (new(rect.Left, 0), new(rect.Left + reach, 0), new SKRect(rect.Left - 1, rect.Top - 1, rect.Left + reach, rect.Bottom + 1)),
            (new(rect.Right, 0), new(rect.Right - reach, 0), new SKRect(rect.Right - reach, rect.Top - 1, rect.Right + 1, rect.Bottom + 1)),
            (new(0, rect.Top), new(0, rect.Top + reach), new SKRect(rect.Left - 1, rect.Top - 1, rect.Right + 1, rect.Top + reach)),
            (new(0, rect.Bottom), new(0, rect.Bottom - reach), new SKRect(rect.Left - 1, rect.Bottom - reach, rect.Right + 1, rect.Bottom + 1)),
        ];
        foreach ((SKPoint from, SKPoint to, SKRect where) in sides)
        {
            using SKShader shader = SKShader.CreateLinearGradient(from, to, [ground.Skia(), ground.Skia(0)], SKShaderTileMode.Clamp);
            using var paint = new SKPaint { Shader = shader };
            canvas.DrawRect(where, paint);
        }
    }

    private void Map(SKCanvas canvas, View view, Action<uint[]> paint, float left = 0, float top = 0)
    {
        int length = view.Width * view.Height;
        pixels = pixels.Length == length ? pixels : new uint[length];
        paint(pixels);
        unsafe
        {
            fixed (uint* at = pixels)
            {
                using SKImage image = SKImage.FromPixelCopy(new SKImageInfo(view.Width, view.Height, SKColorType.Bgra8888, SKAlphaType.Opaque), (nint)at, view.Width * 4);
                canvas.DrawImage(image, left, top, SKSamplingOptions.Default);
            }
        }
    }

    private void Outline(SKCanvas canvas, View view, int place, Palette palette)
    {
        using SKPath path = Ground.Rings(map, map.PlaceOutlines[place]);
        path.Transform(Ground.MatrixOf(view));
        using var stroke = new SKPaint
        {
            IsAntialias = true,
            Style = SKPaintStyle.Stroke,
            StrokeJoin = SKStrokeJoin.Round,
            Color = palette["street.outline"].Skia(0.92),
            StrokeWidth = Drawing.Number("borders.selectedWidth") * (float)view.Unit,
        };
        canvas.DrawPath(path, stroke);
    }

    // Names stay where they are while the camera and the words rest.
    private IReadOnlyList<PlacedLabel> Names(View view, PictureSize size, IReadOnlyList<SKRect> taken, Page? page = null, IReadOnlyList<LabelWish>? marks = null)
    {
        SKRect? words = page is { Sentence.Count: > 0 } ? WordColumn.Of(page, size).Box : null;
        IReadOnlyList<SKRect> over = page is null ? [] : PageExtras.Taken(page, size);
        bool keeps = taken.Count == 0 && over.Count == 0 && marks is null;
        if (keeps && placed is { } known && known.View == view && known.Fewer == size.Large && known.Words == words)
        {
            return known.Labels;
        }

        TypeSizes type = size.Type;
        float unit = size.Unit;
        List<SKRect> full = [.. taken, .. over];
        if (page is ValuesPage && !size.Upright && words is not null)
        {
            // The map reaches under the column: names keep away from its lines, and from what lies left of them.
            full.AddRange(WordColumn.Of(page, size).Lines(size).Select(line => new SKRect(0, line.Top - (6 * unit), line.Right + (36 * unit), line.Bottom + (6 * unit))));
        }
        else if (words is { } column)
        {
            full.Add(column);
        }

        float edge = Drawing.Number("labels.edge") * unit;
        IReadOnlyList<LabelWish> wishes = [.. MapNames.Of(view, map, size.Large).Select(w => Beyond(w, view, (page as LightsPage)?.Place ?? -1)), .. (marks ?? []).Select(m => AtPixel(m, view))];
        IReadOnlyList<PlacedLabel> labels = LabelPlacer.Place(
            words is { } aside ? wishes.Where(w => w.Style != LabelStyle.Water || w.X > aside.Right) : wishes, wish => Measure(wish.Text, wish.Style, type),
            new SKRect(edge, edge, view.Width - edge, view.Height - edge), full, Drawing.Number("labels.clear") * unit, Drawing.Number("labels.beside") * unit);
        if (keeps)
        {
            placed = (view, size.Large, words, labels);
        }

        return labels;
    }

    // Where one place stands out, names of the others recede.
    private LabelWish Beyond(LabelWish wish, View view, int place)
    {
        if (place < 0 || wish.Style is not (LabelStyle.Town or LabelStyle.City))
        {
            return wish;
        }

        using SKPath path = Ground.Rings(map, map.PlaceOutlines[place]);
        path.Transform(Ground.MatrixOf(view));
        return path.Contains(wish.X, wish.Y) ? wish : wish with { Style = LabelStyle.Outside, Priority = wish.Priority * Drawing.Number("labels.priorityOutside") };
    }

    // Marks come in metres: the page does not know the picture.
    private static LabelWish AtPixel(LabelWish mark, View view)
    {
        (double x, double y) = view.Pixel(mark.X, mark.Y);
        return mark with { X = (float)x, Y = (float)y };
    }

    private static (float Width, float Ascent, float Descent) Measure(string text, LabelStyle style, TypeSizes type)
    {
        using SKFont font = FontOf(style, type);
        return (TextSetter.Width(text, font, Tracking(style, type)), font.Size * TextSetter.Ascent, font.Size * TextSetter.Descent);
    }

    private static SKFont FontOf(LabelStyle style, TypeSizes type) => style switch
    {
        LabelStyle.City => Fonts.Of(600, type["city"]),
        LabelStyle.Outside => Fonts.Of(500, type["place"]),
        LabelStyle.Water => Fonts.Of(500, type["place"], italic: true),
        LabelStyle.Neighbourhood => Fonts.Of(500, type["smallest"]),
        _ => Fonts.Of(600, type["place"]),
    };

    private static float Tracking(LabelStyle style, TypeSizes type) => style switch
    {
        LabelStyle.Water => Drawing.Number("labels.waterTracking") * type["place"] / 28,
        LabelStyle.Neighbourhood => Drawing.Number("labels.streetTracking") * type["smallest"] / 28,
        _ => 0,
    };

    // Half as many names, and none under the number or, in big type, the subtitle.
    private IReadOnlyList<PlacedLabel> HalfNames(View view, PictureSize size)
    {
        TypeSizes type = size.Type;
        float unit = size.Unit;
        float edge = Drawing.Number("labels.edge") * unit;
        return LabelPlacer.Place(
            MapNames.Of(view, map, fewer: true).Where(w => w.Style is LabelStyle.Town or LabelStyle.City), wish => Measure(wish.Text, wish.Style, type),
            new SKRect(edge, edge, view.Width - edge, view.Height - edge), [new SKRect(0, view.Height - (150 * unit), 430 * unit, view.Height), new SKRect(0, 0, view.Width, (size.Large ? 80 : 0) * unit)],
            Drawing.Number("labels.clear") * unit, Drawing.Number("labels.beside") * unit);
    }

    private static void DrawNames(TextSetter text, IReadOnlyList<PlacedLabel> labels, PictureSize size, float alpha, float left = 0, float top = 0)
    {
        if (alpha <= 0)
        {
            return;
        }

        TypeSizes type = size.Type;
        foreach (PlacedLabel label in labels)
        {
            using SKFont font = FontOf(label.Style, type);
            Palette palette = text.Palette;
            Rgb colour = label.Style switch
            {
                LabelStyle.Outside => palette.Ink3,
                LabelStyle.Water => palette["waterName"],
                LabelStyle.Neighbourhood => palette.Ink2,
                _ => palette.Ink,
            };
            if (label.Style == LabelStyle.Water)
            {
                text.Line(label.Text, label.Left + left, label.Baseline + top, font, colour.Skia(alpha), Tracking(label.Style, type));
            }
            else
            {
                text.Haloed(label.Text, label.Left + left, label.Baseline + top, font, colour.Skia(alpha), Tracking(label.Style, type));
            }
        }
    }

    private static void Words(TextSetter text, Page page, PictureSize size)
    {
        if (page.WordsAlpha <= 0)
        {
            return;
        }

        bool veiled = page.WordsAlpha < 1;
        if (veiled)
        {
            using var layer = new SKPaint { Color = SKColors.White.WithAlpha((byte)(255 * page.WordsAlpha)) };
            text.Canvas.SaveLayer(layer);
        }

        WordColumn column = WordColumn.Of(page, size);
        if (page.Camera.PixelsPerKm >= Drawing.Number("discs.street") && page.Sentence.Count > 0 && !size.Upright)
        {
            PageExtras.Veil(text, column.Box, size);
        }

        column.Draw(text);
        if (veiled)
        {
            text.Canvas.Restore();
        }
    }
}
