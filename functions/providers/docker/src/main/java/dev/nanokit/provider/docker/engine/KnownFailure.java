package dev.nanokit.provider.docker.engine;

import java.util.List;

/** Failures that the engine tells in words only. The first that fits is taken. */
@SuppressWarnings("ImmutableEnumChecker") // the lists are made by List.of
enum KnownFailure {
    DISK_FULL(
            "disk-full",
            false,
            "free some space on the engine's disk: 'docker system df' shows what takes it, 'docker system prune' what is unused",
            List.of("no space left on device")),
    PORT_IN_USE(
            "port-in-use",
            false,
            "stop what holds the port ('docker ps', 'ss -ltnp'), or choose another port",
            List.of("port is already allocated", "address already in use", "ports are not available")),
    RANGE_OVERLAPS(
            "cidr-overlap",
            false,
            "choose a range that no other network of the engine has: 'docker network inspect $(docker network ls -q)'",
            List.of("pool overlaps", "non-overlapping ipv4 address pool", "is overlapping")),
    NO_FREE_RANGE(
            "no-free-range",
            false,
            "give infra.cidr a free range, or remove networks that are not used: 'docker network prune'",
            List.of("could not find an available", "all predefined address pools")),
    IMAGE_REFUSED(
            "image-refused",
            false,
            "check the image's name and tag; for a private one, log in to its registry on this machine: 'docker login'",
            List.of(
                    "pull access denied",
                    "manifest unknown",
                    "not found: manifest",
                    "repository does not exist",
                    "unauthorized",
                    "no basic auth",
                    "denied:",
                    "no such image",
                    "invalid reference format",
                    "no matching manifest")),
    REGISTRY_UNREACHABLE(
            "registry-unreachable",
            false,
            "check the engine's way to the registry, or bring the image there yourself: 'docker load', 'docker import'",
            List.of("no such host", "connection refused", "network is unreachable", "server misbehaving")),
    REGISTRY_SLOW(
            "registry-slow",
            true,
            "try again; the registry does not keep up",
            List.of("tls handshake timeout", "i/o timeout", "client.timeout", "toomanyrequests", "context deadline")),
    BUSY("busy", true, "try again in a moment", List.of("is already in progress", "is restarting")),
    VOLUME_IN_USE(
            "volume-in-use",
            false,
            "remove the containers that use it: 'docker ps -a --filter volume=NAME'",
            List.of("volume is in use")),
    NETWORK_IN_USE(
            "network-in-use",
            false,
            "disconnect or stop the containers on it: 'docker network inspect NAME'",
            List.of("has active endpoints")),
    FOLDER_MISSING(
            "folder-missing",
            false,
            "create the folder on the engine's machine, or correct the path",
            List.of("bind source path does not exist")),
    NOT_STARTABLE(
            "not-startable",
            false,
            "check 'start', 'cpu', 'memory' and the mounts of the service against its image",
            List.of("oci runtime", "executable file not found", "failed to create task", "failed to create shim")),
    NEEDS_BUILDKIT(
            "needs-buildkit",
            false,
            "rewrite the instruction for the classic builder, which is what the engine's API offers",
            List.of("requires buildkit", "unknown flag: mount", "unknown instruction")),
    NONE("", false, "look at the engine's log: 'journalctl -u docker'", List.of());

    private final String code;
    private final boolean retryable;
    private final String fix;
    private final List<String> signs;

    KnownFailure(String code, boolean retryable, String fix, List<String> signs) {
        this.code = code;
        this.retryable = retryable;
        this.fix = fix;
        this.signs = signs;
    }

    /** @param message in lower case */
    static KnownFailure of(String message) {
        for (KnownFailure failure : values()) {
            if (failure.signs.stream().anyMatch(message::contains)) {
                return failure;
            }
        }
        return NONE;
    }

    String code() {
        return code;
    }

    boolean retryable() {
        return retryable;
    }

    String fix() {
        return fix;
    }
}
