namespace Hornet.Callbacks;

/// <summary>Ends the training when the loss is no number any more, or infinite.</summary>
/// <example><code>
/// model.Compile(optimizer: "sgd", loss: "mse");
/// model.Fit(x, y, callbacks: [new TerminateOnNaN()]);
/// </code></example>
/// <param name="raiseError">Whether to fail, so that no callback does what it does at the end of a training.</param>
public sealed class TerminateOnNaN(bool raiseError = false) : Callback
{
    /// <summary>Whether to fail.</summary>
    public bool RaiseError { get; } = raiseError;

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The loss is no number, and this callback was to fail.</exception>
    public override void OnTrainBatchEnd(int batch, Logs logs)
    {
        ArgumentNullException.ThrowIfNull(logs);
        if (!logs.TryGetValue("loss", out var loss) || double.IsFinite(loss))
        {
            return;
        }

        if (RaiseError)
        {
            throw new InvalidOperationException(
                $"Expected a finite loss. Received: {loss} at batch {batch}. A lower learning rate, or clipped " +
                "gradients, may keep it finite.");
        }

        Console.WriteLine($"Batch {batch}: Invalid loss, terminating training");
        Model.StopTraining = true;
    }
}
