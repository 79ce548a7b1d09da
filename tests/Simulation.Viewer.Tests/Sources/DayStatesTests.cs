using Simulation.Engine.State;
using Simulation.Viewer.Protocol;
using Simulation.Viewer.Sources;

namespace Simulation.Viewer.Tests.Sources;

public sealed class DayStatesTests
{
    [Fact]
    public void Translate_EveryCode_IsTheSameAsOneByOne()
    {
        byte[] codes = [.. Enumerable.Range(0, 256 + 7).Select(i => (byte)i)];
        var states = new byte[codes.Length];

        DayStates.Translate(codes, states);

        states.ShouldBe(codes.Select(DayStates.Of));
    }

    [Theory]
    [InlineData(0, ActivityCategory.NotCounted, DayMode.None, false, false)]
    [InlineData((1 << DayCode.CategoryShift) | (int)TripMode.Walk, ActivityCategory.Inactive, DayMode.Walk, false, false)]
    [InlineData((2 << DayCode.CategoryShift) | (int)TripMode.Home | DayCode.Leisure, ActivityCategory.FairlyActive, DayMode.Home, true, false)]
    [InlineData((3 << DayCode.CategoryShift) | (int)TripMode.Car | DayCode.Errand | DayCode.Brisk, ActivityCategory.Active, DayMode.Car, false, true)]
    public void Of_ACode_SaysTheSameInTheProtocol(int code, ActivityCategory category, DayMode mode, bool leisure, bool errand) =>
        DayStates.Of((byte)code).ShouldBe(StateByte.Pack(category, mode, leisure, errand));
}
