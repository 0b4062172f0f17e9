using Hornet.Optimizers;

namespace Hornet.Tests;

/// <summary>The steps of <see cref="Muon"/>.</summary>
public sealed class MuonTests
{
    [Fact]
    public void A_matrix_goes_along_an_orthogonal_one()
    {
        var w = new Variable(new float[2, 2], name: "kernel");

        // Its own classical coefficients bring each singular value near 1, whatever it was.
        new Muon(1.0, rmsRate: null, nsSteps: 15, muonA: 1.5, muonB: -0.5, muonC: 0)
            .Apply([new float[,] { { 3, 0 }, { 0, -0.5f } }], [w]);

        Steps.AreNear([-1, 0, 0, 1], w.Value.ToArray<float>());
    }

    [Fact]
    public void Vectors_embeddings_and_what_is_excluded_are_Adams()
    {
        Variable[] variables =
        [
            new(new float[2, 2], name: "kernel"), new(new float[2], name: "bias"),
            new(new float[2, 2], name: "Embeddings"), new(new float[2, 2], name: "head"),
        ];
        var optimizer = new Muon(excludeLayers: ["^he.d$"]);

        optimizer.Build(variables);

        Assert.Equal(
            ["kernel_momentum", "bias_momentum", "bias_velocity", "Embeddings_momentum", "Embeddings_velocity",
                "head_momentum", "head_velocity"],
            optimizer.Variables.Skip(2).Select(variable => variable.Name));
    }
}
