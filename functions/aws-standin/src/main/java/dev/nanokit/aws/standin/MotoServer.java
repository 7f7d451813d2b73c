package dev.nanokit.aws.standin;

import java.net.URI;
import java.util.Map;

/** The former name of {@link AwsStandin}, until every module uses the new one. */
public final class MotoServer implements AutoCloseable {
    private final AwsStandin standin;

    private MotoServer(AwsStandin standin) {
        this.standin = standin;
    }

    public static MotoServer start() {
        return new MotoServer(AwsStandin.start());
    }

    public URI endpoint() {
        return standin.endpoint();
    }

    public Map<String, String> variables() {
        return standin.variables();
    }

    @Override
    public void close() {
        standin.close();
    }
}
