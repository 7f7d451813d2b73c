package dev.nanokit.aws.standin;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** The images that a Docker engine of this machine has. */
final class LocalImages {
    private static final long LONGEST_WAIT_SECONDS = 10;

    private LocalImages() {}

    /** No when there is no engine, or it does not answer. */
    static boolean has(String image) {
        try {
            Process inspect = new ProcessBuilder("docker", "image", "inspect", image)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (inspect.waitFor(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
                return inspect.exitValue() == 0;
            }
            inspect.destroyForcibly();
            return false;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
