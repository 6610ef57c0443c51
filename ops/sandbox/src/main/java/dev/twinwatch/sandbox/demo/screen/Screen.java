package dev.twinwatch.sandbox.demo.screen;

import java.io.Console;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

/** Where a demo tells people how it goes: a terminal with colours and a line that is rewritten, or plain lines. */
public final class Screen {
    private static final long REWRITE_NANOS = Duration.ofMillis(200).toNanos();
    private static final long PLAIN_NANOS = Duration.ofSeconds(10).toNanos();
    private static final String ERASE_LINE = "\r\u001b[2K";
    private static final String RESET = "\u001b[0m";

    private final PrintStream out;
    private final boolean terminal;
    private final boolean colours;
    private long lastProgress = System.nanoTime();
    private boolean progressStands;

    /** Lines go there; rewritten lines only where it is a terminal, colours only where they are wanted as well. */
    public Screen(PrintStream out, boolean terminal, boolean colours) {
        this.out = out;
        this.terminal = terminal;
        this.colours = colours;
    }

    /** Plain lines, wherever they go. */
    public static Screen plain(PrintStream out) {
        return new Screen(out, false, false);
    }

    /** Standard output or standard error, by what the environment says of it. */
    public static Screen on(PrintStream out) {
        return of(out, isTerminal(), System.getenv());
    }

    /**
     * By what the environment asks for: `NO_COLOR` with any value takes the colours away (no-color.org), and a terminal that
     * calls itself `dumb` can neither colour nor rewrite.
     */
    static Screen of(PrintStream out, boolean terminal, Map<String, String> environment) {
        boolean able = terminal && !"dumb".equals(environment.get("TERM"));
        return new Screen(
                out, able, able && environment.getOrDefault("NO_COLOR", "").isEmpty());
    }

    /** Since Java 22 there is a console even where nobody looks at one; only there it can be asked. */
    @SuppressWarnings("SystemConsoleNull") // asked below
    private static boolean isTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }

    /** Whether progress is one line that is written over. */
    boolean rewrites() {
        return terminal;
    }

    /** One line that stays. */
    public synchronized void line(String text) {
        eraseProgress();
        out.println(text);
        out.flush();
    }

    /** How it goes: rewritten on a terminal, a plain line now and then elsewhere. */
    public synchronized void progress(String text) {
        long now = System.nanoTime();
        if (now - lastProgress < (terminal ? REWRITE_NANOS : PLAIN_NANOS)) {
            return;
        }
        lastProgress = now;
        if (terminal) {
            out.print(ERASE_LINE + text);
            progressStands = true;
        } else {
            out.println(text);
        }
        out.flush();
    }

    /** As {@link #progress(String)}, with the time left where it is known, as {@link Pace#left} has it. */
    public void progress(String text, String left) {
        progress(left.isEmpty() ? text : text + ", " + left + " left");
    }

    private void eraseProgress() {
        if (progressStands) {
            out.print(ERASE_LINE);
            progressStands = false;
        }
    }

    /** Does something that takes a while, and says afterwards how many seconds it took. */
    public <T> Timed<T> step(String words, Callable<T> work) throws Exception {
        long begin = System.nanoTime();
        if (terminal) {
            progress(words + " ...");
        }
        T made = work.call();
        double seconds = (System.nanoTime() - begin) / 1e9;
        line(String.format(Locale.ROOT, "%6.1f s  %s", seconds, words));
        return new Timed<>(made, seconds);
    }

    /** What a step made, and in how many seconds. */
    public record Timed<T>(T made, double seconds) {}

    /** The text in a colour of ANSI terminals, unchanged elsewhere. */
    public String coloured(String text, Colour colour) {
        return colours ? "\u001b[" + colour.code + "m" + text + RESET : text;
    }

    /** Few, so that they mean something. */
    public enum Colour {
        RED("1;31"),
        YELLOW("33"),
        GREEN("32"),
        GREY("90");

        private final String code;

        Colour(String code) {
            this.code = code;
        }
    }
}
