using Simulation.Engine.Numerics;

namespace Simulation.Engine.Tests.Numerics;

/// <summary>Narrow loads, narrow stores and gathers of every width, against plain loops.</summary>
public unsafe class LanesTests
{
    [Fact]
    public void Width1_LoadsStoresAndGathers_AsPlainLoops() => Check<F1, I1>();

    [Fact]
    public void Width4_LoadsStoresAndGathers_AsPlainLoops() => Check<F4, I4>();

    [Fact]
    public void Width8_LoadsStoresAndGathers_AsPlainLoops() => Check<F8, I8>();

    [Fact]
    public void Width16_LoadsStoresAndGathers_AsPlainLoops() => Check<F16, I16>();

    private static void Check<F, I>()
        where F : struct, IFloatLanes<F, I>
        where I : struct, IIntLanes<I, F>
    {
        byte* bytes = stackalloc byte[64];
        ushort* halves = stackalloc ushort[64];
        int* table = stackalloc int[256];
        float* floats = stackalloc float[256];
        int* result = stackalloc int[64];
        byte* narrow = stackalloc byte[64];
        ushort* middle = stackalloc ushort[64];
        for (int i = 0; i < 256; i++)
        {
            table[i] = (i * 2654435) ^ (i << 20);
            floats[i] = i * 1.5f;
        }

        for (int i = 0; i < 64; i++)
        {
            bytes[i] = (byte)(251 - (i * 37));
            halves[i] = (ushort)(65000 - (i * 911));
        }

        for (int i = 0; i < 32; i += F.Width)
        {
            I index = I.Load(bytes + i);
            I.Store(I.Gather(table, index), result + i);
            I.Store(index + I.All(300), narrow + i);
            I.Store(I.Load(halves + i) + I.All(70_000), middle + i);
        }

        for (int i = 0; i < 32; i++)
        {
            result[i].ShouldBe(table[bytes[i]]);
            narrow[i].ShouldBe((byte)(bytes[i] + 300));
            middle[i].ShouldBe((ushort)(halves[i] + 70_000));
        }

        for (int i = 0; i < 32; i += F.Width)
        {
            F gathered = F.Gather(floats, I.Load(bytes + i));
            I less = F.Less(gathered, F.All(150f));
            I.Store(I.Select(less, I.Counting(i), I.All(-1)), result + i);
            I.Sum(I.Counting(3)).ShouldBe(Enumerable.Range(3, F.Width).Sum());
            I.None(I.All(0)).ShouldBeTrue();
            I.None(I.Counting(0) + I.All(1)).ShouldBeFalse();
        }

        for (int i = 0; i < 32; i++)
        {
            result[i].ShouldBe(bytes[i] * 1.5f < 150f ? i : -1);
        }
    }
}
