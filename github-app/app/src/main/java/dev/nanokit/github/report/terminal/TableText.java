package dev.nanokit.github.report.terminal;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.Node;

/** A table in columns. */
final class TableText {
    private static final String GAP = "   ";

    private TableText() {}

    static String of(TableBlock table, String indent, Ink ink) {
        List<List<TableCell>> rows = new ArrayList<>();
        collect(table, rows);
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        int[] widths = new int[columns];
        rows.forEach(row -> {
            for (int i = 0; i < row.size(); i++) {
                widths[i] = Math.max(widths[i], Ink.width(InlineText.of(row.get(i), ink)));
            }
        });
        StringBuilder text = new StringBuilder();
        rows.forEach(
                row -> text.append(text.isEmpty() ? "" : "\n").append(indent).append(row(row, widths, ink)));
        return text.toString();
    }

    private static void collect(Node node, List<List<TableCell>> rows) {
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            if (child instanceof TableRow row) {
                List<TableCell> cells = new ArrayList<>();
                for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
                    cells.add((TableCell) cell);
                }
                rows.add(cells);
            } else {
                collect(child, rows);
            }
        }
    }

    private static String row(List<TableCell> cells, int[] widths, Ink ink) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            TableCell cell = cells.get(i);
            String text = InlineText.of(cell, ink);
            String pad = " ".repeat(widths[i] - Ink.width(text));
            String shown = cell.isHeader() ? ink.bold(text) : text;
            boolean right = cell.getAlignment() == TableCell.Alignment.RIGHT;
            line.append(i == 0 ? "" : GAP).append(right ? pad + shown : shown + pad);
        }
        return line.toString().stripTrailing();
    }
}
