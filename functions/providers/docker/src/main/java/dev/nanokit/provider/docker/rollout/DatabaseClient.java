package dev.nanokit.provider.docker.rollout;

import java.util.Optional;

/**
 * How to change the administrator's password from inside a database's container.
 *
 * @param passwordVariable the container's variable with the password it was made with
 * @param script for a shell; the new password is in {@link #NEW_PASSWORD}, and no password becomes an argument of a
 *     process. It can be repeated after it has gone through.
 */
record DatabaseClient(String passwordVariable, String script) {
    static final String NEW_PASSWORD = "NANOKIT_NEW_PASSWORD";

    /** Empty where the data does not keep the password: Redis is told it at each start. */
    static Optional<DatabaseClient> of(String engine) {
        return switch (engine) {
            case "postgres" -> Optional.of(new DatabaseClient("POSTGRES_PASSWORD", POSTGRES));
            case "mysql" -> Optional.of(new DatabaseClient("MYSQL_ROOT_PASSWORD", MYSQL));
            case "mongo" -> Optional.of(new DatabaseClient("MONGO_INITDB_ROOT_PASSWORD", MONGO));
            default -> Optional.empty();
        };
    }

    /** Its socket file trusts whoever is inside the container. */
    private static final String POSTGRES = """
            password=$(printf '%s' "$NANOKIT_NEW_PASSWORD" | sed "s/'/''/g")
            printf "ALTER ROLE \\"%s\\" PASSWORD '%s';" "$POSTGRES_USER" "$password" |
              psql -q -v ON_ERROR_STOP=1 -U "$POSTGRES_USER" -d "$POSTGRES_DB"
            """;

    private static final String MYSQL = """
            if printf 'SELECT 1;' | MYSQL_PWD="$NANOKIT_NEW_PASSWORD" mysql -u root >/dev/null 2>&1; then exit 0; fi
            password=$(printf '%s' "$NANOKIT_NEW_PASSWORD" | sed -e 's/\\\\/\\\\\\\\/g' -e "s/'/''/g")
            printf "ALTER USER IF EXISTS 'root'@'localhost' IDENTIFIED BY '%s', 'root'@'%s' IDENTIFIED BY '%s';" \\
              "$password" "${MYSQL_ROOT_HOST:-%}" "$password" | MYSQL_PWD="$MYSQL_ROOT_PASSWORD" mysql -u root
            """;

    private static final String MONGO = """
            mongosh --quiet admin --eval '
              const user = process.env.MONGO_INITDB_ROOT_USERNAME;
              const wanted = process.env.NANOKIT_NEW_PASSWORD;
              const works = password => { try { return db.auth(user, password).ok === 1; } catch (e) { return false; } };
              if (!works(wanted)) {
                if (!works(process.env.MONGO_INITDB_ROOT_PASSWORD)) { print("the old password is refused"); quit(1); }
                db.changeUserPassword(user, wanted);
              }'
            """;
}
