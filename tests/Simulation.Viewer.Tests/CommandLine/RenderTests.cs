using Simulation.Viewer.CommandLine;

namespace Simulation.Viewer.Tests;

public sealed class RenderTests
{
    [Fact]
    public async Task Render_Story_WritesOnePictureAStep()
    {
        string folder = Directory.CreateTempSubdirectory("viewer-render").FullName;
        try
        {
            string story = Path.Combine(folder, "story.yaml");
            await File.WriteAllTextAsync(
                story, "story: S\nsteps:\n  - { title: One, layer: inactive }\n  - { title: Two, layer: school, compare: difference, play: 100 }\n", TestContext.Current.CancellationToken);
            int code = await ViewerCommand.Create()
                .Parse(["render", story, "school-streets", "--residents", "5000", "--out", folder, "--size", "800x500"])
                .InvokeAsync(cancellationToken: TestContext.Current.CancellationToken);
            code.ShouldBe(0);
            foreach (string name in new[] { "step-01.png", "step-02.png" })
            {
                byte[] png = await File.ReadAllBytesAsync(Path.Combine(folder, name), TestContext.Current.CancellationToken);
                png[1..4].ShouldBe("PNG"u8.ToArray());
                png[16..24].ShouldBe([0, 0, 3, 32, 0, 0, 1, 244]); // 800 × 500
                png.Length.ShouldBeGreaterThan(20_000);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [InlineData("no-such-scenario")]
    [InlineData("baseline", "--residents", "3")]
    [InlineData("baseline", "--seed", "3000000000")]
    [InlineData("baseline", "--population", "missing.population")]
    [InlineData("baseline", "--population", "missing.population", "--residents", "3000")]
    [InlineData("baseline", "--port", "70000")]
    [InlineData("missing.run")]
    public async Task View_WhatCannotBeShown_IsRefusedWithExitCode1(params string[] arguments) =>
        (await ViewerCommand.Create().Parse(arguments).InvokeAsync(cancellationToken: TestContext.Current.CancellationToken)).ShouldBe(1);
}
