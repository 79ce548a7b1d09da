using System.Diagnostics;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Simulation.Cli.Output;

/// <summary>How far work has come: a bar where a person looks, a plain line for every tenth otherwise.</summary>
/// <param name="terminal">Where to show it: always on standard error.</param>
internal sealed class ProgressDisplay(Terminal terminal)
{
    private const int Tenths = 10;

    // A log wants a line for every tenth, but not ten lines a second, nor silence for minutes.
    private static readonly TimeSpan ShortWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongWait = TimeSpan.FromSeconds(15);

    /// <summary>Does work of a known length and shows how far it has come.</summary>
    /// <param name="title">What is done, e.g. <c>Simulating</c>.</param>
    /// <param name="total">Steps of the work.</param>
    /// <param name="unit">Name of the steps, e.g. <c>days</c>.</param>
    /// <param name="residents">What a step counts for in the printed speed.</param>
    /// <param name="work">The work; it reports the steps done.</param>
    public void Show(string title, int total, string unit, int residents, Action<Action<int>> work)
    {
        unit = total == 1 ? unit.TrimEnd('s') : unit;
        if (terminal.ErrorIsSeen)
        {
            ShowBar(title, total, unit, residents, work);
        }
        else
        {
            ShowLines(title, total, unit, residents, work);
        }
    }

    private void ShowBar(string title, int total, string unit, int residents, Action<Action<int>> work) =>
        terminal.Error.Progress()
            .AutoClear(true)
            .Columns(
                new TaskDescriptionColumn { Alignment = Justify.Left },
                new ProgressBarColumn { Width = 18 },
                new StepsColumn(unit),
                new SpeedColumn(residents))
            .Start(context =>
            {
                ProgressTask task = context.AddTask(Markup.Escape(title), maxValue: total);
                work(done => task.Value = done);
            });

    private void ShowLines(string title, int total, string unit, int residents, Action<Action<int>> work)
    {
        terminal.Say($"{title} {total:N0} {unit}");
        Stopwatch watch = Stopwatch.StartNew();
        TimeSpan printed = TimeSpan.Zero;
        int tenth = 0;
        work(done =>
        {
            int tenths = (int)((long)done * Tenths / Math.Max(1, total));
            TimeSpan waited = watch.Elapsed - printed;
            if (done == total || waited >= LongWait || (tenths > tenth && waited >= ShortWait))
            {
                tenth = tenths;
                printed = watch.Elapsed;
                terminal.Say($"{title}: {done:N0} of {total:N0} {unit}{Speed(done, total, residents, watch.Elapsed.TotalSeconds)}");
            }
        });
    }

    private static string Speed(double done, double total, int residents, double seconds)
    {
        if (done <= 0 || seconds <= 0)
        {
            return string.Empty;
        }

        string left = done < total ? $", {Numbers.Time(seconds / done * (total - done))} left" : $", {Numbers.Time(seconds)}";
        return $", {Numbers.Fixed(done * residents / seconds / 1e6, 1)} M resident-days/s{left}";
    }

    /// <summary>"123/365 days".</summary>
    private sealed class StepsColumn(string unit) : ProgressColumn
    {
        public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) =>
            new Text($"{task.Value:0}/{task.MaxValue:0} {unit}");
    }

    /// <summary>"92.1 M resident-days/s, 4 s left".</summary>
    private sealed class SpeedColumn(int residents) : ProgressColumn
    {
        public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) =>
            new Text(Speed(task.Value, task.MaxValue, residents, task.ElapsedTime?.TotalSeconds ?? 0).TrimStart(',', ' '));
    }
}
