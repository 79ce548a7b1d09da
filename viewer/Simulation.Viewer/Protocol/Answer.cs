namespace Simulation.Viewer.Protocol;

/// <summary>What the plan has done, in sentences: what the wall says of the day on screen.</summary>
/// <param name="Day">Day of the horizon that it is about.</param>
/// <param name="Indicator">Key of the indicator.</param>
/// <param name="Date">The day or the week in words: "Tuesday 9 March 2027", "Week to 14 March 2027".</param>
/// <param name="First">The finding.</param>
/// <param name="More">What follows it: the poorest fifth, the gap.</param>
/// <param name="Gap">What became of the gap, in a word or two: "narrows", "lead grows", "can't tell"; empty where there is none.</param>
/// <param name="Curve">What the curve beside it shows, in words.</param>
/// <param name="Basis">How many residents the finding is about, in words: "394,000 children".</param>
public sealed record Answer(int Day, string Indicator, string Date, AnswerSentence First, IReadOnlyList<AnswerSentence> More, string Gap, string Curve, string Basis);

/// <summary>One sentence of an answer.</summary>
/// <param name="Text">The sentence without its range and without its full stop.</param>
/// <param name="Lit">The words of it that name those who live differently: they wear their colour; may be empty.</param>
/// <param name="Range">How sure it is: "likely 53 to 57", "one run, no range yet"; empty where the sentence says itself that nothing can be told.</param>
/// <param name="Sign">1 more, −1 fewer, 0 neither or not to be told.</param>
/// <param name="Good">Whether that is the way that the plan wants.</param>
public sealed record AnswerSentence(string Text, string Lit, string Range, int Sign, bool Good);
