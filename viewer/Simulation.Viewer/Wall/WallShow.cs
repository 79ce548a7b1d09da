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
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(30);
    private const double UsualSpeed = 7;
    private readonly IWallSource source;
    private readonly StoryPages pages;
    private readonly bool ownStory;
    private Story story;
    private readonly string join;
    private readonly BlockingCollection<WallKey> keys = [];
    private readonly CancellationTokenSource ending;
    private readonly Thread thread;
    private readonly Stopwatch clock = Stopwatch.StartNew();

    // What somebody presses and what the simulation shows meet here: darkness never waits for a day that is being lived.
    private readonly Lock gate = new();
    private volatile Page page;
    private WallView? followed;
    private TimeSpan joinUntil;
    private bool dark;
    private Theme theme;
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
        (this.source, this.story, this.join, this.theme) = (source, story, join, theme);
        ownStory = source.Story is { } presented && presented != story;
        ending = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        page = new LightsPage
        {
            Theme = theme,
            Camera = Camera.Named("home"),
            Lit = LitDay.Nobody,
            Sentence = [new(story.Title)],
            Second = source.Follows ? [] : [new("The days before the first are being lived.")],
        };
        pages = new StoryPages(source, scene, theme, story, new Said(this));
        thread = new Thread(Play) { IsBackground = true, Name = "wall" };
        thread.Start();
    }

    /// <inheritdoc/>
    public Page Page => page;

    /// <inheritdoc/>
    public void Press(WallKey key)
    {
        switch (key)
        {
            case WallKey.Dark:
                dark = !dark;
                break;
            case WallKey.Join when join.Length > 0:
                joinUntil = clock.Elapsed + JoinShown;
                break;
            case WallKey.Theme:
                // Other colours on the same day: the map is made anew where it may, the rest at once.
                theme = theme == Theme.Dark ? Theme.Light : Theme.Dark;
                keys.Add(key);
                break;
            default:
                keys.Add(key);
                return;
        }

        Show(page);
    }

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
            Try(() => GoToStep(0));
            while (!ending.IsCancellationRequested)
            {
                Try(Wait);
            }
        }
        catch (OperationCanceledException)
        {
            // The window was closed.
        }
    }

    // Whatever fails, the last picture stays, words say why, and another step can be asked for.
    private void Try(Action what)
    {
        try
        {
            what();
        }
        catch (Exception e) when (e is not (OperationCanceledException or OutOfMemoryException))
        {
            Show(page with { Trouble = $"This cannot be shown: {e.Message.TrimEnd('.')}. What is on the wall is the last day that could be." });
        }
    }

    private void Wait()
    {
        TimeSpan patience = source.Follows ? LookAgain : joinUntil > clock.Elapsed ? joinUntil - clock.Elapsed : Timeout.InfiniteTimeSpan;
        if (keys.TryTake(out WallKey key, (int)patience.TotalMilliseconds, ending.Token))
        {
            Act(key);
        }
        else if (source.Follows)
        {
            Follow();
        }
        else
        {
            Show(page);
        }
    }

    // One clock, one camera: whoever steers says the day, the view, the step and where the camera stands.
    private void Follow()
    {
        if (!ownStory && source.Story is { } presented && presented != story)
        {
            story = presented;
            pages.Turn(presented);
            followed = null;
        }

        bool another = pages.Follow(ending.Token);
        WallView? steered = source.Steered;
        if (steered is not null && (another || steered != followed))
        {
            followed = steered;
            Page now = pages.PageOf(steered);
            theme = pages.Theme;
            dark = steered.Dark;
            Show(now);
        }
        else if (another || page.Trouble != source.Trouble || page.Join.Length > 0)
        {
            Show(another ? pages.PageOf(step) : page);
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
            case WallKey.Theme:
                pages.Theme = theme;
                Show(pages.PageOf(step));
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

        Show(pages.PageOf(step));
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

            Show(pages.PlayedPage(step, speed, clock.Elapsed.TotalSeconds));
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
        lock (gate)
        {
            page = next with
            {
                Theme = theme,
                Dark = dark ? 1 : 0,
                Join = joinUntil > clock.Elapsed ? join : string.Empty,
                Trouble = source.Trouble.Length > 0 ? source.Trouble : source.Follows ? string.Empty : next.Trouble,
            };
        }

        WallWindow.Wake();
    }

    private sealed class Said(WallShow show) : IProgress<Living>
    {
        private int told = -1;

        public void Report(Living value)
        {
            int twentieth = (value.Before ? 0 : 100) + (int)(value.Share * 20);
            if (twentieth > told)
            {
                told = value is { Before: false, Share: >= 1 } ? -1 : twentieth;
                string words = value.Before ? "The days before the first are being lived" : "Days are being lived";
                show.Show(show.page with { Second = [new($"{words}: {5 * (twentieth % 100)}\u00a0of 100.")] });
            }
        }
    }
}
