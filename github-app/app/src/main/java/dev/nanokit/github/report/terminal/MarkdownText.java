package dev.nanokit.github.report.terminal;

import dev.nanokit.github.report.page.Waves;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BulletList;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.Parser;

/** Markdown for a terminal: blocks one below the other, folded sections open. */
final class MarkdownText extends AbstractVisitor {
    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
    private static final int DEEPEST_BLOCKS = 100;
    private static final Parser PARSER = Parser.builder()
            .extensions(EXTENSIONS)
            .maxOpenBlockParsers(DEEPEST_BLOCKS)
            .build();
    private static final Pattern SUMMARY = Pattern.compile("<summary>(.*?)</summary>");
    private static final String ITEM = "• ";

    private final Ink ink;
    private final int width;
    private final String indent;
    private final List<String> blocks = new ArrayList<>();

    private MarkdownText(Ink ink, int width, String indent) {
        this.ink = ink;
        this.width = width;
        this.indent = indent;
    }

    static String of(String markdown, Ink ink, int width, String indent) {
        MarkdownText text = new MarkdownText(ink, width, indent);
        PARSER.parse(markdown).accept(text);
        return String.join("\n\n", text.blocks);
    }

    @Override
    public void visit(Paragraph paragraph) {
        blocks.add(Wrap.words(InlineText.of(paragraph, ink), indent, indent, width));
    }

    @Override
    public void visit(Heading heading) {
        blocks.add(indent + ink.bold(InlineText.of(heading, ink)));
    }

    @Override
    public void visit(BulletList list) {
        List<String> items = new ArrayList<>();
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            items.add(item((ListItem) item));
        }
        blocks.add(String.join("\n", items));
    }

    private String item(ListItem item) {
        Node content = item.getFirstChild();
        String text = content == null ? "" : InlineText.of(content, ink);
        return Wrap.words(text, indent + ITEM, indent + " ".repeat(ITEM.length()), width);
    }

    @Override
    public void visit(FencedCodeBlock fence) {
        if (fence.getInfo().equals("mermaid")) {
            blocks.add(Waves.read(fence.getLiteral()).map(this::waves).orElseGet(() -> code(fence.getLiteral())));
        } else {
            blocks.add(code(fence.getLiteral()));
        }
    }

    @Override
    public void visit(IndentedCodeBlock code) {
        blocks.add(code(code.getLiteral()));
    }

    private String code(String literal) {
        return literal.lines().map(line -> indent + "  " + coloured(line)).collect(Collectors.joining("\n"));
    }

    private String coloured(String line) {
        return switch (line.isEmpty() ? ' ' : line.charAt(0)) {
            case '+' -> ink.green(line);
            case '-' -> ink.red(line);
            case '#' -> ink.soft(line);
            default -> line;
        };
    }

    private String waves(Waves waves) {
        return waves.waves().stream()
                .map(wave -> Wrap.words(
                        wave.steps().stream().map(this::step).collect(Collectors.joining(ink.soft(" · "))),
                        indent + ink.bold(wave.title()) + "  ",
                        indent + "        ",
                        width))
                .collect(Collectors.joining("\n"));
    }

    private String step(Waves.Step step) {
        return switch (step.style()) {
            case "create" -> ink.green(step.label());
            case "change" -> ink.yellow(step.label());
            case "lose" -> ink.red(step.label());
            default -> ink.blue(step.label());
        };
    }

    /** Of folded sections, the heading; of other HTML, nothing: GitHub shows none of our comments either. */
    @Override
    public void visit(HtmlBlock html) {
        Matcher summary = SUMMARY.matcher(html.getLiteral());
        if (summary.find()) {
            String heading = summary.group(1).replaceAll("<[^>]*>", "");
            blocks.add(indent + ink.bold("▾ " + heading));
        } else if (html.getLiteral().toLowerCase(Locale.ROOT).startsWith("<sub>")) {
            blocks.add(indent
                    + ink.soft(html.getLiteral().replaceAll("<[^>]*>", "").strip()));
        }
    }

    @Override
    public void visit(CustomBlock block) {
        if (block instanceof TableBlock table) {
            blocks.add(TableText.of(table, indent, ink));
        }
    }
}
