using System.Diagnostics;
using Hornet.Testing;

namespace Hornet.Conformance;

/// <summary>The process that runs cases: requests come by standard input, replies go by standard output.</summary>
internal static class Worker
{
    public const string Argument = "--worker";

    private const int LongestReceived = 20_000;

    /// <summary>Starts this program as a worker.</summary>
    public static ProcessStartInfo Command() => ThisProgram.Command(Argument);

    /// <summary>Carries out requests until there are no more.</summary>
    public static void Run()
    {
        using var replies = new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true };
        Console.SetOut(TextWriter.Null); // what Hornet prints is no reply
        while (Console.In.ReadLine() is { } line && Messages.Read<Request>(line) is { } request)
        {
            var wanted = request.Lines.ToHashSet();
            foreach (var item in Corpus.Cases(request.Category, request.Group))
            {
                if (wanted.Contains(item.Line))
                {
                    var verdict = Judge.Run(item, LongestReceived);
                    replies.WriteLine(Messages.Write(
                        new Reply(item.Line, verdict.Outcome, verdict.Text, verdict.Received as string)));
                }
            }
        }
    }
}
