namespace Simulation.Experiments;

/// <summary>Takes word of what is being done, wherever it is shown.</summary>
public interface IReporter
{
    /// <summary>Says a line.</summary>
    void Say(string text);

    /// <summary>Does work of a known length and shows how far it has come.</summary>
    /// <param name="title">What is done, e.g. <c>Simulating</c>.</param>
    /// <param name="total">Steps of the work.</param>
    /// <param name="unit">Name of the steps, e.g. <c>days</c>.</param>
    /// <param name="residents">What a step counts for in the speed shown.</param>
    /// <param name="work">The work; it reports the steps done.</param>
    void Show(string title, int total, string unit, int residents, Action<Action<int>> work);
}
