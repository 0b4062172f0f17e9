using System.Globalization;
using Hornet.Conformance;

if (args is [Worker.Argument, ..])
{
    Worker.Run();
    return 0;
}

if (args is [SavingLoop.Argument, var path])
{
    SavingLoop.Run(path);
    return 0;
}

if (args is [FirstPrediction.Argument, var model])
{
    FirstPrediction.Run(model);
    return 0;
}

if (args is [FuzzSession.Argument, ..])
{
    return await FuzzSession.RunAsync(args[1..], Console.Out);
}

if (args is [FuzzWorker.Argument, .. var range])
{
    var numbers = Array.ConvertAll(range, text => int.Parse(text, CultureInfo.InvariantCulture));
    FuzzWorker.Run(numbers[0], numbers[1], numbers[2]);
    return 0;
}

CommandLine options;
try
{
    options = CommandLine.Parse(args);
}
catch (ArgumentException error)
{
    Console.Error.WriteLine(error.Message);
    Console.Error.WriteLine(CommandLine.Usage);
    return 2;
}

return await Session.RunAsync(options, Console.Out);
