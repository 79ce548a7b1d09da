using Silk.NET.OpenGL;
using Simulation.Scene.Look;
using Simulation.Window.Native;

namespace Simulation.Window.Painting;

/// <summary>A program of the look's shaders.</summary>
internal sealed class GlShaders : IDisposable
{
    private const string Precisions = "precision highp float;\nprecision highp int;\nprecision highp sampler2D;\n";
    private readonly GL gl;
    private readonly Dictionary<string, int> places = [];

    /// <summary>Compiles and links.</summary>
    /// <param name="gl">OpenGL.</param>
    /// <param name="version">First line, e.g. <c>330 core</c>, <c>430 core</c> or <c>300 es</c>.</param>
    /// <param name="files">Files of the look.</param>
    /// <exception cref="WindowException">The driver refuses them.</exception>
    public GlShaders(GL gl, string version, params string[] files)
    {
        this.gl = gl;
        Handle = gl.CreateProgram();
        uint[] shaders = [.. files.Select(file => Compile(gl, version, file))];
        foreach (uint shader in shaders)
        {
            gl.AttachShader(Handle, shader);
        }

        gl.BindAttribLocation(Handle, 0, "a_position");
        gl.BindAttribLocation(Handle, 1, "a_weight");
        gl.LinkProgram(Handle);
        gl.GetProgram(Handle, ProgramPropertyARB.LinkStatus, out int linked);
        string log = gl.GetProgramInfoLog(Handle);
        foreach (uint shader in shaders)
        {
            gl.DeleteShader(shader);
        }

        if (linked == 0)
        {
            gl.DeleteProgram(Handle);
            throw new WindowException($"The graphics driver refused {string.Join(" with ", files)}: {log.Trim()}");
        }
    }

    /// <summary>The program.</summary>
    public uint Handle { get; }

    /// <summary>Where a uniform lies; −1 where the driver found it of no use.</summary>
    public int At(string name)
    {
        if (!places.TryGetValue(name, out int place))
        {
            places.Add(name, place = gl.GetUniformLocation(Handle, name));
        }

        return place;
    }

    /// <summary>Compiles one file.</summary>
    /// <exception cref="WindowException">The driver refuses it.</exception>
    public static uint Compile(GL gl, string version, string file)
    {
        ArgumentNullException.ThrowIfNull(gl);
        uint shader = gl.CreateShader(Path.GetExtension(file) switch
        {
            ".vert" => ShaderType.VertexShader,
            ".comp" => ShaderType.ComputeShader,
            _ => ShaderType.FragmentShader,
        });
        gl.ShaderSource(shader, $"#version {version}\n{(version.EndsWith("es", StringComparison.Ordinal) ? Precisions : string.Empty)}{LookFiles.Text("common.glsl")}\n{LookFiles.Text(file)}");
        gl.CompileShader(shader);
        gl.GetShader(shader, ShaderParameterName.CompileStatus, out int compiled);
        if (compiled == 0)
        {
            string log = gl.GetShaderInfoLog(shader);
            gl.DeleteShader(shader);
            throw new WindowException($"The graphics driver refused {file} as {version}: {log.Trim()}");
        }

        return shader;
    }

    /// <inheritdoc/>
    public void Dispose() => gl.DeleteProgram(Handle);
}
