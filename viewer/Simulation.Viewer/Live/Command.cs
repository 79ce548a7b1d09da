using System.Text.Json;
using System.Text.Json.Serialization;
using Simulation.Viewer.Sources;

namespace Simulation.Viewer.Live;

/// <summary>What a client asks for: one JSON object a text message.</summary>
/// <param name="Do">What to do.</param>
/// <param name="Value">A number, where the command takes one.</param>
/// <param name="Lever">A change, where the command is <c>lever</c>.</param>
public sealed record Command(string Do, double Value, LeverChange? Lever)
{
    /// <summary>Commands that a guest may give: they steer their own picture and nothing else.</summary>
    public static readonly IReadOnlySet<string> OfGuests = new HashSet<string>(StringComparer.Ordinal) { "ready", "arms", "resident" };

    /// <summary>Commands that steer the run.</summary>
    public static readonly IReadOnlySet<string> OfPresenters = new HashSet<string>(StringComparer.Ordinal)
    {
        "play", "reverse", "until", "pause", "step", "speed", "show", "live", "lever", "scenario",
    };

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        MaxDepth = 8,
    };

    /// <summary>Reads a command.</summary>
    /// <param name="text">UTF-8.</param>
    /// <param name="problem">Words when it cannot be read.</param>
    public static Command? Read(ReadOnlySpan<byte> text, out string problem)
    {
        problem = string.Empty;
        try
        {
            Command? command = JsonSerializer.Deserialize<Command>(text, Options);
            if (command?.Do is not null && (OfGuests.Contains(command.Do) || OfPresenters.Contains(command.Do)) && double.IsFinite(command.Value))
            {
                return command;
            }
        }
        catch (JsonException)
        {
        }

        problem = "The page sent a command that this viewer does not know; reload the page so that both are of one version.";
        return null;
    }
}
