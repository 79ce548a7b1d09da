namespace Simulation.Experiments;

/// <summary>Says nothing: for work that is a means to another's end.</summary>
public sealed class SilentReporter : IReporter
{
    /// <summary>The one there is.</summary>
    public static SilentReporter Instance { get; } = new();

    /// <inheritdoc/>
    public void Say(string text)
    {
    }

    /// <inheritdoc/>
    public void Show(string title, int total, string unit, int residents, Action<Action<int>> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        work(_ => { });
    }
}
