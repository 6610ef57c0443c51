package dev.twinwatch.trainer.inspection;

import dev.twinwatch.engine.watch.Watch;
import dev.twinwatch.engine.watch.WatchFile;
import dev.twinwatch.trainer.source.EventSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Looks at events and proposes a watch: two or three passes over the source, and no more memory for more rows. */
public final class Inspection {
    private static final Pattern WATCH_NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
    private static final int LONGEST_ID = 40;
    private static final int MANY_NUMBERS = 12;
    private static final double MOST_REFUSED = .1;
    private static final double MOST_BACKWARDS = .05;

    private final EventSource source;
    private final String sourceName;
    private final Wishes wishes;
    private final Columns columns;
    private final List<String> timeNotes = new ArrayList<>();

    private Inspection(EventSource source, String sourceName, Wishes wishes) {
        this.source = source;
        this.sourceName = sourceName.substring(sourceName.lastIndexOf('/') + 1);
        this.wishes = wishes;
        this.columns = Columns.of(source);
    }

    /**
     * A watch for these events.
     *
     * @param sourceName as a person calls the source, to be named in the text
     * @throws IllegalArgumentException where no watch is possible, or a wish cannot be met, with what to do
     * @throws dev.twinwatch.trainer.source.SourceException where the source cannot be read
     */
    public static Proposal propose(EventSource source, String sourceName, Wishes wishes) {
        Draft draft = new Inspection(source, sourceName, wishes).draft();
        String yaml = new WatchText(draft).yaml();
        return new Proposal(WatchFile.parse(draft.name() + ".yaml", yaml), yaml, new DraftSummary(draft).lines());
    }

    private Draft draft() {
        String name = name();
        Optional<TimeChoice> time = time();
        List<Column> free = columns.all().stream()
                .filter(c -> time.isEmpty() || c != time.get().column())
                .toList();
        EntityChoice entity = wishes.entity()
                .map(path -> new EntityChoice(columns.named("--entity", path), "you named it", List.of()))
                .orElseGet(() -> EntityChoice.among(columns, free));
        Habits habits = Habits.of(source, skeleton(name, entity, time), columns.paths());
        Optional<TimeChoice> kept = time.filter(choice -> isUsable(choice, habits));
        Habits settled = kept.equals(time) ? habits : Habits.of(source, skeleton(name, entity, kept), columns.paths());
        return draft(name, entity, kept, settled);
    }

    private Draft draft(String name, EntityChoice entity, Optional<TimeChoice> time, Habits habits) {
        List<Column> left = new ArrayList<>(columns.all());
        left.remove(entity.column());
        time.ifPresent(choice -> left.remove(choice.column()));
        Optional<Column> id = left.stream().filter(this::isId).findFirst();
        id.ifPresent(left::remove);
        SequenceChoice sequence = SequenceChoice.of(habits, left);
        sequence.by().ifPresent(left::remove);
        FeatureChoice choice = new FeatureChoice(entity.column().path(), manyNumbers(left));
        UniqueNames names = new UniqueNames();
        List<Decision> decisions = left.stream()
                .map(column -> names.rename(choice.of(column, habits.of(column.path()), columns.rows())))
                .toList();
        List<CalendarFeature> calendar =
                CalendarFeature.of(time, habits).stream().map(names::rename).toList();
        requireFeatures(decisions, calendar);
        return new Draft(sourceName, name, columns, entity, time, timeNotes, id, sequence, decisions, calendar, habits);
    }

    private Optional<TimeChoice> time() {
        if (wishes.time().isPresent()) {
            String wanted = wishes.time().get();
            return wanted.equals(Wishes.NO_TIME)
                    ? Optional.empty()
                    : Optional.of(TimeChoice.named(columns.named("--time", wanted)));
        }
        Optional<TimeChoice> best = TimeChoice.among(columns.all().stream()
                .filter(c -> wishes.entity().isEmpty() || !wishes.entity().get().equals(c.path()))
                .toList());
        columns.all().stream()
                .filter(c -> best.isEmpty() && c.share(Form.FOREIGN_TIME) >= .8)
                .forEach(
                        c -> timeNotes.add(
                                "the column " + Words.clean(c.path()) + " holds times such as "
                                        + Words.quoted(c.exampleOf(Form.FOREIGN_TIME))
                                        + ", a form that cannot be read: write 2026-01-31T12:00:00Z, or seconds since 1970, to use it"));
        return best;
    }

    /** A time that most records lack, or that runs backwards though it should count up, is none; a person's word stands. */
    private boolean isUsable(TimeChoice choice, Habits habits) {
        if (wishes.time().isPresent()) {
            return true;
        }
        String column = Words.clean(choice.column().path());
        if (habits.refusedShare() > MOST_REFUSED) {
            timeNotes.add("the column " + column + " looked like a time, but " + Words.percent(habits.refusedShare())
                    + " of the rows have none that can be read");
            return false;
        }
        if (!choice.since1970() && habits.backwardsShare() > MOST_BACKWARDS) {
            timeNotes.add("the column " + column + " looked like a time, but runs backwards in "
                    + Words.percent(habits.backwardsShare()) + " of the steps of one entity");
            return false;
        }
        return true;
    }

    private Watch skeleton(String name, EntityChoice entity, Optional<TimeChoice> time) {
        String field = Yaml.scalar(entity.column().path());
        return WatchFile.parse(
                "skeleton",
                "watch: " + Yaml.scalar(name) + "\nentity: " + field + "\n"
                        + time.map(WatchText::timeLine).orElse("")
                        + "features: [{name: any, field: " + field + ", as: category}]\n");
    }

    /** A name says that it is one, or short texts of which none comes again. */
    private boolean isId(Column column) {
        boolean looksLikeOne =
                column.name().id() || (column.share(Form.TEXT) == 1 && column.meanLength() <= LONGEST_ID);
        return looksLikeOne
                && column.present() == columns.rows()
                && column.uniqueness() > .95
                && column.share(Form.WHOLE, Form.TEXT) >= .99
                && columns.rows() > 1;
    }

    private static boolean manyNumbers(List<Column> left) {
        return left.stream().filter(c -> c.numeric() >= .99).count() > MANY_NUMBERS;
    }

    private String name() {
        String wanted = wishes.name().orElseGet(() -> {
            String file = sourceName.replaceFirst("[.](csv|csv[.]gz|gz|avro)$", "");
            String plain = new Name(file).hyphenated().replaceAll("[^a-z0-9-]", "");
            return WATCH_NAME.matcher(plain).matches() ? plain : "events";
        });
        if (!WATCH_NAME.matcher(wanted).matches()) {
            throw new IllegalArgumentException("--name " + wanted
                    + " cannot name topics: write at most 64 lower-case letters, digits and hyphens, for example"
                    + " card-payments");
        }
        return wanted;
    }

    private void requireFeatures(List<Decision> decisions, List<CalendarFeature> calendar) {
        if (calendar.isEmpty() && decisions.stream().allMatch(Decision::isLeftOut)) {
            List<String> reasons = decisions.stream()
                    .map(d -> Words.clean(d.column().path()) + " " + d.why())
                    .toList();
            throw new IllegalArgumentException(
                    sourceName + " has no column that tells how somebody behaves: " + String.join("; ", reasons));
        }
    }
}
