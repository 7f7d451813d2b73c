package dev.nanokit.bench.engine;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Calls of the Engine API, with a connection for each thread that calls at the same time. */
public final class RawEngine implements AutoCloseable {
    private static final Path SOCKET = Path.of("/var/run/docker.sock");
    private static final String API = "/v1.41";
    private static final String JSON = "application/json";

    private final ConcurrentLinkedQueue<RawConnection> idle = new ConcurrentLinkedQueue<>();

    /** Whether an engine answers at the usual socket. */
    public static boolean answers() {
        if (!Files.exists(SOCKET)) {
            return false;
        }
        try (RawConnection connection = new RawConnection(SOCKET)) {
            return connection.call("GET", "/_ping", JSON, new byte[0]).status() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Makes an image of a root file system.
     *
     * @param tar the file system, as a tar archive
     * @param command what a container runs, as a Dockerfile's CMD has it
     */
    public void importImage(String repository, String tag, byte[] tar, String command) throws IOException {
        String query = "fromSrc=-&repo=%s&tag=%s&changes=%s"
                .formatted(repository, tag, URLEncoder.encode("CMD " + command, StandardCharsets.UTF_8));
        call("POST", "/images/create?" + query, "application/x-tar", tar, Set.of(200));
    }

    public void createNetwork(String name) throws IOException {
        post("/networks/create", "{\"Name\":\"%s\",\"CheckDuplicate\":true}".formatted(name), Set.of(201));
    }

    public void removeNetwork(String name) throws IOException {
        call("DELETE", "/networks/" + name, JSON, new byte[0], Set.of(204, 404));
    }

    public void createContainer(String name, String image, String network) throws IOException {
        String body = "{\"Image\":\"%s\",\"HostConfig\":{\"NetworkMode\":\"%s\"}}".formatted(image, network);
        post("/containers/create?name=" + name, body, Set.of(201));
    }

    public void startContainer(String name) throws IOException {
        post("/containers/" + name + "/start", "", Set.of(204));
    }

    public void inspectContainer(String name) throws IOException {
        call("GET", "/containers/" + name + "/json", JSON, new byte[0], Set.of(200));
    }

    /** How many containers run whose name has this text in it. */
    public int running(String name) throws IOException {
        String filters = URLEncoder.encode("{\"name\":[\"%s\"]}".formatted(name), StandardCharsets.UTF_8);
        String list = call("GET", "/containers/json?filters=" + filters, JSON, new byte[0], Set.of(200))
                .body();
        return list.split("\"Id\":", -1).length - 1;
    }

    /** Asks the process to end, and waits for it ten seconds at most. */
    public void stopContainer(String name) throws IOException {
        post("/containers/" + name + "/stop?t=10", "", Set.of(204, 304));
    }

    public void removeContainer(String name) throws IOException {
        call("DELETE", "/containers/" + name + "?force=true&v=true", JSON, new byte[0], Set.of(204, 404));
    }

    private void post(String path, String body, Set<Integer> expected) throws IOException {
        call("POST", path, JSON, body.getBytes(StandardCharsets.UTF_8), expected);
    }

    private RawAnswer call(String method, String path, String contentType, byte[] body, Set<Integer> expected)
            throws IOException {
        RawConnection connection = idle.poll();
        if (connection == null) {
            connection = new RawConnection(SOCKET);
        }
        RawAnswer answer = connection.call(method, API + path, contentType, body);
        idle.add(connection);
        if (!expected.contains(answer.status())) {
            throw new IOException("%s %s answered %d: %s".formatted(method, path, answer.status(), answer.body()));
        }
        return answer;
    }

    @Override
    public void close() throws IOException {
        for (RawConnection connection = idle.poll(); connection != null; connection = idle.poll()) {
            connection.close();
        }
    }
}
