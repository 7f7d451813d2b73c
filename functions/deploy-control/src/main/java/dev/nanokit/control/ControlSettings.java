package dev.nanokit.control;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * How the github function is set up.
 *
 * @param state {@code dynamodb://table?region=…}
 * @param app name of the secret that says which App it is: a JSON object with its {@code id}
 * @param privateKey name of the secret that holds the App's private key
 * @param sources the bucket that keeps what services are built from
 * @param api GitHub's API
 * @param pages where people's browsers reach the pages of plans; empty where plans are not shown there
 */
record ControlSettings(String state, String app, String privateKey, String sources, URI api, Optional<String> pages) {
    private static final String SECRETS_MANAGER = "secretsmanager:";
    private static final String GITHUB_COM = "https://api.github.com";

    /**
     * Reads NANOKIT_STATE, NANOKIT_GITHUB_APP, NANOKIT_GITHUB_PRIVATE_KEY, NANOKIT_SOURCES, NANOKIT_GITHUB_API_URL and
     * NANOKIT_PUBLIC_URL.
     *
     * @throws IllegalStateException naming all that are missing or wrong
     */
    static ControlSettings from(Function<String, Optional<String>> variables) {
        List<String> wrong = new ArrayList<>();
        String state = required("NANOKIT_STATE", variables, wrong);
        String app = secret("NANOKIT_GITHUB_APP", variables, wrong);
        String key = secret("NANOKIT_GITHUB_PRIVATE_KEY", variables, wrong);
        String sources = required("NANOKIT_SOURCES", variables, wrong);
        if (!wrong.isEmpty()) {
            throw new IllegalStateException("the function's environment is not as it should be: "
                    + String.join("; ", wrong) + ". See template.yaml.");
        }
        String api = variables
                .apply("NANOKIT_GITHUB_API_URL")
                .filter(value -> !value.isBlank())
                .orElse(GITHUB_COM);
        Optional<String> pages = variables.apply("NANOKIT_PUBLIC_URL").filter(value -> !value.isBlank());
        return new ControlSettings(state, app, key, sources, URI.create(api), pages);
    }

    private static String required(String name, Function<String, Optional<String>> variables, List<String> wrong) {
        return variables.apply(name).filter(value -> !value.isBlank()).orElseGet(() -> {
            wrong.add(name + " is missing");
            return "";
        });
    }

    private static String secret(String name, Function<String, Optional<String>> variables, List<String> wrong) {
        String value = required(name, variables, wrong);
        if (!value.isEmpty() && !value.startsWith(SECRETS_MANAGER)) {
            wrong.add(name + " does not begin with " + SECRETS_MANAGER);
            return "";
        }
        return value.isEmpty() ? "" : value.substring(SECRETS_MANAGER.length());
    }
}
