using Simulation.Engine.Synthesis;

namespace Simulation.Engine.OpenData;

/// <summary>Errors found while a folder is read: keeps the first <see cref="Most"/>, counts the rest.</summary>
internal sealed class ErrorLog
{
    /// <summary>Errors that are worth showing at once: more usually have one cause.</summary>
    public const int Most = 50;

    private readonly List<InputError> errors = [];
    private readonly List<string> warnings = [];
    private int more;
    private int moreWarnings;

    /// <summary>Errors found so far.</summary>
    public int Count => errors.Count + more;

    /// <summary>Notes an error; <paramref name="line"/> 0 means the whole file.</summary>
    public void Add(string file, int line, string column, string message)
    {
        if (errors.Count < Most)
        {
            errors.Add(new InputError(file, line, column, message));
        }
        else
        {
            more++;
        }
    }

    /// <summary>What should be looked at and does not forbid to go on, a sentence each; the folder is left out, so that a copy of it says the same.</summary>
    public IReadOnlyList<string> Warnings => moreWarnings == 0 ? warnings : [.. warnings, $"and {moreWarnings} more like these."];

    /// <summary>Notes a warning; <paramref name="line"/> 0 means the whole file.</summary>
    public void Warn(string file, int line, string column, string message)
    {
        if (warnings.Count < Most)
        {
            warnings.Add(new InputError(Path.GetFileName(file), line, column, message).ToString());
        }
        else
        {
            moreWarnings++;
        }
    }

    /// <summary>Throws when an error was noted.</summary>
    /// <exception cref="InputDataException">There are errors.</exception>
    public void ThrowIfAny(string folder)
    {
        if (errors.Count == 0)
        {
            return;
        }

        if (more > 0)
        {
            errors.Add(new InputError(folder, 0, string.Empty, $"… and {more} more; correct those above first, they may have the same cause."));
        }

        throw new InputDataException(errors);
    }
}
