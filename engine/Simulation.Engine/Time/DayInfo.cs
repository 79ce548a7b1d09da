namespace Simulation.Engine.Time;

/// <summary>What every process may know of a day.</summary>
/// <param name="Date">The date.</param>
/// <param name="Number">Its <see cref="DateOnly.DayNumber"/>: the address of the day's luck.</param>
/// <param name="Weekday">0 = Monday … 6 = Sunday.</param>
/// <param name="SchoolDay">Schools of at least one of the nine councils are open.</param>
/// <param name="BankHoliday">A bank holiday in England.</param>
/// <param name="DaylightHours">Hours between sunrise and sunset at 53.4° N.</param>
public readonly record struct DayInfo(
    DateOnly Date, int Number, int Weekday, bool SchoolDay, bool BankHoliday, float DaylightHours);
