using Simulation.Scene.Composing;
using Simulation.Scene.Look;
using Simulation.Scene.Maps;
using Simulation.Scene.Tests;

namespace Simulation.Window.Tests;

/// <summary>A show that shows what a test says, and keeps what was pressed.</summary>
internal sealed class ShownPages : IWallShow
{
    public static readonly LightsPage First = new()
    {
        Camera = Camera.Named("home"),
        Eyebrow = "Tuesday 9 March 2027",
        Sentence = [new("31,000\u00a0more children", Tint.For), new("walked to school today.")],
        Lit = SmallCity.Day,
    };

    public Page Page { get; set; } = First;

    public List<WallKey> Pressed { get; } = [];

    public void Press(WallKey key)
    {
        Pressed.Add(key);
        if (key == WallKey.Theme)
        {
            Page = Page with { Theme = Page.Theme == Theme.Dark ? Theme.Light : Theme.Dark };
        }
    }
}
