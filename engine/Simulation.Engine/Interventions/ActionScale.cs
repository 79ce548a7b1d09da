namespace Simulation.Engine.Interventions;

/// <summary>Level of the Action Scales Model (Nobles, Radley et al., doi 10.1177/17579139211006747): deeper is harder to move and carries more.</summary>
public enum ActionScale : byte
{
    /// <summary>Observable events: a week, a campaign, advice, a patrol.</summary>
    Events,

    /// <summary>Structures: rules, streets, timetables, prices, relationships.</summary>
    Structures,

    /// <summary>Goals: what the system works towards. Acts on the delivery of structures.</summary>
    Goals,

    /// <summary>Beliefs: norms and values. Acts on the parameters of the levels above.</summary>
    Beliefs,
}
