using Simulation.Viewer.Protocol;
using Simulation.Viewer.Recordings;
using Simulation.Viewer.Tests.Fixtures;

namespace Simulation.Viewer.Tests.Recordings;

/// <summary>Recordings of a small city on days that anyone can work out again.</summary>
internal static class RecordedCity
{
    public static readonly FixtureCity City = new(720);

    /// <summary>States of one arm on a day: habits by weekday, chance beside them, and a baseline that differs here and there.</summary>
    public static byte[] States(Arm arm, int day)
    {
        byte[] states = new byte[City.Map.Residents];
        for (int i = 0; i < states.Length; i++)
        {
            uint habit = Mix((uint)((i * 7) + (day % 7)));
            uint chance = Mix((uint)((i * 4001) + day));
            states[i] = (byte)((chance % 5 == 0 ? chance >> 8 : habit >> 8) & StateByte.Compared);
            states[i] ^= arm == Arm.Baseline && chance % 23 == 0 ? (byte)4 : (byte)0;
        }

        return states;
    }

    public static DayWords Context(int day) => new(day % 7 > 4 ? "weekend" : "school day", day % 2 == 0 ? "dry" : $"wet in {day % 9} of 9 places");

    public static byte[][] Week(int day) => [[(byte)'S', (byte)'V', 1, 5, (byte)day], .. Enumerable.Range(0, 3).Select(i => States(Arm.Scenario, day + i))];

    public static ScenarioMessage Scenario(int day) => new() { Text = $"scenario: on day {day}\n", Levers = City.Levers, SchoolStreets = [new ClosedStreet(0, day + 1, null)] };

    public static Recording Begin(string path) => Recording.Create(RecordedAbout.Of(City), City.Map, path);

    public static Recording Begin(Stream stream, TimeSpan? patience = null) => Recording.Create(RecordedAbout.Of(City), City.Map, stream, null, patience);

    /// <summary>Keeps days, a week's figures at every seventh, and the scenario as it stood on day 0 and day 10.</summary>
    public static void Keep(Recording recording, int last, int every = 1)
    {
        for (int day = 0; day <= last; day += every)
        {
            KeepDay(recording, day).ShouldBeTrue();
            if (day is 0 or 10)
            {
                recording.KeepScenario(day, Scenario(day));
            }

            if (day % 7 == 0 && day > 0)
            {
                recording.KeepWeek(day, Week(day));
            }
        }
    }

    public static bool KeepDay(Recording recording, int day, bool wait = true)
    {
        if (recording.Room(day, wait) is not { } room)
        {
            return false;
        }

        States(Arm.Scenario, day).CopyTo(room.Scenario, 0);
        States(Arm.Baseline, day).CopyTo(room.Baseline, 0);
        room.Context = Context(day);
        recording.Keep(room);
        return true;
    }

    /// <summary>Reads a day and holds it to what was kept.</summary>
    public static void ShouldHold(Recording recording, int asked, int found)
    {
        byte[] scenario = new byte[City.Map.Residents];
        byte[] baseline = new byte[City.Map.Residents];
        RecordedDay read = recording.Read(asked, scenario, baseline).ShouldNotBeNull();
        read.ShouldBe(new RecordedDay(found, Context(found)));
        scenario.AsSpan().SequenceEqual(States(Arm.Scenario, found)).ShouldBeTrue($"scenario on day {found}");
        baseline.AsSpan().SequenceEqual(States(Arm.Baseline, found)).ShouldBeTrue($"baseline on day {found}");
    }

    private static uint Mix(uint x)
    {
        x *= 2654435761u;
        x ^= x >> 15;
        x *= 2246822519u;
        return x ^ (x >> 13);
    }
}
