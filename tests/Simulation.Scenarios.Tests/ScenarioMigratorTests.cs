using Simulation.Scenarios.Migrations;
using Simulation.Scenarios.Reading;

namespace Simulation.Scenarios.Tests;

public sealed class ScenarioMigratorTests
{
    private const string Draft = """
        # a draft, with a remark
        name: Old plan   # keep me
        base: baseline
        measures:
          - school_street:
              coverage: 60% of primary schools  # and me
              compliance: 80%
        """;

    [Fact]
    public void Migrate_ADraft_BringsItForwardAndKeepsEveryRemark()
    {
        MigrationResult result = ScenarioMigrator.Migrate(Draft, "old.yaml");
        result.Text.ShouldBe("""
            # a draft, with a remark
            scenario: Old plan   # keep me
            version: 1
            extends: baseline
            interventions:
              - school_street:
                  reach: 60% of primary schools  # and me
                  adherence: 80%
            """);
        result.Changes.Count.ShouldBe(6);
        result.Changes[0].ShouldBe("old.yaml:2:1: 'name' is called 'scenario' now");
        ScenarioReader.ReadText(result.Text!, "new.yaml").Diagnostics.ShouldBeEmpty();
    }

    [Fact]
    public void Migrate_TodaysVersion_ChangesNothing()
    {
        string text = "scenario: T\nversion: 1\n";
        MigrationResult result = ScenarioMigrator.Migrate(text, "t.yaml");
        result.Text.ShouldBe(text);
        result.Changes.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("scenario: T\nversion: 9\n", "SIM0107")]
    [InlineData("scenario: \"T\n", "SIM0007")]
    public void Migrate_WhatItCannotRead_SaysWhy(string text, string code)
    {
        MigrationResult result = ScenarioMigrator.Migrate(text, "t.yaml");
        result.Text.ShouldBeNull();
        result.Diagnostics.Single().Code.Id.ShouldBe(code);
    }
}
