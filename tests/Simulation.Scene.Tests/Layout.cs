using Simulation.Scene.Composing;
using SkiaSharp;

namespace Simulation.Scene.Tests;

/// <summary>What is wrong with the words of a picture.</summary>
internal static class Layout
{
    private const float Hair = 1.5f;

    public static IReadOnlyList<string> Faults(IReadOnlyList<SetText> texts, PictureSize size)
    {
        var faults = new List<string>();
        float floor = size.Type["smallest"];
        var whole = new SKRect(0, 0, size.Width, size.Height);
        for (int i = 0; i < texts.Count; i++)
        {
            SetText text = texts[i];
            if (!Holds(whole, text.Box))
            {
                faults.Add($"'{text.Text}' leaves the picture: {text.Box}");
            }

            if (!Holds(text.Panel, text.Box))
            {
                faults.Add($"'{text.Text}' leaves its panel {text.Panel}: {text.Box}");
            }

            if (text.Size < floor - 0.01f)
            {
                faults.Add($"'{text.Text}' is set in {text.Size} px; the smallest is {floor}");
            }

            for (int j = i + 1; j < texts.Count; j++)
            {
                SKRect both = SKRect.Intersect(text.Box, texts[j].Box);
                if (both.Width > Hair && both.Height > Hair)
                {
                    faults.Add($"'{text.Text}' {text.Box} touches '{texts[j].Text}' {texts[j].Box}");
                }
            }
        }

        return faults;
    }

    private static bool Holds(SKRect outer, SKRect inner) => SKRect.Inflate(outer, Hair, Hair).Contains(inner);
}
