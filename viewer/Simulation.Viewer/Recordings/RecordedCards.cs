using Simulation.Viewer.Protocol;
using Simulation.Viewer.Sources;

namespace Simulation.Viewer.Recordings;

/// <summary>Tells what a resident did on days that were kept, and says what a recording does not hold.</summary>
/// <param name="recording">The recording.</param>
internal sealed class RecordedCards(Recording recording)
{
    private const int DaysAWeek = 7;
    private const int FirstAdultBand = 3;
    private static readonly string[] Ages = ["0–4", "5–10", "11–15", "16–34", "35–54", "55–74", "75 or over"];
    private static readonly string[] AdultCategories = ["inactive", "fairly active", "active", "not counted"];
    private static readonly string[] ChildCategories = ["less active", "fairly active", "active", "not counted"];
    private byte[] scenario = [];
    private byte[] baseline = [];

    /// <summary>Who one row of the map is, as far as the map tells.</summary>
    public static ResidentCard Who(ViewMap map, int row)
    {
        ArgumentNullException.ThrowIfNull(map);
        var facts = (FixedFacts)map.Facts[row];
        int band = Band(facts);
        int neighbourhood = Array.BinarySearch(map.First, row + 1);
        neighbourhood = neighbourhood < 0 ? ~neighbourhood - 1 : neighbourhood - 1;
        bool female = facts.HasFlag(FixedFacts.Female);
        string who = band < FirstAdultBand ? female ? "Girl" : "Boy" : female ? "Woman" : "Man";
        return new ResidentCard(
            row, $"{who}, {Ages[Math.Min(band, Ages.Length - 1)]}, {map.Names[neighbourhood]}", [.. Facts(map, facts, neighbourhood)], [], [], []);
    }

    /// <summary>The card of a resident on a day that was kept.</summary>
    /// <param name="day">Day of the horizon.</param>
    /// <param name="card">Who they are and, of a live run, its latest days: these are told in full where they belong to the week.</param>
    /// <param name="live">Whether there is a run that knows more than was kept.</param>
    public ResidentCard On(int day, ResidentCard card, bool live)
    {
        ArgumentNullException.ThrowIfNull(card);
        if (scenario.Length == 0)
        {
            scenario = new byte[recording.Map.Residents];
            baseline = new byte[recording.Map.Residents];
        }

        DateOnly last = DateOf(day);
        var week = card.Week.Where(known => known.Date <= last && known.Date > last.AddDays(-DaysAWeek)).ToDictionary(known => known.Date);
        (byte Scenario, byte Baseline) today = default;
        foreach (int kept in recording.Days.Where(d => d > day - DaysAWeek && d <= day))
        {
            if (recording.Read(kept, scenario, baseline) is { } read && read.Day == kept)
            {
                today = (scenario[card.Row], baseline[card.Row]);
                DateOnly date = DateOf(kept);
                if (kept > 0)
                {
                    week.TryAdd(date, new CardDay(date, CalendarWords.Of(date), Done(today.Scenario), Done(today.Baseline)));
                }
            }
        }

        int band = Band((FixedFacts)recording.Map.Facts[card.Row]);
        return card with
        {
            Facts = live ? [.. card.Facts, new CardLine("Not kept", "minutes and habits of days gone by; the latest day tells them")] : card.Facts,
            Scenario = [Now(today.Scenario, band)],
            Baseline = [Now(today.Baseline, band)],
            Week = [.. week.Values.OrderBy(told => told.Date)],
        };
    }

    private static int Band(FixedFacts facts) => (int)(facts & FixedFacts.AgeBand);

    private DateOnly DateOf(int day) => recording.About.About.Start.AddDays(day - 1);

    private static IEnumerable<CardLine> Facts(ViewMap map, FixedFacts facts, int neighbourhood)
    {
        yield return new CardLine("Place", map.Places[map.PlaceOf[neighbourhood]]);
        yield return new CardLine("Deprivation", $"decile {map.Decile[neighbourhood]} of 10");
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

        yield return new CardLine("Not recorded", "age in years, minutes, habits, and what decided the walk to school; a live run tells them");
    }

    private static CardLine Now(byte state, int band) =>
        new("Last four weeks", (band < FirstAdultBand ? ChildCategories : AdultCategories)[state & StateByte.CategoryMask]);

    private static DayDone Done(byte state)
    {
        int mode = (state & StateByte.ModeMask) >> StateByte.ModeShift;
        return new DayDone(null, ResidentWeeks.Modes[Math.Min(mode, ResidentWeeks.Modes.Length - 1)], (state & StateByte.Leisure) != 0, (state & StateByte.Errand) != 0, string.Empty);
    }
}
