using Simulation.Engine.Synthesis;

namespace Simulation.Engine.OpenData;

/// <summary>Errors found while a folder is read: keeps the first <see cref="Most"/>, counts the rest.</summary>
internal sealed class ErrorLog
{
    /// <summary>Errors that are worth showing at once: more usually have one cause.</summary>
    public const int Most = 50;

    private readonly List<InputError> errors = [];
    private int more;

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

    /// <summary>Throws when anything was noted.</summary>
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
