package dev.nanokit.github.standin.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.nanokit.github.standin.git.Commit;
import dev.nanokit.github.standin.web.Faults.Fault;
import dev.nanokit.github.standin.world.Hub;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Speaks HTTP, and breaks connections where that is planned. */
final class Server implements AutoCloseable {
    /** A header that only the server reads: whose archive the redirect leads to. */
    static final String ARCHIVE = "X-Archive";

    private static final String ARCHIVES = "/_archives/";

    private final HttpServer http;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<String> archiveAuthorizations = new CopyOnWriteArrayList<>();
    private final Service service;
    private final Hub hub;

    /** @param port 0 for any that is free */
    Server(int port, Service service, Hub hub) throws IOException {
        this.service = service;
        this.hub = hub;
        this.http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        http.setExecutor(threads);
        http.createContext(ARCHIVES, this::archive);
        http.createContext("/", this::answer);
        http.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
    }

    List<String> archiveAuthorizations() {
        return List.copyOf(archiveAuthorizations);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Incoming incoming = Incoming.of(exchange);
            Optional<Fault> fault = service.fault(incoming);
            if (fault.orElse(null) instanceof Fault.Dropped) {
                service.dropped(incoming);
                return;
            }
            Outgoing outgoing = service.answer(incoming, fault);
            if (!(fault.orElse(null) instanceof Fault.AnswerLost)) {
                outgoing.writeTo(exchange, address());
            }
        }
    }

    private void archive(HttpExchange exchange) throws IOException {
        try (exchange) {
            archiveAuthorizations.add(Incoming.of(exchange).authorization());
            String[] parts = exchange.getRequestURI()
                    .getPath()
                    .substring(ARCHIVES.length())
                    .split("/", 3);
            Optional<byte[]> bytes;
            synchronized (hub) {
                bytes = hub.find(parts[0] + "/" + parts[1]).flatMap(repo -> {
                    Optional<Commit> commit = repo.objects().commit(parts[2]);
                    return commit.map(one -> Archives.of(repo, one));
                });
            }
            byte[] body = bytes.orElse(new byte[0]);
            exchange.sendResponseHeaders(bytes.isPresent() ? 200 : 404, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
    }
}
