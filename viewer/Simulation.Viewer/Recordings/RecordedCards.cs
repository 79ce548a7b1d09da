using Simulation.Viewer.Protocol;
using Simulation.Viewer.Sources;

namespace Simulation.Viewer.Recordings;

/// <summary>Tells of a resident what a recording holds, and says what it does not.</summary>
/// <param name="recording">The recording.</param>
internal sealed class RecordedCards(Recording recording)
{
    private const int DaysAWeek = 7;
    private const int FirstAdultBand = 3;
    private static readonly string[] Ages = ["0–4", "5–10", "11–15", "16–34", "35–54", "55–74", "75 or over"];
    private static readonly string[] AdultCategories = ["inactive", "fairly active", "active", "not counted"];
    private static readonly string[] ChildCategories = ["less active", "fairly active", "active", "not counted"];
    private readonly byte[] scenario = new byte[recording.Map.Residents];
    private readonly byte[] baseline = new byte[recording.Map.Residents];

    /// <summary>The card of one row of the map on a day.</summary>
    public ResidentCard Of(int row, int day)
    {
        ViewMap map = recording.Map;
        var facts = (FixedFacts)map.Facts[row];
        int band = (int)(facts & FixedFacts.AgeBand);
        int neighbourhood = Array.BinarySearch(map.First, row + 1);
        neighbourhood = neighbourhood < 0 ? ~neighbourhood - 1 : neighbourhood - 1;
        var week = new List<CardDay>();
        (byte Scenario, byte Baseline) today = default;
        foreach (int kept in recording.Days.Where(d => d > day - DaysAWeek && d <= day))
        {
            if (recording.Read(kept, scenario, baseline) is { } read && read.Day == kept)
            {
                today = (scenario[row], baseline[row]);
                if (kept > 0)
                {
                    DateOnly date = recording.About.About.Start.AddDays(kept - 1);
                    week.Add(new CardDay(date, CalendarWords.Of(date), Done(today.Scenario), Done(today.Baseline)));
                }
            }
        }

        bool female = facts.HasFlag(FixedFacts.Female);
        string who = band < FirstAdultBand ? female ? "Girl" : "Boy" : female ? "Woman" : "Man";
        return new ResidentCard(
            row, $"{who}, {Ages[Math.Min(band, Ages.Length - 1)]}, {map.Names[neighbourhood]}", [.. Facts(facts, neighbourhood)],
            [Now(today.Scenario, band)], [Now(today.Baseline, band)], week);
    }

    private IEnumerable<CardLine> Facts(FixedFacts facts, int neighbourhood)
    {
        yield return new CardLine("Place", recording.Map.Places[recording.Map.PlaceOf[neighbourhood]]);
        yield return new CardLine("Deprivation", $"decile {recording.Map.Decile[neighbourhood]} of 10");
        yield return new CardLine("Household", facts.HasFlag(FixedFacts.NoCar) ? "no car" : "has a car");
        if (facts.HasFlag(FixedFacts.Disabled))
        {
            yield return new CardLine("Disability", "yes");
        }

        if (facts.HasFlag(FixedFacts.Pupil))
        {
            yield return new CardLine("School", "goes to school");
        }

        if (facts.HasFlag(FixedFacts.Worker))
        {
            yield return new CardLine("Work", "in employment");
        }

        yield return new CardLine("Not recorded", "age in years, minutes, habits, and which gate decided; a live run tells them");
    }

    private static CardLine Now(byte state, int band) =>
        new("Last four weeks", (band < FirstAdultBand ? ChildCategories : AdultCategories)[state & StateByte.CategoryMask]);

    private static DayDone Done(byte state)
    {
        int mode = (state & StateByte.ModeMask) >> StateByte.ModeShift;
        return new DayDone(null, ResidentWeeks.Modes[Math.Min(mode, ResidentWeeks.Modes.Length - 1)], (state & StateByte.Leisure) != 0, (state & StateByte.Errand) != 0, string.Empty);
    }
}
