using Hornet.Testing;

namespace Hornet.Conformance;

/// <summary>Runs a case that builds a model.</summary>
internal static class ProgramCase
{
    /// <summary>What became of the case.</summary>
    /// <param name="line">The case.</param>
    /// <param name="check">Compares what the steps have made; not asked where the last step must be refused.</param>
    public static Verdict Run(CorpusCase line, Func<BuildingProgram, Model?, string?> check)
    {
        var (floatx, format) = (Keras.Config.Floatx(), Keras.Config.ImageDataFormat());
        Keras.ClearSession();
        Keras.Utils.SetRandomSeed(line["seed"].Integer());
        try
        {
            SetUp(line);
            return RunSteps(line, check);
        }
        catch (NotYetException missing)
        {
            return new Verdict(Outcome.NotYet, missing.Missing);
        }
        finally
        {
            Keras.Config.SetFloatx(floatx);
            Keras.Config.SetImageDataFormat(format);
            Keras.ClearSession();
        }
    }

    private static void SetUp(CorpusCase line)
    {
        if (line.Root.Find("setup") is not { IsNull: false } setup)
        {
            return;
        }

        foreach (var (key, value) in setup.Fields())
        {
            switch (key)
            {
                case "floatx": Keras.Config.SetFloatx(DTypes.Parse(value.Text())); break;
                case "dtype_policy": Keras.Config.SetDtypePolicy(value.Text()); break;
                default: Keras.Config.SetImageDataFormat(value.Text()); break;
            }
        }
    }

    private static Verdict RunSteps(CorpusCase line, Func<BuildingProgram, Model?, string?> check)
    {
        var program = new BuildingProgram();
        var steps = line["steps"].Items();
        var isRefused = line.Error is not null && !line.Has("model");
        foreach (var step in isRefused ? steps.SkipLast(1) : steps)
        {
            program.Run(step);
        }

        if (isRefused)
        {
            return Refuse(line, () => program.Run(steps[^1]));
        }

        var model = line.Root.Find("model") is { IsNull: false } name ? (Model?)program[name.Text()] : null;
        return line.Error is null ? Verdict.Of(check(program, model)) : Refuse(line, () => check(program, model));
    }

    private static Verdict Refuse(CorpusCase line, Action action)
    {
        try
        {
            action();
            return Verdict.Failed($"Expected a refusal, as Keras's {line.Error}.");
        }
        catch (Exception error) when (Refusals.Includes(error))
        {
            return Verdict.Passed();
        }
    }
}
