using Simulation.Viewer.Live;
using Simulation.Viewer.Protocol;
using Simulation.Viewer.Recordings;
using Simulation.Viewer.Sources;
using Simulation.Viewer.Stories;

namespace Simulation.Viewer.Hosting;

/// <summary>Shows a run that goes on while it is watched, or the recording of one.</summary>
public sealed class LiveShow : IShow
{
    private readonly ILiveSource source;
    private readonly Audience audience = new();
    private readonly LiveLoop loop;
    private readonly Room room;
    private readonly int opening;
    private readonly Lectern lectern;
    private Recording recording;
    private string session = Hello.NewSession();
    private readonly byte[] positions;
    private readonly byte[] outlines;

    /// <summary>Shows a recording.</summary>
    /// <param name="recording">The recording; owned from now on.</param>
    /// <param name="story">The story to present, or null.</param>
    /// <param name="shelf">Stories to turn to; those that the program brings when null.</param>
    public LiveShow(Recording recording, Story? story = null, StoryShelf? shelf = null)
        : this(new RecordedSource(recording), story, recording, shelf: shelf)
    {
    }

    /// <summary>Starts the run's thread; the warm-up begins at once.</summary>
    /// <param name="source">The run; owned from now on.</param>
    /// <param name="story">The story to present, or null.</param>
    /// <param name="recording">Where its days are kept, owned from now on; a scratch file when null.</param>
    /// <param name="openAt">Day of the horizon that the presenter's page opens on; 0 for the first.</param>
    /// <param name="shelf">Stories to turn to; those that the program brings when null.</param>
    public LiveShow(ILiveSource source, Story? story = null, Recording? recording = null, int openAt = 0, StoryShelf? shelf = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        this.source = source;
        lectern = new Lectern(story, shelf, source.Map.Places);
        positions = MessageWriter.Positions(source.Map);
        outlines = MessageWriter.Outlines(source.Map);
        this.recording = recording ?? Recording.Create(RecordedAbout.Of(source), source.Map);
        room = new Room(audience);
        loop = new LiveLoop(source, audience, this.recording) { Began = Begin };
        opening = openAt;
    }

    /// <inheritdoc/>
    public Story? Story => lectern.Story;

    /// <inheritdoc/>
    public PictureBoard? Pictures { get; private set; }

    /// <summary>Has phones take pictures of the map; to be called before anybody comes, by whoever paints them.</summary>
    public PictureBoard TakePictures() => Pictures ??= new PictureBoard(audience);

    /// <inheritdoc/>
    public Recording? Recording => source.Live ? recording : null;

    async Task IShow.Serve(Connection connection, CancellationToken gone)
    {
        connection.Say(MessageWriter.OfJson(MessageKind.Hello, HelloFor(connection)));
        if (!connection.Pictures)
        {
            connection.Say(outlines);
            connection.Say(positions);
        }

        audience.Join(connection);
        room.Changed();
        loop.Post(() => Welcome(connection));
        await connection.Converse(bytes => Take(connection, bytes), gone);
        audience.Leave(connection);
        room.Leave(connection);
    }

    /// <inheritdoc/>
    public void Invite(IReadOnlyList<string> addresses, string? code) => room.Invite(addresses, code);

    /// <inheritdoc/>
    public void End() => audience.EndAll();

    /// <summary>Stops the run and releases it.</summary>
    public void Dispose()
    {
        audience.EndAll();
        loop.Dispose();
        source.Dispose();
    }

    private void Welcome(Connection connection)
    {
        connection.Say(loop.Welcome());
        connection.Welcomed = true;
        room.Welcome(connection);
        Pictures?.Welcome(connection);
        if (!source.Live && !connection.Guest && !KeptWords.All(recording.Days))
        {
            connection.Say(MessageWriter.OfJson(MessageKind.Notice, new Notice($"This recording has not every day. {KeptWords.Of(recording.Days, source.About.Start)}", false)));
        }
    }

    // Everybody is greeted anew: their pages clear what they know of the run before.
    private void Begin(Recording another)
    {
        recording = another;
        session = Hello.NewSession();
        audience.TellEach(connection => MessageWriter.OfJson(MessageKind.Hello, HelloFor(connection)));
    }

    private void Take(Connection connection, byte[] bytes)
    {
        Command? command = Command.Read(bytes, out string problem);
        if (command is null)
        {
            Refuse(connection, problem);
        }
        else if (connection.Guest && !command.OfGuests)
        {
            Refuse(connection, "You are watching as a guest: the presenter steers the run.");
        }
        else if (command is ReadyCommand)
        {
            connection.Ready();
            loop.Wake();
        }
        else if (command is ArmsCommand wanted)
        {
            connection.Choose(wanted.Arms);
            loop.Wake();
        }
        else if (command is StoryCommand asked)
        {
            if (lectern.Open(asked.Name) is { } words)
            {
                Refuse(connection, words);
            }
            else
            {
                audience.TellEach(each => MessageWriter.OfJson(MessageKind.Hello, HelloFor(each)));
            }
        }
        else if (room.Carry(command, connection))
        {
            if (command is ViewCommand view)
            {
                loop.Topic = view.View.Indicator;
                loop.Post(loop.TellAnswerAnew);
            }
        }
        else
        {
            loop.Post(() => loop.Carry(command, connection.Say));
        }
    }

    private static void Refuse(Connection connection, string words) =>
        connection.Say(MessageWriter.OfJson(MessageKind.Notice, new Notice(words, true)));

    private Hello HelloFor(Connection to) => new(
        Wire.Version, session, source.Live ? ShowMode.Live : ShowMode.Recording, to.Guest, source.About, source.Provenance, source.Days, true, source.Map.Residents, source.Map.Box.Size, source.Map.Box.X, source.Map.Box.Y, source.Map.Places,
        Hello.NeighbourhoodsOf(source.Map), source.Map.Schools, Tallies.Names, HelloIndicator.All, Story, opening,
        Hello.SchoolDaysOf(source.About.Start, source.Days),
        to.Pictures, lectern.NamesFor(to));
}
