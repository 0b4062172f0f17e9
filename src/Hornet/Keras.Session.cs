namespace Hornet;

public static partial class Keras
{
    /// <summary>
    /// Begins a new session for what is called from here on: automatic names and the global seed start again, the
    /// global dtype policy is float32.
    /// </summary>
    /// <example><code>
    /// Keras.ClearSession();
    /// Console.WriteLine(new Dense(1).Name); // dense
    /// </code></example>
    public static void ClearSession() => Session.Current = Session.Current.Next();
}
