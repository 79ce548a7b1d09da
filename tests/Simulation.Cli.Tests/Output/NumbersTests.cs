using Simulation.Cli.Output;
using Simulation.Engine.Observation;

namespace Simulation.Cli.Tests.Output;

public sealed class NumbersTests
{
    [Theory]
    [InlineData(0, "0 pp")]
    [InlineData(0.0123, "+1.23 pp")]
    [InlineData(-0.0123, "-1.23 pp")]
    [InlineData(0.00001, "+0.00 pp")]
    [InlineData(-0.00001, "-0.00 pp")]
    [InlineData(double.NaN, "n/a")]
    public void Points_AnyDifference_HasASignUnlessItIsExactlyZero(double value, string expected) =>
        Numbers.Points(value).ShouldBe(expected);

    [Theory]
    [InlineData(-0.4, "0")]
    [InlineData(0.3, "0")]
    [InlineData(-1.6, "-2")]
    [InlineData(1234, "+1,234")]
    public void SignedCount_LessThanHalfAPerson_IsNobody(double value, string expected) => Numbers.SignedCount(value).ShouldBe(expected);

    [Theory]
    [InlineData("adults_inactive", 0.2714, "27.1 %")]
    [InlineData("mean_minutes_adults", 312.54, "312.5 min")]
    [InlineData("sii_inactive", 0.175, "17.5 pp")]
    [InlineData("gate_cars", 1234.4, "1,234")]
    [InlineData("gate_cars", 41.52, "41.5")]
    [InlineData("adults_inactive", double.NaN, "n/a")]
    public void Value_AnyUnit_IsPrintedWithIt(string name, double value, string expected) =>
        Numbers.Value(Indicator.Find(name), value).ShouldBe(expected);

    [Theory]
    [InlineData(4.25, "4.3 s")]
    [InlineData(65, "65 s")]
    [InlineData(600, "10 min")]
    [InlineData(9000, "2.5 h")]
    public void Time_AnyLength_IsSaidAsPeopleSayIt(double seconds, string expected) => Numbers.Time(seconds).ShouldBe(expected);
}
