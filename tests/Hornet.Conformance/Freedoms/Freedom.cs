using Hornet.Testing;

namespace Hornet.Conformance;

/// <summary>The results that an op leaves open: signs of factors, an order that it does not promise.</summary>
internal static class Freedom
{
    /// <summary>Whether a result that differs from the recorded one is as good.</summary>
    public static bool Allows(CorpusCase line, object? received)
    {
        if (line.Error is not null)
        {
            return false;
        }

        return line["op"].Text() switch
        {
            "linalg.qr" => Factors.Agree(line, received, [], factors => factors[0] * factors[1]),
            "linalg.svd" => Factors.Agree(
                line, received, [1], factors => factors[0].Scaled(factors[1]) * factors[2].Rows(factors[1].Columns)),
            "linalg.eigh" => Factors.Agree(
                line, received, [0], factors => factors[1].Scaled(factors[0]) * factors[1].Adjoint()),
            "linalg.eig" => Factors.Agree(line, received, [0], factors => factors[1].WithRealColumnMaxima()),
            "numpy.argpartition" => Orders.IsPartition(line, received),
            "math.top_k" => Orders.AreSameUnsorted(line, received),
            _ => false,
        };
    }
}
