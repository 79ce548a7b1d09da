using Simulation.Engine.Baselines;
using Simulation.Engine.Numerics;
using Simulation.Engine.Parameters;
using Simulation.Engine.Populations;
using Simulation.Engine.Processes;
using Simulation.Engine.Randomness;
using Simulation.Engine.State;

namespace Simulation.Engine.Validation;

/// <summary>
/// Sets a simulated baseline year beside published figures. National shares are compared in a population
/// weighted to England's ages, sexes, deprivation and disability; what is known of the area is compared as it is.
/// </summary>
internal sealed class ValidationReport
{
    private const int FourWeeks = 4;
    private const int Year = 52;

    private readonly RunState state;
    private readonly YearOfCounts year;
    private readonly double[] counts;
    private readonly double[] weights;
    private readonly List<ValidationLine> lines = [];

    private ValidationReport(RunState state, YearOfCounts year)
    {
        this.state = state;
        this.year = year;
        counts = [.. year.Low.Select((low, i) => low + year.Middle[i] + year.High[i])];
        weights = StratumShares.EnglandWeights([.. counts.Select(count => Math.Max(count, 1e-9))]);
    }

    /// <summary>All lines, in the order of their numbers.</summary>
    public static IReadOnlyList<ValidationLine> Of(RunState state, YearOfCounts year)
    {
        if (year.Weeks == 0)
        {
            return [];
        }

        ValidationReport report = new(state, year);
        report.Adults();
        report.Headline();
        report.Children();
        report.School();
        report.Commute();
        report.Walking();
        report.Mechanisms();
        report.Lasting();
        return report.lines;
    }

    private void Adults()
    {
        const string ActiveLives = "Sport England, Active Lives Nov 2023–24";
        Share("B1", "Adults active, England's composition", ActiveLives, 0.637, 0.01, National(year.High, Demographics.Adult), fitted: true);
        Share("B1", "Adults fairly active, England's composition", ActiveLives, 0.112, 0.01, National(year.Middle, Demographics.Adult), fitted: true);
        Share("B1", "Adults inactive, England's composition", ActiveLives, 0.251, 0.01, National(year.Low, Demographics.Adult), fitted: true);
        Share("B2", "Merseyside adults active (predicted)", "Merseyside Sport, 2022–23", 0.605, 0.015, MerseysideActive());
        Share("B7", "Active in the most deprived decile", ActiveLives, 0.555, 0.02, year.DecileHigh[0] / year.DecileAdults[0], fitted: true);
        Share("B7", "Active in the least deprived decile", ActiveLives, 0.689, 0.02, year.DecileHigh[9] / year.DecileAdults[9], fitted: true);
        Share("B7", "Inactive in the most deprived decile", ActiveLives, 0.34, 0.02, year.DecileLow[0] / year.DecileAdults[0], fitted: true);
        Share("B7", "Inactive in the least deprived decile", ActiveLives, 0.20, 0.02, year.DecileLow[9] / year.DecileAdults[9], fitted: true);
        Share("B8", "Aged 55+ active, England's composition", ActiveLives, 0.58, 0.02, National(year.High, key => Demographics.Adult(key) && Demographics.Band(key) >= 9), fitted: true);
        Share("B8", "Aged 75+ active, England's composition", "Active Lives 2022–23", 0.428, 0.02, National(year.High, key => Demographics.Adult(key) && Demographics.Band(key) >= 11), fitted: true);
        Share("B8", "Disabled adults active, England's composition", ActiveLives, 0.48, 0.02, National(year.High, key => Demographics.Adult(key) && Demographics.Disabled(key)), fitted: true);
        const string Unequal = "Active Lives 2023–24; no qualification stands for NS-SEC 6–8, faith and pregnancy are left out";
        double[] active = ActiveByUnequalCharacteristics();
        Share("B9", "Active with no unequal characteristic, England's composition", Unequal, 0.743, 0.03, active[0]);
        Share("B9", "Active with one", Unequal, 0.619, 0.03, active[1]);
        Share("B9", "Active with two or more", Unequal, 0.437, 0.03, active[2]);
    }

    private void Headline()
    {
        double adults = 0;
        double notActive = 0;
        double inactive = 0;
        StratumShares.ForEach(key => key >= Demographics.FirstCountedKey, (_, key, i) =>
        {
            double people = counts[i] / year.Weeks;
            adults += people;
            notActive += (year.Low[i] + year.Middle[i]) / year.Weeks;
            inactive += year.Low[i] / year.Weeks;
        });
        double scale = 2_700_000.0 / state.Population.Count;
        const string Source = "All Together Active case study; adults and children together, Sport England definitions, per 2.7 million";
        Number("B10", "Not meeting the guideline, thousand", Source, 1000, 50, notActive * scale / 1000, "thousand");
        Number("B10", "Under 30 minutes (a day for children), thousand", Source, 700, 35, inactive * scale / 1000, "thousand");
    }

    private void Children()
    {
        const string Survey = "Sport England, Active Lives Children 2023–24";
        Share("B11", "Children active", Survey, 0.478, 0.015, National(year.High, Demographics.Child), fitted: true);
        Share("B11", "Children fairly active", Survey, 0.227, 0.015, National(year.Middle, Demographics.Child), fitted: true);
        Share("B11", "Children less active", Survey, 0.296, 0.015, National(year.Low, Demographics.Child), fitted: true);
        Share("B11", "Boys active", Survey, 0.51, 0.015, National(year.High, key => Demographics.Child(key) && !Demographics.Female(key)), fitted: true);
        Share("B11", "Girls active", Survey, 0.45, 0.015, National(year.High, key => Demographics.Child(key) && Demographics.Female(key)), fitted: true);
        Share("B12", "Active at 8–10, lowest of the ages (2019–20: 38 in Years 3–4)", "Active Lives Children 2019–20, rank order", 0.43, 0.05, National(year.High, key => Demographics.Band(key) == 2), fitted: true);
        Share("B12", "Active at 11–13, highest of the ages (2019–20: 51 in Years 7–8)", "Active Lives Children 2019–20, rank order", 0.52, 0.05, National(year.High, key => Demographics.Band(key) == 3), fitted: true);
    }

    private void School()
    {
        const string Nts = "National Travel Survey 2010–2024, England";
        Share("B13", "School days on foot, 5–10", Nts, 0.49, 0.03, year.TripShare(0, 0), fitted: true);
        Share("B13", "School days on foot, 11–16", Nts, 0.375, 0.03, year.TripShare(1, 0), fitted: true);
        Share("B14", "On foot under 1 mile, 5–10", Nts, 0.80, 0.03, year.TripShare(0, 0, 0), fitted: true);
        Share("B14", "On foot under 1 mile, 11–16", Nts, 0.885, 0.03, year.TripShare(1, 0, 0), fitted: true);
        Share("B15", "By car at 2–5 miles, 5–10", Nts, 0.75, 0.05, year.TripShare(0, 3, 2), fitted: true);
        Share("B15", "By car at 5+ miles, 5–10", Nts, 0.67, 0.05, year.TripShare(0, 3, 3), fitted: true);
        Share("B15", "By bus or train at 2–5 miles, 11–16", Nts, 0.50, 0.05, year.TripShare(1, 2, 2), fitted: true);
        Share("B15", "By bus or train at 5+ miles, 11–16", Nts, 0.63, 0.05, year.TripShare(1, 2, 3), fitted: true);
        Share("B16", "Cycling to school, 5–10", Nts, 0.02, 0.01, year.TripShare(0, 1), fitted: true);
        Share("B16", "Cycling to school, 11–16", Nts, 0.03, 0.01, year.TripShare(1, 1), fitted: true);
        if (year.Walkers > 0)
        {
            Share("B17", "Walkers aged 7–13 accompanied by an adult", "National Travel Survey 2015", 0.59, 0.05, year.Accompanied / year.Walkers, fitted: true);
            double walks = Enumerable.Range(0, 8).Sum(band => year.Trips[band, 0]);
            Number("B18", "Minutes of a walk to school, one way", "National Travel Survey 2023", 18, 2, year.WalkMinutes / walks, "min");
        }
    }

    private void Commute()
    {
        const string Census = "Census 2011, North West, of those who travel";
        double away = year.Commute.Take(4).Sum();
        Share("C1", "Commuting days on foot", Census, 0.114, 0.015, year.Commute[0] / away, fitted: true);
        Share("C1", "Commuting days by cycle", Census, 0.023, 0.01, year.Commute[1] / away, fitted: true);
        Share("C1", "Commuting days by public transport", Census, 0.122, 0.015, year.Commute[2] / away, fitted: true);
    }

    private void Walking()
    {
        const string England = "DfT CW0305, England 2019, walking for travel";
        Share("C2", "Adults walking for travel weekly, England's composition", England, 0.421, 0.02, National(year.Weekly, Demographics.Adult), fitted: true);
        Share("C2", "… three times a week", England, 0.227, 0.02, National(year.Thrice, Demographics.Adult), fitted: true);
        Share("C2", "… five times a week", England, 0.163, 0.03, National(year.MostDays, Demographics.Adult));
        foreach ((string code, double weekly, double thrice) in PlaceWalking.Shares)
        {
            for (int p = 0; p < state.Population.Places.Count; p++)
            {
                if (state.Population.Places[p].Code == code && year.PlaceAdults[p] > 0)
                {
                    const string Source = "DfT CW0303, year to Nov 2018; about 500 interviews a place";
                    Share("C3", $"Walking for travel weekly, {state.Population.Places[p].Name}", Source, weekly, 0.05, year.PlaceWeekly[p] / year.PlaceAdults[p]);
                    Share("C3", "… three times a week", Source, thrice, 0.05, year.PlaceThrice[p] / year.PlaceAdults[p]);
                }
            }
        }
    }

    private void Mechanisms()
    {
        (double nonInactive, double nonActive, double intenderInactive, double intenderActive) = Quadrants();
        const string Feil = "Feil 2023 (its own sample, 43 % active: compare the pattern)";
        Share("B19", "Non-intenders, not active", Feil, 0.26, 0.04, nonInactive);
        Share("B19", "Non-intenders, active", Feil, 0.042, 0.04, nonActive);
        Share("B19", "Intenders, not active", Feil, 0.33, 0.04, intenderInactive);
        Share("B19", "Intenders, active", Feil, 0.387, 0.04, intenderActive);
        Number("B20", "Minutes lost on a wet day at 8–10", "SPEEDY 2011: 7.0–11.9 on the wettest days", 9.4, 2.5, MinutesLostToRain(), "min");
        Number("B21", "Days to 95 % of habit, median", "Lally 2010: 66 (18–254)", 66, 12, HabitFormation.MedianDays(state.Parameters), "days", fitted: true);
        Number("B22", "Mean speed on urban through roads, mph", "Transport for Wales 2024: 28.7–28.9", 28.8, 1, UrbanSpeed(), "mph", fitted: true);
    }

    private void Lasting()
    {
        Persistence seen = year.Persistence;
        const string Panels = "ELSA, British Regional Heart Study, Keadle 2017, Jaeschke 2018";
        const string Working = "working range, no direct source";
        Share("P1", "No activity in four weeks, adults", Working, 0.175, 0.025, seen.Nothing());
        if (year.Weeks > FourWeeks)
        {
            Number("P2", "Correlation of minutes four weeks apart", Panels, 0.925, 0.025, seen.Correlation(FourWeeks), string.Empty, fitted: true);
            Number("P3", "… of reported minutes", "Baumeister 2016, Silsbury 2015", 0.62, 0.07, seen.ReportedCorrelation(state, FourWeeks), string.Empty, fitted: true);
        }

        if (seen.HasYear)
        {
            Number("P4", "… a year apart", Panels, 0.85, 0.05, seen.Correlation(Year), string.Empty, fitted: true);
            Share("P5", "Of the inactive, active a year later", Working, 0.10, 0.05, seen.Rise());
            Share("P5", "Of the active, inactive a year later", Working, 0.035, 0.015, seen.Fall());
            Share("P6", "Inactive in each of four quarters", Working, 0.19, 0.03, seen.InactiveThroughout());
        }

        if (seen.HasThreeYears)
        {
            Number("P7", "… three years apart", Panels, 0.76, 0.06, seen.Correlation(3 * Year), string.Empty, fitted: true);
            Share("P8", "Of the inactive, active at some time within three years", Working, 0.35, 0.10, seen.EverActive());
        }
    }

    private double National(double[] by, Func<int, bool> who)
    {
        double sum = 0;
        double all = 0;
        StratumShares.ForEach(who, (_, _, i) =>
        {
            if (counts[i] > 0)
            {
                sum += weights[i] * by[i] / counts[i];
                all += weights[i];
            }
        });
        return sum / all;
    }

    private double MerseysideActive()
    {
        double active = 0;
        double adults = 0;
        for (int p = 0; p < state.Population.Places.Count; p++)
        {
            // Merseyside Sport's area: Halton, Knowsley, Liverpool, St Helens, Sefton, Wirral.
            string code = state.Population.Places[p].Code;
            if (code == "E06000006" || code.StartsWith("E080000", StringComparison.Ordinal))
            {
                active += year.PlaceHigh[p];
                adults += year.PlaceAdults[p];
            }
        }

        return active / adults;
    }

    private int Category(int row) => (state.Residents.Today[row] >> DayCode.CategoryShift) & DayCode.CategoryMask;

    // Disabled, 65 or over, without a qualification, Asian or Black: adults with none, one, and two or more of these.
    private double[] ActiveByUnequalCharacteristics()
    {
        double[] active = new double[3];
        double[] all = new double[3];
        ResidentTable residents = state.Population.Residents;
        Segments layout = residents.Layout;
        for (int n = 0; n < layout.Count; n++)
        {
            int decile = Demographics.DecileIndex(state.Population.Neighbourhoods.Decile[n]) * Demographics.AllKeys;
            for (int row = layout.First(n); row < layout.End(n); row++)
            {
                int key = state.Residents.Key[row];
                if (!Demographics.Adult(key) || counts[decile + key] <= 0)
                {
                    continue;
                }

                byte background = residents.Background[row];
                int unequal = (Demographics.Disabled(key) ? 1 : 0)
                    + (residents.Age[row] >= 65 ? 1 : 0)
                    + (Background.QualificationOf(background) == Qualification.None ? 1 : 0)
                    + (Background.GroupOf(background) is EthnicGroup.Asian or EthnicGroup.Black ? 1 : 0);
                double weight = weights[decile + key] / counts[decile + key];
                all[Math.Min(unequal, 2)] += weight;
                active[Math.Min(unequal, 2)] += Category(row) == 3 ? weight : 0;
            }
        }

        return [.. active.Zip(all, (a, of) => a / Math.Max(of, 1e-9))];
    }

    private (double NonInactive, double NonActive, double IntenderInactive, double IntenderActive) Quadrants()
    {
        bool[] lower = Humps();
        Span<long> cells = stackalloc long[4];
        Segments layout = state.Population.Residents.Layout;
        for (int n = 0; n < layout.Count; n++)
        {
            for (int row = layout.First(n); row < layout.End(n); row++)
            {
                int key = state.Residents.Key[row];
                if (!Demographics.Adult(key))
                {
                    continue;
                }

                bool non = lower[row];
                bool active = Category(row) == 3;
                cells[(non ? 0 : 2) + (active ? 1 : 0)]++;
            }
        }

        double all = Math.Max(1, cells[0] + cells[1] + cells[2] + cells[3]);
        return (cells[0] / all, cells[1] / all, cells[2] / all, cells[3] / all);
    }

    // Who is in the lower hump: stands for not meaning to be active.
    private unsafe bool[] Humps()
    {
        Luck luck = new(state.Seed, LuckStream.Propensity);
        PropensityMap<F1, I1> map = new(state);
        bool[] lower = new bool[state.Residents.Key.Length];
        Segments layout = state.Population.Residents.Layout;
        for (int n = 0; n < layout.Count; n++)
        {
            int decile = Demographics.DecileIndex(state.Population.Neighbourhoods.Decile[n]) * Demographics.AllKeys;
            for (int row = layout.First(n); row < layout.End(n); row++)
            {
                int word = (int)luck.Words(state.Residents.Identity[row], 0).First;
                float logit;
                int below;
                map.Fill(decile, row, row + 1, &word - row, &logit - row, &below - row);
                lower[row] = below != 0;
            }
        }

        return lower;
    }

    private double MinutesLostToRain()
    {
        double rain = state.Parameters[EverydayParameters.RainPlay];
        double minutes = state.Parameters[EverydayParameters.ChildSessionMinutes]
            * Math.Exp((Math.Pow(state.Parameters[EverydayParameters.SessionSpread], 2) + Math.Pow(state.Parameters[PropensityParameters.PersonLength], 2)) / 2);
        double lost = 0;
        long children = 0;
        for (int row = 0; row < state.Residents.Key.Length; row++)
        {
            if (Demographics.Band(state.Residents.Key[row]) == 2)
            {
                double odds = state.Residents.LeisureOdds[row];
                lost += ((odds / (1 + odds)) - (rain * odds / (1 + (rain * odds)))) * minutes;
                children++;
            }
        }

        return children > 0 ? lost / children : double.NaN;
    }

    private double UrbanSpeed()
    {
        double sum = 0;
        int count = 0;
        for (int n = 0; n < state.Neighbourhoods.StreetSpeed.Length; n++)
        {
            if (state.Population.Neighbourhoods.Settlement[n] != (byte)Settlement.Rural)
            {
                sum += state.Neighbourhoods.StreetSpeed[n];
                count++;
            }
        }

        return sum / count;
    }

    // Fitted: a number of the model was solved or chosen on this very figure, or on one that says the same of it.
    private void Share(string id, string what, string source, double target, double tolerance, double model, bool fitted = false) =>
        lines.Add(new ValidationLine(id, what, source, 100 * target, 100 * tolerance, 100 * model, "%", Math.Abs(model - target) <= tolerance) { Fitted = fitted });

    private void Number(string id, string what, string source, double target, double tolerance, double model, string unit, bool fitted = false) =>
        lines.Add(new ValidationLine(id, what, source, target, tolerance, model, unit, Math.Abs(model - target) <= tolerance) { Fitted = fitted });
}
