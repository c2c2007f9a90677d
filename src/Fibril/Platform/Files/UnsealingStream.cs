namespace Fibril.Platform.Files;

/// <summary>Reads an encrypted file chunk by chunk; nothing of a chunk is given out before all of it was verified.</summary>
internal sealed class UnsealingStream(Stream file, byte[] key, Guid clinic, byte part) : Stream
{
    private byte[] plain = [];
    private int at;
    private int number;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (at == plain.Length && (number == 0 || file.Position < file.Length))
        {
            var sealedChunk = new byte[Math.Min(SealedBytes.ChunkSize + SealedBytes.TagSize, file.Length - file.Position)];
            await file.ReadExactlyAsync(sealedChunk, cancellationToken);
            plain = SealedBytes.DecryptChunk(sealedChunk, key, clinic, part, number++, file.Position == file.Length);
            at = 0;
        }

        var count = Math.Min(buffer.Length, plain.Length - at);
        plain.AsMemory(at, count).CopyTo(buffer);
        at += count;
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => ReadAsync(buffer, offset, count, CancellationToken.None).GetAwaiter().GetResult();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            file.Dispose();
        }

        base.Dispose(disposing);
    }
}
