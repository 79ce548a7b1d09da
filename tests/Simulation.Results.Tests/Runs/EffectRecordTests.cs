using Simulation.Engine.Interventions;
using Simulation.Results.Runs;

namespace Simulation.Results.Tests.Runs;

public sealed class EffectRecordTests
{
    [Fact]
    public void Of_OtherSourceSameEffect_HasTheSameFingerprint() =>
        EffectRecord.Of(Example.Effect("a[1]")).Fingerprint.ShouldBe(EffectRecord.Of(Example.Effect("b[7]")).Fingerprint);

    [Fact]
    public void Of_OneAmountForAllOrOneARow_HasTheSameFingerprint()
    {
        Effect one = Example.Effect();
        Effect each = new()
        {
            Source = one.Source,
            Lever = one.Lever,
            Rows = one.Rows,
            Amounts = [-0.5f, -0.5f],
            Starts = [one.Starts[0], one.Starts[0]],
        };

        EffectRecord.Of(each).ShouldBe(EffectRecord.Of(one));
    }

    [Fact]
    public void Of_AnotherAmountOrRow_HasAnotherFingerprint()
    {
        string[] prints =
        [
            EffectRecord.Of(Example.Effect()).Fingerprint,
            EffectRecord.Of(Example.Effect(amount: -0.4f)).Fingerprint,
            EffectRecord.Of(Example.Effect(rows: [0, 2])).Fingerprint,
        ];

        prints.Distinct().Count().ShouldBe(3);
    }
}
