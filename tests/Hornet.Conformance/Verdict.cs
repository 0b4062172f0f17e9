namespace Hornet.Conformance;

/// <summary>How a case ended.</summary>
internal enum Outcome
{
    /// <summary>Hornet gives what Keras gives, or refuses what Keras refuses.</summary>
    Passed,

    /// <summary>Hornet gives something else, refuses, or breaks.</summary>
    Failed,

    /// <summary>Something that the case needs does not exist.</summary>
    NotYet,

    /// <summary>Keras's backends differ here, so that neither answer is wrong.</summary>
    Informational,

    /// <summary>Hornet gives something else, and docs/conformance.md says why.</summary>
    OnPurpose,
}

/// <summary>What became of a case, and why.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Text">
/// Of a failure what was expected and what was received; of "not yet" the name of what is missing; of an informational
/// case where it differs, nothing where it agrees.
/// </param>
/// <param name="Received">What was computed, where something was.</param>
internal sealed record Verdict(Outcome Outcome, string Text = "", object? Received = null)
{
    public static Verdict Passed(object? received = null) => new(Outcome.Passed, "", received);

    public static Verdict Failed(string text, object? received = null) => new(Outcome.Failed, text, received);

    /// <summary>Passed where there is no difference.</summary>
    public static Verdict Of(string? difference, object? received = null) =>
        difference is null ? Passed(received) : Failed(difference, received);
}
