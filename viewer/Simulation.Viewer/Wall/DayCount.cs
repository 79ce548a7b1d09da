using Simulation.Scene.Painting;
using Simulation.Viewer.Protocol;

namespace Simulation.Viewer.Wall;

/// <summary>One day: who is lit, and how many did it with the plan and without, in all and by place and fifth.</summary>
internal sealed class DayCount
{
    private const int Fifths = 5;
    private const int Primary = 1;

    private DayCount(int places)
    {
        Places = new Share[places];
        ByFifth = new Share[Fifths];
    }

    /// <summary>Day of the horizon.</summary>
    public int Day { get; private init; }

    /// <summary>Whether schools were open.</summary>
    public bool SchoolDay { get; private set; }

    /// <summary>Who is lit.</summary>
    public LitDay Lit { get; private set; } = LitDay.Nobody;

    /// <summary>Everybody whom it is about.</summary>
    public Share All { get; private set; }

    /// <summary>By place.</summary>
    public Share[] Places { get; }

    /// <summary>By fifth of deprivation, the poorest first.</summary>
    public Share[] ByFifth { get; }

    /// <summary>Of those lit, how many would have been driven.</summary>
    public int WouldHaveBeenDriven { get; private set; }

    /// <summary>Counts a day.</summary>
    /// <param name="source">Where it is from.</param>
    /// <param name="rule">Who is lit.</param>
    public static DayCount Of(IWallSource source, LitRule rule)
    {
        ViewMap map = source.Map;
        var count = new DayCount(map.Places.Length) { Day = source.Day };
        var lit = new List<int>();
        var against = new List<int>();
        var children = new List<int>();
        var either = new List<int>();
        int travelling = 0;
        int pupils = 0;
        int driven = 0;
        Share all = default;
        for (int n = 0; n < map.NeighbourhoodCount; n++)
        {
            Share here = default;
            for (int row = map.First[n]; row < map.First[n + 1]; row++)
            {
                var facts = (FixedFacts)map.Facts[row];
                bool pupil = (facts & FixedFacts.Pupil) != 0;
                byte state = source.With[row];
                pupils += pupil ? 1 : 0;
                bool goes = pupil && (state & StateByte.ModeMask) != 0;
                travelling += goes ? 1 : 0;
                if (rule.PupilsOnly ? !goes : (state & StateByte.CategoryMask) == (int)ActivityCategory.NotCounted)
                {
                    continue;
                }

                bool with = rule.Holds(state);
                bool without = rule.Holds(source.Without[row]);
                here.People++;
                here.With += with ? 1 : 0;
                here.Without += without ? 1 : 0;
                if (with != without)
                {
                    (with != rule.Downward ? lit : against).Add(row);
                    driven += with && (source.Without[row] & StateByte.ModeMask) >> StateByte.ModeShift == (int)DayMode.Car ? 1 : 0;
                }
                else if (rule.PupilsOnly && ((int)(facts & FixedFacts.AgeBand) is Primary or Primary + 1 || with))
                {
                    (with ? either : children).Add(row);
                }
            }

            all = all.Plus(here);
            count.Places[map.PlaceOf[n]] = count.Places[map.PlaceOf[n]].Plus(here);
            int fifth = Math.Clamp((map.Decile[n] - 1) / 2, 0, Fifths - 1);
            count.ByFifth[fifth] = count.ByFifth[fifth].Plus(here);
        }

        // Of ten thousand pupils a few are always on their way somewhere; on a school day nearly all are.
        count.SchoolDay = travelling * 2 > pupils;
        count.All = all;
        count.WouldHaveBeenDriven = driven;
        count.Lit = new LitDay { For = [.. lit], Against = [.. against], Children = [.. children], WalkEitherWay = [.. either] };
        return count;
    }
}

/// <summary>How many of how many did it.</summary>
internal struct Share
{
    /// <summary>Whom it is about.</summary>
    public int People;

    /// <summary>Those who did it with the plan.</summary>
    public int With;

    /// <summary>Those who did it without.</summary>
    public int Without;

    /// <summary>Difference of shares.</summary>
    public readonly double Change => People == 0 ? 0 : (With - Without) / (double)People;

    /// <summary>Both together.</summary>
    public readonly Share Plus(Share other) => new() { People = People + other.People, With = With + other.With, Without = Without + other.Without };
}
