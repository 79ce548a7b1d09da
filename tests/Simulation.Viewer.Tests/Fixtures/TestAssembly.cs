// Page tests share two cores with a software renderer: one after another they are quicker than side by side.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
[assembly: AssemblyFixture(typeof(Simulation.Viewer.Tests.Fixtures.Browser))]
