package dev.twinwatch.bench.quality.cards;

import dev.twinwatch.bench.quality.table.DataException;
import dev.twinwatch.bench.quality.table.Row;
import dev.twinwatch.bench.quality.table.Table;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** All transactions in order of time. */
final class Transactions {
    /** Seconds after which a fraud is known, as `labels.csv.gz` has it. */
    static final int KNOWN_AFTER = 7 * Transaction.DAY;

    private final List<Transaction> all = new ArrayList<>();

    private Transactions() {}

    /** Reads `transactions.csv.gz` of a folder. */
    static Transactions read(Path folder) {
        Transactions transactions = new Transactions();
        Table.of(
                        folder.resolve("transactions.csv.gz"),
                        List.of("id", "t_sec", "customer", "terminal", "amount", "fraud_scenario"))
                .forEach(transactions::add);
        return transactions;
    }

    private void add(Row row) {
        Transaction transaction = new Transaction(
                all.size(),
                row.text("id"),
                row.count("t_sec"),
                row.count("customer"),
                row.count("terminal"),
                row.number("amount"),
                row.count("fraud_scenario"));
        if (!all.isEmpty() && transaction.time() < all.get(all.size() - 1).time()) {
            throw new DataException(row.place() + " is earlier than the row above it: sort the file by t_sec");
        }
        all.add(transaction);
    }

    List<Transaction> all() {
        return all;
    }
}
