using Hornet.Conformance;

if (args is [Worker.Argument, ..])
{
    Worker.Run();
    return 0;
}

if (args is [SavingLoop.Argument, var path])
{
    SavingLoop.Run(path);
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
