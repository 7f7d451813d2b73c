package dev.nanokit.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nanokit.aws.standin.AwsStandin;
import dev.nanokit.stages.run.RunFailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

class BucketSourcesTest {
    private static final String BUCKET = "nanokit-sources";

    private static AwsStandin moto;
    private static S3Client s3;

    @TempDir
    Path folder;

    private Path tree;
    private Path copy;
    private final BucketSources sources = new BucketSources(s3, BUCKET);

    @BeforeAll
    static void openAccount() {
        moto = AwsStandin.start();
        s3 = S3Client.builder()
                .endpointOverride(moto.endpoint())
                .region(Region.US_EAST_1)
                .forcePathStyle(true)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
        s3.createBucket(request -> request.bucket(BUCKET));
    }

    @AfterAll
    static void closeAccount() {
        if (moto != null) {
            s3.close();
            moto.close();
        }
    }

    @BeforeEach
    void plant() throws IOException {
        tree = Files.createDirectory(folder.resolve("tree"));
        copy = Files.createDirectory(folder.resolve("copy"));
        Files.createDirectories(tree.resolve("web/bin"));
        Files.writeString(tree.resolve("web/Dockerfile"), "FROM scratch\n");
        Files.writeString(tree.resolve("web/bin/start"), "#!/bin/sh\n");
        Files.setPosixFilePermissions(tree.resolve("web/bin/start"), PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.createSymbolicLink(tree.resolve("web/latest"), Path.of("bin/start"));
    }

    @Test
    void whatIsFetchedIsWhatWasKept() throws IOException {
        sources.fetch(sources.keep(tree).orElseThrow(), copy);

        assertThat(copy.resolve("web/Dockerfile")).hasContent("FROM scratch\n");
        assertThat(copy.resolve("web/bin/start")).isExecutable();
        assertThat(Files.isExecutable(copy.resolve("web/Dockerfile"))).isFalse();
        assertThat(Files.readSymbolicLink(copy.resolve("web/latest"))).hasToString("bin/start");
    }

    @Test
    void sameTreeIsKeptUnderTheSameNameWheneverItWasWritten() throws IOException {
        String first = sources.keep(tree).orElseThrow();
        Files.setLastModifiedTime(tree.resolve("web/Dockerfile"), FileTime.from(Instant.EPOCH));

        assertThat(sources.keep(tree)).contains(first);

        Files.writeString(tree.resolve("web/Dockerfile"), "FROM busybox\n");
        assertThat(sources.keep(tree).orElseThrow()).isNotEqualTo(first);
    }

    @Test
    void whereNothingIsBuiltNothingIsKept() {
        assertThat(sources.keep(copy)).isEmpty();
        assertThat(sources.keep(folder.resolve("nowhere"))).isEmpty();
    }

    @Test
    void filesThatSomebodyHasChangedAreRefused() {
        String digest = sources.keep(tree).orElseThrow();
        s3.putObject(
                request -> request.bucket(BUCKET).key("sources/" + digest + ".tar.gz"),
                RequestBody.fromString("something else"));

        assertThatThrownBy(() -> sources.fetch(digest, copy))
                .isInstanceOf(RunFailedException.class)
                .hasMessageContaining("not those that were kept");
        assertThat(copy).isEmptyDirectory();
    }

    @Test
    void whatIsNotThereAnyMoreIsSaid() {
        assertThatThrownBy(() -> sources.fetch("0".repeat(64), copy))
                .isInstanceOf(RunFailedException.class)
                .hasMessageContaining("not kept any more");
    }

    @Test
    void missingBucketIsSaidWithWhatToDo() {
        assertThatThrownBy(() -> new BucketSources(s3, "no-such-bucket").keep(tree))
                .isInstanceOf(RunFailedException.class)
                .hasMessageContaining("NoSuchBucket");
    }
}
