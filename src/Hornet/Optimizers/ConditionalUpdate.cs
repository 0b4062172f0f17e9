namespace Hornet.Optimizers;

/// <summary>Assignments that count only where a scalar is true: the branch of a traced step.</summary>
internal static class ConditionalUpdate
{
    /// <summary>Runs an update, then gives the variables back their old values where the condition is false.</summary>
    public static void Run(Tensor condition, Variable[] variables, Action update)
    {
        var before = Array.ConvertAll(variables, variable => variable.Raw);
        update();
        for (var i = 0; i < variables.Length; i++)
        {
            var after = variables[i].Raw;
            if (after != before[i])
            {
                variables[i].Assign(Ops.Where(condition, after, before[i]));
            }
        }
    }
}
