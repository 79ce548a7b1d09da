namespace Simulation.Engine.Health;

/// <summary>
/// Falls of people of 65 and over answer to the kind of a programme, not to a dose of activity: Sherrington 2019 (Cochrane
/// CD012424, 64 trials, rate ratio 0.77, 0.71–0.83).
/// </summary>
public static class Falls
{
    /// <summary>Rate of falls among participants against none.</summary>
    public static double RateRatio(FallsProgramme programme) => programme switch
    {
        FallsProgramme.BalanceAndFunction => 0.76,
        FallsProgramme.BalanceFunctionAndStrength => 0.72,
        FallsProgramme.TaiChi => 0.77,
        FallsProgramme.Mixed => 0.77,
        _ => 1,
    };
}

/// <summary>Kinds of programme for people of 65 and over.</summary>
public enum FallsProgramme
{
    /// <summary>Walking: no effect shown (a range of 0.9–1.1).</summary>
    Walking,

    /// <summary>Balance and functional exercise.</summary>
    BalanceAndFunction,

    /// <summary>The same with resistance.</summary>
    BalanceFunctionAndStrength,

    /// <summary>Tai Chi.</summary>
    TaiChi,

    /// <summary>Any exercise of the trials together.</summary>
    Mixed,
}
