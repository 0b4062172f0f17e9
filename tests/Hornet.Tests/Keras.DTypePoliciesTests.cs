namespace Hornet.Tests;

public sealed class KerasDTypePoliciesTests
{
    [Fact]
    public void A_policy_is_found_by_its_name_and_by_its_configuration()
    {
        var policy = Keras.DTypePolicies.Get("mixed_float16");

        Assert.Equal(DType.Float16, policy.ComputeDType);
        Assert.Equal(policy, Keras.DTypePolicies.Get(Keras.DTypePolicies.Serialize(policy)));
        Assert.Equal(Keras.Config.DtypePolicy(), Keras.DTypePolicies.Get((string?)null));
    }

    [Fact]
    public void A_name_that_is_none_is_refused() =>
        Assert.Throws<ArgumentException>(() => Keras.DTypePolicies.Get("float31"));
}
