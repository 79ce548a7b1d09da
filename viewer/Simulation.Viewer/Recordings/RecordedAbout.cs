using System.Text.Json;
using Simulation.Viewer.Protocol;
using Simulation.Viewer.Sources;

namespace Simulation.Viewer.Recordings;

/// <summary>What a recording is of: its first chunk.</summary>
/// <param name="About">The scenario.</param>
/// <param name="Days">Days of the horizon.</param>
/// <param name="Provenance">Where the days came from.</param>
/// <param name="Recorded">Day on which the recording began.</param>
/// <param name="Box">Area that positions lie in.</param>
/// <param name="Places">Places.</param>
/// <param name="Neighbourhoods">Neighbourhoods, in order.</param>
/// <param name="Schools">Schools.</param>
public sealed record RecordedAbout(
    ViewAbout About,
    int Days,
    Provenance Provenance,
    DateOnly Recorded,
    ViewBox Box,
    string[] Places,
    IReadOnlyList<HelloNeighbourhood> Neighbourhoods,
    IReadOnlyList<ViewSchool> Schools)
{
    private const int MostInANeighbourhood = ushort.MaxValue;

    /// <summary>What a live run is.</summary>
    public static RecordedAbout Of(ILiveSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        ViewMap map = source.Map;
        return new RecordedAbout(
            source.About, source.Days, source.Provenance, DateOnly.FromDateTime(DateTime.Today), map.Box, map.Places, Hello.NeighbourhoodsOf(map), map.Schools);
    }

    /// <summary>The chunk's body.</summary>
    internal byte[] Pack() => DayCoder.Pack(JsonSerializer.SerializeToUtf8Bytes(this, JsonSerializerOptions.Web));

    /// <summary>Reads the chunk's body.</summary>
    /// <exception cref="RecordingException">It cannot be shown.</exception>
    internal static RecordedAbout Unpack(byte[] body)
    {
        RecordedAbout? about;
        try
        {
            about = JsonSerializer.Deserialize<RecordedAbout>(DayCoder.Unpack(body, RecordingFormat.MaxBody), JsonSerializerOptions.Web);
        }
        catch (JsonException e)
        {
            throw new RecordingException("what it says of itself cannot be read", e);
        }

        if (about is null or { About: null } or { Provenance: null } or { Box: null } or { Places: null } or { Neighbourhoods: null } or { Schools: null }
            || about.Days < 1 || !(about.Box.Size > 0) || about.Neighbourhoods.Count is 0 or > ushort.MaxValue
            || about.Neighbourhoods.Any(n => n is null || n.Residents is < 0 or > MostInANeighbourhood || n.Place < 0 || n.Place >= about.Places.Length || n.Decile is < 1 or > 10))
        {
            throw new RecordingException("what it says of itself does not fit together");
        }

        long residents = about.Neighbourhoods.Sum(n => (long)n.Residents);
        return residents is > 0 and <= RecordingFormat.MaxResidents
            ? about
            : throw new RecordingException($"it has {residents:N0} residents, and the viewer shows up to {RecordingFormat.MaxResidents:N0}");
    }
}
