using System.Numerics;

namespace Hornet;

/// <summary>
/// Dropout of whole arrays: each value is kept, and scaled by how rarely that happens, or becomes 0. The gradient is
/// the same function of the same key, so that a mask need not be kept for it.
/// </summary>
internal static class DropoutDraw
{
    private const int Piece = 1024;

    /// <summary>
    /// The values of the elements from <paramref name="from"/> on: <c>unit &lt; 1 − rate ? x · scale : 0</c>. A rate of
    /// 0 or 1 draws nothing, and is not for this function.
    /// </summary>
    internal static void Apply(
        RandomKey key, long from, ReadOnlySpan<float> inputs, Span<float> destination, double rate)
    {
        // A bound of 2^32, of rates that round to 0, is lowered to the largest word: one in 2^32 is dropped.
        var bound = (uint)Math.Min(BernoulliDraw.Bound((float)(1 - rate)), uint.MaxValue);
        var scale = Scale(rate, Precision.Single);
        Span<uint> bits = stackalloc uint[Piece];
        for (var done = 0; done < inputs.Length; done += Piece)
        {
            var count = Math.Min(Piece, inputs.Length - done);
            Threefry.Bits(key, from + done, bits[..count]);
            Apply(bits[..count], bound, inputs.Slice(done, count), destination.Slice(done, count), scale);
        }
    }

    /// <summary>What a kept value is multiplied by: <c>1 / (1 − rate)</c>, as XLA divides by a constant.</summary>
    internal static float Scale(double rate, Precision precision) =>
        precision.Round(1 / precision.Round((float)(1 - rate)));

    private static void Apply(
        ReadOnlySpan<uint> bits, uint bound, ReadOnlySpan<float> inputs, Span<float> destination, float scale)
    {
        var bounds = new Vector<uint>(bound);
        var scales = new Vector<float>(scale);
        var i = 0;
        for (; i <= inputs.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            var kept = Vector.LessThan(new Vector<uint>(bits[i..]), bounds);
            var scaled = new Vector<float>(inputs[i..]) * scales;
            Vector.ConditionalSelect(Vector.AsVectorSingle(kept), scaled, Vector<float>.Zero).CopyTo(destination[i..]);
        }

        for (; i < inputs.Length; i++)
        {
            destination[i] = bits[i] < bound ? inputs[i] * scale : 0;
        }
    }
}
