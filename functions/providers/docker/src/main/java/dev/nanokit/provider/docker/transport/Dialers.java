package dev.nanokit.provider.docker.transport;

import com.github.dockerjava.core.LocalDirectorySSLConfig;
import dev.nanokit.provider.ProviderException;
import java.nio.file.Path;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/** The way to an engine on this machine or by TCP; SSH has its own package. */
public final class Dialers {
    private Dialers() {}

    public static Dialer of(Endpoint.SocketFile endpoint) {
        return new UnixDialer(endpoint.path());
    }

    /** @throws ProviderException when the certificates can't be used */
    public static Dialer of(Endpoint.Tcp endpoint) {
        Optional<SSLContext> tls = endpoint.certificates().map(Dialers::tls);
        return new TcpDialer(endpoint.host(), endpoint.port(), tls);
    }

    private static SSLContext tls(Path certificates) {
        try {
            SSLContext context = new LocalDirectorySSLConfig(certificates.toString()).getSSLContext();
            if (context != null) {
                return context;
            }
        } catch (RuntimeException e) {
            throw unusable(certificates, e);
        }
        throw unusable(certificates, null);
    }

    private static ProviderException unusable(Path certificates, Exception cause) {
        return new ProviderException(
                "the certificates for TLS in " + certificates + " can't be used",
                false,
                "endpoint",
                "put ca.pem, cert.pem and key.pem there, or set DOCKER_CERT_PATH to where they are",
                cause);
    }
}
