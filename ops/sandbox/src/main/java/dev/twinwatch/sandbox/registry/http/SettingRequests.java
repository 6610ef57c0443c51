package dev.twinwatch.sandbox.registry.http;

import dev.twinwatch.sandbox.registry.catalog.Levels;
import dev.twinwatch.sandbox.registry.catalog.Modes;
import org.jspecify.annotations.Nullable;

/** Requests about compatibility levels and modes, global and of one subject. */
final class SettingRequests {
    private static final String GLOBAL_WILL_DO = "defaultToGlobal";

    private final Levels levels;
    private final Modes modes;

    SettingRequests(Levels levels, Modes modes) {
        this.levels = levels;
        this.modes = modes;
    }

    Object globalLevel(Exchange exchange) {
        return new Answers.LevelIs(levels.global());
    }

    Object setGlobalLevel(Exchange exchange) {
        return setLevel(null, exchange);
    }

    Object resetGlobalLevel(Exchange exchange) {
        return new Answers.LevelIs(levels.reset());
    }

    Object level(Exchange exchange) {
        String subject = exchange.subject();
        return new Answers.LevelIs(exchange.flag(GLOBAL_WILL_DO) ? levels.levelOf(subject) : levels.level(subject));
    }

    Object setLevel(Exchange exchange) {
        return setLevel(exchange.subject(), exchange);
    }

    Object resetLevel(Exchange exchange) {
        return new Answers.LevelIs(levels.reset(exchange.subject()));
    }

    Object globalMode(Exchange exchange) {
        return new Answers.ModeIs(modes.global());
    }

    Object setGlobalMode(Exchange exchange) {
        return setMode(null, exchange);
    }

    Object mode(Exchange exchange) {
        String subject = exchange.subject();
        return new Answers.ModeIs(exchange.flag(GLOBAL_WILL_DO) ? modes.modeOf(subject) : modes.mode(subject));
    }

    Object setMode(Exchange exchange) {
        return setMode(exchange.subject(), exchange);
    }

    Object resetMode(Exchange exchange) {
        return new Answers.ModeIs(modes.reset(exchange.subject()));
    }

    private Object setLevel(@Nullable String subject, Exchange exchange) {
        return new Answers.LevelSet(levels.set(subject, exchange.body().text("compatibility")));
    }

    private Object setMode(@Nullable String subject, Exchange exchange) {
        return new Answers.ModeIs(modes.set(subject, exchange.body().text("mode"), exchange.flag("force")));
    }
}
