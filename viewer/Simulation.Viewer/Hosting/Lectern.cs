using Simulation.Viewer.Protocol;
using Simulation.Viewer.Stories;

namespace Simulation.Viewer.Hosting;

/// <summary>The story that lies open for the presenter, and the shelf with the others.</summary>
/// <param name="story">The story to present, or null.</param>
/// <param name="shelf">Stories to turn to.</param>
/// <param name="places">Names of the population's places.</param>
internal sealed class Lectern(Story? story, StoryShelf? shelf, IReadOnlyList<string> places)
{
    private readonly StoryShelf shelf = shelf ?? new StoryShelf();

    /// <summary>The story that lies open, or null.</summary>
    public Story? Story { get; private set; } = story;

    /// <summary>What can be opened, for the presenter; nothing for guests.</summary>
    public IReadOnlyList<string> NamesFor(Connection to) => to.Guest ? [] : shelf.Names;

    /// <summary>Opens another; words when it cannot be.</summary>
    public string? Open(string name)
    {
        try
        {
            Story = shelf.Read(name, places);
            return null;
        }
        catch (ViewerException e)
        {
            return e.Message;
        }
    }
}
