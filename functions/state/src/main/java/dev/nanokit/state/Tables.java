package dev.nanokit.state;

import dev.nanokit.state.table.Table;
import dev.nanokit.state.table.TableException;
import dev.nanokit.state.table.dynamodb.DynamoDbAddress;
import dev.nanokit.state.table.dynamodb.DynamoDbConnection;
import dev.nanokit.state.table.sqlite.SqliteTable;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** Finds and opens the table in which state is kept. */
public final class Tables {
    /** The variable that says where. */
    public static final String VARIABLE = "NANOKIT_STATE";

    private static final String SQLITE = "sqlite://";
    private static final String DYNAMODB = "dynamodb://";

    private Tables() {}

    /**
     * Where state is kept: {@code NANOKIT_STATE}, else a file in the user's state folder
     * ({@code $XDG_STATE_HOME/nanokit/state.db}, {@code ~/.local/state/nanokit/state.db}).
     *
     * @param environment the process's variables
     */
    public static String address(Map<String, String> environment) {
        return set(environment, VARIABLE)
                .orElseGet(() -> SQLITE + stateFolder(environment).resolve("nanokit/state.db"));
    }

    /** As the XDG base directory specification has it, a relative path counts as unset. */
    private static Path stateFolder(Map<String, String> environment) {
        return set(environment, "XDG_STATE_HOME")
                .map(Path::of)
                .filter(Path::isAbsolute)
                .orElseGet(() -> home(environment).resolve(".local/state"));
    }

    private static Path home(Map<String, String> environment) {
        return Path.of(set(environment, "HOME").orElseGet(() -> System.getProperty("user.home")));
    }

    private static Optional<String> set(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    /**
     * Opens the table at an address: {@code sqlite:///path/state.db} (the path as it is, not percent-encoded), or
     * {@code dynamodb://table?region=…&endpoint=…&create=true}.
     *
     * @param clock decides what has expired
     * @throws TableException when the address is wrong, or what is there can't be used
     */
    public static Table open(String address, InstantSource clock) {
        if (address.startsWith(SQLITE)) {
            return SqliteTable.open(file(address), clock);
        }
        if (address.startsWith(DYNAMODB)) {
            return DynamoDbConnection.open(DynamoDbAddress.parse(uri(address)), clock);
        }
        throw wrong(address, "it begins with neither " + SQLITE + " nor " + DYNAMODB, null);
    }

    /** The file in which state is kept at the address; empty where it is kept elsewhere. */
    public static Optional<Path> localFile(String address) {
        return address.startsWith(SQLITE) ? Optional.of(file(address)) : Optional.empty();
    }

    private static Path file(String address) {
        Path path = Path.of(address.substring(SQLITE.length()));
        if (!path.isAbsolute() || path.getNameCount() == 0) {
            throw wrong(address, "after " + SQLITE + " comes the absolute path of a file", null);
        }
        return path;
    }

    private static URI uri(String address) {
        try {
            return new URI(address);
        } catch (URISyntaxException e) {
            throw wrong(address, e.getReason() + " at character " + (e.getIndex() + 1), e);
        }
    }

    private static TableException wrong(String address, String problem, Exception cause) {
        return new TableException(
                "the state address '" + address + "' can't be used: " + problem,
                false,
                "Set " + VARIABLE
                        + " to sqlite:///path/state.db or dynamodb://table?region=eu-west-1, or leave it out.",
                cause);
    }
}
