package dev.twinwatch.trainer.inspection;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What the name of a column suggests: a hint, never a proof. */
final class Name {
    /** Best first: who acts stands before what is acted with. */
    private static final List<String> ACTORS = List.of(
            "customer",
            "user",
            "account",
            "client",
            "member",
            "cardholder",
            "person",
            "employee",
            "patient",
            "subject",
            "player",
            "student",
            "subscriber",
            "driver",
            "owner",
            "username",
            "login",
            "userid",
            "customerid",
            "uid",
            "card",
            "iban",
            "pan",
            "msisdn",
            "imsi",
            "email",
            "vehicle",
            "car",
            "machine",
            "sensor",
            "meter",
            "device",
            "host",
            "hostname",
            "server",
            "node",
            "merchant",
            "terminal",
            "shop",
            "agent",
            "source",
            "ip");

    private static final Set<String> LABELS = Set.of(
            "fraud",
            "fraudulent",
            "isfraud",
            "label",
            "labels",
            "anomaly",
            "anomalous",
            "outlier",
            "masquerade",
            "chargeback",
            "attack",
            "malicious",
            "suspicious",
            "scam",
            "target",
            "class",
            "verdict",
            "flagged");
    private static final Set<String> IDS =
            Set.of("id", "uuid", "guid", "key", "no", "nr", "number", "reference", "ref");
    private static final Set<String> TIMES = Set.of(
            "time",
            "timestamp",
            "ts",
            "date",
            "datetime",
            "at",
            "when",
            "epoch",
            "created",
            "occurred",
            "day",
            "t",
            "utc");
    private static final Set<String> CLOCKS = Set.of("time", "timestamp", "ts", "t", "elapsed", "at");
    private static final Set<String> ORDERS = Set.of(
            "seq", "sequence", "position", "pos", "step", "index", "idx", "order", "tick", "line", "row", "offset");
    private static final Set<String> CODES = Set.of(
            "id",
            "code",
            "type",
            "kind",
            "category",
            "zip",
            "postcode",
            "mcc",
            "country",
            "city",
            "state",
            "region",
            "channel",
            "terminal",
            "shop",
            "store",
            "place",
            "branch",
            "merchant",
            "device",
            "port",
            "status",
            "version",
            "ip",
            "method",
            "product",
            "item",
            "sku",
            "uuid",
            "class",
            "level",
            "mode",
            "currency");
    private static final Set<String> MONEY = Set.of(
            "amount",
            "amt",
            "price",
            "total",
            "value",
            "sum",
            "fee",
            "balance",
            "cost",
            "pay",
            "paid",
            "payment",
            "spend",
            "charge",
            "revenue",
            "eur",
            "usd",
            "gbp",
            "turnover");
    private static final Set<String> SESSIONS = Set.of("session", "visit", "trip", "repetition", "rep", "conversation");
    private static final Set<String> SECONDS = Set.of("sec", "secs", "second", "seconds", "s");
    private static final Set<String> MILLIS = Set.of("ms", "milli", "millis", "msec");

    private final List<String> words;

    Name(String path) {
        List<String> found = new ArrayList<>();
        for (String part :
                path.replaceAll("([\\p{Ll}\\p{N}])(\\p{Lu})", "$1_$2").split("[^\\p{L}\\p{N}]+", -1)) {
            String word = part.toLowerCase(Locale.ROOT);
            if (!word.isEmpty()) {
                found.add(word);
            }
        }
        this.words = List.copyOf(found);
    }

    /** 0 where the name is that of nobody who acts, up to 1 for the best. */
    double actor() {
        // A "user agent" is a browser, and an "account type" no account
        boolean aboutIt =
                words.size() > 1 && words.stream().anyMatch(Set.of("agent", "type", "country", "city")::contains);
        int best = aboutIt
                ? -1
                : words.stream()
                        .mapToInt(ACTORS::indexOf)
                        .filter(at -> at >= 0)
                        .min()
                        .orElse(-1);
        return best < 0 ? 0 : 1 - .7 * best / ACTORS.size();
    }

    boolean label() {
        return any(LABELS);
    }

    boolean id() {
        return any(IDS);
    }

    boolean time() {
        return any(TIMES);
    }

    /** A time of which a plain count of seconds would be no surprise. */
    boolean clock() {
        return any(CLOCKS);
    }

    boolean order() {
        return any(ORDERS);
    }

    boolean code() {
        return any(CODES);
    }

    boolean money() {
        return any(MONEY);
    }

    boolean session() {
        return any(SESSIONS);
    }

    boolean inSeconds() {
        return any(SECONDS);
    }

    boolean inMillis() {
        return any(MILLIS);
    }

    /** As a name for a feature or a watch: lower-case words with hyphens. */
    String hyphenated() {
        return words.isEmpty() ? "column" : String.join("-", words);
    }

    private boolean any(Set<String> hints) {
        return words.stream().anyMatch(hints::contains);
    }
}
