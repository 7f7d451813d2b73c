package dev.nanokit.engine.config.shape;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.nanokit.engine.config.NanokitSchema;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Run with {@code -Dnanokit.golden=write} to publish the vocabulary as it is today. */
class PublishedSchemaTest {
    private static final Path PUBLISHED = Path.of("src/main/resources", NanokitSchema.RESOURCE);

    @Test
    void thePublishedSchemaSaysWhatTheVocabularySays() throws IOException {
        if ("write".equals(System.getProperty("nanokit.golden"))) {
            Files.writeString(PUBLISHED, SchemaWriter.json());
        }

        assertThat(Files.readString(PUBLISHED)).isEqualTo(SchemaWriter.json());
    }

    @Test
    void theJarCarriesThePublishedSchema() throws IOException {
        try (InputStream in = getClass().getClassLoader().getResourceAsStream(NanokitSchema.RESOURCE)) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(NanokitSchema.json());
        }
    }

    @Test
    void itIsASchemaOfDraft202012() {
        var metaSchema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

        assertThat(metaSchema.validate(NanokitSchema.json(), InputFormat.JSON)).isEmpty();
    }
}
