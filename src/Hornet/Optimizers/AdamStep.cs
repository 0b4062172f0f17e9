namespace Hornet.Optimizers;

/// <summary>The step that Adam and its kin make.</summary>
internal sealed class AdamStep(
    double beta1, double beta2, double epsilon, Variable[] momentums, Variable[] velocities, Variable[] largest)
{
    // m ← m + (g − m)(1 − β₁),  v ← v + (g² − v)(1 − β₂),  w ← w − α m / (√v + ε)
    // where α = rate · √(1 − β₂ᵗ) / (1 − β₁ᵗ), AMSGrad takes the largest v so far, and first w ← w − w decay
    public void Run(
        Tensor gradient, Variable variable, int index, Tensor learningRate, Tensor iterations, Tensor? decay = null)
    {
        var dtype = variable.DType;
        var g = Ops.Cast(gradient, dtype);
        var (m, v) = (momentums[index], velocities[index]);
        var alpha = Alpha(learningRate, iterations, dtype);
        if (dtype == DType.Float32 && largest is [] && g.Shape == variable.Shape)
        {
            Tensor[] inputs = [variable.Raw, m.Raw, v.Raw, g, alpha];
            var updated = decay is null
                ? new AdamUpdateOp(beta1, beta2, epsilon).Call(inputs)
                : new AdamUpdateOp(beta1, beta2, epsilon, HasDecay: true).Call([.. inputs, decay]);
            variable.Assign(updated[0]);
            m.Assign(updated[1]);
            v.Assign(updated[2]);
            return;
        }

        if (decay is not null)
        {
            variable.AssignSub(variable.Raw * decay);
        }

        m.AssignAdd((g - m) * (1 - beta1));
        v.AssignAdd((Ops.Square(g) - v) * (1 - beta2));
        variable.AssignSub(m * alpha / (Ops.Sqrt(Denominator(v, index)) + epsilon));
    }

    private Tensor Alpha(Tensor learningRate, Tensor iterations, DType dtype)
    {
        if (dtype == DType.Float32 && learningRate.DType == dtype && iterations.DType == DType.Int32)
        {
            return new AdamRateOp(beta1, beta2).Call([learningRate, iterations])[0];
        }

        var t = Ops.Cast(iterations + 1, dtype);
        return Ops.Cast(learningRate, dtype) * Ops.Sqrt(1 - Ops.Power(Scalar(beta2, dtype), t))
            / (1 - Ops.Power(Scalar(beta1, dtype), t));
    }

    private static Tensor Scalar(double value, DType dtype) => Ops.Cast(value, dtype);

    private Variable Denominator(Variable velocity, int index)
    {
        if (largest is [])
        {
            return velocity;
        }

        largest[index].Assign(Ops.Maximum(largest[index], velocity));
        return largest[index];
    }
}
