using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.Versioning;
using System.Security.Cryptography;
using Simulation.Testing;

namespace Simulation.Cli.Tests.EndToEnd;

/// <summary>A real Slurm on this machine: its controller, two nodes of two processors, and the service that they trust each other by.</summary>
[SupportedOSPlatform("linux")]
public sealed class SlurmCluster : IDisposable
{
    private static readonly Need Slurm = Need.Program("Slurm", "slurm-wlm", "slurmctld", "/usr/sbin/slurmctld");
    private static readonly Need Munge = Need.Program("Munge", "munge", "munged", "/usr/sbin/munged");
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly string folder = Directory.CreateTempSubdirectory("simulation-slurm-").FullName;
    private readonly string programs;

    public SlurmCluster()
    {
        programs = Path.GetDirectoryName(Machine.This.Have(Slurm))!;
        string munged = Machine.This.Have(Munge);
        string key = Path.Combine(folder, "key");
        System.IO.File.WriteAllBytes(key, RandomNumberGenerator.GetBytes(1_024));
        System.IO.File.SetUnixFileMode(key, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Say(munged, $"--key-file={key}", $"--socket={folder}/munge", $"--pid-file={folder}/munged.pid", $"--log-file={folder}/munged.log", $"--seed-file={folder}/seed", "--force");
        int[] ports = FreePorts(3);
        string host = Dns.GetHostName();
        System.IO.File.WriteAllText(Configuration, string.Create(CultureInfo.InvariantCulture, $"""
            ClusterName=tests
            SlurmctldHost={host}(127.0.0.1)
            SlurmctldPort={ports[0]}
            AuthType=auth/munge
            AuthInfo=socket={folder}/munge,cred_expire=5
            CredType=cred/munge
            SlurmUser={Environment.UserName}
            SlurmdUser={Environment.UserName}
            StateSaveLocation={Directory.CreateDirectory(Path.Combine(folder, "state")).FullName}
            SlurmdSpoolDir={folder}/spool-%n
            SlurmctldPidFile={folder}/slurmctld.pid
            SlurmdPidFile={folder}/%n.pid
            SlurmctldLogFile={folder}/slurmctld.log
            SlurmdLogFile={folder}/%n.log
            ProctrackType=proctrack/linuxproc
            TaskPlugin=task/none
            SwitchType=switch/none
            MpiDefault=none
            JobAcctGatherType=jobacct_gather/none
            AccountingStorageType=accounting_storage/none
            SelectType=select/cons_tres
            SelectTypeParameters=CR_Core
            SchedulerParameters=sched_interval=1,batch_sched_delay=0
            NodeName=one NodeHostname={host} NodeAddr=127.0.0.1 Port={ports[1]} CPUs=2
            NodeName=two NodeHostname={host} NodeAddr=127.0.0.1 Port={ports[2]} CPUs=2
            PartitionName=all Nodes=ALL Default=YES State=UP

            """));
        Say("slurmctld", "-f", Configuration);
        Say("slurmd", "-f", Configuration, "-N", "one");
        Say("slurmd", "-f", Configuration, "-N", "two");
        Until(() => Say("sinfo", "--noheader", "--format=%t %D").Trim() == "idle 2", "both nodes are idle");
    }

    /// <summary>File that tells Slurm's commands of this cluster, by <c>SLURM_CONF</c>.</summary>
    public string Configuration => Path.Combine(folder, "slurm.conf");

    /// <summary>Numbers of the jobs that have not ended, with the node of those that run.</summary>
    public string Queue() => Say("squeue", "--noheader", "--format=%i %t %N");

    /// <summary>Loses a node as a power cut does: its service and all that it runs are killed, and the controller is told.</summary>
    public void Lose(string node)
    {
        Kill(node);
        foreach (int started in StartedOn(node))
        {
            Kill(started);
        }

        Say("scontrol", "update", $"nodename={node}", "state=down", "reason=lost");
    }

    /// <summary>Waits until nothing is queued or runs.</summary>
    public void UntilIdle() => Until(() => Queue().Trim().Length == 0, "the queue is empty");

    /// <summary>Waits until <paramref name="done"/>.</summary>
    public void Until(Func<bool> done, string what)
    {
        Stopwatch watch = Stopwatch.StartNew();
        while (!done())
        {
            if (watch.Elapsed > Patience)
            {
                string logs = string.Concat(Directory.GetFiles(folder, "*.log").Order(StringComparer.Ordinal).Select(log => $"\n{Path.GetFileName(log)}:\n{System.IO.File.ReadAllText(log)}"));
                throw new TimeoutException($"Not yet after {Patience}: {what}. {Queue()}{logs}");
            }

            Thread.Sleep(100);
        }
    }

    public void Dispose()
    {
        foreach (string service in (string[])["one", "two", "slurmctld", "munged"])
        {
            Kill(service);
        }

        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Processes that belong to a job on a node, which Slurm marks by their environment.</summary>
    private static IEnumerable<int> StartedOn(string node)
    {
        foreach (string process in Directory.GetDirectories("/proc").Where(p => int.TryParse(Path.GetFileName(p), out _)))
        {
            string environment;
            try
            {
                environment = System.IO.File.ReadAllText(Path.Combine(process, "environ"));
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                continue;
            }

            string[] variables = environment.Split('\0');
            if (variables.Contains($"SLURMD_NODENAME={node}") && variables.Contains("SLURM_CLUSTER_NAME=tests"))
            {
                yield return int.Parse(Path.GetFileName(process), CultureInfo.InvariantCulture);
            }
        }
    }

    private static int[] FreePorts(int count)
    {
        TcpListener[] listeners = [.. Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0))];
        Array.ForEach(listeners, l => l.Start());
        int[] ports = [.. listeners.Select(l => ((IPEndPoint)l.LocalEndpoint).Port)];
        Array.ForEach(listeners, l => l.Stop());
        return ports;
    }

    private void Kill(string service)
    {
        string file = Path.Combine(folder, service + ".pid");
        if (System.IO.File.Exists(file) && int.TryParse(System.IO.File.ReadAllText(file).Trim(), out int id))
        {
            Kill(id);
        }
    }

    private static void Kill(int id)
    {
        try
        {
            using Process process = Process.GetProcessById(id);
            process.Kill();
            process.WaitForExit(5_000);
        }
        catch (ArgumentException)
        {
            // It has ended by itself.
        }
    }

    private string Say(string program, params string[] arguments)
    {
        string beside = Path.Combine(programs, program);
        ProcessStartInfo start = new(Path.IsPathRooted(program) ? program : System.IO.File.Exists(beside) ? beside : program, arguments)
        {
            RedirectStandardOutput = true,
        };
        start.Environment["SLURM_CONF"] = Configuration;
        using Process process = Process.Start(start)!;
        string said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return said;
    }
}
