namespace Simulation.Results.Comparisons;

/// <summary>Residents by what the plan changed in their minutes a week, each against the same resident without it.</summary>
/// <param name="People">Residents.</param>
/// <param name="Inactive">Of them, those inactive without the plan: adults under 30 minutes a week, children under 30 a day.</param>
/// <param name="Left">Of the inactive, those who are not with the plan.</param>
/// <param name="Fell">Those who are inactive with the plan alone.</param>
/// <param name="Gained">Residents who gained at least 10, 30, 60 minutes a week (<see cref="Steps"/>).</param>
/// <param name="Lost">Residents who lost as much.</param>
/// <param name="InactiveGained">Of the inactive, those who gained as much.</param>
public readonly record struct TwinCount(double People, double Inactive, double Left, double Fell, Steps Gained, Steps Lost, Steps InactiveGained)
{
    /// <summary>Two groups together.</summary>
    public static TwinCount operator +(TwinCount a, TwinCount b) => new(
        a.People + b.People, a.Inactive + b.Inactive, a.Left + b.Left, a.Fell + b.Fell,
        a.Gained + b.Gained, a.Lost + b.Lost, a.InactiveGained + b.InactiveGained);

    /// <summary>The group, so many times.</summary>
    public TwinCount Times(double factor) => new(
        People * factor, Inactive * factor, Left * factor, Fell * factor,
        Gained.Times(factor), Lost.Times(factor), InactiveGained.Times(factor));

    /// <summary>One resident.</summary>
    /// <param name="before">Minutes a week without the plan.</param>
    /// <param name="after">Minutes a week with it.</param>
    /// <param name="line">Minutes a week under which the resident is inactive.</param>
    public static TwinCount Of(int before, int after, int line)
    {
        bool inactive = before < line;
        Steps gained = Steps.Of(after - before);
        return new TwinCount(
            1, inactive ? 1 : 0, inactive && after >= line ? 1 : 0, !inactive && after < line ? 1 : 0,
            gained, Steps.Of(before - after), inactive ? gained : default);
    }
}

/// <summary>Residents by at least how many minutes a week.</summary>
/// <param name="Ten">10 or more.</param>
/// <param name="Thirty">30 or more.</param>
/// <param name="Sixty">60 or more.</param>
public readonly record struct Steps(double Ten, double Thirty, double Sixty)
{
    /// <summary>One resident who gained so much.</summary>
    public static Steps Of(int minutes) => new(minutes >= 10 ? 1 : 0, minutes >= 30 ? 1 : 0, minutes >= 60 ? 1 : 0);

    /// <summary>Two groups together.</summary>
    public static Steps operator +(Steps a, Steps b) => new(a.Ten + b.Ten, a.Thirty + b.Thirty, a.Sixty + b.Sixty);

    /// <summary>So many times.</summary>
    public Steps Times(double factor) => new(Ten * factor, Thirty * factor, Sixty * factor);
}
