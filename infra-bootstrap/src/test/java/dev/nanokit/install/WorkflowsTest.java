package dev.nanokit.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The template gives each workflow what its definition asks for, and its role what it does. */
class WorkflowsTest {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(\\w+)}");
    private static final Pattern PROVIDER = Pattern.compile("\"FunctionName\\.\\$\": *\"\\$\\.[a-z.]*function\"");

    @ParameterizedTest
    @ValueSource(strings = {"deliver", "plan", "apply", "destroy"})
    void aDefinitionIsWithoutMistakes(String workflow) {
        Path file = file(workflow);

        Command.Outcome outcome =
                Command.of("asl-validator", "--json-path", file.toString()).run();

        assertThat(outcome.status()).as(outcome.all()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"deliver", "plan", "apply", "destroy"})
    void everyPlaceholderOfADefinitionIsFilledInAndNoneIsLeftOver(String workflow) throws IOException {
        assertThat(substitutions(workflow)).isEqualTo(placeholders(workflow));
    }

    @ParameterizedTest
    @ValueSource(strings = {"deliver", "plan", "apply", "destroy"})
    void aRoleMayInvokeAndStartWhatItsDefinitionNames(String workflow) throws IOException {
        Set<String> named = placeholders(workflow);
        Set<String> allowed = Permission.of(Template.translated()).stream()
                .filter(permission -> permission.role().equals(capital(workflow) + "Role"))
                .filter(permission ->
                        permission.allows("lambda:InvokeFunction") || permission.allows("states:StartExecution"))
                .flatMap(permission -> permission.resources().stream())
                .map(resource -> resource.replace("states:stateMachine:STACK-apply", "ApplyMachine"))
                .collect(Collectors.toCollection(TreeSet::new));
        if (PROVIDER.matcher(definition(workflow)).find()) {
            named.add("ProviderHttpFunction");
        }

        assertThat(allowed).isEqualTo(named);
    }

    private static Set<String> substitutions(String workflow) {
        JsonNode machine = Template.translated().properties(capital(workflow) + "Machine");
        return machine.path("DefinitionSubstitutions").properties().stream()
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> placeholders(String workflow) throws IOException {
        return PLACEHOLDER
                .matcher(definition(workflow))
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String definition(String workflow) throws IOException {
        return Files.readString(file(workflow));
    }

    private static Path file(String workflow) {
        return Command.ROOT.resolve("functions/workflows/" + workflow + ".asl.json");
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
