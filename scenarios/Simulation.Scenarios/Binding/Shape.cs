using Simulation.Engine.Interventions;

namespace Simulation.Scenarios.Binding;

/// <summary>What may stand after a key.</summary>
public enum ValueForm : byte
{
    /// <summary>Text.</summary>
    Text,

    /// <summary>A whole number.</summary>
    Whole,

    /// <summary>A quantity of one dimension.</summary>
    Quantity,

    /// <summary>A share.</summary>
    Share,

    /// <summary>A date.</summary>
    Date,

    /// <summary>A stretch of the calendar.</summary>
    Span,

    /// <summary>A date or a stretch of the calendar.</summary>
    DateOrSpan,

    /// <summary>One of a few words.</summary>
    Choice,

    /// <summary>Yes or no.</summary>
    Switch,

    /// <summary>A reach.</summary>
    Reach,

    /// <summary>Part of the deprivation scale.</summary>
    Deprivation,

    /// <summary>Ages.</summary>
    Ages,

    /// <summary>Money.</summary>
    Money,

    /// <summary>A way to end.</summary>
    AfterEnd,

    /// <summary>A number or an effect with its interval.</summary>
    Effect,

    /// <summary>One word or a list of words.</summary>
    Words,

    /// <summary>A block of keys.</summary>
    Block,

    /// <summary>A list.</summary>
    List,

    /// <summary>Whatever the path takes.</summary>
    Any,
}

/// <summary>One key of a block: what it is called, what it takes, what it means. Checks, schema, completion and guide all read it.</summary>
/// <param name="Name">Key.</param>
/// <param name="Form">What may stand after it.</param>
/// <param name="Summary">What it means, in one sentence.</param>
/// <param name="Example">A value as a person writes it.</param>
public sealed record KeySpec(string Name, ValueForm Form, string Summary, string Example)
{
    /// <summary>Whether the block needs it.</summary>
    public bool Required { get; init; }

    /// <summary>The dimension of a quantity.</summary>
    public Dimension Dimension { get; init; }

    /// <summary>The words of a choice, or words to suggest.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>Keys of a block.</summary>
    public Shape? Block { get; init; }

    /// <summary>Whether a single value may stand in place of the block, and what it then is.</summary>
    public ValueForm? Shorthand { get; init; }
}

/// <summary>A block of keys.</summary>
/// <param name="Name">What the block is, for messages: <c>horizon</c>, <c>an intervention</c>.</param>
/// <param name="Keys">Keys in the order in which the guide prints them.</param>
/// <param name="Other">What keys besides these take, or null when there are none besides.</param>
public sealed record Shape(string Name, IReadOnlyList<KeySpec> Keys, KeySpec? Other = null)
{
    /// <summary>Names of the keys.</summary>
    public IReadOnlyList<string> Names { get; } = [.. Keys.Select(k => k.Name)];

    /// <summary>The key called <paramref name="name"/>, or null.</summary>
    public KeySpec? Find(string name)
    {
        foreach (KeySpec key in Keys)
        {
            if (key.Name == name)
            {
                return key;
            }
        }

        return null;
    }
}
