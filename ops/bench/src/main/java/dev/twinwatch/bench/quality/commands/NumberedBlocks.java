package dev.twinwatch.bench.quality.commands;

import dev.twinwatch.engine.features.Fields;
import dev.twinwatch.engine.features.Origin;
import dev.twinwatch.trainer.source.EventSource;
import dev.twinwatch.trainer.source.RecordVisitor;
import java.util.List;

/**
 * Rows of commands with a column `block` more: the protocol judges blocks of a hundred commands, each by itself.
 *
 * @param all rows with a column `seq`
 */
record NumberedBlocks(EventSource all) implements EventSource {
    private static final String BLOCK = "block";

    @Override
    public String name() {
        return all.name();
    }

    @Override
    public void require(List<String> paths) {
        all.require(paths.stream().filter(path -> !path.equals(BLOCK)).toList());
    }

    @Override
    public String text() {
        return all.text();
    }

    @Override
    public String place(Origin origin) {
        return all.place(origin);
    }

    @Override
    public void forEach(RecordVisitor visitor) {
        all.forEach(new RecordVisitor() {
            @Override
            public void record(Fields fields, Origin origin) {
                visitor.record(path -> path.equals(BLOCK) ? block(fields) : fields.valueAt(path), origin);
            }

            @Override
            public void unreadable(String reason, Origin origin) {
                visitor.unreadable(reason, origin);
            }

            @Override
            public boolean wantsMore() {
                return visitor.wantsMore();
            }
        });
    }

    private static String block(Fields fields) {
        return String.valueOf((Integer.parseInt(String.valueOf(fields.valueAt("seq"))) - 1) / Commands.BLOCK + 1);
    }
}
