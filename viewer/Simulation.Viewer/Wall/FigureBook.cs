using System.Buffers.Binary;
using System.Text;
using System.Text.Json;
using Simulation.Viewer.Protocol;

namespace Simulation.Viewer.Wall;

/// <summary>Weekly figures, of which the wall draws curves and colours neighbourhoods.</summary>
/// <param name="start">Date of day 1.</param>
/// <param name="codes">Codes of the neighbourhoods, in order.</param>
internal sealed class FigureBook(DateOnly start, IReadOnlyList<string> codes)
{
    /// <summary>Stratification by neighbourhood.</summary>
    public const string Neighbourhood = "neighbourhood";

    private static readonly string[] OnTheMap = ["school_walk", "school_cycle", "adults_inactive", "active_travel_weekly"];
    private readonly Dictionary<(Arm Arm, string Name, string By, string Stratum), List<WeekFigure>> series = [];

    // A connection learns on its own thread while the wall asks.
    private readonly Lock gate = new();

    /// <summary>Keeps a figure.</summary>
    public void Add(ArmFigure figure)
    {
        if (figure.Row.By != Neighbourhood || OnTheMap.Contains(figure.Row.Name))
        {
            Add(figure.Arm, figure.Row.Name, figure.Row.By, figure.Row.Stratum, figure.Row.Date.DayNumber - start.DayNumber + 1, figure.Row.Value, figure.Row.Count);
        }
    }

    /// <summary>Keeps what a message of the frame protocol tells, where it tells figures.</summary>
    public void Add(ReadOnlySpan<byte> message)
    {
        switch ((MessageKind)message[3])
        {
            case MessageKind.Figures:
                AddColumns(message[Wire.HeaderBytes..]);
                break;
            case MessageKind.NeighbourhoodWeek:
                AddWeek(message);
                break;
        }
    }

    /// <summary>Weeks of one figure up to a day, in which there was something to count.</summary>
    public IReadOnlyList<WeekFigure> Of(Arm arm, string name, string by, string stratum, int lastDay)
    {
        lock (gate)
        {
            return series.TryGetValue((arm, name, by, stratum), out List<WeekFigure>? weeks)
                ? [.. weeks.Where(w => w.Day <= lastDay && w.Count > 0 && !double.IsNaN(w.Value))]
                : [];
        }
    }

    /// <summary>Mean of the last weeks up to a day in which there was something to count, weighted by what each rests on; NaN without any.</summary>
    /// <param name="arm">With or without the plan.</param>
    /// <param name="name">The indicator.</param>
    /// <param name="by">Stratification.</param>
    /// <param name="stratum">Stratum.</param>
    /// <param name="lastDay">Last day.</param>
    /// <param name="weeks">How many weeks.</param>
    public double Mean(Arm arm, string name, string by, string stratum, int lastDay, int weeks)
    {
        IReadOnlyList<WeekFigure> all = Of(arm, name, by, stratum, lastDay);
        WeekFigure[] last = [.. all.Skip(Math.Max(0, all.Count - weeks))];
        double rests = last.Sum(w => w.Count);
        return rests > 0 ? last.Sum(w => w.Value * w.Count) / rests : double.NaN;
    }

    private void Add(Arm arm, string name, string by, string stratum, int day, double value, double count)
    {
        lock (gate)
        {
            if (!series.TryGetValue((arm, name, by, stratum), out List<WeekFigure>? weeks))
            {
                series.Add((arm, name, by, stratum), weeks = []);
            }

            // A client that joins twice hears the same week twice.
            int at = weeks.FindLastIndex(w => w.Day <= day);
            if (at >= 0 && weeks[at].Day == day)
            {
                weeks[at] = new WeekFigure(day, value, count);
            }
            else
            {
                weeks.Insert(at + 1, new WeekFigure(day, value, count));
            }
        }
    }

    private void AddColumns(ReadOnlySpan<byte> json)
    {
        JsonElement columns = JsonSerializer.Deserialize<JsonElement>(json);
        JsonElement[] Column(string name) => [.. columns.GetProperty(name).EnumerateArray()];
        (JsonElement[] arm, JsonElement[] date, JsonElement[] name, JsonElement[] by, JsonElement[] stratum, JsonElement[] value, JsonElement[] count) =
            (Column("arm"), Column("date"), Column("name"), Column("by"), Column("stratum"), Column("value"), Column("count"));
        for (int i = 0; i < arm.Length; i++)
        {
            int day = DateOnly.Parse(date[i].GetString()!, System.Globalization.CultureInfo.InvariantCulture).DayNumber - start.DayNumber + 1;
            Add(
                (Arm)arm[i].GetInt32(), name[i].GetString()!, by[i].GetString()!, stratum[i].GetString()!, day,
                value[i].ValueKind == JsonValueKind.Number ? value[i].GetDouble() : double.NaN, count[i].GetDouble());
        }
    }

    private void AddWeek(ReadOnlySpan<byte> message)
    {
        int day = BinaryPrimitives.ReadInt32LittleEndian(message[4..]);
        int nameLength = message[9];
        int neighbourhoods = BinaryPrimitives.ReadUInt16LittleEndian(message[10..]);
        string name = Encoding.ASCII.GetString(message.Slice(12, nameLength)).TrimEnd();
        ReadOnlySpan<byte> values = message[(12 + nameLength)..];
        ReadOnlySpan<byte> counts = values[(4 * neighbourhoods)..];
        for (int n = 0; n < Math.Min(neighbourhoods, codes.Count); n++)
        {
            Add(
                (Arm)message[8], name, Neighbourhood, codes[n], day,
                BinaryPrimitives.ReadSingleLittleEndian(values[(4 * n)..]), BinaryPrimitives.ReadSingleLittleEndian(counts[(4 * n)..]));
        }
    }
}

/// <summary>One week of a figure.</summary>
/// <param name="Day">Day of the horizon on which it ended.</param>
/// <param name="Value">Value.</param>
/// <param name="Count">What it rests on.</param>
internal readonly record struct WeekFigure(int Day, double Value, double Count);
