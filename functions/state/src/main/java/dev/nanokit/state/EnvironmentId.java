package dev.nanokit.state;

/**
 * The environment whose state is meant.
 *
 * @param tenant GitHub account id; {@code local} for the CLI
 */
public record EnvironmentId(String tenant, String project, String environment) {
    /** The partition of this environment's locks and resources. */
    public String partition() {
        return "E#" + tenant + "/" + project + "#" + environment;
    }

    /** The partition of the project's audit trail. */
    public String auditPartition() {
        return "AUDIT#" + tenant + "/" + project;
    }
}
