package dev.nanokit.cli.start;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * SQLite's native library, out of its jar. Where the property {@code org.sqlite.lib.path} names its folder, sqlite-jdbc
 * neither looks the platform up by a process of its own nor writes the library to the temporary folder at each start.
 */
final class SqliteLibrary {
    private SqliteLibrary() {}

    /** Does nothing on a platform for which the jar has none. */
    static void extractTo(Path folder) throws IOException {
        String name = LibraryLoaderUtil.getNativeLibName();
        String resource = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name;
        try (InputStream library = LibraryLoaderUtil.class.getResourceAsStream(resource)) {
            if (library != null) {
                Files.copy(library, folder.resolve(name));
            }
        }
    }
}
