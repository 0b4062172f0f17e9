using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Hornet.Programs;

/// <summary>A prediction that nobody asked for: while a model is read from a file, another thread makes .NET compile
/// what the first prediction needs.</summary>
/// <remarks>
/// Code for the widest registers, and much of LINQ, cannot be compiled before the program runs. Without such registers
/// convolutions are libtorch's, and nobody may load that behind the program's back.
/// </remarks>
internal static class WarmUp
{
    private static int s_isBegun;

    /// <summary>Begins, once in a process, unless there is no second processor or nothing to compile.</summary>
    public static void Begin()
    {
        if (Vector512.IsHardwareAccelerated && Environment.ProcessorCount > 1
            && RuntimeFeature.IsDynamicCodeCompiled && Interlocked.Exchange(ref s_isBegun, 1) == 0)
        {
            var thread = new Thread(Run) { IsBackground = true, Name = "warm-up" };
            AppDomain.CurrentDomain.ProcessExit += (_, _) => thread.Join(); // what libtorch has made ends then
            thread.Start();
        }
    }

    /// <summary>Predicts from nothing but zeros: the probabilities of four classes.</summary>
    public static float[] Predict()
    {
        using var scope = new TensorScope();
        return new CompiledFunction(Convnet).Invoke(
            Tensor.From(new float[1, 14, 14, 1]),
            Tensor.From(new float[3, 3, 1, 16]), Tensor.From(new float[16]),
            Tensor.From(new float[3, 3, 16, 16]), Tensor.From(new float[16]),
            Tensor.From(new float[64, 4]), Tensor.From(new float[4]))[0].ToArray<float>();
    }

    private static void Run()
    {
        try
        {
            _ = Predict();
        }
        catch (Exception)
        {
            // Whatever it is, a prediction that somebody asked for will say it.
        }
    }

    // The layers that small models have, as they stand in a program.
    private static Tensor[] Convnet(Tensor[] values)
    {
        var x = Pooled(Pooled(values[0], values[1], values[2]), values[3], values[4]);
        return [Ops.Softmax(Ops.Matmul(Ops.Reshape(x, [1, 64]), values[5]) + values[6])];
    }

    private static Tensor Pooled(Tensor x, Tensor kernel, Tensor bias)
    {
        const string Format = "channels_last"; // whatever the session's is
        return Ops.MaxPool(Ops.Relu(Ops.Conv(x, kernel, dataFormat: Format) + bias), 2, 2, dataFormat: Format);
    }
}
