
namespace Simulation.Viewer.Protocol;

/// <summary>Figures as columns: a third of the bytes of a list of objects.</summary>
internal sealed class FigureColumns(IReadOnlyList<ArmFigure> rows)
{
    public IEnumerable<int> Arm => rows.Select(r => (int)r.Arm);

    public IEnumerable<string> Date => rows.Select(r => r.Row.Date.ToString("yyyy-MM-dd"));

    public IEnumerable<string> Name => rows.Select(r => r.Row.Name);

    public IEnumerable<string> By => rows.Select(r => r.Row.By);

    public IEnumerable<string> Stratum => rows.Select(r => r.Row.Stratum);

    public IEnumerable<double> Value => rows.Select(r => r.Row.Value);

    public IEnumerable<long> Count => rows.Select(r => r.Row.Count);
}
