// A program that is compiled ahead of time: it starts in milliseconds and needs no .NET where it runs.
using System.Globalization;
using Hornet;

var file = args is [var path] ? path : Path.Combine(AppContext.BaseDirectory, "model.keras");
var model = Keras.LoadModel(file);
var inputs = Tensor.From(new[,] { { 0.352f, 0.903f, 0.094f, -0.743f }, { -0.922f, -0.458f, 0.22f, -1.01f } });
var outputs = Predict(model);
Console.WriteLine($"The model gives {Text(outputs)}");

// What it saves, it loads again.
var copy = Path.Combine(Path.GetTempPath(), $"{Path.GetRandomFileName()}.keras");
model.Save(copy);
var again = Predict(Keras.LoadModel(copy));
File.Delete(copy);
Console.WriteLine($"Saved and loaded again, it gives {Text(again)}");
return outputs.AsSpan().SequenceEqual(again) ? 0 : 1;

float[] Predict(Model loaded) => loaded.Predict(inputs, verbose: 0).Value.ToArray<float>();

string Text(float[] numbers) =>
    string.Join(", ", numbers.Select(number => number.ToString("F4", CultureInfo.InvariantCulture)));
