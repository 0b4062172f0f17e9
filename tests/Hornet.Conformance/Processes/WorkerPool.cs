using System.Collections.Concurrent;
using System.Diagnostics;
using Hornet.Testing;

namespace Hornet.Conformance;

/// <summary>Runs cases in workers. A case that breaks its worker fails, and a new worker takes the rest.</summary>
internal sealed class WorkerPool(int workers, TimeSpan limit, Func<ProcessStartInfo>? command = null)
{
    private const int MostCases = 100; // in a chunk, so that the workers end together

    public async Task<IReadOnlyList<CaseResult>> RunAsync(IReadOnlyList<CorpusCase> cases)
    {
        var chunks = new ConcurrentQueue<CorpusCase[]>(cases
            .GroupBy(line => (line.Category, line.Group)).SelectMany(group => group.Chunk(MostCases)));
        var verdicts = new ConcurrentDictionary<CorpusCase, Verdict>();
        var runs = Enumerable.Range(0, Math.Min(workers, chunks.Count)).Select(_ => RunAsync(chunks, verdicts));
        await Task.WhenAll(runs);
        return [.. cases.Select(line => new CaseResult(line, verdicts[line]))];
    }

    private async Task RunAsync(
        ConcurrentQueue<CorpusCase[]> chunks, ConcurrentDictionary<CorpusCase, Verdict> verdicts)
    {
        var worker = new WorkerProcess((command ?? Worker.Command)());
        try
        {
            while (chunks.TryDequeue(out var chunk))
            {
                for (var rest = chunk; rest.Length > 0;)
                {
                    var done = await RunAsync(worker, rest, verdicts);
                    if (done < rest.Length)
                    {
                        verdicts[rest[done]] = Verdict.Failed(await WhyAsync(worker));
                        worker.Dispose();
                        worker = new WorkerProcess((command ?? Worker.Command)());
                    }

                    rest = [.. rest.Skip(done + 1)];
                }
            }
        }
        finally
        {
            worker.Dispose();
        }
    }

    /// <summary>How many of the cases the worker has answered: fewer than all where it crashed or hangs.</summary>
    private async Task<int> RunAsync(
        WorkerProcess worker, CorpusCase[] chunk, ConcurrentDictionary<CorpusCase, Verdict> verdicts)
    {
        worker.Send(new Request(chunk[0].Category, chunk[0].Group, [.. chunk.Select(line => line.Line)]));
        for (var i = 0; i < chunk.Length; i++)
        {
            if (await worker.ReadAsync(limit) is not { } reply)
            {
                return i;
            }

            verdicts[chunk[i]] = new Verdict(reply.Outcome, reply.Text, reply.Received);
        }

        return chunk.Length;
    }

    private async Task<string> WhyAsync(WorkerProcess worker) => worker.IsHanging
        ? $"Expected an end within {limit.TotalSeconds} s. Received: none."
        : $"The process crashed: {await worker.EndAsync()}";
}
