namespace Hornet;

/// <summary>What a program should hear of but that stops nothing.</summary>
public static class Warnings
{
    /// <summary>Hears each warning. Where nobody listens they go to the standard error stream.</summary>
    public static event Action<string>? Raised;

    internal static void Emit(string message)
    {
        if (Raised is { } listeners)
        {
            listeners(message);
        }
        else
        {
            Console.Error.WriteLine($"warning: {message}");
        }
    }
}
