using System.Numerics;

namespace Hornet;

/// <summary>The exponential distribution of mean 1.</summary>
internal readonly struct ExponentialDraw(Precision precision) : IDraw
{
    // −log(1 − unit)
    public Vector<float> Of(Vector<uint> bits) => precision.Round(-XlaLog.Log1P(-precision.Unit(bits)));
}
