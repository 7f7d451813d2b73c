package dev.nanokit.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.nanokit.state.table.ItemKey;
import dev.nanokit.state.table.Table;
import dev.nanokit.state.table.TableException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TablesTest {
    @TempDir
    Path folder;

    @Test
    void stateIsKeptInTheUsersStateFolderUnlessToldOtherwise() {
        assertThat(Tables.address(Map.of("HOME", "/home/ada")))
                .isEqualTo("sqlite:///home/ada/.local/state/nanokit/state.db");
        assertThat(Tables.address(Map.of("HOME", "/home/ada", "XDG_STATE_HOME", "/var/ada")))
                .isEqualTo("sqlite:///var/ada/nanokit/state.db");
        assertThat(Tables.address(Map.of("HOME", "/home/ada", "XDG_STATE_HOME", "relative")))
                .isEqualTo("sqlite:///home/ada/.local/state/nanokit/state.db");
        assertThat(Tables.address(Map.of()))
                .isEqualTo("sqlite://" + System.getProperty("user.home") + "/.local/state/nanokit/state.db");
    }

    @Test
    void variableSaysWhereStateIsKept() {
        Map<String, String> environment =
                Map.of("HOME", "/home/ada", "NANOKIT_STATE", "dynamodb://state?region=eu-west-1");

        assertThat(Tables.address(environment)).isEqualTo("dynamodb://state?region=eu-west-1");
        assertThat(Tables.address(Map.of("HOME", "/home/ada", "NANOKIT_STATE", " ")))
                .startsWith("sqlite:///home/ada");
    }

    @Test
    void sqliteFileIsOpenedByItsAddress() {
        Path file = folder.resolve("with space/state.db");

        try (Table table = Tables.open("sqlite://" + file, InstantSource.system())) {
            assertThat(table.get(new ItemKey("p", "s"))).isEmpty();
        }
        assertThat(file).exists();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "state.db                              | it begins with neither sqlite:// nor dynamodb://",
                "postgres://host/db                    | it begins with neither sqlite:// nor dynamodb://",
                "sqlite://state.db                     | after sqlite:// comes the absolute path of a file",
                "sqlite:///                            | after sqlite:// comes the absolute path of a file",
                "dynamodb://a b                        | Illegal character in authority at character 13",
                "dynamodb://x                          | 'x' is not the name of a DynamoDB table",
                "dynamodb:///state                     | '' is not the name of a DynamoDB table",
                "dynamodb://state?region=Ireland       | 'Ireland' is not a region",
                "dynamodb://state?regoin=eu-west-1     | 'regoin=eu-west-1' is none of region=, endpoint= and create=",
                "dynamodb://state?endpoint=localhost   | the endpoint 'localhost' is not an http address",
                "dynamodb://state?create=yes           | create is true or false, not 'yes'",
            })
    void wrongAddressIsExplained(String address, String problem) {
        TableException failure =
                catchThrowableOfType(TableException.class, () -> Tables.open(address, InstantSource.system()));

        assertThat(failure)
                .hasMessageContaining(address)
                .hasMessageContaining("can't be used")
                .hasMessageContaining(problem);
        assertThat(failure.retryable()).isFalse();
        assertThat(failure.fix()).contains("dynamodb://");
    }
}
