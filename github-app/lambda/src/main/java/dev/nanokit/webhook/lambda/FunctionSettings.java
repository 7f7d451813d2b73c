package dev.nanokit.webhook.lambda;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * How the function is set up.
 *
 * @param secretNames as {@link SecretStore} takes them
 * @param state {@code dynamodb://table?region=…}
 */
record FunctionSettings(List<String> secretNames, String state, String stateMachineArn) {
    /**
     * Reads the variables NANOKIT_WEBHOOK_SECRETS (names with commas between them), NANOKIT_STATE and
     * NANOKIT_STATE_MACHINE_ARN.
     *
     * @throws IllegalStateException naming all that are missing
     */
    static FunctionSettings from(Function<String, Optional<String>> variables) {
        List<String> missing = new ArrayList<>();
        String secrets = read(variables, "NANOKIT_WEBHOOK_SECRETS", missing);
        String state = read(variables, "NANOKIT_STATE", missing);
        String machine = read(variables, "NANOKIT_STATE_MACHINE_ARN", missing);
        if (!missing.isEmpty()) {
            throw new IllegalStateException(
                    "the function's environment lacks " + String.join(", ", missing) + ": set them in template.yaml");
        }
        List<String> names = Stream.of(secrets.split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
        return new FunctionSettings(names, state, machine);
    }

    private static String read(Function<String, Optional<String>> variables, String name, List<String> missing) {
        return variables.apply(name).filter(value -> !value.isBlank()).orElseGet(() -> {
            missing.add(name);
            return "";
        });
    }
}
