using Hornet.Autodiff;
using Hornet.Programs;

namespace Hornet;

/// <content>Functions of one's own, compiled as models are.</content>
public static partial class Keras
{
    /// <summary>Compiles a function of a tensor: it runs once for a shape and dtype, then its program does.</summary>
    /// <remarks>
    /// <para>The program fuses element functions and uses memory again. It reads and writes variables when it runs;
    /// anything else that the function reads, a field or the clock, it has read once. A C# literal that is passed
    /// counts as a tensor of its dtype.</para>
    /// <para>Several threads may call the result at once. Inside a tape, a model's graph or another compiled function,
    /// the function itself is called, so that gradients flow.</para>
    /// </remarks>
    /// <param name="function">The function, of ops: the data of its tensors is not there while it is traced.</param>
    /// <exception cref="InvalidOperationException">
    /// When called: the function reads the data of a tensor, to decide by it for one. Call such a function as it is.
    /// </exception>
    /// <example><code>
    /// var scaled = Keras.Jit(x => Ops.Tanh(x * 2) + 1);
    /// Console.WriteLine(scaled(new float[,] { { 0, 0 } }).Shape); // (1, 2)
    /// </code></example>
    public static Func<Tensor, Tensor> Jit(Func<Tensor, Tensor> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        var compiled = Jit(inputs => [function(inputs[0])]);
        return x => compiled([x])[0];
    }

    /// <summary>Compiles a function of two tensors, as <see cref="Jit(Func{Tensor, Tensor})"/> does.</summary>
    /// <param name="function">The function, of ops.</param>
    /// <exception cref="InvalidOperationException">When called: the function reads the data of a tensor.</exception>
    /// <example><code>
    /// var distance = Keras.Jit((x, y) => Ops.Sqrt(Ops.Sum(Ops.Square(x - y))));
    /// Console.WriteLine(distance(new float[] { 0, 0 }, new float[] { 3, 4 }).Item&lt;float&gt;()); // 5
    /// </code></example>
    public static Func<Tensor, Tensor, Tensor> Jit(Func<Tensor, Tensor, Tensor> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        var compiled = Jit(inputs => [function(inputs[0], inputs[1])]);
        return (x, y) => compiled([x, y])[0];
    }

    /// <summary>Compiles a function of any tensors, as <see cref="Jit(Func{Tensor, Tensor})"/> does.</summary>
    /// <param name="function">The function, of ops.</param>
    /// <exception cref="InvalidOperationException">When called: the function reads the data of a tensor.</exception>
    /// <example><code>
    /// var ends = Keras.Jit((Tensor[] all) => new[] { Ops.Min(all[0]), Ops.Max(all[0]) });
    /// Console.WriteLine(ends([new float[] { 1, 2, 3 }]).Length); // 2
    /// </code></example>
    public static Func<Tensor[], Tensor[]> Jit(Func<Tensor[], Tensor[]> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        var compiled = new CompiledFunction(function);
        return inputs =>
        {
            ArgumentNullException.ThrowIfNull(inputs);
            foreach (var input in inputs)
            {
                ArgumentNullException.ThrowIfNull(input, nameof(inputs));
            }

            return Trace.Current is null && Tape.Current is null && Array.TrueForAll(inputs, x => x is EagerTensor)
                ? compiled.Invoke(Array.ConvertAll(inputs, x => (EagerTensor)x))
                : function(inputs);
        };
    }
}
