using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using SkiaSharp;

namespace Simulation.Scene.Films;

/// <summary>
/// Pipes frames to ffmpeg, which makes an MP4 (H.264). The same frames give the same bytes: one thread encodes, and nothing of the
/// time or the program is written into the file.
/// </summary>
public sealed class FilmWriter : IDisposable
{
    /// <summary>The program that makes films.</summary>
    public const string Program = "ffmpeg";

    /// <summary>What is said where the program is not.</summary>
    public const string Missing =
        "There is no ffmpeg on this machine, which makes films of pictures. Install it (Debian and Ubuntu: apt-get install ffmpeg; macOS: brew install ffmpeg; " +
        "Windows: winget install ffmpeg), or give --out a folder: then every frame is written as a numbered PNG.";

    private readonly Process process;
    private readonly Task<string> said;
    private readonly string file;
    private readonly string unfinished;
    private readonly int frameBytes;
    private bool ended;

    private FilmWriter(Process process, string file, string unfinished, int frameBytes)
    {
        this.process = process;
        this.file = file;
        this.unfinished = unfinished;
        this.frameBytes = frameBytes;
        said = process.StandardError.ReadToEndAsync();
    }

    /// <summary>Refuses a size that no film has, before there are frames for it.</summary>
    /// <param name="width">Width, pixels.</param>
    /// <param name="height">Height, pixels.</param>
    /// <exception cref="FilmException">The size cannot be stored.</exception>
    public static void EnsureSize(int width, int height)
    {
        if (width % 2 != 0 || height % 2 != 0)
        {
            throw new FilmException($"A film of {width} × {height} cannot be stored: its colours take blocks of two pixels. Give even numbers.");
        }
    }

    /// <summary>Begins a film.</summary>
    /// <param name="file">The MP4 to write; it is there only when the film is whole.</param>
    /// <param name="width">Width, pixels, even.</param>
    /// <param name="height">Height, pixels, even.</param>
    /// <param name="framesASecond">Frames a second.</param>
    /// <param name="small">Whether it is to be small: for documents, not for a screen in front of a room.</param>
    /// <exception cref="FilmException">There is no ffmpeg.</exception>
    public static FilmWriter Begin(string file, int width, int height, int framesASecond, bool small = false)
    {
        ArgumentNullException.ThrowIfNull(file);
        EnsureSize(width, height);
        string unfinished = file + ".part";
        var start = new ProcessStartInfo(Program) { RedirectStandardInput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (string part in new[]
        {
            "-y", "-loglevel", "error", "-f", "rawvideo", "-pix_fmt", "bgra", "-s", string.Create(CultureInfo.InvariantCulture, $"{width}x{height}"),
            "-r", framesASecond.ToString(CultureInfo.InvariantCulture), "-i", "-", "-an", "-c:v", "libx264", "-preset", "medium", "-crf", small ? "27" : "19", "-pix_fmt", "yuv420p",
            "-threads", "2", "-x264-params", "threads=2:sliced-threads=0", "-color_primaries", "bt709", "-color_trc", "bt709", "-colorspace", "bt709",
            "-vf", "scale=out_color_matrix=bt709:flags=accurate_rnd+full_chroma_int", "-bitexact", "-map_metadata", "-1", "-movflags", "+faststart", "-f", "mp4", unfinished,
        })
        {
            start.ArgumentList.Add(part);
        }

        try
        {
            return new FilmWriter(Process.Start(start)!, file, unfinished, width * height * 4);
        }
        catch (Win32Exception e)
        {
            throw new FilmException(Missing, e);
        }
    }

    /// <summary>Adds a frame.</summary>
    /// <exception cref="FilmException">ffmpeg has ended.</exception>
    public void Add(SKBitmap frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        ReadOnlySpan<byte> pixels = frame.GetPixelSpan();
        if (pixels.Length != frameBytes)
        {
            throw new ArgumentException("The frame has another size than the film.", nameof(frame));
        }

        try
        {
            process.StandardInput.BaseStream.Write(pixels);
        }
        catch (IOException e)
        {
            throw new FilmException($"ffmpeg ended before the film did: {said.GetAwaiter().GetResult().Trim()}", e);
        }
    }

    /// <summary>Ends the film; the file is there afterwards.</summary>
    /// <exception cref="FilmException">ffmpeg did not make it.</exception>
    public void End()
    {
        ended = true;
        process.StandardInput.Close();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            File.Delete(unfinished);
            throw new FilmException($"ffmpeg could not make {file}: {said.GetAwaiter().GetResult().Trim()}");
        }

        File.Move(unfinished, file, overwrite: true);
    }

    /// <summary>Ends; a film that was not ended leaves no file.</summary>
    public void Dispose()
    {
        if (!ended)
        {
            try
            {
                process.Kill();
                process.WaitForExit();
            }
            catch (InvalidOperationException)
            {
                // It has ended by itself.
            }

            File.Delete(unfinished);
        }

        process.Dispose();
    }
}
