package dev.nanokit.bench.plan;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The steady world for OpenTofu: resources of its built-in provider, so that no plugin's process is started, and the
 * state that applying them leaves.
 */
final class TofuProject {
    private static final String RESOURCE = """
            resource "terraform_data" "%1$s" {
              input = { image = "shop:1.4.2", network = %2$s, name = "%1$s", log = "info", port = 8080 }
            }
            """;
    private static final String RECORD = """
            {"mode":"managed","type":"terraform_data","name":"%1$s",
             "provider":"provider[\\"terraform.io/builtin/terraform\\"]","instances":[{"schema_version":0,
              "attributes":{"id":"id-%1$s","input":%2$s,"output":%2$s,"triggers_replace":null},
              "sensitive_attributes":[],"dependencies":[%3$s]}]}""";
    private static final String INPUT = """
            {"value":{"image":"shop:1.4.2","network":"%2$s","name":"%1$s","log":"info","port":8080},
             "type":["object",{"image":"string","network":"string","name":"string","log":"string","port":"number"}]}""";

    private TofuProject() {}

    /** Writes main.tf and terraform.tfstate. */
    static void write(Path folder, int size) throws IOException {
        try (Writer main = Files.newBufferedWriter(folder.resolve("main.tf"));
                Writer state = Files.newBufferedWriter(folder.resolve("terraform.tfstate"))) {
            main.write(RESOURCE.formatted("network", "\"10.20.0.0/16\""));
            state.write("""
                    {"version":4,"terraform_version":"1.10.0","serial":1,
                     "lineage":"00000000-0000-4000-8000-000000000000","outputs":{},"resources":[
                    """);
            state.write(RECORD.formatted("network", INPUT.formatted("network", "10.20.0.0/16"), ""));
            for (int number = 1; number < size; number++) {
                String name = "service-" + number;
                main.write(RESOURCE.formatted(name, "terraform_data.network.id"));
                state.write(",\n"
                        + RECORD.formatted(name, INPUT.formatted(name, "id-network"), "\"terraform_data.network\""));
            }
            state.write("],\"check_results\":null}\n");
        }
    }
}
