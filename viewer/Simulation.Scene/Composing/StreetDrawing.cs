using Simulation.Scene.Look;
using Simulation.Scene.Maps;
using SkiaSharp;

namespace Simulation.Scene.Composing;

/// <summary>A school's name that found its place.</summary>
/// <param name="Name">Its name, short.</param>
/// <param name="ClosedSince">Since when its street is closed; empty while it is open.</param>
/// <param name="Box">What both take, pixels.</param>
internal sealed record SchoolName(string Name, string ClosedSince, SKRect Box);

/// <summary>Residents close by: discs, ways to school, schools and their streets.</summary>
internal static class StreetDrawing
{
    /// <summary>Whoever changed, as discs with a halo, between the town and the street.</summary>
    public static void Discs(SKCanvas canvas, LightsPage page, View view, SceneMap map)
    {
        Palette palette = Palette.Of(view.Theme);
        double k = view.Camera.PixelsPerKm;
        double share = Math.Clamp(Math.Log(k / Drawing.Number("discs.from")) / Math.Log(Drawing.Number("discs.street") / Drawing.Number("discs.from")), 0, 1);
        float unit = (float)view.Unit;
        float radius = (Drawing.Number("discs.radius.0") + ((float)share * (Drawing.Number("discs.radius.1") - Drawing.Number("discs.radius.0")))) * unit;

        // They come in as the map comes closer: the glow of the counts goes over into them without a step.
        double alpha = Math.Clamp(share * 6, 0, 1) * page.Lit.Strength;
        Dots(canvas, view, map, page.Lit.For, radius, palette["street.changed"].Skia(alpha), palette.Amber.Skia(0.35 * alpha), radius * Drawing.Number("discs.halo"));
        Dots(canvas, view, map, page.Lit.Against, radius, palette.Against.Skia(alpha), palette.Against.Skia(0.3 * alpha), radius * Drawing.Number("discs.halo"));
    }

    /// <summary>A street: haze is in the map already.</summary>
    public static void Draw(SKCanvas canvas, TextSetter text, LightsPage page, View view, SceneMap map, TypeSizes type, IReadOnlyList<SchoolName> names)
    {
        Palette palette = text.Palette;
        float unit = (float)view.Unit;
        Dots(canvas, view, map, page.Lit.Children, Drawing.Number("discs.childRadius") * unit, palette["street.child"].Skia(), default, 0);
        Dots(canvas, view, map, page.Lit.WalkEitherWay, Drawing.Number("discs.walksRadius") * unit, palette["street.walks"].Skia(Drawing.Number("discs.walksAlpha")), default, 0);
        Ways(canvas, page, view, map, palette);
        float radius = Drawing.Number("discs.changedRadius") * unit;
        Dots(canvas, view, map, page.Lit.Against, radius, palette.Against.Skia(), palette.Against.Skia(0.8), Drawing.Number("discs.glowRadius") * unit, Drawing.Number("discs.glowSigma") * unit);
        Dots(
            canvas, view, map, page.Lit.For, radius, palette["street.changed"].Skia(page.Lit.Strength), palette.Amber.Skia(0.95 * page.Lit.Strength),
            Drawing.Number("discs.glowRadius") * unit, Drawing.Number("discs.glowSigma") * unit);
        Schools(canvas, text, page, view, map);
        Write(text, names, type);
        if (page.Trouble.Length == 0 && page.Join.Length == 0)
        {
            ScaleBar(text, view, type);
        }
    }

    /// <summary>The scale in the bottom right corner, with air about it.</summary>
    public static SKRect ScaleBox(View view, PictureSize size) => new(
        view.Width - (84 * size.Unit) - (float)(0.2 * view.Scale), view.Height - (120 * size.Unit), view.Width, view.Height);

    /// <summary>Places the names of schools: below their square, else above, right or left; one without room is left out.</summary>
    public static IReadOnlyList<SchoolName> Names(LightsPage page, View view, SceneMap map, TypeSizes type, IReadOnlyList<SKRect> taken)
    {
        float unit = (float)view.Unit;
        float side = Drawing.Number("discs.school.side") * unit;
        using SKFont bold = Fonts.Of(600, type["smallest"]);
        using SKFont plain = Fonts.Of(400, type["smallest"]);
        var bounds = new SKRect(20 * unit, 20 * unit, view.Width - (20 * unit), view.Height - (20 * unit));
        List<SKRect> full = [.. taken];
        foreach (SchoolMark mark in page.Schools)
        {
            (float x, float y) = At(view, map, map.Schools[mark.School].X, map.Schools[mark.School].Y);
            full.Add(new SKRect(x - (side / 2), y - (side / 2), x + (side / 2), y + (side / 2)));
        }

        var names = new List<SchoolName>();
        foreach (SchoolMark mark in page.Schools.OrderByDescending(s => s.ClosedSince.Length > 0).ThenBy(s => s.School))
        {
            SceneSchool school = map.Schools[mark.School];
            (float x, float y) = At(view, map, school.X, school.Y);
            string name = ShortName(school.Name);
            float width = Math.Max(TextSetter.Width(name, bold), mark.ClosedSince.Length > 0 ? TextSetter.Width(mark.ClosedSince, plain) : 0);
            float height = type["smallest"] * (mark.ClosedSince.Length > 0 ? 2.28f : 0.98f);
            float gap = (side / 2) + (8 * unit);
            SKRect[] places =
            [
                SKRect.Create(x - (width / 2), y + gap, width, height), SKRect.Create(x - (width / 2), y - gap - height, width, height),
                SKRect.Create(x + gap, y - (height / 2), width, height), SKRect.Create(x - gap - width, y - (height / 2), width, height),
            ];
            foreach (SKRect place in places)
            {
                if (bounds.Contains(place) && !full.Any(f => f.IntersectsWith(place)))
                {
                    full.Add(SKRect.Inflate(place, 8 * unit, 4 * unit));
                    names.Add(new SchoolName(name, mark.ClosedSince, place));
                    break;
                }
            }
        }

        return names;
    }

    /// <summary>A school's name without what every school's has.</summary>
    internal static string ShortName(string name)
    {
        string[] endings =
        [
            "School", "Primary", "Infant", "Infants", "Junior", "High", "Community", "Catholic", "CofE", "C of E", "Church of England", "RC", "Voluntary", "Aided",
            "Controlled", "(Aided)", "(Controlled)", "and Nursery", "and", "&",
        ];
        string shorter = name.Trim();
        while (endings.FirstOrDefault(e => shorter.EndsWith(" " + e, StringComparison.OrdinalIgnoreCase)) is { } end)
        {
            shorter = shorter[..^(end.Length + 1)].TrimEnd(' ', ',');
        }

        return shorter.Length > 2 ? shorter : name;
    }

    private static void Write(TextSetter text, IReadOnlyList<SchoolName> names, TypeSizes type)
    {
        using SKFont bold = Fonts.Of(600, type["smallest"]);
        using SKFont plain = Fonts.Of(400, type["smallest"]);
        foreach (SchoolName name in names)
        {
            float baseline = name.Box.Top + (type["smallest"] * TextSetter.Ascent);
            text.Haloed(name.Name, name.Box.MidX - (TextSetter.Width(name.Name, bold) / 2), baseline, bold, text.Palette.Ink.Skia());
            if (name.ClosedSince.Length > 0)
            {
                text.Haloed(name.ClosedSince, name.Box.MidX - (TextSetter.Width(name.ClosedSince, plain) / 2), baseline + (type["smallest"] * 1.3f), plain, text.Palette.Ink2.Skia());
            }
        }
    }

    private static void Ways(SKCanvas canvas, LightsPage page, View view, SceneMap map, Palette palette)
    {
        float unit = (float)view.Unit;
        using var stroke = new SKPaint
        {
            IsAntialias = true,
            Style = SKPaintStyle.Stroke,
            StrokeWidth = Drawing.Number("discs.line.width") * unit,
            StrokeCap = SKStrokeCap.Round,
            Color = palette.Amber.Skia(Drawing.Number("discs.line.alpha") * page.Lit.Strength),
        };
        foreach ((int row, int school) in page.Ways.Take((int)Drawing.Number("discs.line.most")))
        {
            (float x0, float y0) = At(view, map, map.Positions[2 * row], map.Positions[(2 * row) + 1]);
            (float x1, float y1) = At(view, map, map.Schools[school].X, map.Schools[school].Y);
            float bow = Drawing.Number("discs.line.bow");
            using var builder = new SKPathBuilder();
            builder.MoveTo(x0, y0);
            builder.QuadTo(((x0 + x1) / 2) - ((y1 - y0) * bow), ((y0 + y1) / 2) + ((x1 - x0) * bow), x1, y1);
            using SKPath path = builder.Detach();
            canvas.DrawPath(path, stroke);
        }
    }

    private static void Schools(SKCanvas canvas, TextSetter text, LightsPage page, View view, SceneMap map)
    {
        Palette palette = text.Palette;
        float unit = (float)view.Unit;
        foreach (SchoolMark mark in page.Schools)
        {
            SceneSchool school = map.Schools[mark.School];
            (float x, float y) = At(view, map, school.X, school.Y);
            bool closed = mark.ClosedSince.Length > 0;
            if (closed)
            {
                float reach = Drawing.Number("discs.school.ringMetres") * (float)view.Scale / 1000;
                using var fill = new SKPaint { IsAntialias = true, Color = palette.Amber.Skia(Drawing.Number("discs.school.fillAlpha")) };
                using var ring = new SKPaint
                {
                    IsAntialias = true,
                    Style = SKPaintStyle.Stroke,
                    StrokeWidth = 2.2f * unit,
                    Color = palette["street.schoolClosed"].Skia(),
                    PathEffect = SKPathEffect.CreateDash([9 * unit, 6 * unit], 0),
                };
                canvas.DrawCircle(x, y, reach, fill);
                canvas.DrawCircle(x, y, reach, ring);
            }

            float side = Drawing.Number("discs.school.side") * unit;
            var square = SKRect.Create(x - (side / 2), y - (side / 2), side, side);
            using var body = new SKPaint { IsAntialias = true, Color = palette[closed ? "street.schoolClosed" : "street.school"].Skia() };
            using var edge = new SKPaint { IsAntialias = true, Style = SKPaintStyle.Stroke, StrokeWidth = 3 * unit, Color = palette.Ground.Skia(0.9) };
            float corner = Drawing.Number("discs.school.corner") * unit;
            canvas.DrawRoundRect(square, corner, corner, body);
            canvas.DrawRoundRect(square, corner, corner, edge);
        }
    }

    private static void ScaleBar(TextSetter text, View view, TypeSizes type)
    {
        float unit = (float)view.Unit;
        float length = (float)(0.2 * view.Scale);
        float right = view.Width - (64 * unit);
        float y = view.Height - (60 * unit);
        using var rule = new SKPaint { IsAntialias = true, Style = SKPaintStyle.Stroke, StrokeWidth = 2 * unit, Color = text.Palette.Ink2.Skia() };
        text.Canvas.DrawLine(right - length, y, right, y, rule);
        text.Canvas.DrawLine(right - length, y - (8 * unit), right - length, y + (1 * unit), rule);
        text.Canvas.DrawLine(right, y - (8 * unit), right, y + (1 * unit), rule);
        using SKFont font = Fonts.Of(400, type["smallest"]);
        text.Line("200 m", right - (length / 2), y - (14 * unit), font, text.Palette.Ink2.Skia(), align: SKTextAlign.Center);
    }

    private static void Dots(SKCanvas canvas, View view, SceneMap map, int[] rows, float radius, SKColor colour, SKColor halo, float reach, float sigma = 0)
    {
        using var fill = new SKPaint { IsAntialias = true, Color = colour };
        using SKShader? glow = reach > 0 ? Glow(halo, reach, sigma) : null;
        using var soft = new SKPaint { Shader = glow };
        float wide = sigma > 0 ? reach + (2.2f * sigma) : reach;
        var seen = new List<SKPoint>();
        foreach (int row in rows)
        {
            (float x, float y) = At(view, map, map.Positions[2 * row], map.Positions[(2 * row) + 1]);
            if (x > -wide && y > -wide && x < view.Width + wide && y < view.Height + wide)
            {
                seen.Add(new SKPoint(x, y));
            }
        }

        if (glow is not null)
        {
            foreach (SKPoint p in seen)
            {
                canvas.Save();
                canvas.Translate(p);
                canvas.DrawCircle(0, 0, wide, soft);
                canvas.Restore();
            }
        }

        foreach (SKPoint p in seen)
        {
            canvas.DrawCircle(p, radius, fill);
        }
    }

    // A blurred disc: its profile across, once.
    private static SKShader Glow(SKColor colour, float reach, float sigma)
    {
        const int Stops = 9;
        float wide = sigma > 0 ? reach + (2.2f * sigma) : reach;
        float spread = sigma > 0 ? sigma : reach / 2.6f;
        float centre = sigma > 0 ? reach * 0.35f : 0;
        var colours = new SKColor[Stops];
        var at = new float[Stops];
        for (int i = 0; i < Stops; i++)
        {
            at[i] = i / (Stops - 1f);
            float d = MathF.Max(0, (at[i] * wide) - centre);
            float fall = MathF.Exp(-d * d / (2 * spread * spread)) * (i == Stops - 1 ? 0 : 1);
            colours[i] = colour.WithAlpha((byte)(colour.Alpha * fall));
        }

        return SKShader.CreateRadialGradient(new SKPoint(0, 0), wide, colours, at, SKShaderTileMode.Clamp);
    }

    private static (float X, float Y) At(View view, SceneMap map, ushort x, ushort y)
    {
        (double mx, double my) = map.Metres(x, y);
        (double px, double py) = view.Pixel(mx, my);
        return ((float)px, (float)py);
    }
}
