using System.Diagnostics;

namespace Hornet.Conformance;

/// <summary>A worker, from the side of the process that started it.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private const int MostErrorLines = 12;

    private readonly Process _process;
    private readonly Queue<string> _errors = [];

    /// <param name="command">What to run; it must take requests and give replies as <see cref="Worker"/> does.</param>
    public WorkerProcess(ProcessStartInfo command)
    {
        (command.RedirectStandardInput, command.RedirectStandardOutput) = (true, true);
        command.RedirectStandardError = true;
        _process = Process.Start(command)!;
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.BeginErrorReadLine();
    }

    /// <summary>Whether it did not reply in time.</summary>
    public bool IsHanging { get; private set; }

    /// <summary>Sends cases; a worker that is gone shows when its reply is read.</summary>
    public void Send(Request request)
    {
        try
        {
            _process.StandardInput.WriteLine(Messages.Write(request));
            _process.StandardInput.Flush();
        }
        catch (IOException)
        {
            // Its end is read as the end of its output.
        }
    }

    /// <summary>The next reply, or null where the worker has ended or hangs.</summary>
    public async Task<Reply?> ReadAsync(TimeSpan limit)
    {
        using var timer = new CancellationTokenSource(limit);
        try
        {
            while (await _process.StandardOutput.ReadLineAsync(timer.Token) is { } line)
            {
                if (Messages.Read<Reply>(line) is { } reply)
                {
                    return reply;
                }
            }
        }
        catch (OperationCanceledException)
        {
            IsHanging = true;
        }

        return null;
    }

    /// <summary>How the worker ended, with its last words.</summary>
    public async Task<string> EndAsync()
    {
        await _process.WaitForExitAsync();
        lock (_errors)
        {
            return $"exit code {_process.ExitCode}. {string.Join(" | ", _errors)}";
        }
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }

    // The first lines of a crash name it, the later ones are its stack.
    private void Keep(string? line)
    {
        lock (_errors)
        {
            if (line is not null && _errors.Count < MostErrorLines)
            {
                _errors.Enqueue(line.Trim());
            }
        }
    }
}
