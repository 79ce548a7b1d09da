namespace Simulation.Engine.Synthesis;

/// <summary>Input that cannot be used: says which file, where in it, what is wrong and what to do.</summary>
/// <param name="File">File name as the user gave it.</param>
/// <param name="Line">Line, from 1; 0 when the whole file is meant.</param>
/// <param name="Column">Column name, or empty.</param>
/// <param name="Message">What is wrong and what was expected instead.</param>
public sealed record InputError(string File, int Line, string Column, string Message)
{
    /// <summary><c>file:line: column 'x': message</c>.</summary>
    public override string ToString() =>
        File + (Line > 0 ? $":{Line}" : string.Empty) + ": " + (Column.Length > 0 ? $"column '{Column}': " : string.Empty) + Message;
}

/// <summary>Thrown when input data cannot be used; carries every error found, not only the first.</summary>
public sealed class InputDataException : Exception
{
    /// <summary>An exception that carries <paramref name="errors"/>.</summary>
    public InputDataException(IReadOnlyList<InputError> errors)
        : base(string.Join(Environment.NewLine, errors))
    {
        Errors = errors;
    }

    /// <summary>Errors in the order found.</summary>
    public IReadOnlyList<InputError> Errors { get; }
}
