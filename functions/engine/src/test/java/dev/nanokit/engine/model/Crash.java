package dev.nanokit.engine.model;

/** The run dies here, as if the power had gone. */
public final class Crash extends RuntimeException {
    /** How many steps a run still makes before it dies. */
    public static final class Fuse {
        public static final int NEVER = Integer.MAX_VALUE;

        private int left;

        public Fuse(int steps) {
            this.left = steps;
        }

        void step() {
            if (left-- == 0) {
                throw new Crash();
            }
        }
    }
}
