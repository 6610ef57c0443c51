package dev.twinwatch.trainer.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.twinwatch.engine.features.Event;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.recent.Recent;
import dev.twinwatch.engine.watch.WatchFile;
import dev.twinwatch.trainer.Table;
import dev.twinwatch.trainer.source.EventSource;
import dev.twinwatch.trainer.source.RecordVisitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A thousand events of seven users by turns, in a store that sorts a few at once and holds a few in memory. */
final class HistoryStoreTest {
    private static final Layout LAYOUT = Layout.of(WatchFile.parse("watch.yaml", """
            watch: tests
            entity: user
            time: {field: at, unit: ordinal}
            sequence: {length: 4, minimum: 2, by: session}
            features:
              - {name: amount,    field: amount, as: number}
              - {name: step,      field: amount, as: change}
              - {name: usual,     field: amount, as: relative}
              - {name: place,     field: place,  as: category}
              - {name: new-place, field: place,  as: novelty}
              - {name: pause,     as: since-previous}
            """));
    private static final int USERS = 7;
    private static final int EVENTS = 1_000;

    @TempDir
    private Path folder;

    private int reads;

    @ParameterizedTest(name = "{0} bytes sorted at once, {1} in memory")
    @CsvSource({"1, 1", "500, 100", "5000, 100", "500, 1000000", "1000000, 1", "1000000, 1000000"})
    void eventsOfEachEntityComeBackInTheirOrderHoweverManyPiecesTheyWereSortedIn(int sorted, int inMemory) {
        try (History history = read(new HistoryStore(LAYOUT, folder, sorted, inMemory))) {
            assertThat(history.entities()).extracting(EntityHistory::entity).containsExactly(users());
            for (int user = 0; user < USERS; user++) {
                List<Event> events = history.entities().get(user).events();

                assertThat(events).extracting(e -> e.origin().offset()).isEqualTo(rowsOf(user));
                assertThat(events)
                        .allMatch(e -> e.number(0) == e.origin().offset() * .5f
                                && e.time() == e.origin().offset());
                assertThat(events).extracting(Event::entity).containsOnly("u" + user);
            }
        }
    }

    @Test
    void aWindowThatEndsAnywhereIsTheOneThatTheServiceHadThen() {
        try (History history = read(new HistoryStore(LAYOUT, folder, 5_000, 100))) {
            for (EntityHistory entity : history.entities()) {
                EntityRows rows = entity.rows(LAYOUT);
                Recent recent = new Recent(LAYOUT);
                int row = 0;
                for (Event event : entity.events()) {
                    if (recent.startsNewSequence(event)) {
                        recent.beginSequence();
                    }
                    recent.append(event);

                    assertThat(rows.windowEndingAt(row).bytes())
                            .isEqualTo(recent.window().bytes());
                    assertThat(rows.windowEndingAt(row).firstNumber())
                            .isEqualTo(recent.window().firstNumber());
                    row++;
                }
            }
        }
    }

    @Test
    void theNewestEventsAloneAreLoadedToo() {
        try (History history = read(new HistoryStore(LAYOUT, folder, 5_000, 100))) {
            EntityHistory first = history.entities().get(0);

            assertThat(first.newest(3)).extracting(Event::time).containsExactly(981L, 988L, 995L);
            assertThat(first.newest(10_000)).hasSize(first.size());
        }
    }

    @Test
    void theSourceIsReadOnce() {
        read(new HistoryStore(LAYOUT, folder, 5_000, 100)).close();

        assertThat(reads).isEqualTo(1);
    }

    @Test
    void nothingIsLeftInTheFolderAfterwards() throws IOException {
        read(new HistoryStore(LAYOUT, folder, 5_000, 100)).close();

        assertThat(files()).isEmpty();
    }

    @Test
    void nothingIsLeftInTheFolderWhereTheSourceFails() throws IOException {
        HistoryStore store = new HistoryStore(LAYOUT, folder, 500, 100);

        assertThatThrownBy(() -> HistoryReader.read(
                        table(),
                        LAYOUT,
                        event -> {
                            if (event.time() == 900) {
                                throw new IllegalStateException("the disk is gone");
                            }
                            return true;
                        },
                        RejectListener.NOBODY,
                        store,
                        ReadingProgress.SILENT))
                .hasMessage("the disk is gone");

        assertThat(files()).isEmpty();
    }

    @Test
    void fewEventsNeedNoFile() throws IOException {
        try (History history = read(new HistoryStore(LAYOUT, folder))) {
            assertThat(history.entities()).hasSize(USERS);
            assertThat(files()).isEmpty();
        }
    }

    @Test
    void folderWithoutRoomIsRefused() {
        SpillFile file = new SpillFile(folder, 100, path -> 20_000_000);

        assertThatThrownBy(() -> file.requireRoom(30_000_000))
                .isInstanceOf(HistoryException.class)
                .hasMessage("the history needs 30 MB more in a file in " + folder + ", which has 20 MB left: make room"
                        + " there, or name another folder with --out");
    }

    @Test
    void folderThatIsGoneIsRefused() throws IOException {
        Path gone = Files.createDirectory(folder.resolve("gone"));
        SpillFile file = new SpillFile(gone, 100, path -> Long.MAX_VALUE);
        Files.delete(gone);

        assertThatThrownBy(() -> file.append(new byte[101], 0, 101))
                .isInstanceOf(HistoryException.class)
                .hasMessageStartingWith("the history cannot be kept in a file in " + gone);
    }

    private History read(HistoryStore store) {
        return HistoryReader.read(
                counting(table()), LAYOUT, event -> true, RejectListener.NOBODY, store, ReadingProgress.SILENT);
    }

    private EventSource counting(EventSource source) {
        return new EventSource() {
            @Override
            public String name() {
                return source.name();
            }

            @Override
            public void forEach(RecordVisitor visitor) {
                reads++;
                source.forEach(visitor);
            }
        };
    }

    /** Row n has time n and amount n / 2; a session of a user has nine events, a place comes again after four. */
    private static Table table() {
        return Table.of(
                "user,session,at,amount,place",
                IntStream.rangeClosed(1, EVENTS)
                        .mapToObj(n -> "u%d,s%d,%d,%s,p%d"
                                .formatted((n - 1) % USERS, n / (9 * USERS), n, n * .5, n / USERS % 4))
                        .toArray(String[]::new));
    }

    private static String[] users() {
        return IntStream.range(0, USERS).mapToObj(user -> "u" + user).toArray(String[]::new);
    }

    private static List<Long> rowsOf(int user) {
        List<Long> rows = new ArrayList<>();
        for (long row = user + 1L; row <= EVENTS; row += USERS) {
            rows.add(row);
        }
        return rows;
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
