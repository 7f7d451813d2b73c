package dev.nanokit.cli.init;

import java.util.List;
import java.util.regex.Pattern;

/** A first nanokit.yml, with comments that say what else there is. */
public final class StarterFile {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z./][A-Za-z0-9._/-]*(?::[A-Za-z0-9._/-]+)*");
    private static final List<String> WORDS = List.of("true", "false", "null", "yes", "no", "on", "off", "~");

    private StarterFile() {}

    /** @param project a legal name */
    public static String of(String project, Found found) {
        StringBuilder yaml = new StringBuilder();
        yaml.append("# What is to be true. See it with `nkapp plan`, make it so with `nkapp up`.\n");
        yaml.append("# Editors check and complete this file by its schema: nkapp schema > nanokit.schema.json\n");
        yaml.append("name: ").append(project).append('\n');
        yaml.append("version: \"1\"\n\n");
        yaml.append("infra:\n");
        yaml.append("  provider: docker        # the Docker engine of this machine, or of $DOCKER_HOST\n");
        yaml.append("  # cidr: 10.20.0.0/24    # range of the network that is made for each environment\n\n");
        services(found, yaml);
        databases(found, yaml);
        environments(yaml);
        notTaken(found, yaml);
        return yaml.toString();
    }

    private static void services(Found found, StringBuilder yaml) {
        yaml.append("services:\n");
        if (found.services().isEmpty()) {
            yaml.append("  web:\n");
            yaml.append("    image: nginx:1.27      # or `build: .` to build from a Dockerfile\n");
            yaml.append("    port: 8080             # on this machine\n");
            yaml.append("    expose: 80             # in the container\n");
        }
        found.services().forEach(service -> service(service, yaml));
        yaml.append("    # instances: 2          # replicas (then without port)\n");
        yaml.append("    # updateStrategy: rolling\n");
        yaml.append("    # health: /             # a path that answers 200, or a command\n");
        yaml.append("    # env: { LOG_LEVEL: info }\n");
        yaml.append("    # secrets: { API_KEY: { from: env } }   # from the variable or .env, never written here\n\n");
    }

    private static void service(Found.Service service, StringBuilder yaml) {
        yaml.append("  ").append(service.name()).append(":\n");
        yaml.append("    ")
                .append(service.kind())
                .append(": ")
                .append(scalar(service.source()))
                .append('\n');
        service.port().ifPresent(port -> yaml.append("    port: ").append(port).append('\n'));
        service.expose()
                .ifPresent(expose -> yaml.append("    expose: ").append(expose).append('\n'));
        if (!service.dependsOn().isEmpty()) {
            yaml.append("    depends_on: [")
                    .append(String.join(", ", service.dependsOn()))
                    .append("]\n");
        }
    }

    private static void databases(Found found, StringBuilder yaml) {
        if (found.databases().isEmpty()) {
            yaml.append(
                    "# databases:\n#   orders: { engine: postgres, version: \"16\" }   # gives ORDERS_URL to who depends"
                            + " on it\n\n");
            return;
        }
        yaml.append("databases:\n");
        for (Found.Database database : found.databases()) {
            yaml.append("  ").append(database.name()).append(": { engine: ").append(database.engine());
            if (!database.version().isEmpty()) {
                yaml.append(", version: \"").append(database.version()).append('"');
            }
            yaml.append(" }\n");
        }
        yaml.append('\n');
    }

    private static void environments(StringBuilder yaml) {
        yaml.append("# What differs in an environment; nkapp takes `local` unless told: nkapp up --env stage\n");
        yaml.append("# environments:\n");
        yaml.append("#   stage:\n");
        yaml.append("#     env: { LOG_LEVEL: debug }\n");
        yaml.append("# git:\n");
        yaml.append("#   environments: { main: production, develop: stage }   # which branch is which\n");
    }

    private static void notTaken(Found found, StringBuilder yaml) {
        if (!found.notTaken().isEmpty()) {
            yaml.append("\n# Not carried over from the compose file:\n");
            found.notTaken()
                    .forEach(what -> yaml.append("#   ").append(comment(what)).append('\n'));
        }
    }

    private static String comment(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }

    private static String scalar(String text) {
        if (PLAIN.matcher(text).matches() && !WORDS.contains(text.toLowerCase(java.util.Locale.ROOT))) {
            return text;
        }
        return "\"" + comment(text).replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
