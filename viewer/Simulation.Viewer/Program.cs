Console.WriteLine("simulate-viewer");
