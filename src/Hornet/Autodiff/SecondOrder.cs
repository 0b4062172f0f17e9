namespace Hornet.Autodiff;

/// <summary>The gradient of a gradient that a fused kernel computes, by way of the same function in ops.</summary>
internal static class SecondOrder
{
    /// <summary>
    /// What the gradients of a function, of weight <paramref name="h"/> each, say of the cotangent and of the inputs.
    /// </summary>
    /// <param name="function">The function, in ops.</param>
    /// <param name="inputs">Its inputs, whose gradients the kernel gives.</param>
    /// <param name="g">The cotangent that the kernel took.</param>
    /// <param name="h">One cotangent for each gradient, null where none arrived.</param>
    /// <returns>The cotangents of g, then of the inputs.</returns>
    public static Tensor?[] Of(
        Func<Tensor[], Tensor> function, Tensor[] inputs, Tensor g, ReadOnlySpan<Tensor?> h) =>
        Of(given => [function(given)], inputs, [g], h);

    /// <summary>The same of a function of several results.</summary>
    public static Tensor?[] Of(
        Func<Tensor[], Tensor[]> function, Tensor[] inputs, Tensor[] g, ReadOnlySpan<Tensor?> h)
    {
        var outer = new Tape();
        try
        {
            Array.ForEach(g, outer.Watch);
            Array.ForEach(inputs, outer.Watch);
            var inner = new Tape();
            Tensor?[] gradients;
            try
            {
                Array.ForEach(inputs, inner.Watch);
                gradients = inner.Gradients(function(inputs), g, inputs);
            }
            finally
            {
                inner.Close();
            }

            var given = new List<(Tensor Gradient, Tensor Weight)>();
            for (var i = 0; i < h.Length; i++)
            {
                if (h[i] is { } weight && gradients[i] is { } gradient)
                {
                    given.Add((gradient, weight));
                }
            }

            return outer.Gradients(
                [.. given.Select(pair => pair.Gradient)], [.. given.Select(pair => pair.Weight)], [.. g, .. inputs]);
        }
        finally
        {
            outer.Close();
        }
    }
}
