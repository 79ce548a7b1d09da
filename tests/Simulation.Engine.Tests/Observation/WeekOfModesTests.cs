using Simulation.Engine.Observation;

namespace Simulation.Engine.Tests.Observation;

public class WeekOfModesTests
{
    [Fact]
    public void Spread_EveryWeek_PutsEachNibbleIntoItsField()
    {
        for (uint week = 0; week < 1 << 20; week++)
        {
            ulong expected = 0;
            for (int mode = 0; mode < 5; mode++)
            {
                expected |= (ulong)((week >> (4 * mode)) & 0xF) << (WeekOfModes.Bits * mode);
            }

            if (WeekOfModes.Spread(week) != expected || WeekOfModes.SpreadByShifts(week) != expected)
            {
                Assert.Fail($"the week {week:x5} is {WeekOfModes.Spread(week):x}, by shifts {WeekOfModes.SpreadByShifts(week):x}, not {expected:x}");
            }
        }
    }
}
