using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace Simulation.Viewer.Hosting;

/// <summary>The code that guests type, and a brake on guessing it that slows only whoever guesses.</summary>
internal sealed class JoinCode
{
    // No letter or digit that reads like another from the back row.
    private const string Alphabet = "ABCDEFGHJKMNPQRTUVWXY346789";
    private const int Length = 6;
    private const int TriesAMinute = 10;

    // A room has fewer; beyond it, whoever guessed longest ago is forgotten.
    private const int MostRemembered = 4096;
    private readonly Lock gate = new();
    private readonly byte[] expected;
    private readonly Dictionary<IPAddress, Tries> triesOf = [];

    public JoinCode()
    {
        Text = RandomNumberGenerator.GetString(Alphabet, Length);
        expected = Encoding.UTF8.GetBytes(Text);
    }

    public string Text { get; }

    /// <summary>Whether the code is right; always false for who has given ten wrong ones in a minute, until the minute is over.</summary>
    /// <param name="code">What was typed.</param>
    /// <param name="from">Who typed it.</param>
    public bool Opens(string code, IPAddress from)
    {
        lock (gate)
        {
            bool known = triesOf.TryGetValue(from, out Tries tries);
            if (!known || Stopwatch.GetElapsedTime(tries.Began).TotalMinutes >= 1)
            {
                tries = new Tries(Stopwatch.GetTimestamp(), 0);
            }

            if (tries.Wrong >= TriesAMinute)
            {
                return false;
            }

            // An empty code is a page that has not asked yet.
            bool right = CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(code.Trim().ToUpperInvariant()), expected);
            if (!right && code.Length > 0)
            {
                if (!known && triesOf.Count >= MostRemembered)
                {
                    triesOf.Remove(triesOf.MinBy(entry => entry.Value.Began).Key);
                }

                triesOf[from] = tries with { Wrong = tries.Wrong + 1 };
            }

            return right;
        }
    }

    private readonly record struct Tries(long Began, int Wrong);
}
