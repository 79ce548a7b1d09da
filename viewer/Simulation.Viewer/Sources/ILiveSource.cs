using Simulation.Engine.Observation;
using Simulation.Viewer.Protocol;
using Simulation.Viewer.Recordings;

namespace Simulation.Viewer.Sources;

/// <summary>
/// What the days come from: a simulation that runs while it is watched, or a recording of one. Called from one thread only, save
/// <see cref="Map"/>, <see cref="About"/> and <see cref="Provenance"/>.
/// </summary>
public interface ILiveSource : IDisposable
{
    /// <summary>Whether days can be added; false for a recording, whose days are all done.</summary>
    bool Live { get; }

    /// <summary>The population's map.</summary>
    ViewMap Map { get; }

    /// <summary>What is being run.</summary>
    ViewAbout About { get; }

    /// <summary>Where the days come from.</summary>
    Provenance Provenance { get; }

    /// <summary>The day simulated last; the day before the start until the first <see cref="Advance"/>.</summary>
    DateOnly Day { get; }

    /// <summary>Days of the horizon simulated.</summary>
    int DaysDone { get; }

    /// <summary>Days of the horizon.</summary>
    int Days { get; }

    /// <summary>What kind of day <see cref="Day"/> was: <c>school day</c>, <c>school holiday</c>, weather, as words; empty parts are left out.</summary>
    DayContext Context { get; }

    /// <summary>Runs the days before the horizon.</summary>
    void WarmUp(IProgress<double> progress, CancellationToken cancellation);

    /// <summary>Simulates one day in both arms.</summary>
    void Advance();

    /// <summary>Writes one <see cref="StateByte"/> a resident, without <see cref="StateByte.Differs"/>.</summary>
    void WriteStates(Arm arm, Span<byte> states);

    /// <summary>Figures published since the last call.</summary>
    IReadOnlyList<ArmFigure> TakeFigures();

    /// <summary>What is known of one resident, in both arms: a live run tells its latest days, a recording only who they are.</summary>
    /// <param name="row">Row of the map.</param>
    ResidentCard Describe(int row);

    /// <summary>The levers as they stand.</summary>
    IReadOnlyList<LeverView> Levers { get; }

    /// <summary>Kinds of intervention that can be added.</summary>
    IReadOnlyList<LeverKind> Kinds { get; }

    /// <summary>School streets of the scenario as it now stands.</summary>
    IReadOnlyList<SchoolStreet> SchoolStreets { get; }

    /// <summary>Changes levers from the next simulated day on.</summary>
    /// <returns>Null when done, or words that say why not.</returns>
    string? Change(LeverChange change);

    /// <summary>The scenario as it now stands, as a file that the command line runs to the same bits.</summary>
    string ScenarioText();
}

/// <summary>What is being looked at.</summary>
/// <param name="Title">Scenario's name.</param>
/// <param name="Baseline">Name of what it is compared with.</param>
/// <param name="Population">One line: where the population came from.</param>
/// <param name="Seed">Seed of the luck.</param>
/// <param name="Start">First day of the horizon.</param>
public sealed record ViewAbout(string Title, string Baseline, string Population, ulong Seed, DateOnly Start);

/// <summary>What kind of day it was.</summary>
/// <param name="School"><c>school day</c>, <c>weekend</c>, <c>school holiday</c>.</param>
/// <param name="Weather"><c>dry</c>, <c>wet</c> …; empty when the model has none.</param>
public sealed record DayContext(string School, string Weather);

/// <summary>A published figure and the arm that it belongs to.</summary>
/// <param name="Arm">Arm.</param>
/// <param name="Row">Figure.</param>
public readonly record struct ArmFigure(Arm Arm, IndicatorRow Row);

/// <summary>One resident for the screen.</summary>
/// <param name="Row">Row in the map.</param>
/// <param name="Title">One line: who.</param>
/// <param name="Facts">Name and value, in order.</param>
/// <param name="Scenario">What happened in the scenario: name and value.</param>
/// <param name="Baseline">The same in the baseline.</param>
/// <param name="Week">Seven days up to the one told of, oldest first; fewer at the start of a run.</param>
public sealed record ResidentCard(
    int Row,
    string Title,
    IReadOnlyList<CardLine> Facts,
    IReadOnlyList<CardLine> Scenario,
    IReadOnlyList<CardLine> Baseline,
    IReadOnlyList<CardDay> Week);

/// <summary>One day of one resident.</summary>
/// <param name="Date">The date.</param>
/// <param name="Kind"><c>school day</c>, <c>weekend</c>, <c>bank holiday</c> or <c>school holiday</c>.</param>
/// <param name="Scenario">What they did in the scenario.</param>
/// <param name="Baseline">What they did in the baseline.</param>
public sealed record CardDay(DateOnly Date, string Kind, DayDone Scenario, DayDone Baseline);

/// <summary>What a resident did on a day.</summary>
/// <param name="Minutes">Moderate-equivalent minutes of activity; 255 = 255 or more; null where they were not recorded.</param>
/// <param name="Mode">How they went to school or work; empty without a trip.</param>
/// <param name="Leisure">Whether they did leisure activity.</param>
/// <param name="Errand">Whether they walked an errand.</param>
/// <param name="Gate">Pupils on school days: which gate stopped or allowed the walk to school; empty for others.</param>
public sealed record DayDone(int? Minutes, string Mode, bool Leisure, bool Errand, string Gate);

/// <summary>A line of a card.</summary>
/// <param name="Name">What.</param>
/// <param name="Value">How much, with its unit.</param>
public sealed record CardLine(string Name, string Value);

/// <summary>An intervention as a control.</summary>
/// <param name="Id">Key and position, e.g. <c>school_street[1]</c>.</param>
/// <param name="Title">For the screen.</param>
/// <param name="On">Whether it acts.</param>
/// <param name="Fields">What can be turned.</param>
public sealed record LeverView(string Id, string Title, bool On, IReadOnlyList<LeverField> Fields);

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
public sealed record LeverChange(string Id, bool On, IReadOnlyDictionary<string, double> Values);
