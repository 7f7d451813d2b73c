package dev.nanokit.provider.docker.compile;

import dev.nanokit.engine.config.Database;
import dev.nanokit.engine.resource.ResourceKey;
import dev.nanokit.engine.value.Secret;
import dev.nanokit.engine.value.Value;
import dev.nanokit.provider.GivenVariables;
import java.util.Map;
import java.util.TreeMap;

/** One database of the file with everything that its container and its clients are told. */
record DatabaseSetup(Database database, DatabaseProfile profile, String version, Map<String, String> variables) {
    static DatabaseSetup of(Database database) {
        DatabaseProfile profile = DatabaseProfile.of(database.engine());
        Map<String, String> variables = new TreeMap<>(DatabaseProfile.variables(database));
        variables.putAll(database.env());
        return new DatabaseSetup(database, profile, database.version().orElse(profile.version()), variables);
    }

    String image() {
        return profile.image() + ":" + version;
    }

    ResourceKey volume() {
        return Kinds.volume(database.name() + "-data");
    }

    ResourceKey container() {
        return Kinds.container(database.name());
    }

    /** The password as the file gives it, else the one that the volume keeps. */
    Value password() {
        return database.rootPassword()
                .<Value>map(ref -> Value.hidden(Secret.reference(ref.source())))
                .orElseGet(this::generatedPassword);
    }

    private Value generatedPassword() {
        return Value.ref(volume(), "password");
    }

    /** The password as a part of a URL. A generated one has no character that would need an escape. */
    private Value passwordInUrl() {
        return database.rootPassword()
                .<Value>map(ref -> Value.hidden(Secret.reference(ref.source()).percentEncoded()))
                .orElseGet(this::generatedPassword);
    }

    Map<String, Value> containerVariables() {
        Map<String, Value> values = new TreeMap<>();
        variables.forEach((name, value) -> values.put(name, Value.text(value)));
        values.put(profile.passwordVariable(), password());
        return values;
    }

    /** What a service that depends on this database is told: {@code ORDERS_URL} and the like. */
    Map<String, Value> clientVariables() {
        String prefix = GivenVariables.part(database.name());
        return Map.of(
                prefix + "_URL", DatabaseProfile.url(database, variables, passwordInUrl()),
                prefix + "_USER", Value.text(DatabaseProfile.userOf(database, variables)),
                prefix + "_PASSWORD", password());
    }
}
