using Simulation.Scene.Composing;
using SkiaSharp;

namespace Simulation.Scene.Films;

/// <summary>Writes pages as files: PNG, JPEG, PDF or SVG by the name's ending. A file is written whole or not at all.</summary>
public static class Pictures
{
    // An A4 page in landscape is 842 points wide.
    private const float PdfWidth = 842;

    /// <summary>Endings that are known.</summary>
    public static readonly string[] Endings = [".png", ".jpg", ".pdf", ".svg"];

    // Small enough to keep, without rings about words.
    private const int JpegQuality = 88;

    /// <summary>Writes one page.</summary>
    public static void Write(Composer composer, Page page, PictureSize size, string file)
    {
        ArgumentNullException.ThrowIfNull(composer);
        ArgumentNullException.ThrowIfNull(file);
        if (file.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase))
        {
            WritePdf(composer, [page], size, file);
            return;
        }

        Whole(file, stream =>
        {
            if (file.EndsWith(".svg", StringComparison.OrdinalIgnoreCase))
            {
                using SKCanvas canvas = SKSvgCanvas.Create(SKRect.Create(size.Width, size.Height), stream);
                composer.Draw(canvas, page, size);
            }
            else
            {
                using SKBitmap bitmap = composer.Render(page, size);
                if (file.EndsWith(".jpg", StringComparison.OrdinalIgnoreCase))
                {
                    WriteJpeg(bitmap, stream);
                }
                else
                {
                    WritePng(bitmap, stream);
                }
            }
        });
    }

    /// <summary>Writes a picture.</summary>
    public static void WritePng(SKBitmap bitmap, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(bitmap);
        using SKPixmap pixels = bitmap.PeekPixels();
        using SKData data = pixels.Encode(new SKPngEncoderOptions(SKPngEncoderFilterFlags.AllFilters, 6))
            ?? throw new InvalidOperationException("The picture could not be encoded.");
        data.SaveTo(stream);
    }

    /// <summary>Writes a picture that is small and not exact.</summary>
    public static void WriteJpeg(SKBitmap bitmap, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(bitmap);
        using SKPixmap pixels = bitmap.PeekPixels();
        using SKData data = pixels.Encode(new SKJpegEncoderOptions(JpegQuality, SKJpegEncoderDownsample.Downsample444, SKJpegEncoderAlphaOption.Ignore))
            ?? throw new InvalidOperationException("The picture could not be encoded.");
        data.SaveTo(stream);
    }

    /// <summary>A picture for screens that are far away and small.</summary>
    /// <param name="bitmap">The picture.</param>
    /// <param name="quality">0 to 100.</param>
    public static byte[] WebP(SKBitmap bitmap, int quality)
    {
        ArgumentNullException.ThrowIfNull(bitmap);
        using SKPixmap pixels = bitmap.PeekPixels();
        using SKData data = pixels.Encode(new SKWebpEncoderOptions(SKWebpEncoderCompression.Lossy, quality))
            ?? throw new InvalidOperationException("The picture could not be encoded.");
        return data.ToArray();
    }

    /// <summary>Writes pages to one PDF: words stay words, the map is a picture.</summary>
    public static void WritePdf(Composer composer, IReadOnlyList<Page> pages, PictureSize size, string file)
    {
        ArgumentNullException.ThrowIfNull(composer);
        ArgumentNullException.ThrowIfNull(pages);
        Whole(file, stream =>
        {
            using SKDocument document = SKDocument.CreatePdf(stream, new SKDocumentPdfMetadata { Creation = null, Modified = null, RasterDpi = 300, EncodingQuality = 101 });
            float scale = PdfWidth / size.Width;
            foreach (Page page in pages)
            {
                using SKCanvas canvas = document.BeginPage(PdfWidth, size.Height * scale);
                canvas.Scale(scale);
                composer.Draw(canvas, page, size);
                document.EndPage();
            }

            document.Close();
        });
    }

    private static void Whole(string file, Action<Stream> write)
    {
        string unfinished = file + ".part";
        try
        {
            using (FileStream stream = File.Create(unfinished))
            {
                write(stream);
            }

            File.Move(unfinished, file, overwrite: true);
        }
        catch
        {
            File.Delete(unfinished);
            throw;
        }
    }
}
