using System.Reflection;

namespace Hornet.Tests;

/// <summary>Whatever the dtype and the shape: an op has a result or says why not. libtorch never fails.</summary>
public sealed class DTypeSweepTests
{
    private static readonly Shape[] s_shapes = [[2, 2], [], [0, 2], [2, 0]];

    public static IEnumerable<object[]> Functions => Methods
        .Select(method => (method.Name, method.GetParameters().Length))
        .Distinct()
        .Select(key => new object[] { key.Name, key.Length });

    private static IEnumerable<MethodInfo> Methods => typeof(Ops)
        .GetMethods(BindingFlags.Public | BindingFlags.Static)
        .Where(method => method.GetParameters() is var parameters
            && parameters is [{ ParameterType: var first }, ..] && first == typeof(Tensor)
            && parameters.All(parameter => parameter.ParameterType == typeof(Tensor) || parameter.IsOptional));

    [Theory]
    [MemberData(nameof(Functions))]
    public void Gives_a_result_or_says_why_not(string name, int count)
    {
        var method = Methods.First(m => m.Name == name && m.GetParameters().Length == count);
        foreach (var dtype in Enum.GetValues<DType>())
        {
            foreach (var shape in s_shapes)
            {
                Try(method, dtype, shape);
            }
        }
    }

    private static void Try(MethodInfo method, DType dtype, Shape shape)
    {
        var parameters = method.GetParameters();
        var arguments = Array.ConvertAll(parameters, parameter =>
            parameter.IsOptional ? parameter.DefaultValue : (object)Values(dtype, shape));
        try
        {
            method.Invoke(null, arguments);
        }
        catch (TargetInvocationException e) when (e.InnerException is ArgumentException)
        {
            Assert.Matches("Received: |No dtype holds both ", e.InnerException.Message);
        }
        catch (TargetInvocationException e)
        {
            Assert.Fail($"{method.Name} of {dtype}{shape}: {e.InnerException}");
        }
    }

    private static EagerTensor Values(DType dtype, Shape shape) => dtype == DType.String
        ? Tensor.From(shape, [.. Enumerable.Repeat("a", (int)shape.Size)])
        : (EagerTensor)Ops.Cast(Tensor.From(shape, Enumerable.Range(0, (int)shape.Size).ToArray()), dtype);
}
