package dev.nanokit.engine.config;

import dev.nanokit.engine.source.Place;

/**
 * Where a secret's value is to be looked up.
 *
 * @param name the variable's name, the SSM parameter's path, or the Secrets Manager secret's id
 */
public record SecretRef(Store store, String name, Place place) {
    public enum Store {
        ENV("env"),
        SSM("ssm"),
        SECRETS_MANAGER("secretsmanager");

        private final String id;

        Store(String id) {
            this.id = id;
        }

        /** The name as it stands in the file. */
        public String id() {
            return id;
        }
    }

    /** The reference in one word, as it is shown: {@code ssm:/shop/orders}. */
    public String source() {
        return store.id() + ":" + name;
    }
}
