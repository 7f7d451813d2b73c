package dev.nanokit.sources;

import dev.nanokit.stages.run.RunFailedException;
import dev.nanokit.stages.run.SourceStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/**
 * Sources in a bucket, each under the digest of its bytes: the same tree is kept once, and what is fetched is what was
 * kept. The bucket's own rules delete them after some days.
 */
public final class BucketSources implements SourceStore {
    private static final String PREFIX = "sources/";
    private static final String SUFFIX = ".tar.gz";

    private final S3Client s3;
    private final String bucket;

    public BucketSources(S3Client s3, String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
    }

    @Override
    public Optional<String> keep(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        return inFile(file -> {
            if (!Bundle.pack(folder, file)) {
                return Optional.empty();
            }
            String digest = digest(file);
            s3.putObject(request -> request.bucket(bucket).key(key(digest)), RequestBody.fromFile(file));
            return Optional.of(digest);
        });
    }

    @Override
    public void fetch(String digest, Path folder) {
        inFile(file -> {
            Files.delete(file);
            try {
                s3.getObject(request -> request.bucket(bucket).key(key(digest)), file);
            } catch (NoSuchKeyException e) {
                throw new RunFailedException(
                        "the files that it is built from are not kept any more", "Ask for it again.");
            }
            if (!digest(file).equals(digest)) {
                throw new RunFailedException(
                        "the files in bucket " + bucket + " are not those that were kept",
                        "See who else may write to the bucket, and ask for it again.");
            }
            Bundle.unpack(file, folder);
            return Optional.empty();
        });
    }

    private interface Work {
        Optional<String> with(Path file) throws IOException;
    }

    private Optional<String> inFile(Work work) {
        try {
            Path file = Files.createTempFile("nanokit-sources-", SUFFIX);
            try {
                return work.with(file);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the repository's files can't be packed or unpacked", e);
        } catch (SdkException e) {
            throw refused(e);
        }
    }

    private RunFailedException refused(SdkException e) {
        String why = e instanceof AwsServiceException answer && answer.awsErrorDetails() != null
                ? answer.awsErrorDetails().errorCode()
                : e.getClass().getSimpleName();
        return new RunFailedException(
                "the files that it is built from can't be kept in bucket " + bucket + " (" + why + ")",
                "See that the bucket is there, and that the function's role may use it.");
    }

    private static String digest(Path file) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String key(String digest) {
        return PREFIX + digest + SUFFIX;
    }
}
