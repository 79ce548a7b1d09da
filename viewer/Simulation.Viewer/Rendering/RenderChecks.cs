using Simulation.Engine.Files;
using Simulation.Scene.Films;

namespace Simulation.Viewer.Rendering;

/// <summary>Finds what would make pictures or a film fail before the days are lived that they show, and not after it.</summary>
internal static class RenderChecks
{
    /// <summary>Refuses what cannot be made.</summary>
    /// <exception cref="ViewerException">It cannot; the message says what to do.</exception>
    public static void Ensure(RenderOptions options)
    {
        string ending = Path.GetExtension(options.Out);
        bool folder = !options.IsFilm && !options.IsPicture;
        if (folder && ending.Length > 0 && !Path.EndsInDirectorySeparator(options.Out) && !Directory.Exists(options.Out))
        {
            throw new ViewerException($"{options.Out}: pictures end in {string.Join(", ", Scene.Films.Pictures.Endings)} and films in .mp4; for a folder of this name write {options.Out}{Path.DirectorySeparatorChar}.");
        }

        if (options.Beside is not null && options.Width < options.Height)
        {
            throw new ViewerException($"Two plans stand side by side, and {options.Width}x{options.Height} is higher than wide. Give --size with the larger number first.");
        }

        if ((options.IsFilm || options.Gallery) && !ProgramFinder.Has(FilmWriter.Program))
        {
            throw new ViewerException(FilmWriter.Missing);
        }

        try
        {
            if (options.IsFilm)
            {
                FilmWriter.EnsureSize(options.Width, options.Height);
            }

            Probe(options.Out, folder);
        }
        catch (FilmException e)
        {
            throw new ViewerException(e.Message, e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ViewerException($"{options.Out}: {FileFault.Writing(options.Out, e)}", e);
        }
    }

    // A folder that is not there yet is made where one is.
    private static void Probe(string path, bool folder)
    {
        if (!folder)
        {
            FileFault.Probe(path);
            return;
        }

        string? at = Path.GetFullPath(path);
        while (at is not null && !Directory.Exists(at))
        {
            at = Path.GetDirectoryName(at);
        }

        FileFault.Probe(Path.Combine(at ?? ".", "picture"));
    }
}
