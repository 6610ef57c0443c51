package dev.twinwatch.bench.quality.commands;

import dev.twinwatch.bench.quality.table.DataException;
import dev.twinwatch.bench.quality.table.Row;
import dev.twinwatch.bench.quality.table.Table;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** 50 users, 15,000 commands each, the first 5,000 their own; then 100 blocks, of which some are a masquerader's. */
public final class Commands {
    /** Commands that are certainly the user's own. */
    public static final int CLEAN = 5_000;

    /** Commands in a block. */
    public static final int BLOCK = 100;

    /** Blocks that are scored. */
    public static final int TESTED = 100;

    private static final int ALL = CLEAN + TESTED * BLOCK;

    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<String, int[]> byUser = new LinkedHashMap<>();
    private final Map<String, boolean[]> masquerades = new LinkedHashMap<>();

    private Commands() {}

    /** Reads `commands.csv.gz` and `labels.csv` of a folder. */
    public static Commands read(Path folder) {
        Commands commands = new Commands();
        Path file = folder.resolve("commands.csv.gz");
        Map<String, List<Integer>> read = new LinkedHashMap<>();
        Table.of(file, List.of("user", "seq", "command")).forEach(row -> commands.add(row, read));
        read.forEach((user, own) -> {
            if (own.size() != ALL) {
                throw new DataException(file + " has " + own.size() + " commands of user " + user + ", expected " + ALL
                        + ": copy it again");
            }
            commands.byUser.put(user, own.stream().mapToInt(c -> c).toArray());
            commands.masquerades.put(user, new boolean[TESTED]);
        });
        Table.of(folder.resolve("labels.csv"), List.of("user", "block", "masquerade"))
                .forEach(commands::label);
        return commands;
    }

    private void add(Row row, Map<String, List<Integer>> read) {
        List<Integer> own = read.computeIfAbsent(row.text("user"), u -> new ArrayList<>());
        if (row.count("seq") != own.size() + 1) {
            throw new DataException(row.place() + " has seq " + row.text("seq") + ", expected " + (own.size() + 1)
                    + ": the commands of a user must stand in their order");
        }
        own.add(numbers.computeIfAbsent(row.text("command"), c -> numbers.size()));
    }

    private void label(Row row) {
        boolean[] blocks = masquerades.get(row.text("user"));
        int block = row.count("block") - CLEAN / BLOCK - 1;
        if (blocks == null || block < 0 || block >= TESTED) {
            throw new DataException(row.place() + " speaks of user " + row.text("user") + " block " + row.text("block")
                    + ", which has no commands: take both files from the same data set");
        }
        blocks[block] = row.count("masquerade") == 1;
    }

    /** Users in the order of the file. */
    public List<String> users() {
        return List.copyOf(byUser.keySet());
    }

    /** How many different commands there are. */
    public int distinct() {
        return numbers.size();
    }

    /** Numbers of all commands of a user, from 0 to less than {@link #distinct}. */
    public int[] of(String user) {
        return known(byUser, user).clone();
    }

    /** Whether a scored block, from 0 on, is a masquerader's. */
    public boolean isMasquerade(String user, int block) {
        return known(masquerades, user)[block];
    }

    private static <T> T known(Map<String, T> all, String user) {
        T found = all.get(user);
        if (found == null) {
            throw new IllegalArgumentException("there is no user " + user);
        }
        return found;
    }
}
