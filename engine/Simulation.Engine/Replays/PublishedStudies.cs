using Simulation.Engine.Interventions;
using Simulation.Engine.Interventions.Kinds;
using Simulation.Engine.Populations;

namespace Simulation.Engine.Replays;

/// <summary>The studies that default effects rest on, replayed at the level at which they were measured.</summary>
public static class PublishedStudies
{
    private const string OddsRatio = "odds ratio {0:0.00}";
    private const string RiskRatio = "risk ratio {0:0.00}";
    private const string Points = "{0:+0.0;−0.0;0.0} points";
    private const int Inactive = 30;
    private const int Active = 150;

    // What the trials of advice left behind, as a lasting logit: ln 1.42.
    private const float LastingAdvice = 0.351f;

    /// <summary>All, in the order of the guide's table.</summary>
    public static IReadOnlyList<PublishedStudy> All { get; } =
    [
        new("brief_advice", "Orrow 2012, as a logit that lasts the year", "adults who report less than the guideline: reporting it at 12 months",
            "odds ratio 1.42 (1.17–1.73)", 1.42, 1.17, 1.73, OddsRatio, false, "propensity.leverage", LastingLogit),
        new("brief_advice", "Orrow 2012, 15 trials", "adults who report less than the guideline, advised once: reporting it at 12 months",
            "odds ratio 1.42 (1.17–1.73)", 1.42, 1.17, 1.73, OddsRatio, false, "brief_advice.intention",
            (trial, discounted) => Reporting(trial, "brief_advice", Trial.Weeks(52), discounted, Measures.OddsRatio)),
        new("exercise_referral", "Pavey 2011, 6 comparisons", "adults who report less than the guideline, referred: reporting it at 6 months",
            "risk ratio 1.16 (1.03–1.30)", 1.16, 1.03, 1.30, RiskRatio, false, "exercise_referral.intention",
            (trial, discounted) => Reporting(trial, "exercise_referral", Trial.Weeks(26), discounted, (t, c) => t / c)),
        new("mass_media_campaign", "Abioye 2013, 3 studies", "adults who recall it: walking at least weekly, at 12 weeks",
            "risk ratio 1.53 (1.25–1.87)", 1.53, 1.25, 1.87, RiskRatio, true, "mass_media_campaign.walking",
            (trial, discounted) => Campaign(trial, discounted, (arm, row) => arm.TravelDays[row] >= 4)),
        new("mass_media_campaign", "Abioye 2013, 4 studies", "adults who recall it: reporting the guideline, at 12 weeks",
            "risk ratio 1.02 (0.91–1.14)", 1.02, 0.91, 1.14, RiskRatio, true, "mass_media_campaign.leisure",
            (trial, discounted) => Campaign(trial, discounted, (arm, row) => arm.Reported[row] >= Active)),
        new("workplace_programme", "Taylor 2012; Conn 2009", "participants: reported minutes a week at 3 months, in standard deviations",
            "d 0.21 (0.17–0.26)", 0.21, 0.17, 0.26, "d {0:0.00}", true, "workplace_programme.intention", Workplace),
        new("free_leisure", "Higgerson 2018, re:fresh", "gym and pool attendances in deprived areas at 12 months, with outreach",
            "ratio 1.64 (1.43–1.89)", 1.64, 1.43, 1.89, "ratio {0:0.00}", true, null, Attendances),
        new("free_leisure", "Higgerson 2018, re:fresh", "adults there with 12 or more sessions in four weeks, at 12 months",
            "+1.9 points (1 to 3)", 1.9, 1, 3, Points, true, null, Regulars),
        new("community_game", "Intelligent Health", "players: reporting less than 30 minutes after six weeks",
            "−8 points (18 → 10 %, of those who answered)", -8, -12, -4, Points, true, "community_game.intention",
            (trial, discounted) => Change(trial, "community_game", Trial.Weeks(6), discounted, trial.Everyone, (arm, row) => arm.Reported[row] < Inactive)),
        new("concessionary_bus", "Coronini-Cronberg 2012", "holders of 60–65: on foot on 12 or more days of four weeks",
            "odds ratio 1.15", 1.15, 1.07, 1.24, OddsRatio, true, "concessionary_bus.walking", BusPass),
        new("ebike_loans", "Cairns 2017, Brighton", "borrowers: car commutes while the loan lasts",
            "car mileage −20 %", -20, -30, -10, "{0:+0;−0;0} %", true, null, Ebikes),
        new("walk_to_school_programme", "Living Streets, WOW", "pupils of its schools: walking at 5 weeks, relative",
            "+18 %", 18, 10, 26, "{0:+0;−0;0} %", true, null, (trial, discounted) => Walking(trial, Trial.Weeks(6), discounted)),
        new("walk_to_school_programme", "Living Streets, WOW", "pupils of its schools: walking at one year, relative",
            "no less than at 5 weeks", 18, 10, 26, "{0:+0;−0;0} %", true, null, (trial, discounted) => Walking(trial, Trial.Weeks(46), discounted)),
        new("walking_bus", "Mendoza 2011, trial of 149", "pupils within a mile whom nobody else would walk with and who join: walking at 5 weeks",
            "+37.8 points", 37.8, 20, 50, Points, false, null, WalkingBus),
        new("school_street", "Edinburgh 2016, 9 schools", "primary pupils of its schools: walking over a year",
            "+3 points", 3, 1, 6, Points, false, null, (trial, discounted) => SchoolStreet(trial, discounted, 0)),
        new("school_street", "Edinburgh 2016, 9 schools", "primary pupils of its schools: car over a year",
            "−6 points", -6, -10, -2, Points, false, null, (trial, discounted) => SchoolStreet(trial, discounted, 3)),
        new("daily_mile", "Chesham 2018, one school", "minutes a day of moderate activity when fully done",
            "+9.1 min (5.1–13.2)", 9.1, 5, 13, "{0:+0.0;−0.0;0.0} min", false, null, (trial, discounted) => DailyMile(trial, discounted, 1)),
        new("daily_mile", "Love 2019, 17 trials of whole-day programmes", "the same, as delivered in scenarios (half the dose)",
            "none (−1.5 to +2 min)", 0, -1.5, 2, "{0:+0.0;−0.0;0.0} min", false, null, (trial, discounted) => DailyMile(trial, discounted, 0.5)),
        new("speed_limit", "Atkins/DfT 2018, England", "mean speed on through roads, signs alone",
            "−1.3 mph where above 24 before", -1.3, -1.7, -0.9, "{0:+0.0;−0.0} mph", false, null, (trial, _) => Speed(trial, 0)),
        new("speed_limit", "Transport for Wales 2024/25", "mean speed on through roads, two patrols a week",
            "−3.8 mph (sustained)", -3.8, -4.8, -2.8, "{0:+0.0;−0.0} mph", false, null, (trial, _) => Speed(trial, 2)),
    ];

    private static int[] Adults(Trial trial) => [.. trial.Everyone.Where(row => trial.Population.Residents.Age[row] >= 16)];

    // Trials recruit by what people say, not by what is true.
    private static HashSet<int> BelowGuideline(Trial trial) => [.. Adults(trial).Where(row => trial.Control(0).Reported[row] < Active)];

    private static double Reporting(Trial trial, string kind, int days, bool discounted, Func<double, double, double> ratio)
    {
        HashSet<int> recruits = BelowGuideline(trial);
        return Reporting(trial, trial.Treated(kind, days, discounted, recruits: recruits), days, recruits, ratio);
    }

    private static double Reporting(Trial trial, TrialArm treated, int days, HashSet<int> recruits, Func<double, double, double> ratio) =>
        ratio(
            Measures.Share(recruits, row => treated.Reported[row] >= Active),
            Measures.Share(recruits, row => trial.Control(days).Reported[row] >= Active));

    private static double LastingLogit(Trial trial, bool discounted)
    {
        HashSet<int> recruits = BelowGuideline(trial);
        int days = Trial.Weeks(52);
        return Reporting(trial, trial.Treated(Lever.LeisureSupport, LastingAdvice, days, recruits), days, recruits, Measures.OddsRatio);
    }

    private static double Change(Trial trial, string kind, int days, bool discounted, IEnumerable<int> who, Func<TrialArm, int, bool> has)
    {
        int[] rows = [.. who.Where(row => trial.Population.Residents.Age[row] >= 16)];
        TrialArm treated = trial.Treated(kind, days, discounted);
        return 100 * (Measures.Share(rows, row => has(treated, row)) - Measures.Share(rows, row => has(trial.Control(days), row)));
    }

    private static double Campaign(Trial trial, bool discounted, Func<TrialArm, int, bool> has)
    {
        TrialArm treated = trial.Treated("mass_media_campaign", Trial.Weeks(12), discounted, r => r with { Values = new Dictionary<string, double> { ["recall"] = 1, ["for"] = 84 } });
        int[] adults = Adults(trial);
        return Measures.Share(adults, row => has(treated, row)) / Measures.Share(adults, row => has(trial.Control(Trial.Weeks(12)), row));
    }

    private static double Workplace(Trial trial, bool discounted)
    {
        TrialArm treated = trial.Treated("workplace_programme", Trial.Weeks(13), discounted);
        TrialArm control = trial.Control(Trial.Weeks(13));
        WorkerTable workers = trial.Population.Workers;
        int[] rows = [.. Enumerable.Range(0, workers.Layout.Count)
            .SelectMany(n => Enumerable.Range(workers.Layout.First(n), workers.Layout.UsedIn(n)).Select(w => workers.Resident[w]))];
        double mean = rows.Average(row => control.Reported[row]);
        double deviation = Math.Sqrt(rows.Average(row => Math.Pow(control.Reported[row] - mean, 2)));
        return (rows.Average(row => treated.Reported[row]) - mean) / deviation;
    }

    private static (TrialArm Treated, TrialArm Control, int[] Rows) FreeLeisure(Trial trial, bool discounted)
    {
        TrialArm treated = trial.Treated("free_leisure", Trial.Weeks(52), discounted, r => r with { Values = new Dictionary<string, double> { ["outreach"] = 1 } });
        int[] rows = [.. Adults(trial).Where(row => trial.Population.Neighbourhoods.Decile[trial.Population.Residents.Layout.Of(row)] <= 3)];
        return (treated, trial.Control(Trial.Weeks(52)), rows);
    }

    private static double Attendances(Trial trial, bool discounted)
    {
        (TrialArm treated, TrialArm control, int[] rows) = FreeLeisure(trial, discounted);
        double sessions = rows.Sum(row => (double)treated.Sessions[row]) / rows.Sum(row => (double)control.Sessions[row]);
        return 1 + ((sessions - 1) / Parameters.EverydayParameters.PricedShare.Value);
    }

    private static double Regulars(Trial trial, bool discounted)
    {
        (TrialArm treated, TrialArm control, int[] rows) = FreeLeisure(trial, discounted);
        return 100 * (Measures.Share(rows, row => treated.Sessions[row] >= 12) - Measures.Share(rows, row => control.Sessions[row] >= 12));
    }

    private static double BusPass(Trial trial, bool discounted)
    {
        TrialArm treated = trial.Treated("concessionary_bus", Trial.Weeks(12), discounted);
        int[] rows = [.. trial.Everyone.Where(row => trial.Population.Residents.Age[row] is >= 60 and <= 65)];
        return Measures.OddsRatio(
            Measures.Share(rows, row => treated.TravelDays[row] >= 12), Measures.Share(rows, row => trial.Control(Trial.Weeks(12)).TravelDays[row] >= 12));
    }

    private static double Ebikes(Trial trial, bool discounted)
    {
        int days = Trial.Weeks(8);
        return 100 * ((Car(trial.Treated("ebike_loans", days, discounted)) / Car(trial.Control(days))) - 1);

        static double Car(TrialArm arm) => arm.Year.Commute[3] / arm.Year.Commute.Sum();
    }

    private static double Walking(Trial trial, int days, bool discounted)
    {
        TrialArm treated = trial.Treated("walk_to_school_programme", days, discounted, r => r with { Where = r.Where with { Phase = SchoolPhase.Primary } });
        return 100 * ((treated.PrimaryWalk() / trial.Control(days).PrimaryWalk()) - 1);
    }

    private static double WalkingBus(Trial trial, bool discounted)
    {
        int days = Trial.Weeks(6);
        TrialArm treated = trial.Treated("walking_bus", days, discounted, r => r with
        {
            Where = r.Where with { Phase = SchoolPhase.Primary },
            Effect = new Dictionary<string, double> { ["offer"] = 1, ["ramp"] = 0 },
        });
        TrialArm control = trial.Control(days);
        int walked = 0;
        int before = 0;
        int pupils = 0;
        for (int row = 0; row < treated.Gates.Length; row++)
        {
            // Nobody else to go with and not allowed alone; now there is a bus. Some have an adult with the time.
            if (control.Gates[row] == 0 && treated.Gates[row] != 0 && trial.Population.Pupils.Distance[row] < 1609)
            {
                pupils++;
                walked += System.Numerics.BitOperations.PopCount(treated.WalkDays[row]);
                before += System.Numerics.BitOperations.PopCount(control.WalkDays[row]);
            }
        }

        return 100.0 * (walked - before) / (8 * pupils);
    }

    private static double SchoolStreet(Trial trial, bool discounted, int mode)
    {
        int days = Trial.Weeks(46);
        TrialArm treated = trial.Treated("school_street", days, discounted, r => r with { Where = r.Where with { Phase = SchoolPhase.Primary } });
        return 100 * (treated.Year.TripShare(0, mode) - trial.Control(days).Year.TripShare(0, mode));
    }

    private static double DailyMile(Trial trial, bool discounted, double adherence)
    {
        int days = Trial.Weeks(6);
        TrialArm treated = trial.Treated("daily_mile", days, discounted, r => r with { Adherence = adherence, Where = r.Where with { Phase = SchoolPhase.Primary } });
        int[] rows = [.. trial.Everyone.Where(row => trial.Population.Residents.Age[row] is >= 5 and <= 10)];
        return rows.Average(row => treated.Minutes[row] - trial.Control(days).Minutes[row]) / 5;
    }

    private static double Speed(Trial trial, double patrols)
    {
        InterventionKind kind = InterventionCatalogue.Find("speed_limit")!;
        IReadOnlyList<Effect> effects = kind.Bind(
            new InterventionRequest
            {
                Source = kind.Key,
                Owner = "study",
                PhaseIn = new PhaseIn(Trial.Start.DayNumber, 0),
                Values = new Dictionary<string, double> { ["enforcement.patrols"] = patrols, ["enforcement.for"] = 3650 },
            },
            trial.Population);
        double before = Parameters.StreetParameters.Speed.Value;
        return -effects.Max(e => e.AmountOf(0)) * (before - Parameters.StreetParameters.CalmSpeed.Value);
    }
}
