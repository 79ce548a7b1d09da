using Simulation.Scene.Look;
using Simulation.Scene.Maps;
using Simulation.Scene.Painting;
using Simulation.Scene.Tests;
using Simulation.Window.Native;
using Simulation.Window.Painting;

namespace Simulation.Window.Tests;

/// <summary>What is missing or goes away, and the next best thing.</summary>
[Collection("windows")]
public sealed class FallbackTests
{
    [Fact]
    public void WithoutEgl_WordsSayHowToGetIt_AndWhatElseThereIs()
    {
        Libraries.Hidden.Add(Libraries.Egl);
        try
        {
            Should.Throw<WindowException>(EglContext.Open).Message.ShouldSatisfyAllConditions(
                m => m.ShouldContain("apt-get install libegl1"), m => m.ShouldContain("the processor paints the same picture"));
        }
        finally
        {
            Libraries.Hidden.Clear();
        }
    }

    [Fact]
    public void ACardThatIsLostInTheMiddle_IsFollowedByTheProcessor_Once_WithWords()
    {
        var said = new List<string>();
        var view = new View(Camera.Named("home"), 320, 180, Theme.Dark);
        uint[] wanted = new uint[320 * 180];
        uint[] painted = new uint[320 * 180];
        using var processor = new CountingPainter(SmallCity.Map, 1);
        processor.PaintLights(view, SmallCity.Day, 1, wanted);
        using var painter = new SecondChoicePainter(new DyingCard(2), () => new CountingPainter(SmallCity.Map, 1), said.Add);
        for (int frame = 0; frame < 5; frame++)
        {
            painter.PaintLights(view, SmallCity.Day, 1, painted);
        }

        painted.ShouldBe(wanted);
        said.ShouldBe(["The graphics card was lost; the processor paints from now on."]);
    }

    [Theory]
    [InlineData("llvmpipe (LLVM 15.0.6, 256 bits)", true)]
    [InlineData("softpipe", true)]
    [InlineData("ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero)))", true)]
    [InlineData("Microsoft Basic Render Driver", true)]
    [InlineData("NVIDIA H200/PCIe/SSE2", false)]
    [InlineData("Mesa Intel(R) UHD Graphics 620 (KBL GT2)", false)]
    [InlineData("Apple M2", false)]
    public void TheProcessorInDisguise_IsToldByItsName(string renderer, bool software) => EglContext.IsSoftware(renderer).ShouldBe(software);

    private sealed class DyingCard(int frames) : IMapPainter
    {
        private int painted;

        public string Name => "a card that dies";

        public void PaintLights(View view, LitDay lit, float level, uint[] pixels)
        {
            if (++painted > frames)
            {
                throw new WindowException("The graphics card was lost; the processor paints from now on.");
            }
        }

        public void PaintValues(View view, IReadOnlyList<Rgb> colours, uint[] pixels)
        {
        }

        public void Dispose()
        {
        }
    }
}
