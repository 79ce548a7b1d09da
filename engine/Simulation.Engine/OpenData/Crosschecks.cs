namespace Simulation.Engine.OpenData;

/// <summary>Everything that two files, or two columns of one, know of the same thing, set beside each other.</summary>
internal static class Crosschecks
{
    /// <summary>Checks a folder whose cells are all sound.</summary>
    public static void Check(FolderFacts facts, ErrorLog errors)
    {
        Agreement agreement = new(errors);
        TotalsCheck.Check(facts, agreement);
        AgesCheck.Check(facts, agreement);
        CensusCheck.Check(facts, agreement);
        FlowsCheck.Check(facts, agreement);
        SchoolsCheck.Check(facts, agreement);
        PositionsCheck.Check(facts, agreement);
        ScalesCheck.Check(facts, agreement);
        RowsCheck.Check(facts, agreement);
    }
}
