package dev.nanokit.github.standin.git;

/** @param path from the tree that was listed */
public record TreeEntry(String path, Mode mode, String id, long size) {
    /** What lies there. */
    public enum Mode {
        FILE("100644", "blob"),
        PROGRAM("100755", "blob"),
        LINK("120000", "blob"),
        FOLDER("040000", "tree"),
        SUBMODULE("160000", "commit");

        private final String octal;
        private final String kind;

        Mode(String octal, String kind) {
            this.octal = octal;
            this.kind = kind;
        }

        public String octal() {
            return octal;
        }

        public String kind() {
            return kind;
        }
    }
}
