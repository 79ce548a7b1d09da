
namespace Simulation.Viewer.Protocol;

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
