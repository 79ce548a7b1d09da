using System.Globalization;
using Simulation.Viewer.Wall;

namespace Simulation.Viewer.Rendering;

/// <summary>Says how far a long step of the simulation is, in quarters.</summary>
/// <param name="output">Takes the words.</param>
internal sealed class LivingWords(TextWriter output) : IProgress<Living>
{
    private const int Parts = 4;
    private (bool Before, int Part) told = (true, -1);

    /// <inheritdoc/>
    public void Report(Living value)
    {
        (bool Before, int Part) now = (value.Before, (int)(value.Share * Parts));
        if (now != told && (now.Before != told.Before || now.Part > told.Part || now.Part == 0))
        {
            told = now;
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{(now.Before ? "Days before the horizon" : "Days of the horizon")}: {100 * now.Part / Parts} %"));
        }
    }
}
