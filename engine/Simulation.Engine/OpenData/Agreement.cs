using System.Globalization;

namespace Simulation.Engine.OpenData;

/// <summary>
/// Sets a figure of one file beside what another file says of the same: a difference that their dates and methods explain
/// passes, a larger one is a warning, a gross one an error. Both name both figures.
/// </summary>
/// <param name="errors">Takes errors and warnings.</param>
internal sealed class Agreement(ErrorLog errors)
{
    /// <summary>Counts: the bounds are relative, and small numbers have some room besides, because published counts are perturbed one by one.</summary>
    /// <param name="subject">What is counted, and where: <c>residents of Halton (E06000006)</c>.</param>
    /// <param name="here">The figure of the file that is named as the place of the fault.</param>
    /// <param name="there">The figure that it is set beside.</param>
    /// <param name="warn">Relative difference from which on a warning is due.</param>
    /// <param name="refuse">Relative difference from which on the files cannot both be right.</param>
    /// <param name="advice">What the cause may be, and what to do; empty for "correct the one that is wrong".</param>
    public void Counts(string subject, FileFigure here, FileFigure there, double warn, double refuse, string advice = "")
    {
        var difference = Math.Abs(here.Value - there.Value) - 10 - (3 * Math.Sqrt(Math.Max(0, there.Value)));
        Note(difference > refuse * there.Value, difference > warn * there.Value, here, $"{subject}: {Count(here.Value)} here, {Count(there.Value)} in {there.File}{Of(there)}", advice);
    }

    /// <summary>Shares in per cent; the bounds are points.</summary>
    /// <inheritdoc cref="Counts"/>
    public void Shares(string subject, FileFigure here, FileFigure there, double warn, double refuse, string advice = "")
    {
        var difference = Math.Abs(here.Value - there.Value);
        if (difference > warn && Scale(here.Value, there.Value) is { } scale)
        {
            advice = scale;
        }

        Note(difference > refuse, difference > warn, here, $"{subject}: {Share(here.Value)} here, {Share(there.Value)} in {there.File}{Of(there)}", advice);
    }

    /// <summary>Notes what was found: an error when <paramref name="refused"/>, else a warning when <paramref name="warned"/>.</summary>
    public void Note(bool refused, bool warned, FileFigure at, string found, string advice = "")
    {
        if (refused)
        {
            errors.Add(at.Path, at.Line, at.Column, $"{found}; that cannot be right: {(advice.Length > 0 ? advice : "correct the one that is wrong")}.");
        }
        else if (warned)
        {
            errors.Warn(at.Path, at.Line, at.Column, $"{found}; that is unusual: {(advice.Length > 0 ? advice : "one of the two may be wrong")}.");
        }
    }

    /// <summary>The first few of many, for a message.</summary>
    public static string Examples<T>(IReadOnlyCollection<T> all, Func<T, string> text) =>
        string.Join(", ", all.Take(3).Select(text)) + (all.Count > 3 ? $" and {all.Count - 3} more" : string.Empty);

    private static string? Scale(double here, double there) =>
        there > 2 && here < there / 20 ? "the column seems to hold shares (0 to 1) where per cent (0 to 100) are expected"
        : here > 2 && there < here / 20 ? "the other file seems to hold shares (0 to 1) where per cent (0 to 100) are expected"
        : null;

    private static string Of(FileFigure figure) => figure.Column.Length > 0 ? $" ({figure.Column})" : string.Empty;

    private static string Count(double value) => value.ToString("N0", CultureInfo.InvariantCulture);

    private static string Share(double value) => value.ToString(Math.Abs(value) < 1 ? "0.##" : "0.#", CultureInfo.InvariantCulture) + " %";
}

/// <summary>A figure and where it stands.</summary>
/// <param name="Path">Path of the file.</param>
/// <param name="Column">Column.</param>
/// <param name="Value">The figure.</param>
/// <param name="Line">Line, or 0 when several rows were added up.</param>
internal readonly record struct FileFigure(string Path, string Column, double Value, int Line = 0)
{
    /// <summary>Name of the file without its folder.</summary>
    public string File => System.IO.Path.GetFileName(Path);
}
