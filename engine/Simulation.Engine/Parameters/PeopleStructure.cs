namespace Simulation.Engine.Parameters;

/// <summary>What becomes of people in a run that goes on into another school year.</summary>
public enum PeopleStructure : byte
{
    /// <summary>Each first of September everybody is a year older; people are born, go to school, work, retire and die.</summary>
    Living,

    /// <summary>The residents of the first day stay as they are, however long the run.</summary>
    Frozen,
}
