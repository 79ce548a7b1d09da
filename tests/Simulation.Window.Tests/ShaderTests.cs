using Simulation.Scene.Look;
using Simulation.Window.Native;
using Simulation.Window.Painting;

namespace Simulation.Window.Tests;

public sealed class ShaderTests
{
    [Theory]
    [InlineData("300 es")]
    [InlineData("330 core")]
    [InlineData("430 core")]
    public void EveryShader_CompilesUnderEachVersionLine(string version)
    {
        using EglContext context = Card.Open();
        string[] files = [.. LookFiles.Names.Where(n => Path.GetExtension(n) is ".vert" or ".frag")];
        files.Length.ShouldBeGreaterThan(8);
        foreach (string file in files)
        {
            context.Gl.DeleteShader(GlShaders.Compile(context.Gl, version, file));
        }
    }

    [Fact]
    public void TheComputeShader_Compiles()
    {
        using EglContext context = Card.Open();
        context.Gl.DeleteShader(GlShaders.Compile(context.Gl, "430 core", "count.comp"));
    }
}
