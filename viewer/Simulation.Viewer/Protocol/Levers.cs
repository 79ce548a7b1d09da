
namespace Simulation.Viewer.Protocol;

/// <summary>An intervention as a control.</summary>
/// <param name="Id">Key and position, e.g. <c>school_street[1]</c>.</param>
/// <param name="Title">For the screen.</param>
/// <param name="On">Whether it acts.</param>
/// <param name="Fields">What can be turned.</param>
/// <param name="Owner">Who delivers it.</param>
/// <param name="Facts">What is known of it.</param>
/// <param name="Kind">Key of its kind.</param>
/// <param name="First">Its settings as the plan has them, by field: a lever goes back to them.</param>
public sealed record LeverView(
    string Id, string Title, bool On, IReadOnlyList<LeverField> Fields, string Owner = "", LeverFacts? Facts = null, string Kind = "", IReadOnlyDictionary<string, double>? First = null);

/// <summary>What is known of a lever before it is pulled.</summary>
/// <param name="Where">Where it acts, in words.</param>
/// <param name="Price">What is written of its price, in words; null where there is no price yet.</param>
/// <param name="Evidence">How well its effect is known: 4 controlled studies, 3 before and after elsewhere, 2 a physical change, 1 judgement.</param>
/// <param name="Study">What that rests on, in words.</param>
/// <param name="Level">Level of the Action Scales that it acts on.</param>
/// <param name="Effect">What it does alone, from a kept study; null where no study says.</param>
public sealed record LeverFacts(string Where, string? Price, int Evidence, string Study, string Level, LeverEffect? Effect = null);

/// <summary>What a lever does alone, as a kept study found it with these settings.</summary>
/// <param name="Words">In a sentence, with its range, and in which study.</param>
/// <param name="Unit">Unit of the numbers: <c>of 100</c>, <c>min/week</c>.</param>
/// <param name="Change">The change.</param>
/// <param name="Low">Low end of the range that holds it 8 times in 10; null where there is none.</param>
/// <param name="High">High end of it.</param>
public sealed record LeverEffect(string Words, string Unit, double Change, double? Low, double? High);

/// <summary>One number of an intervention; a switch is 0 or 1, a date the day of the horizon.</summary>
/// <param name="Name">Parameter's key.</param>
/// <param name="Title">For the screen.</param>
/// <param name="Unit">Unit, may be empty; or <see cref="Switch"/> or <see cref="Date"/>.</param>
/// <param name="Minimum">Lowest value.</param>
/// <param name="Maximum">Highest value.</param>
/// <param name="Value">Value now.</param>
public sealed record LeverField(string Name, string Title, string Unit, double Minimum, double Maximum, double Value)
{
    /// <summary>The unit of what is on or off.</summary>
    public const string Switch = "switch";

    /// <summary>The unit of a day of the horizon, 1 the first; one past the last says never.</summary>
    public const string Date = "date";
}

/// <summary>A kind of intervention that can be added.</summary>
/// <param name="Key">Key in scenarios.</param>
/// <param name="Title">For the screen.</param>
/// <param name="Summary">What it is.</param>
public sealed record LeverKind(string Key, string Title, string Summary);

/// <summary>A turn of a lever.</summary>
/// <param name="Id">The intervention, or + and a kind's key to add one.</param>
/// <param name="On">Whether it shall act.</param>
/// <param name="Values">Values by field name; those left out stay.</param>
/// <param name="Remove">Whether the lever goes, too: it acts no longer, and one that has not begun leaves no trace.</param>
public sealed record LeverChange(string Id, bool On, IReadOnlyDictionary<string, double> Values, bool Remove = false);

/// <summary>A street at a school gate that is closed to motor traffic at drop-off and pick-up.</summary>
/// <param name="School">Index of the school in the map.</param>
/// <param name="From">First day of the horizon on which it is closed; may lie before the horizon.</param>
/// <param name="To">First day on which it is open again, or null.</param>
public sealed record ClosedStreet(int School, int From, int? To);

/// <summary>A pull of a lever.</summary>
/// <param name="Day">Day of the horizon from which it acts.</param>
/// <param name="Title">The lever's title.</param>
public sealed record Pull(int Day, string Title);
