using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;

namespace Simulation.Viewer.Hosting;

/// <summary>The code that guests type, and a brake on guessing it.</summary>
internal sealed class JoinCode
{
    // No letter or digit that reads like another from the back row.
    private const string Alphabet = "ABCDEFGHJKMNPQRTUVWXY346789";
    private const int Length = 6;
    private const int TriesAMinute = 30;
    private readonly Lock gate = new();
    private readonly byte[] expected;
    private long minuteBegan = Stopwatch.GetTimestamp();
    private int tries;

    public JoinCode()
    {
        Text = RandomNumberGenerator.GetString(Alphabet, Length);
        expected = Encoding.UTF8.GetBytes(Text);
    }

    public string Text { get; }

    /// <summary>Whether the code is right; always false after thirty wrong ones in a minute, until the minute is over.</summary>
    public bool Opens(string code)
    {
        lock (gate)
        {
            if (Stopwatch.GetElapsedTime(minuteBegan).TotalMinutes >= 1)
            {
                minuteBegan = Stopwatch.GetTimestamp();
                tries = 0;
            }

            if (tries >= TriesAMinute)
            {
                return false;
            }

            bool right = CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(code.Trim().ToUpperInvariant()), expected);
            tries += right ? 0 : 1;
            return right;
        }
    }
}
