using System.Diagnostics;
using System.Globalization;
using Simulation.Benchmarks.Whole;
using Simulation.Populations;
using Simulation.Scenarios;
using Simulation.Scenarios.Reading;
using Simulation.Viewer.Hosting;
using Simulation.Viewer.Live;
using Simulation.Viewer.Sources;
using Simulation.Viewer.Wall;

namespace Simulation.Benchmarks;

/// <summary>
/// What a room full of phones costs the presenter: a live run and its twin play as fast as they go, the presenter's page watches in a
/// browser, and for the middle of three stretches of time a hundred guests watch too, each over a socket of its own, taking pictures
/// of the map as a phone does.
/// </summary>
internal static class RoomLoad
{
    private const string Scenario = "school-run-together";

    // The longest that a scenario may be.
    private const int Years = 30;

    /// <summary>Runs the measurement.</summary>
    /// <param name="settings">Residents and open data; days are not asked for.</param>
    /// <param name="guests">Guests.</param>
    /// <param name="minutes">Minutes of the stretch with guests; those before and after take a tenth of it each.</param>
    public static async Task<int> MeasureAsync(Settings settings, int guests, double minutes)
    {
        Console.WriteLine($"{Machine.Describe()}; {Scenario} and its twin, {settings.Residents:N0} residents, {guests} guests for {minutes:0.#} minutes");
        await using BrowserClient page = await BrowserClient.StartAsync();
        Courtesy.GiveWay();
        OpenPopulation open = PopulationProvider.Open(
            new PopulationRequest(settings.Data, null, settings.Residents), Environment.ProcessorCount, Console.Error.WriteLine, CancellationToken.None);
        Scenario scenario = ScenarioReader.Read(Scenario, [$"horizon={{ start: 2026-09-01, years: {Years} }}"]).Scenario!;
        var source = new ModelSource(open.Population, scenario, 1, Environment.ProcessorCount);
        var show = new LiveShow(source);
        PictureBoard board = show.TakePictures();
        await using ViewerServer server = await ViewerServer.StartAsync(show, 0, share: false);
        using var pictures = new PhonePictures(
            (rest, stop) => new ClientWallSource(server.Address.ToString(), stop, rest), () => board.Wanted, webp => board.Show(webp), CancellationToken.None);
        await page.OpenAsync(server.Address);
        await page.PlayAsync();
        TimeSpan alone = TimeSpan.FromMinutes(minutes / 10);
        await StretchAsync("without guests", source, page, alone);
        var room = new List<GuestClient>();
        try
        {
            for (int i = 0; i < guests; i++)
            {
                room.Add(await GuestClient.ConnectAsync(server.Address));
            }

            await StretchAsync($"with {guests} guests", source, page, TimeSpan.FromMinutes(minutes), room);
        }
        finally
        {
            room.ForEach(guest => guest.Dispose());
        }

        await StretchAsync("without guests", source, page, alone);
        return 0;
    }

    private static async Task StretchAsync(string who, ModelSource source, BrowserClient page, TimeSpan length, List<GuestClient>? room = null)
    {
        using Process process = Process.GetCurrentProcess();
        int days = source.DaysDone;
        long taken = room?.Sum(guest => guest.Bytes) ?? 0;
        int shown = room?.Sum(guest => guest.Pictures) ?? 0;
        var memory = new List<string>();
        string described = string.Empty;
        Stopwatch watch = Stopwatch.StartNew();
        await page.BeginAsync();
        const int Looks = 5;
        for (int look = 1; look <= Looks; look++)
        {
            TimeSpan left = (length * look / Looks) - watch.Elapsed;
            await Task.Delay(left > TimeSpan.Zero ? left : TimeSpan.Zero);
            process.Refresh();
            memory.Add(string.Create(CultureInfo.InvariantCulture, $"{process.WorkingSet64 / 1e6:0}"));
        }

        double seconds = watch.Elapsed.TotalSeconds;
        described = await page.DescribeAsync(seconds);
        Console.WriteLine($"{who}, {seconds:0} s: {(source.DaysDone - days) / seconds:0.0} days/s; presenter {described}; host {string.Join(", ", memory)} MB");
        if (room is { Count: > 0 })
        {
            double each = (room.Sum(guest => guest.Pictures) - shown) / seconds / room.Count;
            Console.WriteLine($"  guests: {each:0.00} pictures a second each, {(room.Sum(guest => guest.Bytes) - taken) / seconds / 1e6:0.0} MB a second in all, {room.Count(guest => guest.Failed)} let go");
        }
    }
}
