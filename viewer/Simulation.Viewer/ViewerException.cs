
namespace Simulation.Viewer;

/// <summary>Something that the user can put right: its message is all that is shown.</summary>
public sealed class ViewerException : Exception
{
    /// <summary>With words that say what is wrong and what to do.</summary>
    public ViewerException(string message)
        : base(message)
    {
    }

    /// <summary>With words and the cause.</summary>
    public ViewerException(string message, Exception cause)
        : base(message, cause)
    {
    }
}
