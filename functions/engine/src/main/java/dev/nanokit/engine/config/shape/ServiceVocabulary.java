package dev.nanokit.engine.config.shape;

import static dev.nanokit.engine.config.shape.Shapes.COMMAND;
import static dev.nanokit.engine.config.shape.Shapes.COUNT;
import static dev.nanokit.engine.config.shape.Shapes.FOLDER;
import static dev.nanokit.engine.config.shape.Shapes.IMAGE;
import static dev.nanokit.engine.config.shape.Shapes.NAME;
import static dev.nanokit.engine.config.shape.Shapes.PORT;
import static dev.nanokit.engine.config.shape.Shapes.SIZE;
import static dev.nanokit.engine.config.shape.Shapes.VARIABLES;
import static dev.nanokit.engine.config.shape.Shapes.any;
import static dev.nanokit.engine.config.shape.Shapes.choice;
import static dev.nanokit.engine.config.shape.Shapes.either;
import static dev.nanokit.engine.config.shape.Shapes.items;
import static dev.nanokit.engine.config.shape.Shapes.text;

/** Services, and the runtimes they may run on. */
final class ServiceVocabulary {
    private static final Fields BUILD = Fields.named("build", "a build")
            .key("context", FOLDER, "Folder that is built, relative to this file; '.' where it is not given.")
            .key(
                    "dockerfile",
                    any("a path", "Dockerfile"),
                    "Path of the Dockerfile inside the context; Dockerfile where it is not given.")
            .key("args", VARIABLES, "Arguments of the build.")
            .key(
                    "target",
                    any("the name of a stage", "production"),
                    "Stage of the Dockerfile at which the build stops.")
            .build();

    private static final Fields SCALE = Fields.named("scale", "the bounds of scaling")
            .key("min", COUNT, "Least number of replicas.")
            .key("max", COUNT, "Greatest number of replicas.")
            .key(
                    "cpu_threshold",
                    either(new Shape.Whole(1, 100), text(Format.PERCENT)),
                    "Use of the processor above which replicas are added, such as \"70%\".",
                    "cpu",
                    "target")
            .build();

    private static final Fields HEALTH = Fields.named("health", "a health check")
            .key("path", any("a path", "/health"), "HTTP path on the container's port that answers 200 to 399.", "url")
            .key("command", COMMAND, "Command that exits 0 inside the container.", "test", "cmd")
            .oneOf("path", "command")
            .build();

    static final Fields SERVICE = Fields.named("service", "a service")
            .key("image", IMAGE, "Image to run. One of image, build and runtime.")
            .key("build", either(FOLDER, BUILD, "context"), "Folder to build an image from, or how to build it.")
            .key("runtime", any("the name of a runtime", "node"), "Name of a runtime that is declared under runtimes.")
            .key("path", FOLDER, "Folder of the service's source in the repository.", "folder", "dir", "directory")
            .key("start", COMMAND, "Command line that replaces the image's own.", "command", "cmd", "entrypoint")
            .key("port", PORT, "Port that is published on the host.", "ports", "published")
            .key("expose", PORT, "Port on which the container listens; port where it is not given.", "containerPort")
            .key(
                    "host",
                    text(Format.DOMAINS),
                    "Domains under which it is reached, separated by commas.",
                    "hosts",
                    "domain",
                    "domains",
                    "hostname")
            .key("depends_on", items(NAME), "Services and databases that must be there before it.", "needs", "links")
            .key(
                    "updateStrategy",
                    choice("recreate", "rolling"),
                    "recreate stops the old one first (default); rolling waits until the new one is healthy.",
                    "strategy")
            .key(
                    "instances",
                    COUNT,
                    "How many replicas; 1 where it is not given, 0 disables the service.",
                    "replicas",
                    "count")
            .key("env", VARIABLES, "Environment variables.", "environment", "variables")
            .key("secrets", SecretVocabulary.SECRETS, "Environment variables whose values are looked up.")
            .key(
                    "cpu",
                    either(new Shape.Decimal(1_024), text(Format.CORES)),
                    "Upper bound in cores, such as 0.5.",
                    "cpus")
            .key("memory", SIZE, "Upper bound with its unit, such as 512mb.", "mem", "ram", "mem_limit")
            .key(
                    "volumes",
                    items(text(Format.MOUNT)),
                    "Mounts as source:target or source:target:ro; source is a volume, or a path on the host.",
                    "mounts")
            .key("scale", SCALE, "Bounds between which the provider changes the number of replicas.", "autoscale")
            .key(
                    "health",
                    either(any("a path or a command", "/health"), HEALTH),
                    "How to tell that it works: an HTTP path or a command.",
                    "healthcheck",
                    "healthCheck")
            .oneOf("image", "build", "runtime")
            .build();

    static final Fields RUNTIME = Fields.named("runtime", "a runtime")
            .key("image", IMAGE, "Image that the runtime's services run on.")
            .key("install", COMMAND, "Command that prepares a service's source.", "setup")
            .key("start", COMMAND, "Command that starts a service that gives none of its own.", "command")
            .key("env", VARIABLES, "Environment variables of every service on this runtime.", "environment")
            .build();

    private ServiceVocabulary() {}
}
