package dev.nanokit.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** docs/security.md says what template.yaml allows: no more, and no less. Its table is written anew with {@code -Dgolden.update=true}. */
class SecurityPageTest {
    private static final Path PAGE = Command.ROOT.resolve("docs/security.md");
    private static final String HEAD = "| role | what for | may | on |";
    private static final List<String> ORDER = List.of(
            "Webhook", "GitHub", "State", "Pages", "ProviderHttp", "Deliver", "Plan", "Apply", "Destroy", "Schedule");

    @Test
    void theTableOfPermissionsIsTheTemplates() throws IOException {
        List<String> rows = rows(Permission.of(Template.translated()));
        List<String> page = Files.readAllLines(PAGE);
        int from = page.indexOf(HEAD) + 2;
        int to = from;
        while (to < page.size() && page.get(to).startsWith("|")) {
            to++;
        }
        if (Boolean.getBoolean("golden.update")) {
            List<String> updated = new ArrayList<>(page.subList(0, from));
            updated.addAll(rows);
            updated.addAll(page.subList(to, page.size()));
            Files.write(PAGE, updated);
            return;
        }

        assertThat(String.join("\n", page.subList(from, to))).isEqualTo(String.join("\n", rows));
    }

    /** Roles that may do the same share a row. */
    private static List<String> rows(List<Permission> permissions) {
        Map<String, String> roles = new LinkedHashMap<>();
        permissions.stream()
                .sorted(Comparator.comparingInt(permission -> ORDER.indexOf(role(permission))))
                .forEach(permission -> roles.merge(permission.columns(), role(permission), (a, b) -> a + ", " + b));
        return roles.entrySet().stream()
                .map(row -> "| " + row.getValue() + " | " + row.getKey())
                .toList();
    }

    private static String role(Permission permission) {
        String role = permission.role().replaceAll("Role$", "");
        assertThat(ORDER).contains(role);
        return role;
    }
}
