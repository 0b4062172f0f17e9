global using Nn = TorchSharp.torch.nn;
global using TorchModule = TorchSharp.torch.nn.Module<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor>;
global using TorchTensor = TorchSharp.torch.Tensor;
