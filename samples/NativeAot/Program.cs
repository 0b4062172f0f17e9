using System.Globalization;
using Hornet;

var model = Keras.LoadModel(Path.Combine(AppContext.BaseDirectory, "model.keras"));
var inputs = Tensor.From(new[,] { { 0.352f, 0.903f, 0.094f, -0.743f }, { -0.922f, -0.458f, 0.22f, -1.01f } });
var outputs = model.Predict(inputs).Value.ToArray<float>();
Console.WriteLine(string.Join(", ", outputs.Select(output => output.ToString("F4", CultureInfo.InvariantCulture))));
