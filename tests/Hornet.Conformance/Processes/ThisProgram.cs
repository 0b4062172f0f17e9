using System.Diagnostics;

namespace Hornet.Conformance;

/// <summary>This program, started once more, from wherever it lies.</summary>
internal static class ThisProgram
{
    /// <summary>The command that starts it with these arguments; what it writes can be read.</summary>
    public static ProcessStartInfo Command(params IEnumerable<string> arguments)
    {
        var program = typeof(ThisProgram).Assembly.Location;
        var command = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(command.FileName) != Path.GetFileNameWithoutExtension(program))
        {
            command.FileName = "dotnet";
            command.ArgumentList.Add(program);
        }

        foreach (var argument in arguments)
        {
            command.ArgumentList.Add(argument);
        }

        command.Environment["OMP_NUM_THREADS"] = "1"; // several of them share the processors
        return command;
    }
}
