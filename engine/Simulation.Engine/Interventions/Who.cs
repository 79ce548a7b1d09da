using Simulation.Engine.Populations;

namespace Simulation.Engine.Interventions;

/// <summary>Which residents an intervention is for. Null means no restriction.</summary>
public sealed record Who
{
    /// <summary>No restriction.</summary>
    public static Who Everyone { get; } = new();

    /// <summary>Residents aged 16 and over.</summary>
    public static Who Adults { get; } = new() { MinimumAge = 16 };

    /// <summary>Adults who are inactive or fairly active: those whom trials of advice and referral took in.</summary>
    public static Who BelowGuideline { get; } = Adults with { Activity = ActivityLevels.Inactive | ActivityLevels.FairlyActive };

    /// <summary>Youngest age, completed years.</summary>
    public int MinimumAge { get; init; }

    /// <summary>Oldest age, completed years; 90 stands for 90 and over.</summary>
    public int MaximumAge { get; init; } = 90;

    /// <summary>True = women and girls only, false = men and boys only.</summary>
    public bool? Female { get; init; }

    /// <summary>True = disabled only, false = not disabled only.</summary>
    public bool? Disabled { get; init; }

    /// <summary>True = with a car in the household only, false = without only.</summary>
    public bool? HasCar { get; init; }

    /// <summary>Only members of households with a child under 11 or under 16 (the two that the population records).</summary>
    public int? ChildrenUnder { get; init; }

    /// <summary>Only residents of these qualifications: a bit for each <see cref="Qualification"/>.</summary>
    public int? Qualifications { get; init; }

    /// <summary>Only residents of these ethnic groups: a bit for each <see cref="EthnicGroup"/>.</summary>
    public int? EthnicGroups { get; init; }

    /// <summary>Only residents of these levels of activity on the day on which they would join; settled in the run, see <see cref="Admission"/>.</summary>
    public ActivityLevels? Activity { get; init; }

    /// <summary>Whether the resident in row <paramref name="row"/> is meant, but for the level of activity.</summary>
    public bool Match(ResidentTable residents, int row)
    {
        byte age = residents.Age[row];
        if (age < MinimumAge || age > MaximumAge)
        {
            return false;
        }

        var traits = (Traits)residents.Traits[row];
        byte background = residents.Background[row];
        return (Female is null || Female == ((traits & Traits.Female) != 0))
            && (Disabled is null || Disabled == ((traits & Traits.Disabled) != 0))
            && (Qualifications is null || (Qualifications & (1 << (int)Background.QualificationOf(background))) != 0)
            && (EthnicGroups is null || (EthnicGroups & (1 << (int)Background.GroupOf(background))) != 0)
            && (HasCar is null || HasCar == ((traits & Traits.NoCar) == 0))
            && (ChildrenUnder is null || (traits & (ChildrenUnder <= 11 ? Traits.WithChildrenUnder11 : Traits.WithChildren)) != 0);
    }
}
