package dev.twinwatch.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/** The README, for the commands that stand in it. */
final class Readme {
    private static final String FENCE = "```";

    private Readme() {}

    /** Lines of the first block of commands below a heading, without empty ones. */
    static List<String> commandsBelow(String heading) throws IOException {
        List<String> lines = Files.readAllLines(Checkout.ROOT.resolve("README.md"));
        int section = lines.indexOf("## " + heading);
        if (section < 0) {
            throw new AssertionError("README.md has no heading " + heading);
        }
        List<String> below = lines.subList(section, lines.size());
        int begin = below.indexOf(FENCE + "sh") + 1;
        List<String> block = below.subList(begin, below.size());
        return block.subList(0, block.indexOf(FENCE)).stream()
                .filter(line -> !line.isBlank())
                .toList();
    }
}
