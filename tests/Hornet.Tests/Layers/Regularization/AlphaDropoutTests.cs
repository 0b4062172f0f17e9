using Hornet.Layers;

namespace Hornet.Tests;

public sealed class AlphaDropoutTests
{
    [Fact]
    public void A_compiled_call_draws_what_an_eager_one_does() =>
        CompiledDraws.Check(() => new AlphaDropout(0.3, seed: 7), [2, 4, 3]);
}
