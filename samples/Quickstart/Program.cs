using System.Globalization;
using Hornet;
using Hornet.Layers;
using Quickstart;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
const int Classes = 10;
const int Epochs = 5;

Keras.Utils.SetRandomSeed(812);
var (images, digits) = Mnist.Load("train");
var (testImages, testDigits) = Mnist.Load("t10k");
Console.WriteLine($"{images.Shape[0]} images to learn from, {testImages.Shape[0]} to test with.");

// The simple convnet of Keras's examples.
var model = new Sequential([
    Keras.Input([28, 28, 1]),
    new Conv2D(32, kernelSize: 3, activation: "relu"),
    new MaxPooling2D(poolSize: 2),
    new Conv2D(64, kernelSize: 3, activation: "relu"),
    new MaxPooling2D(poolSize: 2),
    new Flatten(),
    new Dropout(0.5),
    new Dense(Classes, activation: "softmax"),
]);

model.Summary();
model.Compile(optimizer: "adam", loss: "sparse_categorical_crossentropy", metrics: ["accuracy"]);
model.Fit(images, digits, batchSize: 128, epochs: Epochs, validationSplit: 0.1);

var score = model.Evaluate(testImages, testDigits, verbose: 0);
Story.Tell(images, digits);
Console.WriteLine($"test accuracy: {score["accuracy"]:F4}");
