package dev.nanokit.engine.config;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * A database. Holds data.
 *
 * @param plan the provider's size name
 * @param storageBytes in bytes
 * @param rootPassword without it one is generated, and kept only where the provider keeps it
 */
public record Database(
        String name,
        Engine engine,
        Optional<String> version,
        Optional<String> plan,
        OptionalLong storageBytes,
        Map<String, String> env,
        Optional<SecretRef> rootPassword) {
    public Database {
        env = Collections.unmodifiableMap(new TreeMap<>(env));
    }

    public enum Engine {
        POSTGRES("postgres"),
        MYSQL("mysql"),
        MONGO("mongo"),
        REDIS("redis");

        private final String id;

        Engine(String id) {
            this.id = id;
        }

        /** The name as it stands in the file. */
        public String id() {
            return id;
        }
    }
}
