namespace Hornet.Tests;

/// <summary>What Hornet says to what it refuses, and what it warns of.</summary>
internal static class Refusal
{
    /// <summary>The message of the error by which a call is refused.</summary>
    public static string Of(Func<object?> call)
    {
        var error = Record.Exception(() => { _ = call(); });
        Assert.True(error is ArgumentException or InvalidOperationException, $"Expected a refusal. Received: {error}");
        return error.Message;
    }

    /// <summary>The warnings that a call raises on this thread.</summary>
    public static IReadOnlyList<string> Warnings(Action call)
    {
        var (heard, thread) = (new List<string>(), Environment.CurrentManagedThreadId);
        void Hear(string text)
        {
            if (Environment.CurrentManagedThreadId == thread)
            {
                heard.Add(text);
            }
        }

        Hornet.Warnings.Raised += Hear;
        try
        {
            call();
        }
        finally
        {
            Hornet.Warnings.Raised -= Hear;
        }

        return heard;
    }
}
