using Hornet.Layers;

namespace Hornet.Tests;

public sealed class SpatialDropout1DTests
{
    [Fact]
    public void A_compiled_call_draws_what_an_eager_one_does() =>
        CompiledDraws.Check(() => new SpatialDropout1D(0.5, seed: 7), [2, 4, 3]);
}
