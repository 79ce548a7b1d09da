using System.Collections.Concurrent;
using System.Diagnostics;
using Simulation.Scene.Composing;
using Simulation.Scene.Look;
using Simulation.Scene.Maps;
using Simulation.Scene.Painting;
using Simulation.Viewer.Protocol;
using Simulation.Window;

namespace Simulation.Viewer.Wall;

/// <summary>Plays a story, or the days of a run, for the wall: on a thread of its own, so that the window never waits.</summary>
internal sealed class WallShow : IWallShow, IDisposable
{
    private static readonly TimeSpan JoinShown = TimeSpan.FromSeconds(20);
    private const double UsualSpeed = 7;
    private readonly IWallSource source;
    private readonly StoryPages pages;
    private readonly Story story;
    private readonly string join;
    private readonly BlockingCollection<WallKey> keys = [];
    private readonly CancellationTokenSource ending;
    private readonly Thread thread;
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private volatile Page page;
    private TimeSpan joinUntil;
    private bool dark;
    private int step;

    /// <summary>Begins.</summary>
    /// <param name="source">Where days come from; owned by whoever made it.</param>
    /// <param name="scene">Its map.</param>
    /// <param name="theme">Dark or light.</param>
    /// <param name="story">The story.</param>
    /// <param name="join">Address and code for phones; empty for none.</param>
    /// <param name="cancellation">Ends it.</param>
    public WallShow(IWallSource source, SceneMap scene, Theme theme, Story story, string join, CancellationToken cancellation)
    {
        (this.source, this.story, this.join) = (source, story, join);
        ending = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        page = new LightsPage
        {
            Camera = Camera.Named("home"),
            Lit = LitDay.Nobody,
            Sentence = [new(story.Title)],
            Second = [new("The days before the first are being lived.")],
        };
        pages = new StoryPages(source, scene, theme, story, new Said(this));
        thread = new Thread(Play) { IsBackground = true, Name = "wall" };
        thread.Start();
    }

    /// <inheritdoc/>
    public Page Page => page;

    /// <inheritdoc/>
    public void Press(WallKey key) => keys.Add(key);

    /// <inheritdoc/>
    public void Dispose()
    {
        ending.Cancel();
        thread.Join();
        ending.Dispose();
        keys.Dispose();
    }

    private void Play()
    {
        try
        {
            GoToStep(0);
            while (!ending.IsCancellationRequested)
            {
                Wait();
            }
        }
        catch (OperationCanceledException)
        {
            // The window was closed.
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // The last picture stays, and words say why nothing moves.
            Show(page with { Trouble = $"The run has stopped: {e.Message} What is shown is the last day that was lived." });
        }
    }

    private void Wait()
    {
        TimeSpan patience = joinUntil > clock.Elapsed ? joinUntil - clock.Elapsed : Timeout.InfiniteTimeSpan;
        if (source.Follows)
        {
            patience = TimeSpan.FromMilliseconds(30);
        }

        if (keys.TryTake(out WallKey key, (int)patience.TotalMilliseconds, ending.Token))
        {
            Act(key);
        }
        else if (source.Follows)
        {
            if (pages.Follow(ending.Token) || page.Trouble != source.Trouble)
            {
                Show(pages.PageOf(step));
            }
        }
        else
        {
            Show(page);
        }
    }

    private void Act(WallKey key)
    {
        switch (key)
        {
            case WallKey.Next when step < story.Steps.Count - 1:
                GoToStep(step + 1);
                break;
            case WallKey.Back when step > 0:
                GoToStep(step - 1);
                break;
            case WallKey.Play:
                Days(source.Days, UsualSpeed);
                break;
            case WallKey.Dark:
                dark = !dark;
                Show(page);
                break;
            case WallKey.Join when join.Length > 0:
                joinUntil = clock.Elapsed + JoinShown;
                Show(page);
                break;
        }
    }

    private void GoToStep(int index)
    {
        step = index;
        StoryStep to = story.Steps[index];
        int target = pages.DayOf(to);
        if (to.Play is { } speed && source.HasResidents && target > source.Day)
        {
            pages.GoTo(Math.Max(1, source.Day), ending.Token);
            Show(pages.PageOf(index));
            Days(target, speed);
        }
        else
        {
            pages.GoTo(target, ending.Token);
        }

        Show(pages.PageOf(index));
    }

    // Until the day, or until somebody presses a key.
    private void Days(int target, double speed)
    {
        TimeSpan due = clock.Elapsed;
        while (source.Day < target && keys.Count == 0)
        {
            ending.Token.ThrowIfCancellationRequested();
            int before = source.Day;
            pages.Step(before + 1, ending.Token);
            if (source.Day == before)
            {
                break;
            }

            Show(pages.PlayedPage(step, speed));
            due += TimeSpan.FromSeconds(1 / speed);
            TimeSpan early = due - clock.Elapsed;
            if (early > TimeSpan.Zero)
            {
                ending.Token.WaitHandle.WaitOne(early);
            }
            else
            {
                due = clock.Elapsed;
            }
        }

        if (keys.TryTake(out WallKey key) && key != WallKey.Play)
        {
            Act(key);
        }

        Show(pages.PageOf(step));
    }

    private void Show(Page next)
    {
        page = next with { Dark = dark ? 1 : 0, Join = joinUntil > clock.Elapsed ? join : string.Empty, Trouble = source.Trouble.Length > 0 ? source.Trouble : next.Trouble };
        WallWindow.Wake();
    }

    private sealed class Said(WallShow show) : IProgress<double>
    {
        private int told = -1;

        public void Report(double value)
        {
            int twentieth = (int)(value * 20);
            if (twentieth > told)
            {
                told = twentieth;
                show.Show(show.page with { Second = [new($"The days before the first are being lived: {5 * twentieth}\u00a0of 100.")] });
            }
        }
    }
}
