package dev.nanokit.provider.docker.rollout;

/** Asks a running container whether it works. */
interface HealthProbe {
    Verdict ask(String container);
}
