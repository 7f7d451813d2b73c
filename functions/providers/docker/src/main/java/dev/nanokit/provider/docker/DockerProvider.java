package dev.nanokit.provider.docker;

import dev.nanokit.engine.config.Environment;
import dev.nanokit.engine.config.ProviderId;
import dev.nanokit.provider.Compilation;
import dev.nanokit.provider.Connection;
import dev.nanokit.provider.ConnectionSettings;
import dev.nanokit.provider.Provider;
import dev.nanokit.provider.Sources;
import dev.nanokit.provider.docker.compile.DockerCompiler;
import dev.nanokit.provider.docker.engine.EngineClient;
import dev.nanokit.provider.docker.rollout.Pace;
import dev.nanokit.provider.docker.source.SourceReader;
import dev.nanokit.provider.docker.ssh.SshDialer;
import dev.nanokit.provider.docker.transport.Dialer;
import dev.nanokit.provider.docker.transport.Dialers;
import dev.nanokit.provider.docker.transport.Endpoint;
import dev.nanokit.provider.docker.transport.Endpoints;
import java.nio.file.Path;
import java.time.InstantSource;

/** Docker Engine, on this machine, by {@code DOCKER_HOST}, or on a host over SSH. */
public final class DockerProvider implements Provider {
    private final Pace pace;
    private final InstantSource clock;

    public DockerProvider() {
        this(Pace.NORMAL, InstantSource.system());
    }

    public DockerProvider(Pace pace, InstantSource clock) {
        this.pace = pace;
        this.clock = clock;
    }

    @Override
    public ProviderId id() {
        return ProviderId.DOCKER;
    }

    @Override
    public Sources sources(Environment environment, Path baseFolder) {
        return SourceReader.read(environment, baseFolder);
    }

    @Override
    public Compilation compile(Environment environment, Sources sources) {
        return DockerCompiler.compile(environment, sources);
    }

    @Override
    public Connection connect(Environment environment, ConnectionSettings settings) {
        Endpoint endpoint = new Endpoints(settings.variables(), settings.baseFolder()).resolve(environment.deploy());
        EngineClient engine = EngineClient.connect(dialer(endpoint, settings), settings.variables());
        return new DockerConnection(engine, environment, settings.baseFolder(), pace, clock);
    }

    private static Dialer dialer(Endpoint endpoint, ConnectionSettings settings) {
        return switch (endpoint) {
            case Endpoint.SocketFile file -> Dialers.of(file);
            case Endpoint.Tcp tcp -> Dialers.of(tcp);
            case Endpoint.Ssh ssh -> SshDialer.to(ssh, settings.variables());
        };
    }
}
