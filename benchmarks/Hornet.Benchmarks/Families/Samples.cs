using Microsoft.ML.OnnxRuntime;
using static TorchSharp.torch;

namespace Benchmarks;

/// <summary>A batch of a family as a program has it: arrays, from which each library makes its own tensors.</summary>
internal sealed class Samples
{
    private const int Seed = 11;
    private readonly int[] _shape;
    private readonly int[] _channelsFirstShape;
    private readonly float[]? _values;
    private readonly float[]? _channelsFirst;
    private readonly int[]? _ids;
    private readonly long[]? _longIds;

    public Samples(Family family, int batch)
    {
        var random = new Random(Seed);
        _shape = [batch, .. family.SampleShape];
        var count = _shape.Aggregate((size, axis) => size * axis);
        _channelsFirstShape = _shape is [var n, var h, var w, var c] ? [n, c, h, w] : _shape;
        if (family.Vocabulary is { } words)
        {
            _ids = [.. Enumerable.Range(0, count).Select(_ => random.Next(words))];
            _longIds = Array.ConvertAll(_ids, id => (long)id);
        }
        else
        {
            _values = [.. Enumerable.Range(0, count).Select(_ => random.NextSingle())];
            _channelsFirst = _shape.Length == 4 ? ChannelsFirst() : _values;
        }
    }

    public Hornet.Tensor ToHornet() => _ids is null
        ? Hornet.Tensor.From(HornetShape, _values!)
        : Hornet.Tensor.From(HornetShape, _ids);

    /// <summary>Images come as a view whose channels are last in memory.</summary>
    public Tensor ToTorch()
    {
        var shape = Array.ConvertAll(_shape, axis => (long)axis);
        var whole = _longIds is null ? tensor(_values!, shape) : tensor(_longIds, shape);
        return shape.Length == 4 ? whole.permute(0, 3, 1, 2) : whole;
    }

    /// <summary>Images are channels first.</summary>
    public OrtValue ToOnnx()
    {
        var shape = Array.ConvertAll(_channelsFirstShape, axis => (long)axis);
        return _longIds is null
            ? OrtValue.CreateTensorValueFromMemory(_channelsFirst!, shape)
            : OrtValue.CreateTensorValueFromMemory(_longIds, shape);
    }

    private Hornet.Shape HornetShape => Hornet.Shape.Create(Array.ConvertAll(_shape, axis => (int?)axis));

    private float[] ChannelsFirst()
    {
        var (pixels, channels) = (_shape[1] * _shape[2], _shape[3]);
        var result = new float[_values!.Length];
        for (var i = 0; i < result.Length; i++)
        {
            var (sample, rest) = Math.DivRem(i, pixels * channels);
            var (pixel, channel) = Math.DivRem(rest, channels);
            result[(sample * pixels * channels) + (channel * pixels) + pixel] = _values[i];
        }

        return result;
    }
}
