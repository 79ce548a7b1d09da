using Simulation.Engine.Files;

namespace Simulation.Cli.Output;

/// <summary>
/// Standard output or standard error, which may be closed from the start, end while it is written to, or lie on a full disk.
/// What is said about the work may be lost; a result may not.
/// </summary>
internal sealed class StandardStream : Stream
{
    private readonly Stream? inner;
    private readonly bool mayBeLost;

    /// <summary>Opens the stream.</summary>
    /// <param name="open">Opens it.</param>
    /// <param name="mayBeLost">Whether what cannot be written is passed over.</param>
    public StandardStream(Func<Stream> open, bool mayBeLost)
    {
        this.mayBeLost = mayBeLost;
        try
        {
            inner = open();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ObjectDisposedException)
        {
            inner = null;
        }
    }

    /// <inheritdoc/>
    public override bool CanRead => false;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => true;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <inheritdoc/>
    public override void Flush() => inner?.Flush();

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (inner is null)
        {
            Lose(new OutputLostException("standard output is closed; open it, or let it go to a file.", ended: false));
            return;
        }

        try
        {
            inner.Write(buffer);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The number of a broken pipe, the same on every Unix; Windows has two.
            bool ended = error.HResult is 32 || (error.HResult & 0xFFFF) is 109 or 232;
            Lose(new OutputLostException(ended ? "whoever read the output has ended." : $"standard output cannot be written: {FileFault.Printing(error)}", ended));
        }
    }

    private void Lose(OutputLostException lost)
    {
        if (!mayBeLost)
        {
            throw lost;
        }
    }
}

/// <summary>A result that could not be printed.</summary>
/// <param name="message">Why, and what to do.</param>
/// <param name="ended">Whether its reader has simply had enough, as <c>head</c> has.</param>
internal sealed class OutputLostException(string message, bool ended) : Exception(message)
{
    /// <summary>Whether its reader has simply had enough.</summary>
    public bool Ended { get; } = ended;
}
