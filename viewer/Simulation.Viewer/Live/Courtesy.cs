using System.ComponentModel;
using System.Diagnostics;

namespace Simulation.Viewer.Live;

/// <summary>Gives way to the rest of the machine.</summary>
internal static class Courtesy
{
    /// <summary>
    /// Lets everything of usual priority go first: days take all processors that are free, and the browser that shows them, on the
    /// same machine, is not kept waiting. On Linux it holds for threads that this one starts from now on, so it comes first.
    /// </summary>
    public static void GiveWay()
    {
        try
        {
            using Process self = Process.GetCurrentProcess();
            self.PriorityClass = ProcessPriorityClass.BelowNormal;
        }
        catch (Exception e) when (e is Win32Exception or PlatformNotSupportedException)
        {
            // Then days and pictures share as they can.
        }
    }
}
