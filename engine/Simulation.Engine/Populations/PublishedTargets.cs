namespace Simulation.Engine.Populations;

/// <summary>
/// The published figures that the synthesis was to meet, kept beside the population so that a population file can be held
/// against them without the inputs.
/// </summary>
/// <param name="columns">The columns as declared here.</param>
public sealed class PublishedTargets(Columns columns) : Table(columns)
{
    /// <summary>Empty targets.</summary>
    /// <param name="neighbourhoods">Number of neighbourhoods.</param>
    public PublishedTargets(int neighbourhoods)
        : this(neighbourhoods, null)
    {
    }

    internal PublishedTargets(int neighbourhoods, IColumnSource? source)
        : this(new Columns("targets", neighbourhoods, source))
    {
    }

    /// <summary>Number of neighbourhoods.</summary>
    public int Count => Rows;

    /// <summary>Figures of each place, in the order of the places: key (<c>residents</c>, <c>no_car_pct</c>, …) → value.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, double>> Places { get; init; } = [];

#pragma warning disable CS1591 // Each column says what it means where it is declared.
    public ReadOnlyColumn<float> Residents { get; } = columns.Of<float>("residents", Touch.Rarely, "Residents in the source, before scaling.");
    public ReadOnlyColumn<float> Households { get; } = columns.Of<float>("households", Touch.Rarely, "Households in the source, before scaling.");
    public ReadOnlyColumn<float> AgeBands { get; } = columns.Of<float>("share", Touch.Rarely, "Shares of residents aged 0–15, 16–24, 25–34, 35–49, 50–64, 65+: six values a neighbourhood.", width: 6);
    public ReadOnlyColumn<float> HouseholdSize { get; } = columns.Of<float>("share", Touch.Rarely, "Shares of households with 1, 2, 3, 4+ members: four values a neighbourhood.", width: 4);
    public ReadOnlyColumn<float> Cars { get; } = columns.Of<float>("share", Touch.Rarely, "Shares of households with 0, 1, 2, 3+ cars: four values a neighbourhood.", width: 4);
    public ReadOnlyColumn<float> Disabled { get; } = columns.Of<float>("share", Touch.Rarely, "Share of residents disabled.");
    public ReadOnlyColumn<float> Employed { get; } = columns.Of<float>("share", Touch.Rarely, "Share of residents 16+ in employment.");
    public ReadOnlyColumn<float> MainlyHome { get; } = columns.Of<float>("share", Touch.Rarely, "Share of workers mainly at home in Census 2021.");
#pragma warning restore CS1591
}
