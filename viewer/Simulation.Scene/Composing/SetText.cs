using SkiaSharp;

namespace Simulation.Scene.Composing;

/// <summary>Words that stand on a picture, and where: what a check of the layout reads.</summary>
/// <param name="Text">One line.</param>
/// <param name="Box">Its box, pixels.</param>
/// <param name="Panel">The part of the picture that it belongs to and must not leave.</param>
/// <param name="Size">Size of its type, pixels.</param>
public sealed record SetText(string Text, SKRect Box, SKRect Panel, float Size);
