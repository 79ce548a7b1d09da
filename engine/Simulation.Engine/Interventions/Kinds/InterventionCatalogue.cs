namespace Simulation.Engine.Interventions.Kinds;

/// <summary>All kinds of intervention, in printed order. A new kind is one file and one line here.</summary>
public static class InterventionCatalogue
{
    /// <summary>The kinds.</summary>
    public static IReadOnlyList<InterventionKind> Kinds { get; } =
    [
        new SchoolStreet(),
        new WalkingBus(),
        new WalkToSchoolProgramme(),
        new CycleTraining(),
        new DailyMile(),
        new SpeedLimit(),
        new SpeedEnforcement(),
        new SafeCrossings(),
        new LowTrafficNeighbourhood(),
        new ActiveRoute(),
        new GreenSpace(),
        new ConcessionaryBus(),
        new EbikeLoans(),
        new FlexibleWorking(),
        new HomeWorking(),
        new WorkplaceProgramme(),
        new AnchorEmployers(),
        new BriefAdvice(),
        new ExerciseReferral(),
        new SocialPrescribing(),
        new CommunityHub(),
        new FreeLeisure(),
        new CommunityGrants(),
        new CommunityEvent(),
        new CommunityGame(),
        new ActivityIncentives(),
        new MassMediaCampaign(),
        new PolicyGoal(),
        new NormChange(),
    ];

    /// <summary>The kind called <paramref name="key"/>, or null.</summary>
    public static InterventionKind? Find(string key)
    {
        foreach (InterventionKind kind in Kinds)
        {
            if (kind.Key == key)
            {
                return kind;
            }
        }

        return null;
    }
}
