package dev.nanokit.github.flow;

import dev.nanokit.engine.config.Variables;
import dev.nanokit.state.EnvironmentId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which of the process's variables a project's file may draw upon. What {@code ${NAME}} expands to is shown in plans, so
 * it is only what was declared for that project and environment: {@code NANOKIT_VAR__SHOP__PRODUCTION__NAME}. Providers
 * and {@code from: env} get all but the App's own.
 */
final class ProjectVariables {
    private static final String DECLARED = "NANOKIT_VAR__";

    private final Map<String, String> process;

    ProjectVariables(Map<String, String> process) {
        this.process = process;
    }

    /** What {@code ${NAME}} in the file expands to. */
    Variables shown(EnvironmentId id) {
        String prefix = DECLARED + word(id.project()) + "__" + word(id.environment()) + "__";
        return name -> Optional.ofNullable(process.get(prefix + name));
    }

    /** Credentials and secrets. The App's key, its webhook's secret and its tokens are not among them. */
    Map<String, String> secret() {
        return process.entrySet().stream()
                .filter(variable -> !isTheAppsOwn(variable.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static boolean isTheAppsOwn(String name) {
        return name.startsWith("NANOKIT_") || name.startsWith("GITHUB_") || name.startsWith("GH_");
    }

    private static String word(String name) {
        return name.replace('-', '_').toUpperCase(Locale.ROOT);
    }
}
