using Hornet.Callbacks;
using Hornet.Native;
using Hornet.Programs;
using Hornet.Training;

namespace Hornet;

/// <content>What all loops over batches share.</content>
public partial class Model
{
    private Logs RunEpoch(
        BatchSource source,
        int? steps,
        Func<Batch, Logs> step,
        Action<int> onBegin,
        Action<int, Logs> onEnd,
        CancellationToken cancellationToken)
    {
        var logs = new Logs();
        var index = 0;
        using var batches = source.Batches(steps).GetEnumerator();
        while (!StopTraining)
        {
            cancellationToken.ThrowIfCancellationRequested();
            using var scope = source.OwnsBatches ? new TensorScope() : default;
            if (!batches.MoveNext())
            {
                break;
            }

            onBegin(index);
            var left = StepsPerExecution;
            do
            {
                logs = step(batches.Current);
                index++;
            }
            while (--left > 0 && batches.MoveNext());
            onEnd(index - 1, logs);
        }

        return index > 0 ? logs : throw new ArgumentException(
            "Expected at least one batch of data. Received: none. Check that the arrays are not empty, or that the " +
            "sequence of batches is not used up.");
    }

    // Nothing that a step makes outlives it but the numbers of its logs.
    private Logs RunStep(StructuredFunction function, Func<Batch, Nested<Tensor>> step, Batch batch)
    {
        using var scope = new TensorScope();
        var results = RunEagerly ? RunOpByOp(step, batch) : function.Invoke(batch.ToNested());
        var logs = new Logs();
        foreach (var name in results.Keys)
        {
            logs[name] = ScalarOf(results[name].Value);
        }

        return logs;
    }

    // Numbers too small for full precision count as zero, as in a program.
    private static Nested<Tensor> RunOpByOp<T>(Func<T, Nested<Tensor>> step, T data)
    {
        using var flushing = Subnormals.Flush();
        return step(data);
    }

    private static double ScalarOf(Tensor tensor) => tensor.DType switch
    {
        DType.Float32 => tensor.Item<float>(),
        DType.Float64 => tensor.Item<double>(),
        _ => Ops.Cast(tensor, DType.Float32).Item<float>(),
    };
}
