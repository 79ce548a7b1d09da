using System.Globalization;
using Simulation.Results.Sentences;
using Simulation.Scene.Composing;
using Simulation.Scene.Maps;
using Simulation.Scene.Painting;
using Simulation.Viewer.Protocol;

namespace Simulation.Viewer.Wall;

/// <summary>Turns a story into the frames of a film: its time is the frame's number, so that a film is the same every time.</summary>
/// <param name="pages">The story's pages.</param>
/// <param name="residents">How many residents there are.</param>
/// <param name="rate">Frames a second.</param>
internal sealed class StoryFilm(StoryPages pages, int residents, int rate)
{
    private const int OpeningSeconds = 4;
    private const double UsualHold = 3.5;
    private const double FadeSeconds = 0.2;
    private const double CutSeconds = 0.4;
    private const double PlaceSeconds = 1.6;
    private const double StreetSeconds = 2.4;
    private const double WayAbout = 1.5;
    private int frames;

    /// <summary>How long it will be, in seconds, from the day shown: the way from step to step is counted as one and a half.</summary>
    public double About
    {
        get
        {
            double seconds = OpeningSeconds;
            int day = Math.Max(1, pages.Day);
            foreach (StoryStep step in pages.Story.Steps)
            {
                int target = pages.DayOf(step);
                seconds += (step.Hold ?? UsualHold) + (step == pages.Story.Steps[0] ? 0 : WayAbout)
                    + (step.Play is { } speed && pages.HasResidents ? Math.Max(0, target - day) / speed : 0);
                day = Math.Max(day, target);
            }

            return seconds;
        }
    }

    /// <summary>Every frame.</summary>
    public IEnumerable<Shot> Shots(CancellationToken cancellation)
    {
        Page? last = null;
        for (int i = 0; i < pages.Story.Steps.Count; i++)
        {
            StoryStep step = pages.Story.Steps[i];
            if (i == 0)
            {
                foreach (Shot shot in Opening())
                {
                    frames++;
                    yield return shot;
                }
            }

            int target = pages.DayOf(step);
            if (step.Play is { } speed && pages.HasResidents)
            {
                foreach (Shot shot in Days(target, speed, i, cancellation))
                {
                    frames++;
                    yield return shot;
                    last = shot.Page;
                }
            }

            pages.GoTo(target, cancellation);
            Page page = pages.PageOf(i);
            foreach (Shot shot in Way(last, page))
            {
                frames++;
                yield return shot;
            }

            int hold = (int)Math.Round((step.Hold ?? UsualHold) * rate);
            for (int f = 0; f < hold; f++)
            {
                frames++;
                yield return new Shot(page);
            }

            last = page;
        }
    }

    private IEnumerable<Shot> Opening()
    {
        string people = residents < 1_000_000
            ? SpokenNumber.Count(residents) + "\u00a0residents"
            : string.Create(CultureInfo.InvariantCulture, $"{residents / 1e6:0.0}\u00a0million residents");
        var page = new LightsPage { Theme = pages.Theme, Camera = Camera.Named("home"), Lit = LitDay.Nobody, LabelsAlpha = 0 };
        LightsPage titled = page with { Sentence = [new(people)], Second = [new(pages.Story.Title)] };
        for (int f = 0; f < OpeningSeconds * rate; f++)
        {
            // Sea and land for a second, then the lights go on; two in a hundred are enough for a step that nobody sees.
            double t = (double)f / rate;
            float level = (float)(Math.Round(Ease((t - 0.6) / 2.4) * 50) / 50);
            float words = (float)Ease((t - 0.8) / 0.6);
            yield return new Shot(titled with { Level = level, WordsAlpha = words, LabelsAlpha = (float)Ease((t - 3) / 0.6) });
        }
    }

    private IEnumerable<Shot> Days(int target, double speed, int index, CancellationToken cancellation)
    {
        int first = Math.Max(1, pages.Day);
        int length = (int)Math.Ceiling((target - first) / speed * rate);
        Page? page = null;
        for (int f = 0; f < length; f++)
        {
            int day = first + (int)((double)f / rate * speed);
            bool moves = day != pages.Day || page is null;
            pages.Step(day, cancellation);
            page = moves ? pages.PlayedPage(index, speed, (double)frames / rate) : page;
            yield return new Shot(page!);
        }
    }

    private IEnumerable<Shot> Way(Page? before, Page to)
    {
        int fade = Math.Max(1, (int)(FadeSeconds * rate));
        if (before is null)
        {
            yield break;
        }

        // One sentence goes before the next comes: no frame says two things.
        for (int f = 0; f < fade; f++)
        {
            yield return new Shot(before with { WordsAlpha = 1 - ((f + 1f) / fade), LabelsAlpha = 1 - ((f + 1f) / fade) });
        }

        bool same = before is LightsPage && to is LightsPage;
        var flight = new Flight(before.Camera, to.Camera);
        if (!flight.Still && same)
        {
            double seconds = to.Camera.PixelsPerKm > 300 || before.Camera.PixelsPerKm > 300 ? StreetSeconds : PlaceSeconds;
            int length = (int)(seconds * rate);
            var lights = (LightsPage)before;
            var goal = (LightsPage)to;
            for (int f = 0; f < length; f++)
            {
                double t = (f + 1.0) / length;
                yield return new Shot((t < 0.5 ? lights : goal) with { Camera = flight.At(t), Place = -1, WordsAlpha = 0, LabelsAlpha = 0, Schools = [], Ways = [], Steps = 0 });
            }

        }
        else
        {
            Page silent = before with { WordsAlpha = 0, LabelsAlpha = 0 };
            Page next = to with { WordsAlpha = 0, LabelsAlpha = 0 };
            int length = Math.Max(1, (int)(CutSeconds * rate));
            for (int f = 0; f < length; f++)
            {
                yield return new Shot(silent, next, (f + 1f) / length);
            }
        }

        for (int f = 0; f < fade; f++)
        {
            yield return new Shot(to with { WordsAlpha = (f + 1f) / fade, LabelsAlpha = (f + 1f) / fade });
        }
    }

    private static double Ease(double t)
    {
        double c = Math.Clamp(t, 0, 1);
        return c * c * (3 - (2 * c));
    }
}
