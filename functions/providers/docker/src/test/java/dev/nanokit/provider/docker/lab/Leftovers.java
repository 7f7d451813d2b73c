package dev.nanokit.provider.docker.lab;

import com.github.dockerjava.api.DockerClient;
import dev.nanokit.provider.docker.Labels;
import dev.nanokit.provider.docker.engine.EngineClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a project has on the engine. */
public final class Leftovers {
    private Leftovers() {}

    /** Everything with the project's label, by kind and name. */
    public static List<String> of(String project) {
        try (EngineClient engine = TestEngine.client()) {
            DockerClient docker = engine.docker();
            Map<String, String> label = Map.of(Labels.PROJECT, project);
            List<String> found = new ArrayList<>();
            docker.listContainersCmd().withShowAll(true).withLabelFilter(label).exec().stream()
                    .map(container -> "container " + container.getNames()[0].substring(1))
                    .forEach(found::add);
            docker.listNetworksCmd().withFilter("label", List.of(Labels.PROJECT + "=" + project)).exec().stream()
                    .map(network -> "network " + network.getName())
                    .forEach(found::add);
            docker
                    .listVolumesCmd()
                    .withFilter("label", List.of(Labels.PROJECT + "=" + project))
                    .exec()
                    .getVolumes()
                    .stream()
                    .map(volume -> "volume " + volume.getName())
                    .forEach(found::add);
            docker.listImagesCmd().withLabelFilter(label).exec().stream()
                    .map(image -> "image " + image.getRepoTags()[0])
                    .forEach(found::add);
            return found.stream().sorted().toList();
        }
    }

    /** Takes away everything with the project's label. */
    public static void remove(String project) {
        try (EngineClient engine = TestEngine.client()) {
            DockerClient docker = engine.docker();
            Map<String, String> label = Map.of(Labels.PROJECT, project);
            docker.listContainersCmd()
                    .withShowAll(true)
                    .withLabelFilter(label)
                    .exec()
                    .forEach(container -> docker.removeContainerCmd(container.getId())
                            .withForce(true)
                            .withRemoveVolumes(true)
                            .exec());
            docker.listNetworksCmd()
                    .withFilter("label", List.of(Labels.PROJECT + "=" + project))
                    .exec()
                    .forEach(network -> docker.removeNetworkCmd(network.getId()).exec());
            docker.listVolumesCmd()
                    .withFilter("label", List.of(Labels.PROJECT + "=" + project))
                    .exec()
                    .getVolumes()
                    .forEach(volume -> docker.removeVolumeCmd(volume.getName()).exec());
            docker.listImagesCmd()
                    .withLabelFilter(label)
                    .exec()
                    .forEach(image ->
                            docker.removeImageCmd(image.getId()).withForce(true).exec());
        }
    }
}
