package dev.nanokit.provider.aws.compile;

import dev.nanokit.engine.config.Database;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What AWS offers of one engine.
 *
 * @param version what is taken where the file names none
 * @param versions the form of the versions that AWS knows
 * @param example a version in that form
 * @param classes what the names of its sizes begin with
 * @param smallest the size that is taken where the file names none
 * @param user the administrator's name where the file names none
 * @param userVariable the variable under {@code env} that names the administrator, where there is one
 * @param databaseVariable the variable under {@code env} that names the first database, where there is one
 */
record DatabaseEngine(
        String version,
        Pattern versions,
        String example,
        int port,
        String classes,
        String smallest,
        String user,
        Optional<String> userVariable,
        Optional<String> databaseVariable) {
    static DatabaseEngine of(Database.Engine engine) {
        return switch (engine) {
            case POSTGRES ->
                new DatabaseEngine(
                        "17",
                        Pattern.compile("\\d{2}(\\.\\d{1,2})?"),
                        "\"16\" or \"16.4\"",
                        5432,
                        "db.",
                        "db.t4g.micro",
                        "postgres",
                        Optional.of("POSTGRES_USER"),
                        Optional.of("POSTGRES_DB"));
            case MYSQL ->
                new DatabaseEngine(
                        "8.4",
                        Pattern.compile("\\d\\.\\d(\\.\\d{1,2})?"),
                        "\"8.4\" or \"8.0.39\"",
                        3306,
                        "db.",
                        "db.t4g.micro",
                        "admin",
                        Optional.empty(),
                        Optional.of("MYSQL_DATABASE"));
            case REDIS ->
                new DatabaseEngine(
                        "7.1",
                        Pattern.compile("[4-7](\\.\\d{1,2}){0,2}"),
                        "\"7\" or \"7.1\"",
                        6379,
                        "cache.",
                        "cache.t4g.micro",
                        "default",
                        Optional.empty(),
                        Optional.empty());
            case MONGO -> throw new IllegalArgumentException("aws offers no mongo; the file is refused before");
        };
    }
}
