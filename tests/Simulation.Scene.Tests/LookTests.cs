using System.Text.RegularExpressions;
using Simulation.Scene.Look;

namespace Simulation.Scene.Tests;

public sealed class LookTests
{
    // Machado, Oliveira and Fernandes 2009, severity 1, on linear light.
    private static readonly double[][] Blindness =
    [
        [1, 0, 0, 0, 1, 0, 0, 0, 1],
        [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881],
        [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
        [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900],
    ];

    [Theory]
    [InlineData(Theme.Dark, "ink", "ground", 17.2)]
    [InlineData(Theme.Dark, "ink2", "ground", 9.2)]
    [InlineData(Theme.Dark, "amber", "ground", 10.5)]
    [InlineData(Theme.Dark, "against", "ground", 7.9)]
    [InlineData(Theme.Dark, "ink3", "land", 5.1)]
    [InlineData(Theme.Dark, "waterName", "water", 6.6)]
    [InlineData(Theme.Light, "ink", "ground", 14.9)]
    [InlineData(Theme.Light, "ink2", "ground", 5.9)]
    [InlineData(Theme.Light, "amberText", "ground", 4.6)]
    [InlineData(Theme.Light, "amber", "ground", 3.2)]
    [InlineData(Theme.Light, "against", "ground", 6.4)]
    [InlineData(Theme.Light, "ink3", "land", 4.4)]
    [InlineData(Theme.Light, "waterName", "water", 4.3)]
    public void Contrast_OfTextAndFills_IsAsTheLookSays(Theme theme, string on, string under, double contrast) =>
        Rgb.Contrast(Palette.Of(theme)[on], Palette.Of(theme)[under]).ShouldBe(contrast, 0.35);

    [Theory]
    [InlineData(Theme.Dark, "modes")]
    [InlineData(Theme.Light, "modes")]
    [InlineData(Theme.Dark, "activity")]
    [InlineData(Theme.Light, "activity")]
    public void Categories_AreToldApart_ByEveryCommonColourBlindness(Theme theme, string group)
    {
        Palette palette = Palette.Of(theme);
        Rgb[] colours = [.. palette.Names.Where(n => n.StartsWith(group + ".", StringComparison.Ordinal)).Select(n => palette[n])];
        colours.Length.ShouldBeGreaterThan(3);
        foreach (double[] seen in Blindness)
        {
            for (int a = 0; a < colours.Length; a++)
            {
                for (int b = a + 1; b < colours.Length; b++)
                {
                    Distance(colours[a], colours[b], seen).ShouldBeGreaterThanOrEqualTo(12, $"{colours[a]} and {colours[b]}");
                }
            }
        }
    }

    [Fact]
    public void Themes_HaveTheSameNames() => Palette.Of(Theme.Light).Names.ShouldBe(Palette.Of(Theme.Dark).Names);

    [Theory]
    [InlineData(720, "sentence", 46)]
    [InlineData(1080, "sentence", 68)]
    [InlineData(2160, "sentence", 136)]
    [InlineData(720, "smallest", 22)]
    [InlineData(1080, "smallest", 28)]
    [InlineData(2160, "city", 72)]
    public void Sizes_AreThoseOfTheLook(int height, string style, float size) => TypeSizes.For(height)[style].ShouldBe(size);

    [Fact]
    public void NoSize_LiesBelowTheFloor()
    {
        foreach (int height in new[] { 720, 800, 900, 1080, 1440, 2160 })
        {
            foreach (string style in new[] { "sentence", "second", "subtitle", "place", "city", "number", "axis" })
            {
                TypeSizes.For(height)[style].ShouldBeGreaterThanOrEqualTo(TypeSizes.For(height)["smallest"], $"{style} at {height}");
            }
        }
    }

    [Fact]
    public void NoColour_IsWrittenInCode()
    {
        string viewer = Path.GetFullPath(Path.Combine(Source(), "..", "..", "viewer"));
        string[] folders = [Path.Combine(viewer, "Simulation.Scene"), Path.Combine(viewer, "Simulation.Window")];
        foreach (string file in folders.Where(Directory.Exists).SelectMany(f => Directory.EnumerateFiles(f, "*.cs", SearchOption.AllDirectories)))
        {
            Regex.IsMatch(File.ReadAllText(file), "\"#[0-9A-Fa-f]{6}\"").ShouldBeFalse(file);
        }
    }

    [Fact]
    public void EveryShader_IsThere() => LookFiles.Names.Count(n => Path.GetExtension(n) is ".vert" or ".frag" or ".comp" or ".glsl").ShouldBe(12);

    private static string Source([System.Runtime.CompilerServices.CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;

    // Björn Ottosson's OKLab, times a hundred.
    private static double Distance(Rgb a, Rgb b, double[] seen)
    {
        (double l1, double a1, double b1) = Lab(a, seen);
        (double l2, double a2, double b2) = Lab(b, seen);
        return 100 * Math.Sqrt(Math.Pow(l1 - l2, 2) + Math.Pow(a1 - a2, 2) + Math.Pow(b1 - b2, 2));
    }

    private static (double L, double A, double B) Lab(Rgb colour, double[] m)
    {
        (float lr, float lg, float lb) = colour.Linear;
        double r = Math.Clamp((m[0] * lr) + (m[1] * lg) + (m[2] * lb), 0, 1);
        double g = Math.Clamp((m[3] * lr) + (m[4] * lg) + (m[5] * lb), 0, 1);
        double b = Math.Clamp((m[6] * lr) + (m[7] * lg) + (m[8] * lb), 0, 1);
        double l = Math.Cbrt((0.4122214708 * r) + (0.5363325363 * g) + (0.0514459929 * b));
        double mm = Math.Cbrt((0.2119034982 * r) + (0.6806995451 * g) + (0.1073969566 * b));
        double s = Math.Cbrt((0.0883024619 * r) + (0.2817188376 * g) + (0.6299787005 * b));
        return (
            (0.2104542553 * l) + (0.7936177850 * mm) - (0.0040720468 * s),
            (1.9779984951 * l) - (2.4285922050 * mm) + (0.4505937099 * s),
            (0.0259040371 * l) + (0.7827717662 * mm) - (0.8086757660 * s));
    }
}
