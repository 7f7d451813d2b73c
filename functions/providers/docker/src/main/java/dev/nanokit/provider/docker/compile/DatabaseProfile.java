package dev.nanokit.provider.docker.compile;

import dev.nanokit.engine.config.Database;
import dev.nanokit.engine.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How one database engine is run as a container.
 *
 * @param image repository of its official image
 * @param version the tag that is taken where the file gives none
 * @param port on which it listens
 * @param user the administrator's name
 * @param passwordVariable the variable by which the image is told the administrator's password
 * @param command empty for the image's own
 * @param health a command that exits 0 once clients can connect; not while the image still initialises its data
 */
record DatabaseProfile(
        String image,
        String version,
        int port,
        String user,
        String passwordVariable,
        Optional<List<String>> command,
        String health) {

    static DatabaseProfile of(Database.Engine engine) {
        return switch (engine) {
            // The server that initialises the data listens on a socket file only, so asking over TCP waits it out.
            case POSTGRES ->
                new DatabaseProfile(
                        "postgres",
                        "17",
                        5432,
                        "postgres",
                        "POSTGRES_PASSWORD",
                        Optional.empty(),
                        "pg_isready -q -h 127.0.0.1 -U \"$POSTGRES_USER\" -d \"$POSTGRES_DB\"");
            case MYSQL ->
                new DatabaseProfile(
                        "mysql",
                        "8.4",
                        3306,
                        "root",
                        "MYSQL_ROOT_PASSWORD",
                        Optional.empty(),
                        "MYSQL_PWD=\"$MYSQL_ROOT_PASSWORD\" mysqladmin ping -s -h 127.0.0.1 --protocol=tcp -u root");
            // While it initialises, mongod listens on the loopback address only; by the container's own name it is out
            // of reach until it is done.
            case MONGO ->
                new DatabaseProfile(
                        "mongo",
                        "8",
                        27017,
                        "root",
                        "MONGO_INITDB_ROOT_PASSWORD",
                        Optional.empty(),
                        "if command -v mongosh >/dev/null; then client=mongosh; else client=mongo; fi;"
                                + " $client --quiet --host \"$(hostname)\" --eval 'db.adminCommand(\"ping\").ok'");
            case REDIS ->
                new DatabaseProfile(
                        "redis",
                        "7",
                        6379,
                        "default",
                        "REDIS_PASSWORD",
                        Optional.of(List.of(
                                "sh",
                                "-c",
                                "exec docker-entrypoint.sh redis-server --appendonly yes"
                                        + " --requirepass \"$REDIS_PASSWORD\"")),
                        "REDISCLI_AUTH=\"$REDIS_PASSWORD\" redis-cli -h 127.0.0.1 ping | grep -q PONG");
        };
    }

    /** The folder in the container where the data lies. */
    static String dataPath(Database database, String version) {
        return switch (database.engine()) {
            case POSTGRES -> postgresDataPath(version);
            case MYSQL -> "/var/lib/mysql";
            case MONGO -> "/data/db";
            case REDIS -> "/data";
        };
    }

    /** From 18 on the image keeps the data in a folder named after the version, below the one to be mounted. */
    private static String postgresDataPath(String version) {
        String major = version.replaceFirst("\\D.*", "");
        boolean before18 = !major.isEmpty() && Integer.parseInt(major) < 18;
        return before18 ? "/var/lib/postgresql/data" : "/var/lib/postgresql";
    }

    /** What the image is told about its first database and user; the file's own {@code env} is laid over it. */
    static Map<String, String> variables(Database database) {
        String schema = database.name().replace('-', '_');
        return switch (database.engine()) {
            case POSTGRES -> Map.of("POSTGRES_USER", "postgres", "POSTGRES_DB", schema);
            case MYSQL -> Map.of("MYSQL_DATABASE", schema, "MYSQL_ROOT_HOST", "%");
            case MONGO -> Map.of("MONGO_INITDB_ROOT_USERNAME", "root", "MONGO_INITDB_DATABASE", schema);
            case REDIS -> Map.of();
        };
    }

    /** The address for clients, with the password as it stands in a URL. */
    static Value.Template url(Database database, Map<String, String> variables, Value password) {
        String host = "@" + database.name() + ":" + of(database.engine()).port() + "/";
        String user = userOf(database, variables);
        return switch (database.engine()) {
            case POSTGRES ->
                Value.template(
                        Value.text("postgres://" + user + ":"),
                        password,
                        Value.text(host + variables.get("POSTGRES_DB")));
            case MYSQL ->
                Value.template(
                        Value.text("mysql://" + user + ":"),
                        password,
                        Value.text(host + variables.get("MYSQL_DATABASE")));
            case MONGO ->
                Value.template(
                        Value.text("mongodb://" + user + ":"),
                        password,
                        Value.text(host + variables.get("MONGO_INITDB_DATABASE") + "?authSource=admin"));
            case REDIS -> Value.template(Value.text("redis://" + user + ":"), password, Value.text(host + "0"));
        };
    }

    static String userOf(Database database, Map<String, String> variables) {
        return switch (database.engine()) {
            case POSTGRES -> variables.get("POSTGRES_USER");
            case MONGO -> variables.get("MONGO_INITDB_ROOT_USERNAME");
            case MYSQL, REDIS -> of(database.engine()).user();
        };
    }
}
