package dev.nanokit.github.standin.git;

import dev.nanokit.github.standin.git.TreeEntry.Mode;
import java.nio.charset.StandardCharsets;

/**
 * What a commit has at one path.
 *
 * @param id of the content; of another repository's commit for a submodule
 */
public record Content(Mode mode, String id) {
    static final String SUBMODULE_AT = ObjectId.of("commit", "elsewhere".getBytes(StandardCharsets.UTF_8));
}
