package dev.nanokit.bench.containers;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Services of one container each, on one network.
 *
 * @param project begins the name of all that is made
 * @param image an image whose command ends at once when it is asked to
 */
record Fleet(String project, String image, int size) {
    List<String> services() {
        return IntStream.rangeClosed(1, size).mapToObj("s%02d"::formatted).toList();
    }

    String nanokitFile() {
        return "name: " + project + "\nservices:\n" + entries();
    }

    String composeFile() {
        return "version: '3'\nservices:\n" + entries();
    }

    /** Containers are asked to end before they are removed, as the others do it. */
    String tofuFile() {
        return """
                terraform {
                  required_providers {
                    docker = { source = "kreuzwerker/docker" }
                  }
                }
                resource "docker_network" "default" {
                  name = "%1$s-net"
                }
                """.formatted(project)
                + services().stream().map(this::tofuContainer).collect(Collectors.joining());
    }

    private String tofuContainer(String service) {
        return """
                resource "docker_container" "%2$s" {
                  name                  = "%1$s-%2$s"
                  image                 = "%3$s"
                  destroy_grace_seconds = 10
                  networks_advanced {
                    name = docker_network.default.name
                  }
                }
                """.formatted(project, service, image);
    }

    private String entries() {
        return services().stream()
                .map(service -> "  %s: { image: %s }\n".formatted(service, image))
                .collect(Collectors.joining());
    }
}
