using Simulation.Engine.Populations;


namespace Simulation.Engine.Observation;

/// <summary>What is counted of one demographic key in one week, whatever the key stands for.</summary>
internal struct StratumSum
{
    /// <summary>Residents by activity over 28 days: inactive (children: less active), fairly active, active.</summary>
    public long Low, Middle, High;

    /// <summary>Residents with travel on foot or by cycle on at least 4, 12, 20 of 28 days.</summary>
    public long Travel4, Travel12, Travel20;

    /// <summary>Countable minutes over 28 days.</summary>
    public long Minutes;

    /// <summary>The week's school days by mode.</summary>
    public long SchoolWalk, SchoolCycle, SchoolTransit, SchoolCar;

    /// <summary>The week's working days by mode.</summary>
    public long CommuteWalk, CommuteCycle, CommuteTransit, CommuteCar, CommuteHome;

    /// <summary>Adds another sum of the same key.</summary>
    public void Add(in StratumSum other)
    {
        Low += other.Low;
        Middle += other.Middle;
        High += other.High;
        Travel4 += other.Travel4;
        Travel12 += other.Travel12;
        Travel20 += other.Travel20;
        Minutes += other.Minutes;
        SchoolWalk += other.SchoolWalk;
        SchoolCycle += other.SchoolCycle;
        SchoolTransit += other.SchoolTransit;
        SchoolCar += other.SchoolCar;
        CommuteWalk += other.CommuteWalk;
        CommuteCycle += other.CommuteCycle;
        CommuteTransit += other.CommuteTransit;
        CommuteCar += other.CommuteCar;
        CommuteHome += other.CommuteHome;
    }

    /// <summary>The sum as counts.</summary>
    /// <param name="key">Its key, which says whether it counts children or adults.</param>
    public readonly Tally Of(int key)
    {
        Tally tally = default;
        tally[CountKey.SchoolWalk] = SchoolWalk;
        tally[CountKey.SchoolCycle] = SchoolCycle;
        tally[CountKey.SchoolTransit] = SchoolTransit;
        tally[CountKey.SchoolCar] = SchoolCar;
        tally[CountKey.CommuteWalk] = CommuteWalk;
        tally[CountKey.CommuteCycle] = CommuteCycle;
        tally[CountKey.CommuteTransit] = CommuteTransit;
        tally[CountKey.CommuteCar] = CommuteCar;
        tally[CountKey.CommuteHome] = CommuteHome;
        if (Demographics.Adult(key))
        {
            tally[CountKey.AdultsInactive] = Low;
            tally[CountKey.AdultsFairlyActive] = Middle;
            tally[CountKey.AdultsActive] = High;
            tally[CountKey.AdultsTravel4] = Travel4;
            tally[CountKey.AdultsTravel12] = Travel12;
            tally[CountKey.AdultsTravel20] = Travel20;
            tally[CountKey.AdultMinutes] = Minutes;
        }
        else if (Demographics.Child(key))
        {
            tally[CountKey.ChildrenLessActive] = Low;
            tally[CountKey.ChildrenFairlyActive] = Middle;
            tally[CountKey.ChildrenActive] = High;
        }

        return tally;
    }
}
